"""Decisions and proofs in plain values: every fact that they hold, and the words beside it.

Their own members all stand there, also those that hold nothing. What comes from the model is said
as in a document, where nothing is said that goes without saying.
"""

import datetime as dt

import attrs

from samverkan_core.authority.question import Caveat, Question, Refusal
from samverkan_core.authority.words import (
    Answer,
    Chain,
    caveat,
    chain_text,
    decision_text,
    refusal,
)
from samverkan_core.values.kept import JsonArray, JsonNumber, JsonObject
from samverkan_core.values.labels import Labelled, Lang
from samverkan_core.values.time import PartialDate

__all__ = ["VERSION", "decision_dict", "proof_dict"]

#: The version of a decision, or of a proof alone, as a document.
VERSION = "1.0"


def decision_dict(answer: Answer, lang: Lang) -> dict[str, object]:
    """Say a decision in plain values, with its words in one language."""
    proof = answer.proof
    return {
        "samverkan_decision": VERSION,
        "question": _plain(answer.question),
        "allowed": answer.allowed,
        "proof": None if proof is None else _chain(proof, lang),
        "refusals": [_refusal(one, answer.question, lang) for one in answer.refusals],
        "conditions": list(answer.conditions),
        "together_with": list(answer.together_with),
        "instead": list(answer.instead),
        "text": decision_text(answer, lang),
    }


def proof_dict(chain: Chain, lang: Lang) -> dict[str, object]:
    """Say a proof alone in plain values, with its words in one language."""
    return {
        "samverkan_proof": VERSION,
        **_chain(chain, lang),
        "text": chain_text(chain, lang),
    }


def _chain(chain: Chain, lang: Lang) -> dict[str, object]:
    return {
        "question": _plain(chain.question),
        "holding": _plain(chain.holding),
        "links": _plain(chain.links),
        "root": _plain(chain.root),
        "caveats": [_caveat(one, lang) for one in chain.caveats],
        "conditions": list(chain.conditions),
        "together_with": list(chain.together_with),
    }


def _refusal(one: Refusal, question: Question, lang: Lang) -> dict[str, object]:
    words = refusal(one, question, lang)
    return {**_members(one, Refusal), "message": words.message, "remedy": words.remedy}


def _caveat(one: Caveat, lang: Lang) -> dict[str, object]:
    return {**_members(one, Caveat), "message": caveat(one, lang)}


def _plain(value: object) -> object:
    if isinstance(value, Labelled):
        return value.code
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, PartialDate) and not (value.about or value.kept):
        return value.when
    cls = type(value)
    return _members(value, cls) if attrs.has(cls) else value


def _members(thing: object, cls: type[attrs.AttrsInstance]) -> dict[str, object]:
    fields = attrs.fields(cls)
    kept = getattr(thing, "kept", None)
    held = {name: getattr(thing, name) for name in (field.name for field in fields)}
    if not isinstance(kept, JsonObject):
        return {name: _plain(value) for name, value in held.items()}
    del held["kept"]
    defaults = {field.name: field.default for field in fields}
    said = {
        name: _plain(value)
        for name, value in held.items()
        if value is not None and value not in ((), defaults[name])
    }
    return {**said, **{name: _kept(value) for name, value in kept.members}}


def _kept(value: object) -> object:
    """Give a kept value in Python's own types; a number that is not whole keeps its spelling."""
    if isinstance(value, JsonNumber):
        return value.number()
    if isinstance(value, JsonArray):
        return [_kept(item) for item in value.items]
    if isinstance(value, JsonObject):
        return {name: _kept(item) for name, item in value.members}
    return value
