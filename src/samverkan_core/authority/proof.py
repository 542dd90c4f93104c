"""What an answer rests on: the appointment, each mandate, and the ground that they go back to.

A proof repeats the facts as they stood in the document, so that it can be read without it, and
compared with it by whoever doubts.
"""

import attrs

from samverkan_core.authority.parts import Holding, Link, Root, RootKind
from samverkan_core.authority.plain import decision_dict, proof_dict
from samverkan_core.authority.question import Caveat, Question, Refusal
from samverkan_core.authority.words import Part, chain_text, decision_parts, decision_text
from samverkan_core.values.labels import Lang
from samverkan_core.values.markup import framed, numbered, paragraph

__all__ = ["Decision", "Holding", "Link", "Proof", "Root", "RootKind"]


@attrs.frozen(kw_only=True)
class Proof:
    """The chain behind a yes, from the appointment over each mandate to its ground."""

    #: What was asked.
    question: Question
    #: The appointment by which a person acts; None for a body, and for a person named in person.
    holding: Holding | None = None
    #: The mandates, from the one that is held to the one that the others derive from.
    links: tuple[Link, ...] = ()
    #: The ground; None where pure execution needs none.
    root: Root | None = None
    #: What may stand in the way, but rests on law that nobody has read.
    caveats: tuple[Caveat, ...] = ()
    #: What the mandates make it depend on and data cannot tell (villkor).
    conditions: tuple[str, ...] = attrs.field(default=(), repr=False)
    #: Holders who must act together with the one that was asked about.
    together_with: tuple[str, ...] = ()

    def text(self, lang: Lang = "sv") -> str:
        """Put the chain into words, as a jurist would write it."""
        return chain_text(self, lang)

    def to_dict(self, lang: Lang = "sv") -> dict[str, object]:
        """Say the proof in plain values, with its words in one language."""
        return proof_dict(self, lang)


@attrs.frozen(kw_only=True)
class Decision:
    """The answer to a question about authority (behörighetsbesked)."""

    #: What was asked.
    question: Question
    #: Whether they may.
    allowed: bool
    #: What a yes rests on; None where the answer is no.
    proof: Proof | None = None
    #: Every reason of the nearest chain, where the answer is no.
    refusals: tuple[Refusal, ...] = ()
    #: What a yes depends on and data cannot tell.
    conditions: tuple[str, ...] = attrs.field(default=(), repr=False)
    #: Holders who must act together with the one that was asked about.
    together_with: tuple[str, ...] = ()
    #: Ids of the persons and bodies who may instead, where the answer is no.
    instead: tuple[str, ...] = ()

    def text(self, lang: Lang = "sv") -> str:
        """Put the answer into words, as a jurist would write it.

        It is a basis for an assessment, and says so; a condition is quoted as the document has it.
        """
        return decision_text(self, lang)

    def to_dict(self, lang: Lang = "sv") -> dict[str, object]:
        """Say the decision in plain values, with its words in one language."""
        return decision_dict(self, lang)

    def html(self, lang: Lang = "sv") -> str:
        """Show the answer for people, as a notebook does: the text, with the chain as a list."""
        return framed(map(_marked, decision_parts(self, lang)), lang)

    def _repr_html_(self) -> str:
        """Show it in a notebook, in Swedish."""
        return self.html()


def _marked(part: Part) -> str:
    points = numbered(part.points) if part.points else ""
    return paragraph(part.said, first=part.first) + points
