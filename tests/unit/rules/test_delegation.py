"""MAN001 to MAN003: to whom boards delegate decisions, in how many steps, and what is reserved."""

import datetime as dt
from collections.abc import Callable, Iterable
from typing import Any, TypeVar

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverkan_core.authority.chain import chain_of
from samverkan_core.authority.limits import limits
from samverkan_core.authority.question import Question, Refusal, RefusalCode
from samverkan_core.authority.ways import Way, known
from samverkan_core.findings.finding import Finding, Force, Severity
from samverkan_core.findings.report import NotJudged
from samverkan_core.indexing import index
from samverkan_core.model.actor import Actor, ActorKind, Sector
from samverkan_core.model.appointment import Appointment, AppointmentKind
from samverkan_core.model.body import Body, BodyKind
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.model.document import DocumentKind, GoverningDocument
from samverkan_core.model.mandate import (
    Basis,
    BasisKind,
    Mandate,
    MandateKind,
    Matter,
    Power,
    Scope,
)
from samverkan_core.model.person import Person
from samverkan_core.model.role import Role, RoleKind
from samverkan_core.rules.delegation import delegated_too_far, reserved_by_law, wrong_delegate
from samverkan_core.rules.engine import Judgement
from samverkan_core.rules.rule import Rule
from samverkan_core.testing.asking.asked import Asked
from samverkan_core.testing.asking.draw import questions
from samverkan_core.values.source import Source, SourceKind
from samverkan_core.values.time import Period

Ask = Callable[..., Judgement]
T = TypeVar("T")

RULES = (wrong_delegate, delegated_too_far, reserved_by_law)
each_rule = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)

#: A day on which 7 kap. 5 and 6 §§, 6 kap. 37 and 38 §§ and 5 kap. 1 § of the local government act
#: have been read.
DAY = dt.date(2026, 5, 1)
#: The last day before the first on which 7 kap. 5 and 6 §§ and 6 kap. 38 § are known to have read
#: as they do.
UNREAD = dt.date(2025, 8, 31)
#: The last day of the wording of 6 kap. 37 § before the one that was read.
BEFORE_THE_WORDING_OF_2022 = dt.date(2022, 6, 30)
#: A day of the older act, which nobody has read.
OLDER = dt.date(2015, 3, 1)
#: A day before the table begins.
LONG_AGO = dt.date(1985, 1, 1)

EVER = Period(first_day=dt.date(1980, 1, 1))


def made(cls: type[T], id_: str, **members: object) -> T:
    """Make a thing, with a name where things of its class have one."""
    known: dict[str, Any] = {"id": id_, **members}
    if "name" in attrs.fields_dict(cls):  # type: ignore[arg-type]  # a class of the model
        known.setdefault("name", "Ett namn")
    return cls(**known)


ROLES = tuple(made(Role, kind.code, kind=kind) for kind in RoleKind)
BODIES = tuple(made(Body, kind.code, kind=kind) for kind in BodyKind)
ACTORS = (
    made(Actor, "förvaltningen", kind=ActorKind.ADMINISTRATION),
    made(Actor, "polisen", kind=ActorKind.POLICE, sector=Sector.STATE),
)
PERSONS = (*(made(Person, f"p-{kind.code}") for kind in AppointmentKind), made(Person, "p"))
APPOINTMENTS = tuple(
    made(Appointment, f"f-{k.code}", person=f"p-{k.code}", office="other", kind=k, period=EVER)
    for k in AppointmentKind
)
DOCUMENTS = tuple(made(GoverningDocument, kind.code, kind=kind) for kind in DocumentKind)


def mandate(id_: str, *to: str, parent: str | None = "nämnden", **members: object) -> Mandate:
    known: dict[str, Any] = {
        "id": id_,
        "kind": MandateKind.DELEGATION,
        "powers": (Power.DECIDE,),
        "period": EVER,
        "granted_to": to,
        "parent": parent,
        **members,
    }
    return Mandate(**known)


def board(**members: object) -> Mandate:
    return mandate("nämnden", "board", parent=None, **members)


def collaboration(*mandates: Mandate, matters: tuple[Matter, ...] = ()) -> Collaboration:
    return Collaboration(
        name="Hagby",
        actors=ACTORS,
        persons=PERSONS,
        roles=ROLES,
        appointments=APPOINTMENTS,
        bodies=BODIES,
        documents=DOCUMENTS,
        matters=matters,
        mandates=mandates,
    )


def under(*mandates: Mandate, matters: tuple[Matter, ...] = ()) -> Collaboration:
    """Give mandates with the board's own, which has no ground that other limits would hold for."""
    return collaboration(board(may_delegate=True), *mandates, matters=matters)


def law(ref: str, act: str = "kommunallagen (2017:725)") -> Source:
    return Source(kind=SourceKind.LAW, ref=ref, title=act)


def grounded(kind: BasisKind, document: str | None = None) -> Basis:
    known: dict[str, Any] = {"document": document}
    return Basis(kind=kind, provision=law("7 kap. 5 §"), **known)


def only(judgement: Judgement) -> Finding:
    """Give the one finding of a judgement that left nothing unjudged."""
    assert not judgement.not_judged
    (finding,) = judgement.findings
    return finding


@each_rule
def test_a_rule_of_law(rule: Rule) -> None:
    assert (rule.notice.force, rule.notice.severity) == (Force.LAW, Severity.ERROR)


@each_rule
def test_without_any_mandate(ask: Ask, rule: Rule) -> None:
    judgement = ask(rule, collaboration(), DAY)

    assert judgement.not_judged == (NotJudged(code=rule.code, lacked="mandates"),)


# --- whatever the fault: where and when the limits hold ---------------------------------------

COUNCIL_MATTER = made(Matter, "budget", provision=law("5 kap. 1 §"))
WRONG: dict[str, tuple[Mandate, ...]] = {
    "MAN001": (mandate("fel", "engaged"),),
    "MAN002": (
        mandate("rätt", "employee", granted_by="board"),
        mandate("fel", "employee", granted_by="employee", parent="rätt"),
    ),
    "MAN003": (mandate("fel", "committee", scope=Scope(matters=("budget",))),),  # type: ignore[arg-type]
}


def wrong(rule: Rule, top: Mandate | None = None, **members: object) -> Collaboration:
    """Give a document that breaks a rule, with other members of the mandate that does."""
    *first, last = WRONG[rule.code]
    changed: dict[str, Any] = members
    made_wrong = attrs.evolve(last, **changed)
    return collaboration(top or board(), *first, made_wrong, matters=(COUNCIL_MATTER,))


@each_rule
def test_it_is_told_of_the_mandate_in_which_it_lies(ask: Ask, rule: Rule) -> None:
    assert only(ask(rule, wrong(rule), DAY)).subject == "fel"


@each_rule
@pytest.mark.parametrize(
    ("period", "revoked", "found"),
    [
        (Period(first_day=DAY, last_day=DAY), None, True),
        (Period(first_day=DAY + dt.timedelta(1)), None, False),
        (Period(last_day=DAY - dt.timedelta(1)), None, False),
        (Period(first_day=DAY, last_day=DAY - dt.timedelta(1)), None, False),
        (EVER, DAY + dt.timedelta(1), True),
        (EVER, DAY, False),
    ],
    ids=["that day", "to come", "ended", "backwards", "revoked the day after", "revoked that day"],
)
def test_only_what_is_in_force_is_asked(
    ask: Ask, rule: Rule, period: Period, revoked: dt.date | None, found: bool
) -> None:
    judgement = ask(rule, wrong(rule, period=period, revoked_from=revoked), DAY)

    assert bool(judgement.findings) == found
    assert judgement.held == (not found)


@each_rule
def test_only_decisions_are_asked(ask: Ask, rule: Rule) -> None:
    others = tuple(power for power in Power if power is not Power.DECIDE)

    assert ask(rule, wrong(rule, powers=others), DAY).held


@each_rule
@pytest.mark.parametrize("parent", [None, "okänd", "fel"], ids=["none", "unknown", "itself"])
def test_what_derives_from_nothing_is_no_delegation(
    ask: Ask, rule: Rule, parent: str | None
) -> None:
    assert ask(rule, wrong(rule, parent=parent), DAY).held


@each_rule
@pytest.mark.parametrize(
    ("basis", "limited"),
    [
        (None, True),
        (grounded(BasisKind.GOVERNING_DOCUMENT, "rules_of_procedure"), True),
        (grounded(BasisKind.GOVERNING_DOCUMENT, "delegation_order"), True),
        (grounded(BasisKind.POLITICAL_DECISION), True),
        (grounded(BasisKind.LAW), False),
    ],
    ids=["none", "council", "order of no state authority", "no party of its own", "law"],
)
def test_other_grounds_follow_their_own_provisions(
    ask: Ask, rule: Rule, basis: Basis | None, limited: bool
) -> None:
    top = board(basis=basis, granted_by="council")

    assert ask(rule, wrong(rule, top), DAY).held != limited


@each_rule
def test_a_state_authority_follows_its_own_order(ask: Ask, rule: Rule) -> None:
    order = grounded(BasisKind.GOVERNING_DOCUMENT, "order_of_work")
    top = mandate("nämnden", "polisen", parent=None, basis=order)

    assert ask(rule, wrong(rule, top), DAY).held


@each_rule
def test_a_chain_that_gets_lost_goes_back_to_nothing_else(ask: Ask, rule: Rule) -> None:
    lost = mandate("nämnden", "board", parent="okänd")

    assert only(ask(rule, wrong(rule, lost), DAY)).subject == "fel"


@pytest.mark.parametrize(
    ("rule", "day", "row"),
    [
        (wrong_delegate, BEFORE_THE_WORDING_OF_2022, "se.kl.7-5"),
        (wrong_delegate, OLDER, "se.kl1991.6-33"),
        (delegated_too_far, UNREAD, "se.kl.7-6"),
        (delegated_too_far, OLDER, "se.kl1991.6-37"),
        (reserved_by_law, UNREAD, "se.kl.5-1"),
    ],
    ids=lambda value: getattr(value, "code", str(value)),
)
def test_nobody_is_accused_of_what_nobody_has_read(
    ask: Ask, rule: Rule, day: dt.date, row: str
) -> None:
    judgement = ask(rule, wrong(rule), day)

    assert not judgement.findings
    assert judgement.not_judged == (NotJudged(code=rule.code, subject="fel", lacked=row),)


def test_a_wrong_delegate_is_accused_from_the_first_day_of_a_wording_that_was_read(
    ask: Ask,
) -> None:
    """The section on employees was read as it stands since later, that on boards since 2022."""
    assert only(ask(wrong_delegate, wrong(wrong_delegate), UNREAD)).subject == "fel"
    first_day = BEFORE_THE_WORDING_OF_2022 + dt.timedelta(1)
    assert only(ask(wrong_delegate, wrong(wrong_delegate), first_day)).subject == "fel"


@each_rule
def test_before_there_was_any_such_provision(ask: Ask, rule: Rule) -> None:
    assert ask(rule, wrong(rule), LONG_AGO).held


@each_rule
def test_of_two_mandates_with_one_id_the_first_is_asked(ask: Ask, rule: Rule) -> None:
    document = wrong(rule)
    harmless = mandate("fel", parent=None)

    assert only(
        ask(rule, attrs.evolve(document, mandates=(*document.mandates, harmless)), DAY)
    ).subject
    assert ask(rule, attrs.evolve(document, mandates=(harmless, *document.mandates)), DAY).held


# --- MAN001 ----------------------------------------------------------------------------------


def test_a_consultant_is_no_delegate(ask: Ask) -> None:
    finding = only(ask(wrong_delegate, under(mandate("beslut", "employee", "engaged")), DAY))

    assert (finding.pointer, finding.subject) == ("/mandates/1/granted_to/1", "beslut")
    assert dict(finding.data) == {"mandate": "beslut", "holders": ("engaged",), "status": "engaged"}
    assert finding.message("sv") == (
        "Delegationen beslut ger beslutanderätt åt engaged, som är uppdragstagare eller konsult; "
        "en nämnd delegerar till utskott, presidium, ledamöter, ersättare och egna anställda, var "
        "för sig."
    )
    assert finding.message("en") == (
        "Delegation beslut gives the right to decide to engaged, engaged or a consultant; a board "
        "may delegate to committees, presidiums, members, substitutes and own employees, each "
        "alone."
    )


@pytest.mark.parametrize(
    ("holder", "status"),
    [
        ("förvaltningen", "actor"),
        ("steering_group", "body"),
        ("network", "body"),
        ("external", "external"),
        ("volunteer", "volunteer"),
        ("p-consultant", "person"),
        ("p-engaged", "person"),
    ],
)
def test_who_may_not_be_a_delegate(ask: Ask, holder: str, status: str) -> None:
    finding = only(ask(wrong_delegate, under(mandate("beslut", holder)), DAY))

    assert dict(finding.data)["status"] == status


@pytest.mark.parametrize(
    "holder",
    [
        *("committee", "presidium", "elected", "employee", "head_of_administration"),
        *("p-elected", "p-employed", "okänd"),
    ],
)
def test_who_may_be_a_delegate(ask: Ask, holder: str) -> None:
    assert ask(wrong_delegate, under(mandate("beslut", holder)), DAY).held


@pytest.mark.parametrize("kind", BasisKind, ids=lambda kind: kind.code)
def test_an_employee_of_another_principal_is_one_by_agreement(ask: Ask, kind: BasisKind) -> None:
    judgement = ask(wrong_delegate, under(mandate("beslut", "external", basis=grounded(kind))), DAY)

    assert judgement.held == (kind is BasisKind.AGREEMENT)


def test_a_person_without_any_appointment_cannot_be_judged(ask: Ask) -> None:
    judgement = ask(wrong_delegate, under(mandate("beslut", "p")), DAY)

    assert judgement.not_judged == (
        NotJudged(code="MAN001", subject="beslut", lacked="appointments"),
    )
    assert not judgement.findings


def test_a_substitute_is_a_delegate_too(ask: Ask) -> None:
    document = under(mandate("beslut", "employee", substitutes=("elected", "engaged", "engaged")))

    assert only(ask(wrong_delegate, document, DAY)).pointer == "/mandates/1/substitutes/1"


def test_each_wrong_delegate_is_told_in_order(ask: Ask) -> None:
    document = under(mandate("b", "volunteer", "network"), mandate("a", "external"))

    findings = ask(wrong_delegate, document, DAY).findings

    assert [finding.pointer for finding in findings] == [
        "/mandates/1/granted_to/0",
        "/mandates/1/granted_to/1",
        "/mandates/2/granted_to/0",
    ]


@pytest.mark.parametrize(
    ("to", "found"),
    [
        (("employee", "elected"), True),
        (("employee", "committee"), True),
        (("presidium", "committee"), False),
        (("employee", "employee", "okänd"), False),
    ],
)
def test_several_who_decide_together(ask: Ask, to: tuple[str, ...], found: bool) -> None:
    document = under(mandate("beslut", *to, jointly=True))

    for day in (DAY, BEFORE_THE_WORDING_OF_2022 + dt.timedelta(1)):
        findings = ask(wrong_delegate, document, day).findings
        told = [(one.pointer, dict(one.data)["status"]) for one in findings]
        assert told == ([("/mandates/1/jointly", "several")] if found else [])

    # Of the wording before that nobody has read the text, so nobody is accused.
    judgement = ask(wrong_delegate, document, BEFORE_THE_WORDING_OF_2022)
    unread = NotJudged(code="MAN001", subject="beslut", lacked="se.kl.6-37.v1")
    assert not judgement.findings
    assert judgement.not_judged == ((unread,) if found else ())


def test_several_who_decide_together_are_told_of_in_words(ask: Ask) -> None:
    document = under(mandate("beslut", "employee", "elected", jointly=True))

    assert only(ask(wrong_delegate, document, DAY)).message("sv") == (
        "Delegationen beslut ger beslutanderätt åt employee och elected, som ska besluta "
        "tillsammans; en nämnd delegerar till utskott, presidium, ledamöter, ersättare och egna "
        "anställda, var för sig."
    )


# --- MAN002 ----------------------------------------------------------------------------------


def steps(*givers: str) -> Collaboration:
    """Give a board's delegation, and one more by each giver from the one before."""
    links = [mandate("m-0", "employee", granted_by="board")]
    for number, giver in enumerate(givers, 1):
        above = f"m-{number - 1}"
        links.append(mandate(f"m-{number}", "employee", granted_by=giver, parent=above))
    return under(*links)


def test_an_employee_delegates_further(ask: Ask) -> None:
    finding = only(ask(delegated_too_far, steps("employee"), DAY))

    assert (finding.pointer, finding.subject) == ("/mandates/2/granted_by", "m-1")
    assert dict(finding.data) == {"mandate": "m-1", "giver": "employee", "step": ("not_head",)}
    assert finding.message("sv") == (
        "Vidaredelegationen m-1 är given av employee, som inte är förvaltningschef; bara en "
        "förvaltningschef får delegera vidare, och bara i ett led."
    )
    assert finding.message("en") == (
        "Delegation m-1 was given by employee, who is no head of administration; only a head of "
        "administration may delegate further, and only in one step."
    )


HEAD = "head_of_administration"


@pytest.mark.parametrize(
    ("givers", "found"),
    [
        ((HEAD,), {}),
        (("elected", HEAD), {}),
        (("committee", "p-employed"), {}),
        ((HEAD, "elected", "committee"), {}),
        (("okänd",), {}),
        ((HEAD, HEAD), {"m-2": ("second",)}),
        ((HEAD, "employee"), {"m-2": ("not_head", "second")}),
        ((HEAD, "elected", HEAD), {"m-3": ("second",)}),
        (("external",), {"m-1": ("not_head",)}),
        (("employee", HEAD), {"m-1": ("not_head",), "m-2": ("second",)}),
    ],
)
def test_steps(ask: Ask, givers: tuple[str, ...], found: dict[str, tuple[str, ...]]) -> None:
    judgement = ask(delegated_too_far, steps(*givers), DAY)

    assert {one.subject: dict(one.data)["step"] for one in judgement.findings} == found


def test_what_a_board_hands_on_from_its_own_right_is_no_further_step(ask: Ask) -> None:
    document = under(mandate("beslut", "employee", granted_by="employee"))

    assert ask(delegated_too_far, document, DAY).held


def test_delegations_that_come_back_to_themselves(ask: Ask) -> None:
    def ring(*ids: str) -> Collaboration:
        pairs = zip(ids, (*ids[1:], ids[0]), strict=True)
        links = (mandate(id_, granted_by=HEAD, parent=above) for id_, above in pairs)
        return collaboration(*links)

    assert ask(delegated_too_far, ring("a", "b"), DAY).held
    findings = ask(delegated_too_far, ring("a", "b", "c"), DAY).findings
    assert [dict(finding.data)["step"] for finding in findings] == [("second",)] * 3


# --- MAN003 ----------------------------------------------------------------------------------


def matter(id_: str, provision: Source | None = None, part_of: str | None = None) -> Matter:
    return made(Matter, id_, provision=provision, part_of=part_of)


def about(*matters: str, to: Iterable[str] = ("employee",), **members: Any) -> Mandate:
    named: dict[str, Any] = {"matters": matters}
    return mandate("beslut", *to, scope=Scope(**named), **members)


def test_a_matter_of_the_council(ask: Ask) -> None:
    finding = only(
        ask(reserved_by_law, under(about("annat", "budget"), matters=(COUNCIL_MATTER,)), DAY)
    )

    assert (finding.pointer, finding.subject) == ("/mandates/1/scope/matters/1", "beslut")
    assert finding.message("sv") == (
        "Delegationen beslut omfattar budget, men i sådana ärenden beslutar fullmäktige enligt "
        "5 kap. 1 § kommunallagen (2017:725)."
    )
    assert finding.message("en") == (
        "Delegation beslut covers budget, but such matters are decided by the council under "
        "5 kap. 1 § kommunallagen (2017:725)."
    )


PLACEMENT = law("30 kap. 6 §", "socialtjänstlagen (2025:400)")


@pytest.mark.parametrize(
    ("provision", "to", "found"),
    [
        (law("5 kap. 1 §"), ("committee",), True),
        (law("5 kap. 1 §"), ("council",), False),
        (law("5 kap. 1 §"), (), False),
        (law("5 kap. 2 §"), ("employee",), False),
        (PLACEMENT, ("committee",), False),
        (PLACEMENT, ("committee", "okänd"), False),
        (PLACEMENT, ("committee", "employee"), True),
        (PLACEMENT, ("presidium",), True),
        (PLACEMENT, ("p-elected",), True),
        (law("30 kap. 7 §", "socialtjänstlagen (2025:400)"), ("elected",), True),
        (law("30 kap. 8 §", "SoL (2025:400)"), ("förvaltningen",), True),
        (law("30 kap. 9 §", "socialtjänstlagen (2025:400)"), ("employee",), False),
        (None, ("employee",), False),
    ],
)
def test_for_whom_the_law_reserves(
    ask: Ask, provision: Source | None, to: tuple[str, ...], found: bool
) -> None:
    document = under(about("ärende", to=to), matters=(matter("ärende", provision),))

    assert bool(ask(reserved_by_law, document, DAY).findings) == found


def test_a_substitute_who_is_no_committee(ask: Ask) -> None:
    delegated = about("ärende", to=("committee",), substitutes=("employee",))
    document = under(delegated, matters=(matter("ärende", PLACEMENT),))

    assert only(ask(reserved_by_law, document, DAY)).subject == "beslut"


@pytest.mark.parametrize("to", ["employee", "committee", "okänd"])
def test_what_only_the_board_decides_is_delegated_to_nobody(ask: Ask, to: str) -> None:
    document = under(about("mål", to=(to,)), matters=(matter("mål", law("6 kap. 38 § 1")),))

    for day in (DAY, UNREAD + dt.timedelta(1)):
        finding = only(ask(reserved_by_law, document, day))
        assert finding.subject == "beslut"
        assert finding.message("sv") == (
            "Delegationen beslut omfattar mål, men i sådana ärenden beslutar nämnden själv enligt "
            "6 kap. 38 § kommunallagen (2017:725)."
        )


@pytest.mark.parametrize(
    ("day", "row"), [(UNREAD, "se.kl.6-38"), (BEFORE_THE_WORDING_OF_2022, "se.kl.6-38.v1")]
)
def test_nobody_is_accused_before_the_wording_that_was_read(
    ask: Ask, day: dt.date, row: str
) -> None:
    """Since 2022 the section holds, but what was read is a later wording of it."""
    document = under(about("mål"), matters=(matter("mål", law("6 kap. 38 § 1")),))

    judgement = ask(reserved_by_law, document, day)

    assert not judgement.findings
    assert judgement.not_judged == (NotJudged(code="MAN003", subject="beslut", lacked=row),)


def test_the_older_act_on_social_services(ask: Ask) -> None:
    older = law("10 kap. 4 §", "socialtjänstlagen (2001:453)")
    document = under(about("placering"), matters=(matter("placering", older),))

    for day in (dt.date(2024, 4, 1), dt.date(2025, 6, 30)):
        assert dict(only(ask(reserved_by_law, document, day)).data)["provision"] == older.cite()
    assert ask(reserved_by_law, document, dt.date(2025, 7, 1)).held
    assert ask(reserved_by_law, document, dt.date(2024, 3, 31)).not_judged


def test_a_group_that_a_matter_belongs_to(ask: Ask) -> None:
    document = under(
        about("delfråga", "budget"),
        matters=(
            matter("delfråga", part_of="led"),
            matter("led", part_of="budget"),
            COUNCIL_MATTER,
        ),
    )

    findings = ask(reserved_by_law, document, DAY).findings

    assert [dict(finding.data)["matter"] for finding in findings] == ["delfråga", "budget"]


def test_of_a_matter_and_its_group_the_nearest_provision_is_named(ask: Ask) -> None:
    near = law("30 kap. 7 §", "socialtjänstlagen (2025:400)")
    document = under(
        about("vård"),
        matters=(matter("vård", near, "vård"), matter("annat", PLACEMENT)),
    )
    grouped = under(
        about("vård"), matters=(matter("vård", near, "annat"), matter("annat", PLACEMENT))
    )

    for collab in (document, grouped):
        assert dict(only(ask(reserved_by_law, collab, DAY)).data)["provision"] == near.cite()


def test_a_delegation_of_everything_names_no_matter(ask: Ask) -> None:
    document = under(
        mandate("allt", "employee"),
        mandate("alla", "employee", scope=Scope(bodies=("board",))),  # type: ignore[arg-type]
        matters=(COUNCIL_MATTER,),
    )

    assert ask(reserved_by_law, document, DAY).held


# --- the rules say what an answer about authority says ----------------------------------------

_CODES = {
    RefusalCode.NOT_ELIGIBLE: wrong_delegate,
    RefusalCode.SUBDELEGATION_NOT_GRANTED: delegated_too_far,
}


def limits_of(collab: Collaboration, one: Mandate, holder: str, day: dt.date) -> set[Any]:
    """Give what stands against whoever would decide as one holder of a mandate."""
    book = index(collab)
    question = Question(who="", power=Power.DECIDE, on=Scope(), at=day)
    way = Way(mandate=one, holder=holder, substituting=holder not in one.granted_to)
    chain = chain_of(book, question, way)
    return {
        limit
        for limit in limits(book, question, way, chain.mandates, chain.root)
        if limit.about == one.id
    }


@given(asked=questions(), day=st.sampled_from([None, DAY, UNREAD, OLDER]))
def test_a_rule_accuses_where_nobody_may_decide(
    ask: Ask, asked: Asked, day: dt.date | None
) -> None:
    """A rule finds a delegation wrong exactly where a limit refuses what would be decided by it.

    Persons who are named, and ids that nothing has, are left out: a rule accuses nobody of what is
    only not recorded.
    """
    day = day or asked.at
    mandates = index(asked.collab).shelves["mandates"]
    firsts = (mandates.things[position] for position in mandates.first.values())
    asked_of = [one for one in firsts if _decides(one, day)]
    for code, rule in _CODES.items():
        accused = {
            finding.subject
            for finding in ask(rule, asked.collab, day).findings
            if dict(finding.data).get("status") != "person"
        }
        refused = {
            one.id
            for one in asked_of
            for holder in _holders(asked.collab, one, code)
            for limit in limits_of(asked.collab, one, holder, day)
            if limit.code is code and isinstance(limit, Refusal)
        }
        assert accused == refused


def _decides(one: Mandate, day: dt.date) -> bool:
    revoked = one.revoked_from is not None and one.revoked_from <= day
    return Power.DECIDE in one.powers and one.period.holds_on(day) and not revoked


def _holders(collab: Collaboration, one: Mandate, code: RefusalCode) -> Iterable[str]:
    """Give the holders of a mandate of whom a rule says what a limit says."""
    if code is RefusalCode.SUBDELEGATION_NOT_GRANTED:
        return ("whoever",)  # who holds it does not matter, but who gave it
    found = {id_: known(index(collab), id_) for id_ in (*one.granted_to, *one.substitutes)}
    return [id_ for id_, holder in found.items() if isinstance(holder, Role | Body | Actor)]


@given(asked=questions(), rule=st.sampled_from(RULES))
def test_nobody_is_accused_before_the_wording_was_read(ask: Ask, asked: Asked, rule: Rule) -> None:
    for day in (OLDER, dt.date(2020, 1, 1)):
        assert not ask(rule, asked.collab, day).findings


@given(asked=questions(), rule=st.sampled_from(RULES))
def test_a_ground_of_its_own_takes_every_accusation_away(
    ask: Ask, asked: Asked, rule: Rule
) -> None:
    """Where every chain goes back to a law, no limit of boards holds."""
    own = grounded(BasisKind.LAW)
    tops = (
        attrs.evolve(one, basis=own) if one.parent is None else one for one in asked.collab.mandates
    )
    collab = attrs.evolve(asked.collab, mandates=tuple(tops))
    mandates = index(collab).shelves["mandates"]
    for finding in ask(rule, collab, DAY).findings:
        seen: list[str | None] = [finding.subject]
        while (one := mandates.get(seen[-1])) is not None and seen.count(one.parent) == 0:
            seen.append(one.parent)
        # The chain gets lost: at an id that no mandate has, or at one that it has passed.
        assert seen[-1] is not None


@given(asked=questions(), rule=st.sampled_from(RULES))
def test_the_order_of_the_document_does_not_matter(ask: Ask, asked: Asked, rule: Rule) -> None:
    collab = asked.collab
    ids = [one.id for one in collab.mandates]
    if len(set(ids)) == len(ids):
        turned = attrs.evolve(collab, mandates=collab.mandates[::-1])
        found = [
            {finding.data for finding in ask(rule, one, DAY).findings} for one in (collab, turned)
        ]
        assert found[0] == found[1]
