"""LAW001: mandates and matters that go on citing law that has been repealed."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverkan_core.authority.phrases import mandate as word
from samverkan_core.findings.finding import Finding, Severity
from samverkan_core.findings.report import NotJudged
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.model.mandate import Basis, BasisKind, Mandate, MandateKind, Matter, Power
from samverkan_core.reference.laws import Law, laws
from samverkan_core.rules.citations import law_gone
from samverkan_core.rules.engine import Judgement
from samverkan_core.testing.asking.asked import Asked
from samverkan_core.testing.asking.draw import questions
from samverkan_core.values.source import Source, SourceKind
from samverkan_core.values.time import Period

Ask = Callable[..., Judgement]

#: The day on which a board adopted an order that still cites the older local government act.
ADOPTED = dt.date(2019, 1, 10)
#: The last day of the older act on social services.
LAST = dt.date(2025, 6, 30)
EVER = Period(first_day=dt.date(2010, 1, 1))

OLD = "kommunallagen (1991:900)"
NEW = "kommunallagen (2017:725)"
SOL = "socialtjänstlagen (2001:453)"


def law(ref: str, title: str | None = None, kind: SourceKind = SourceKind.LAW) -> Source:
    return Source(kind=kind, ref=ref, title=title)


def mandate(
    provision: Source | None, *sources: Source, id_: str = "delegation", **members: object
) -> Mandate:
    known: dict[str, Any] = {
        "id": id_,
        "kind": MandateKind.DELEGATION,
        "powers": (Power.DECIDE,),
        "period": EVER,
        **members,
    }
    basis = Basis(kind=BasisKind.GOVERNING_DOCUMENT, provision=provision)
    return Mandate(**known, basis=basis, sources=sources)


def matter(provision: Source | None, *sources: Source, id_: str = "ärende") -> Matter:
    known: dict[str, Any] = {"id": id_, "name": "Ett ärende"}
    return Matter(**known, provision=provision, sources=sources)


QUIET = mandate(None, id_="uppdrag")


def collaboration(*things: Mandate | Matter) -> Collaboration:
    return Collaboration(
        name="Hagby",
        mandates=tuple(one for one in things if isinstance(one, Mandate)),
        matters=tuple(one for one in things if isinstance(one, Matter)),
    )


def only(judgement: Judgement) -> Finding:
    """Give the one finding of a judgement that left nothing unjudged."""
    assert not judgement.not_judged
    (finding,) = judgement.findings
    return finding


def test_an_order_of_2019_that_cites_the_act_of_1991(ask: Ask) -> None:
    finding = only(ask(law_gone, collaboration(mandate(law("6 kap. 33–35 §§", OLD))), ADOPTED))

    assert (finding.pointer, finding.subject) == ("/mandates/0/basis/provision", "delegation")
    assert finding.severity is Severity.WARNING
    assert dict(finding.data) == {
        "what": "delegation",
        "subject": "delegation",
        "citation": f"6 kap. 33–35 §§ {OLD}",
        "instead": tuple(
            f"{ref} {NEW}"
            for ref in ("6 kap. 37 §", "7 kap. 5 §", "6 kap. 38 §", "6 kap. 40 §", "7 kap. 8 §")
        ),
    }


def test_its_words(ask: Ask) -> None:
    finding = only(ask(law_gone, collaboration(mandate(law("6 kap. 37 §", OLD))), ADOPTED))

    assert finding.message("sv") == (
        "Delegationen delegation hänvisar till 6 kap. 37 § kommunallagen (1991:900), som inte "
        "längre gäller (i stället: 7 kap. 6 § kommunallagen (2017:725))."
    )
    assert finding.message("en") == (
        "Delegation delegation cites 6 kap. 37 § kommunallagen (1991:900), which is no longer in "
        "force (in its place: 7 kap. 6 § kommunallagen (2017:725))."
    )


def test_where_nothing_is_known_to_have_taken_its_place(ask: Ask) -> None:
    made = collaboration(QUIET, matter(law("99 kap. 1 §", OLD)))

    finding = only(ask(law_gone, made, ADOPTED))

    assert finding.message("sv") == (
        "Ärendet ärende hänvisar till 99 kap. 1 § kommunallagen (1991:900), som inte längre gäller "
        "(i stället: framgår inte av tabellen)."
    )
    assert finding.message("en").endswith("no longer in force (in its place: not in the table).")


@pytest.mark.parametrize("kind", MandateKind, ids=lambda kind: kind.code)
def test_each_kind_of_mandate_has_its_word(ask: Ask, kind: MandateKind) -> None:
    one = mandate(law("6 kap. 33 §", OLD), kind=kind)

    message = only(ask(law_gone, collaboration(one), ADOPTED)).message("sv")

    assert message.lower().startswith(f"{word(kind).label('sv')} ")


def test_without_any_mandate(ask: Ask) -> None:
    made = collaboration(matter(law("6 kap. 33 §", OLD)))

    assert ask(law_gone, made, ADOPTED).not_judged == (NotJudged(code="LAW001", lacked="mandates"),)


def test_the_last_day_of_an_act(ask: Ask) -> None:
    made = collaboration(mandate(law("14 kap. 1 §", SOL)))

    assert ask(law_gone, made, LAST).held
    assert only(ask(law_gone, made, LAST + dt.timedelta(1))).subject == "delegation"


@pytest.mark.parametrize(
    "source",
    [
        law("6 kap. 38 §", NEW),
        law("7 kap. 99 §", NEW),
        law("enligt lag"),
        law("6 kap. 33 §"),
        law("1 kap. 1 § lagen (1700:1)"),
    ],
    ids=["in force", "not in the table", "no citation", "of no act", "of an unknown act"],
)
def test_what_holds_or_is_not_known(ask: Ask, source: Source) -> None:
    assert ask(law_gone, collaboration(mandate(source, source), matter(source)), ADOPTED).held


def test_every_place_that_cites_law(ask: Ask) -> None:
    gone, seed = law("6 kap. 34 §", OLD), law("6 kap. 34 §", OLD, kind=SourceKind.PUBLICATION)
    made = collaboration(
        mandate(gone, seed, gone), QUIET, matter(None), matter(gone, gone, id_="b")
    )

    findings = ask(law_gone, made, ADOPTED).findings

    assert [finding.pointer for finding in findings] == [
        "/mandates/0/basis/provision",
        "/mandates/0/sources/1",
        "/matters/1/provision",
        "/matters/1/sources/0",
    ]


def test_what_is_named_without_its_number_is_not_certain(ask: Ask) -> None:
    short = law("6 kap. 33 §", "KL")
    made = collaboration(mandate(short, short), matter(short, short))

    judgement = ask(law_gone, made, ADOPTED)

    assert not judgement.findings
    assert [(one.subject, one.lacked) for one in judgement.not_judged] == [
        ("delegation", "basis.provision"),
        ("delegation", "sources"),
        ("ärende", "provision"),
        ("ärende", "sources"),
    ]


@pytest.mark.parametrize(
    ("period", "revoked", "found"),
    [
        (Period(first_day=ADOPTED, last_day=ADOPTED), None, True),
        (Period(first_day=ADOPTED + dt.timedelta(1)), None, False),
        (Period(last_day=ADOPTED - dt.timedelta(1)), None, False),
        (EVER, ADOPTED + dt.timedelta(1), True),
        (EVER, ADOPTED, False),
    ],
)
def test_a_mandate_that_has_ended_is_history(
    ask: Ask, period: Period, revoked: dt.date | None, found: bool
) -> None:
    one = mandate(law("6 kap. 33 §", OLD), period=period, revoked_from=revoked)

    assert ask(law_gone, collaboration(one), ADOPTED).held != found


def test_of_two_with_one_id_the_first_is_asked(ask: Ask) -> None:
    gone = law("6 kap. 33 §", OLD)
    made = collaboration(mandate(None), mandate(gone), matter(None), matter(gone))

    assert ask(law_gone, made, ADOPTED).held


# --- laws ------------------------------------------------------------------------------------

rows = st.sampled_from(laws())
days = st.dates(dt.date(2010, 1, 1), dt.date(2030, 1, 1))


@given(row=rows, day=days)
def test_a_row_is_told_only_after_its_last_day(ask: Ask, row: Law, day: dt.date) -> None:
    judgement = ask(law_gone, collaboration(mandate(row.as_source())), day)

    if row.holds(day):
        assert judgement.held
    if judgement.findings:
        assert row.ended(day) or day < row.first_day


@given(row=rows, day=days)
def test_what_is_said_to_hold_instead_can_be_cited_instead(
    ask: Ask, row: Law, day: dt.date
) -> None:
    for finding in ask(law_gone, collaboration(mandate(row.as_source())), day).findings:
        after = [law(citation) for citation in dict(finding.data)["instead"]]  # type: ignore[union-attr]
        assert not ask(law_gone, collaboration(mandate(None, *after)), day).findings


@given(asked=questions(), day=days)
def test_each_place_is_judged_by_itself(ask: Ask, asked: Asked, day: dt.date) -> None:
    """What is told of a document is what is told of its mandates and of its matters alone."""
    collab = asked.collab
    whole = ask(law_gone, collab, day)
    quiet = attrs.evolve(collab, matters=())
    alone = attrs.evolve(
        collab, mandates=tuple(attrs.evolve(one, basis=None, sources=()) for one in collab.mandates)
    )
    parts = [ask(law_gone, part, day) for part in (quiet, alone)]
    if collab.mandates:
        assert whole.findings == (*parts[0].findings, *parts[1].findings)
        assert whole.not_judged == (*parts[0].not_judged, *parts[1].not_judged)
