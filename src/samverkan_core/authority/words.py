"""A decision in words, as a jurist would write it: the answer, the chain or what stands in the way.

Things are named by id: a name never stands here, so nothing is left to protect. The words are a
view of the answer; programs read its members.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest
from typing import Protocol

import attrs

from samverkan_core.authority import phrases
from samverkan_core.authority.parts import Holding, Link, Root
from samverkan_core.authority.phrases import either, joined
from samverkan_core.authority.question import Caveat, Question, Refusal, RefusalCode
from samverkan_core.authority.reasons import REASONS, Words
from samverkan_core.model.mandate import MandateKind, Power
from samverkan_core.values.labels import Lang

__all__ = [
    "Answer",
    "Chain",
    "Part",
    "caveat",
    "chain_text",
    "decision_parts",
    "decision_text",
    "refusal",
]


@attrs.frozen(kw_only=True)
class Part:
    """A part of an answer in words: what is said, and what is told under it, point by point."""

    #: What it begins with and should catch the eye: yes, no, on what condition.
    first: str = ""
    #: What is said.
    said: str
    #: What is told under it, to be numbered.
    points: tuple[str, ...] = ()


class Proviso(Protocol):
    """What says on what a yes depends."""

    @property
    def conditions(self) -> tuple[str, ...]:
        """What a yes depends on."""

    @property
    def together_with(self) -> tuple[str, ...]:
        """Who must act together with the one that was asked about."""


class Chain(Proviso, Protocol):
    """What the words of a proof are made from."""

    @property
    def question(self) -> Question:
        """What was asked."""

    @property
    def holding(self) -> Holding | None:
        """The appointment by which a person acts."""

    @property
    def links(self) -> tuple[Link, ...]:
        """The mandates, from the one that is held to the one that the others derive from."""

    @property
    def root(self) -> Root | None:
        """The ground."""

    @property
    def caveats(self) -> tuple[Caveat, ...]:
        """What may stand in the way."""


class Answer(Proviso, Protocol):
    """What the words of a decision are made from."""

    @property
    def question(self) -> Question:
        """What was asked."""

    @property
    def allowed(self) -> bool:
        """Whether they may."""

    @property
    def proof(self) -> Chain | None:
        """What a yes rests on."""

    @property
    def refusals(self) -> tuple[Refusal, ...]:
        """Every reason for a no."""

    @property
    def instead(self) -> tuple[str, ...]:
        """Who may instead."""


def decision_text(answer: Answer, lang: Lang) -> str:
    """Put a whole decision into words."""
    return _text(decision_parts(answer, lang))


def decision_parts(answer: Answer, lang: Lang) -> tuple[Part, ...]:
    """Put a whole decision into words part by part: first the answer itself, last what it is."""
    return _closed(_yes(answer, lang) if answer.allowed else _no(answer, lang), lang)


def chain_text(chain: Chain, lang: Lang) -> str:
    """Put a proof alone into words: what was asked, and what a yes rests on."""
    first = f"{_execution(lang)} " if _is_execution(chain) else ""
    about = f"{first}{_about(chain.question, lang)}"
    parts = (about, *_depends(chain, lang))
    return _text(_closed((*(Part(said=said) for said in parts), *_chain(chain, lang)), lang))


def _closed(parts: Iterable[Part], lang: Lang) -> tuple[Part, ...]:
    closing = either(
        "Underlag för bedömning, inte rättsligt besked.",
        "Material for an assessment, not a legal ruling.",
        lang,
    )
    return tuple(map(_shown, (*parts, Part(said=closing))))


def _shown(part: Part) -> Part:
    points = tuple(map(_line, part.points))
    return Part(first=_line(part.first), said=_line(part.said), points=points)


def _line(text: str) -> str:
    # What stands in the document is kept within its own line, so that no id can forge another.
    return phrases.showable(" ".join(text.split()))


def _text(parts: Iterable[Part]) -> str:
    """Write parts as lines, the points under each numbered."""
    lines: list[str] = []
    for part in parts:
        lines.append(f"{part.first} {part.said}" if part.first else part.said)
        lines += (f"{number}. {point}" for number, point in enumerate(part.points, start=1))
    return "\n".join(lines)


# --- yes -------------------------------------------------------------------------------------


def _yes(answer: Answer, lang: Lang) -> list[Part]:
    proof = answer.proof
    chain = [] if proof is None else _chain(proof, lang)
    first, may = _verdict(answer, lang)
    return [Part(first=first, said=f"{may} {_about(answer.question, lang)}"), *chain]


def _verdict(answer: Answer, lang: Lang) -> tuple[str, str]:
    """Say yes, and what to: first the word itself, with what it depends on, then what they may."""
    who, power = answer.question.who, answer.question.power.label(lang)
    if answer.proof is not None and _is_execution(answer.proof):
        may = either(
            f"{who} får utföra den inom sina egna uppgifter.",
            f"{who} may carry it out within their own duties.",
            lang,
        )
        return f"{_execution(lang)} {either('Ja,', 'Yes,', lang)}", may
    provided = _provided(answer, lang)
    may = either(f"{who} får {power}.", f"{who} may {power}.", lang)
    if not provided:
        return either("Ja.", "Yes.", lang), may
    return either("Ja, under förutsättning", "Yes, provided", lang), f"{provided}. {may}"


def _execution(lang: Lang) -> str:
    return either(
        "Ren verkställighet: åtgärden kräver ingen delegation.",
        "Pure execution: the measure needs no delegation.",
        lang,
    )


def _is_execution(chain: Chain) -> bool:
    return chain.root is None and not chain.links


def _depends(proviso: Proviso, lang: Lang) -> Iterator[str]:
    provided = _provided(proviso, lang)
    if provided:
        holds = either("Behörigheten förutsätter", "The power holds provided", lang)
        yield f"{holds} {provided}."


def _provided(proviso: Proviso, lang: Lang) -> str:
    """Say what a yes depends on; nothing where it depends on nothing."""
    found = []
    if proviso.together_with:
        others = joined(proviso.together_with, lang)
        found.append(
            either(
                f"att det sker tillsammans med {others}",
                f"that it takes place together with {others}",
                lang,
            )
        )
    if proviso.conditions:
        # A condition is the document's own text, perhaps no clause: it is quoted, not bent.
        quoted = "; ".join(condition.strip().rstrip(".") for condition in proviso.conditions)
        every, all_of = ("allt ", "all ") if len(proviso.conditions) > 1 else ("", "")
        found.append(
            either(
                f"att {every}detta är uppfyllt: {quoted}",
                f"that {all_of}this is fulfilled: {quoted}",
                lang,
            )
        )
    return joined(found, lang)


def _about(question: Question, lang: Lang) -> str:
    about = phrases.scope(question.on, lang)
    if about:
        return either(
            f"Frågan gäller {about} den {question.at}.",
            f"The question is about {about} on {question.at}.",
            lang,
        )
    return either(
        f"Frågan gäller den {question.at} och är ställd utan avgränsning.",
        f"The question is about {question.at} and is asked without any limit.",
        lang,
    )


def _chain(chain: Chain, lang: Lang) -> list[Part]:
    steps = (*_held(chain, lang), *_links(chain, lang), *_ground(chain, lang))
    heading = either("Behörigheten följer av:", "The power follows from:", lang)
    return [
        *([Part(said=heading, points=steps)] if steps else []),
        *(Part(said=said) for said in _agreed(chain, lang)),
        *_caveats(chain.caveats, lang),
    ]


def _held(chain: Chain, lang: Lang) -> Iterator[str]:
    """Say by which appointment a person acts."""
    held = chain.holding
    if held is None:
        return
    who, when = chain.question.who, phrases.period(held.period, lang)
    by = f"{phrases.appointment(held.kind, lang)} {held.appointment}"
    told = either(
        f"{who} {_office(held, lang)} genom {by}, {when}.",
        f"{who} {_office(held, lang)} by {by}, {when}.",
        lang,
    )
    yield " ".join([told, *_appointed(held, lang)])


def _office(held: Holding, lang: Lang) -> str:
    if held.role_kind is None:
        return either(f"är knuten till {held.office}", f"belongs to {held.office}", lang)
    office = f"{held.office} ({held.role_kind.label(lang)})"
    return either(f"har rollen {office}", f"holds the office {office}", lang)


def _appointed(held: Holding, lang: Lang) -> Iterator[str]:
    if held.appointed_by is not None:
        by = held.appointed_by
        yield either(f"Utsedd av {by}.", f"Appointed by {by}.", lang)
    if held.standing_in_for is not None:
        ordinary = held.standing_in_for
        yield either(
            f"Går in som ersättare för den ordinarie ({ordinary}), som inte är i tjänst.",
            f"Stands in for the ordinary holder ({ordinary}), who is not in service.",
            lang,
        )


def _links(chain: Chain, lang: Lang) -> Iterator[str]:
    for link, parent in zip_longest(chain.links, chain.links[1:]):
        # The ground of the last mandate is told as the ground of them all.
        ground = () if parent is None and chain.root is not None else _own_ground(link, lang)
        told = (_gives(link, lang), *_given(link, parent, lang), *_bounds(link, lang), *ground)
        yield " ".join(told)


def _gives(link: Link, lang: Lang) -> str:
    """Say what a mandate lets whom do, about what and when."""
    label = phrases.mandate(link.kind).label(lang).capitalize()
    can, when = phrases.powers(link.powers, lang), phrases.period(link.period, lang)
    about = phrases.scope(link.scope, lang)
    within = either(f" i fråga om {about}", f" in respect of {about}", lang) if about else ""
    holder = link.holder
    if link.as_substitute:
        holder = either(f"{holder} (ersättare)", f"{holder} (substitute)", lang)
    return either(
        f"{label} {link.mandate} ger {holder} rätt att {can}{within}, {when}.",
        f"{label} {link.mandate} gives {holder} the right to {can}{within}, {when}.",
        lang,
    )


def _given(link: Link, parent: Link | None, lang: Lang) -> Iterator[str]:
    """Say who gave a mandate, and which one it was delegated from."""
    word = phrases.mandate(link.kind)
    giver = link.granted_by
    by = "" if giver is None else either(f" av {giver}", f" by {giver}", lang)
    if parent is not None:
        above = f"{phrases.mandate(parent.kind).label(lang)} {parent.mandate}"
        sub, again = ("vidare", "sub-") if parent.kind is MandateKind.DELEGATION else ("", "")
        yield either(
            f"{word.it} är {sub}{word.bent('delegerad', 'delegerat')}{by} med stöd av {above}.",
            f"It was {again}delegated{by} from {above}.",
            lang,
        )
    elif by:
        given = word.bent("given", "givet")
        yield either(f"{word.it} är {given}{by}.", f"It was given{by}.", lang)


def _bounds(link: Link, lang: Lang) -> Iterator[str]:
    """Say how far a mandate goes beyond what and when: on to others, in urgency, to which end."""
    word = phrases.mandate(link.kind)
    if link.may_delegate:
        yield either(f"{word.it} får delegeras vidare.", "It may be delegated on.", lang)
    if link.urgent_only:
        yield either(
            f"{word.it} gäller endast brådskande ärenden.", "It holds in urgent matters only.", lang
        )
    if link.revoked_from is not None:
        revoked = word.bent("återkallad", "återkallat")
        yield either(
            f"{word.it} är {revoked} från och med {link.revoked_from}.",
            f"It is revoked from {link.revoked_from}.",
            lang,
        )


def _own_ground(link: Link, lang: Lang) -> Iterator[str]:
    ground = _basis(link, lang)
    if ground:
        yield either(f"Grund: {ground}.", f"Ground: {ground}.", lang)


def _basis(link: Link, lang: Lang) -> str:
    if link.basis is None:
        return ""
    return phrases.basis(link.basis, link.document_kind, link.decided_by, lang)


def _ground(chain: Chain, lang: Lang) -> Iterator[str]:
    """Say what the whole chain goes back to."""
    root = chain.root
    if root is None:
        return
    stated = _basis(chain.links[-1], lang) if chain.links else ""
    told = "; ".join(filter(None, [stated, *_unstated(root, chain.links, lang)]))
    where = f" – {told}" if told else ""
    kind = root.kind.label(lang)
    ground = either(f"Rättslig grund: {kind}{where}.", f"Legal ground: {kind}{where}.", lang)
    needless = either("Ingen delegation behövs.", "No mandate is needed.", lang)
    yield ground if chain.links else f"{ground} {needless}"


def _unstated(root: Root, links: Sequence[Link], lang: Lang) -> Iterator[str]:
    """Give what a root rests on, as far as the last mandate has not said so of itself."""
    own = links[-1].basis if links else None
    decided_by = None if own is None or own.resolution is None else own.resolution.body
    known = (None, decided_by, None if own is None else own.document)
    if root.rests_on not in known:
        yield str(root.rests_on)
    if root.provision is not None and (own is None or root.provision != own.provision):
        yield root.provision.cite(lang)


def _agreed(chain: Chain, lang: Lang) -> Iterator[str]:
    """Say what it is worth that several agree: it is no decision."""
    if chain.question.power is Power.AGREE:
        yield either(
            "Att enas är en gemensam hållning utan rättsverkan; varje huvudman beslutar i sin "
            "egen ordning.",
            "To agree is a joint position without legal effect; each principal decides by its own "
            "order.",
            lang,
        )


def _caveats(caveats: Sequence[Caveat], lang: Lang) -> list[Part]:
    if not caveats:
        return []
    heading = either("Förbehåll:", "Caveats:", lang)
    return [Part(said=heading, points=tuple(caveat(one, lang) for one in caveats))]


def caveat(one: Caveat, lang: Lang) -> str:
    """Say what may stand in the way, and why nothing is refused for it."""
    return either(
        f"{_resting(one, lang)}, men det är inte säkert att någon i projektet har läst lagtexten i "
        "den lydelse som gäller den dagen. Den som ansvarar för beslutet läser den.",
        f"{_resting(one, lang)}, but it is not certain that anybody in the project has read the "
        "statute in the wording that holds on that day. Whoever is responsible for the decision "
        "reads it.",
        lang,
    )


def _resting(one: Caveat, lang: Lang) -> str:
    provision, label = one.rests_on.cite(lang), one.code.label(lang)
    if one.code is RefusalCode.NO_LEGAL_ROOT:
        return either(
            f"{one.about} vilar på {provision}", f"{one.about} rests on {provision}", lang
        )
    return either(
        f"Hindret ”{label}” ({one.about}) kan följa av {provision}",
        f"The reason “{label}” ({one.about}) may follow from {provision}",
        lang,
    )


# --- no --------------------------------------------------------------------------------------


def _no(answer: Answer, lang: Lang) -> list[Part]:
    question = answer.question
    who, power = question.who, question.power.label(lang)
    may_not = either(f"{who} får inte {power}.", f"{who} may not {power}.", lang)
    reasons = tuple(_reason(one, question, lang) for one in answer.refusals)
    heading = either("Detta står i vägen:", "This stands in the way:", lang)
    return [
        Part(first=either("Nej.", "No.", lang), said=f"{may_not} {_about(question, lang)}"),
        *([Part(said=heading, points=reasons)] if reasons else []),
        Part(said=_instead(answer, lang)),
    ]


def _reason(one: Refusal, question: Question, lang: Lang) -> str:
    said, provision = refusal(one, question, lang), ""
    if one.rests_on is not None:
        provision = f"{either('Lagrum', 'Provision', lang)}: {one.rests_on.cite(lang)}. "
    remedy = either("Åtgärd", "Remedy", lang)
    return (
        f"{one.code.label(lang)} ({one.about}). {said.message} {provision}{remedy}: {said.remedy}"
    )


def refusal(one: Refusal, question: Question, lang: Lang) -> Words:
    """Say one reason for a no, what would mend it, and who acts."""
    return (
        REASONS[one.code]
        .words(lang)
        .filled(
            about=one.about,
            who=question.who,
            at=question.at.isoformat(),
            power=question.power.label(lang),
        )
    )


def _instead(answer: Answer, lang: Lang) -> str:
    power = answer.question.power.label(lang)
    if answer.instead:
        others = joined(answer.instead, lang)
        return either(f"I stället får {others} {power}.", f"Instead {others} may {power}.", lang)
    return either(
        f"Underlaget visar ingen som får {power} i stället.",
        f"The document shows nobody who may {power} instead.",
        lang,
    )
