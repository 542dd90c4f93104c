"""Checking: which rules are asked, what their silence means, and what somebody answers for."""

import datetime as dt
import hashlib
import os
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import attrs
import pendulum
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from samverkan_core.checking import accept, check, explain
from samverkan_core.errors import (
    CannotAccept,
    CodeTaken,
    InvalidValue,
    NotADay,
    UnknownCode,
    UnknownLanguage,
)
from samverkan_core.findings.acceptance import data_of
from samverkan_core.findings.finding import Finding, Force, Pillar, Severity, Texts
from samverkan_core.findings.report import NotJudged
from samverkan_core.indexing import ITSELF, View, index
from samverkan_core.model.actor import Actor, ActorKind
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.model.focus_area import FocusArea
from samverkan_core.rules.catalogue import RULES, VERSION
from samverkan_core.rules.profiles import PROFILES
from samverkan_core.rules.profiles.common import COMMON, severity_in
from samverkan_core.rules.profiles.profile import Profile, Weight
from samverkan_core.rules.rule import Asked, Breach, Outcome, Rule, Unjudged, rule
from samverkan_core.serialization.load import loads
from samverkan_core.serialization.reports import NOTICES
from samverkan_core.serialization.write import dumps
from samverkan_core.testing.anything import collaborations
from samverkan_core.values.ids import ActorId, FocusAreaId
from samverkan_core.values.labels import Lang

DAY = dt.date(2015, 3, 1)
ACTORS = (
    Actor(id=ActorId("a"), name="A", kind=ActorKind.SCHOOL),
    Actor(id=ActorId("b"), name="B", kind=ActorKind.POLICE),
)
COLLAB = Collaboration(
    name="n", actors=ACTORS, focus_areas=(FocusArea(id=FocusAreaId("f"), name="F"),)
)
TEXTS = Texts(message="{id}.", why="w.", remedy="r.")


def own(code: str = "OWN001", *, force: Force = Force.HOUSE_RULE, of_state: bool = False) -> Rule:
    """Make a rule of a caller's own: a school is wrong, and of the police nothing is known."""

    @rule(
        code,
        Severity.WARNING,
        Pillar.STRUCTURE,
        force,
        reads=("actors",),
        sv=TEXTS,
        en=TEXTS,
        of_state=of_state,
    )
    def made(view: View, _: Asked) -> Iterator[Outcome]:
        for actor in view.actors:
            if actor.kind is ActorKind.SCHOOL:
                yield Breach(view.place(actor), actor.id, id=actor.id)
            else:
                yield Unjudged(actor.id, "kind")

    return made


ONLY_OWN = Profile(name="own", without=tuple(found.code for found in RULES))


def only(*rules: Rule, collab: Collaboration = COLLAB, **options: Any) -> Any:
    """Ask none but a caller's own rules."""
    return check(collab, profile=ONLY_OWN, more_rules=rules, **options)


# --- which rules are asked -------------------------------------------------------------------


def test_rules_of_state_wait_for_a_day() -> None:
    waiting = {found.code for found in RULES if found.of_state}
    assert waiting
    assert set(check(COLLAB).not_run) == waiting
    assert check(COLLAB, at=DAY).not_run == ()
    report = only(own(of_state=True))
    assert (report.not_run, len(report), report.held) == (("OWN001",), 0, ())
    assert len(only(own(of_state=True), at=DAY)) == 1


@pytest.mark.parametrize("at", ["2015-03-01", dt.datetime(2015, 3, 1, tzinfo=dt.UTC), 20150301])
def test_the_day_is_a_day(at: Any) -> None:
    with pytest.raises(NotADay):
        check(COLLAB, at=at)


def test_a_librarys_day_is_a_day() -> None:
    report = check(COLLAB, at=pendulum.date(2015, 3, 1))
    assert report == check(COLLAB, at=DAY)
    assert type(report.stamp.day) is dt.date


def test_an_index_is_checked_like_what_it_was_made_of() -> None:
    assert check(index(COLLAB), at=DAY) == check(COLLAB, at=DAY)


def test_a_callers_rules_are_asked_too() -> None:
    (finding,) = check(COLLAB, at=DAY, more_rules=iter([own()])).by_code("OWN001")
    assert (finding.pointer, finding.subject, finding.data) == ("/actors/0", "a", (("id", "a"),))
    assert finding.severity is Severity.WARNING


@pytest.mark.parametrize("code", ["FOC003", "TYP001", "RUL001", "PRO001"])
def test_a_code_that_is_taken_cannot_be_a_callers_own(code: str) -> None:
    with pytest.raises(CodeTaken, match=f"the code '{code}' is taken"):
        check(COLLAB, more_rules=[own(code)])


def test_a_callers_codes_stand_once_too() -> None:
    with pytest.raises(CodeTaken, match="'OWN001'"):
        check(COLLAB, more_rules=[own(), own("OWN002"), own()])


@pytest.mark.parametrize(
    "naming",
    [
        Profile(name="p", without=("ACT001", "FOC033")),
        Profile(name="p", weights=(Weight(code="FOC033", severity=Severity.INFO),)),
    ],
    ids=["without", "weights"],
)
@pytest.mark.parametrize("at", [DAY, None])
def test_a_callers_profile_names_codes_that_there_are(naming: Profile, at: Any) -> None:
    said = "no rule of the library or of more_rules has the code 'FOC033'; did you mean 'FOC003'?"
    for more in ([], [own()]):
        with pytest.raises(UnknownCode) as raised:
            check(COLLAB, at=at, profile=naming, more_rules=more)
        assert (str(raised.value), raised.value.code) == (said, "FOC033")
    assert check(COLLAB, at=at, profile=naming, more_rules=[own("FOC033")]).stamp.profile == "p"


def test_a_profile_may_name_a_callers_own_code_only_with_its_rule() -> None:
    naming = Profile(name="p", without=("OWN001",))
    with pytest.raises(UnknownCode, match="'OWN001'; did you mean 'OWN002'"):
        check(COLLAB, profile=naming, more_rules=[own("OWN002")])
    assert check(COLLAB, profile=naming, more_rules=iter([own()])).stamp.profile == "p"


def test_of_several_unknown_codes_the_first_in_order_is_told() -> None:
    naming = Profile(name="p", without=("QQQ002", "QQQ001", "QQQ003"))
    with pytest.raises(UnknownCode, match="has the code 'QQQ001'"):
        check(COLLAB, profile=naming)


@pytest.mark.parametrize("code", ["RUL001", "PRO001", "TYP003"])
def test_a_profile_cannot_weigh_what_no_rule_says(code: str) -> None:
    with pytest.raises(UnknownCode, match=f"has the code '{code}'"):
        check(COLLAB, profile=Profile(name="p", without=(code,)))


@pytest.mark.parametrize("profile", PROFILES.values(), ids=lambda profile: profile.name)
def test_a_profile_that_ships_names_codes_that_there_are(profile: Profile) -> None:
    assert check(COLLAB, profile=profile) == check(COLLAB, profile=profile.name)


def test_a_profile_weighs_and_leaves_out() -> None:
    weighing = attrs.evolve(ONLY_OWN, weights=(Weight(code="OWN001", severity=Severity.ERROR),))
    (finding,) = check(COLLAB, profile=weighing, more_rules=[own()])
    assert finding.severity is Severity.ERROR
    leaving = attrs.evolve(ONLY_OWN, without=(*ONLY_OWN.without, "OWN001"))
    report = check(COLLAB, profile=leaving, more_rules=[own()])
    assert (len(report), report.held, report.not_judged, report.not_run) == (0, (), (), ())
    assert report.left_out == tuple(sorted(leaving.without))


def test_a_report_names_the_rules_that_its_profile_leaves_out() -> None:
    assert check(COLLAB, at=DAY).left_out == ()
    without = attrs.evolve(ONLY_OWN, without=("STP005", "FOC001"))
    report = check(COLLAB, profile=without)
    assert report.left_out == ("FOC001", "STP005")
    silent = {*report.held, *report.not_run, *(missing.code for missing in report.not_judged)}
    assert silent.isdisjoint(report.left_out)


def test_the_profile_is_the_one_given_or_the_documents_or_the_common_one() -> None:
    named = attrs.evolve(COLLAB, profile="common")
    assert check(COLLAB).stamp.profile == "common"
    assert check(named).stamp.profile == "common"
    assert check(named, profile=ONLY_OWN).stamp.profile == "own"
    assert len(check(named).by_code("PRO001")) == 0


@pytest.mark.parametrize(("given_", "place"), [("Sundbyberg", ""), (None, "/profile")])
def test_a_profile_that_does_not_exist_is_told_and_common_is_used(
    given_: str | None, place: str
) -> None:
    collab = attrs.evolve(COLLAB, profile="commun" if given_ is None else "common")
    report = check(collab, at=DAY, profile=given_)
    (finding,) = report.by_code("PRO001")
    assert (finding.severity, finding.pointer) == (Severity.WARNING, place)
    assert given_ or "commun" in finding.message()
    assert "common" in finding.remedy()
    assert report.stamp.profile == "common"
    rest = [found for found in report if found.code != "PRO001"]
    assert rest == list(check(COLLAB, at=DAY))


# --- what silence means ----------------------------------------------------------------------


def test_what_could_not_be_judged_is_told_of_each_thing() -> None:
    report = only(own())
    assert report.not_judged == (NotJudged(code="OWN001", subject="b", lacked="kind"),)
    assert report.held == ()


def test_a_rule_about_an_empty_collection_is_not_judged() -> None:
    report = only(own(), collab=Collaboration(name="n"))
    assert report.not_judged == (NotJudged(code="OWN001", lacked="actors"),)
    assert (len(report), report.held) == (0, ())


def test_a_rule_that_holds_is_named() -> None:
    harmless = attrs.evolve(own(), judge=lambda *_: iter(()))
    assert only(harmless).held == ("OWN001",)


def test_a_rule_that_stops_is_told_and_the_others_are_asked() -> None:
    def stops(view: View, _: Asked) -> Iterator[Outcome]:
        yield Breach("", None, id="seen before the stop")
        raise KeyError(f"hemligt {view.actors.things[0].name}")

    report = only(attrs.evolve(own(), judge=stops), own("OWN002"))
    failed, *_ = report
    assert [found.code for found in report] == ["RUL001", "OWN002"]
    assert failed.message() == (
        "Regeln OWN001 avbröts av ett programfel (KeyError); övriga regler har prövats."
    )
    assert "hemligt" not in str(failed.to_dict())
    assert report.held == ()


def test_a_rule_that_reads_more_than_it_declares_stops() -> None:
    def greedy(view: View, _: Asked) -> Iterator[Outcome]:
        yield from (Unjudged(role.id, "x") for role in view.roles)

    (failed,) = only(attrs.evolve(own(), judge=greedy))
    assert dict(failed.data) == {"error": "UndeclaredRead", "rule": "OWN001"}


def test_a_rule_of_history_that_asks_for_the_day_stops() -> None:
    def asks(_: View, asked: Asked) -> Iterator[Outcome]:
        yield Breach("", None, id=str(asked.day))

    (failed,) = only(attrs.evolve(own(), judge=asks))
    assert dict(failed.data)["error"] == "UndeclaredRead"
    (finding,) = only(attrs.evolve(own(), judge=asks, reads=(ITSELF,)), at=DAY)
    assert dict(finding.data) == {"id": "2015-03-01"}


def test_a_breach_that_is_told_twice_is_found_once() -> None:
    def twice(_: View, __: Asked) -> Iterator[Outcome]:
        yield from 2 * (Breach("", None, id="x"), Unjudged(None, "y"))

    report = only(attrs.evolve(own(), judge=twice))
    assert (len(report), len(report.not_judged)) == (1, 1)


def test_a_report_is_stamped() -> None:
    stamp = check(COLLAB, at=DAY).stamp
    assert (stamp.day, stamp.profile, stamp.catalogue) == (DAY, "common", VERSION)
    assert stamp.digest == hashlib.sha256(dumps(COLLAB)).hexdigest()
    assert check(COLLAB).stamp.day is None


# --- what somebody answers for ---------------------------------------------------------------


def accepted(collab: Collaboration, finding: Finding, last_day: dt.date = DAY) -> Collaboration:
    """Accept a finding for a while."""
    return accept(collab, finding, reason="Prövas i höst.", owner="styrgruppen", last_day=last_day)


def test_an_accepted_finding_is_set_apart_until_its_last_day() -> None:
    (finding,) = only(own())
    collab = accepted(COLLAB, finding)
    on_the_day = only(own(), collab=collab, at=DAY)
    assert (list(on_the_day), list(on_the_day.accepted)) == ([], [finding])
    assert on_the_day.ok(Severity.INFO)
    for at in (None, DAY + dt.timedelta(days=1)):
        later = only(own(), collab=collab, at=at)
        assert (list(later), list(later.accepted)) == ([finding], [])
    (one,) = on_the_day.answerable
    assert (one.finding, one.owner, one.last_day) == (finding, "styrgruppen", DAY)
    lapsed = only(own(), collab=collab, at=DAY + dt.timedelta(days=1))
    assert lapsed.answerable == on_the_day.answerable
    assert only(own(), collab=collab, at=None).answerable == ()


def test_an_acceptance_stands_in_the_document() -> None:
    (finding,) = only(own())
    collab = accepted(COLLAB, finding)
    (acceptance,) = collab.acceptances
    assert (acceptance.code, acceptance.subject, acceptance.data) == (
        "OWN001",
        "a",
        data_of(finding),
    )
    assert COLLAB.acceptances == ()
    again = loads(dumps(collab))
    assert again == collab
    assert list(only(own(), collab=again, at=DAY).accepted) == [finding]


def test_an_accepted_finding_moves_with_its_thing() -> None:
    (finding,) = only(own())
    collab = attrs.evolve(accepted(COLLAB, finding), actors=tuple(reversed(ACTORS)))
    report = only(own(), collab=collab, at=DAY)
    assert [found.pointer for found in report.accepted] == ["/actors/1"]


def test_what_rests_on_a_law_cannot_be_accepted() -> None:
    (finding,) = only(own(force=Force.LAW))
    with pytest.raises(CannotAccept, match="OWN001 rests on a law and cannot be accepted"):
        accepted(COLLAB, finding)
    (harmless,) = only(own())
    assert len(only(own(force=Force.LAW), collab=accepted(COLLAB, harmless), at=DAY)) == 1


@pytest.mark.parametrize(
    "wrong", [{"reason": ""}, {"owner": " "}, {"last_day": "2015-03-01"}], ids=repr
)
def test_an_acceptance_says_why_who_and_until_when(wrong: dict[str, Any]) -> None:
    (finding,) = only(own())
    members: dict[str, Any] = {"reason": "r", "owner": "o", "last_day": DAY, **wrong}
    with pytest.raises(InvalidValue):
        accept(COLLAB, finding, **members)


# --- explaining ------------------------------------------------------------------------------


@pytest.mark.parametrize("code", NOTICES)
@pytest.mark.parametrize("lang", ["sv", "en"])
def test_every_code_is_explained(code: str, lang: Lang) -> None:
    notice, text = NOTICES[code], explain(code, lang)
    first = text.splitlines()[0]
    assert first.startswith(f"{code} · {notice.severity.label(lang)}")
    # Where it weighs otherwise for those who follow no text of a municipality's own, that is said.
    in_common = severity_in(COMMON, notice)
    assert ("common" in first) == (in_common is not notice.severity)
    assert in_common.label(lang) in first
    for said in (notice.texts(lang).why, notice.texts(lang).remedy):
        assert said in text
    for source in notice.sources:
        assert source.cite(lang) in text


@pytest.mark.parametrize(
    ("code", "first"),
    [
        ("TYP002", "TYP002 · Brist · Filformat"),
        ("MAN001", "MAN001 · Brist · Styrning · Lag"),
        ("FOC003", "FOC003 · Brist (Påpekande i profilen common) · Struktur · Ur arbetssättet"),
    ],
)
def test_what_weighs_is_said_once(code: str, first: str) -> None:
    assert explain(code).splitlines()[0] == first


def test_swedish_is_spoken_unless_another_language_is_asked_for() -> None:
    assert explain("FOC003") == explain("FOC003", "sv") != explain("FOC003", "en")


def test_an_unknown_code_names_the_nearest() -> None:
    with pytest.raises(UnknownCode, match="did you mean 'FOC003'"):
        explain("FOC03")
    with pytest.raises(UnknownLanguage):
        explain("FOC003", "de")  # type: ignore[arg-type]


# --- the same everywhere ---------------------------------------------------------------------

SAME = """
import datetime, sys
import samverkan_core as sam
text = sys.stdin.buffer.read()
report = sam.check_json(text, at=datetime.date(2015, 3, 1), faulty="set_aside")
sys.stdout.buffer.write(sam.dumps(report))
"""


def test_hash_seed_locale_and_time_zone_change_nothing() -> None:
    text = (
        '{"samverkan":"1.3","name":"n","zz":1,"åå":2,"nam":3,"actors":[{"id":"a"},'
        '{"id":"a","name":"A","kind":"school","principal":"b","x":1}],'
        '"focus_areas":[{"id":"f","name":"F"},{"id":"f","name":"F","coordinators":["q","w"]}]}'
    )
    outputs = set()
    for seed, locale, zone in (("0", "C", "UTC"), ("1", "sv_SE.UTF-8", "Pacific/Kiritimati")):
        path = os.pathsep.join(sys.path)
        environment = {"PYTHONHASHSEED": seed, "LC_ALL": locale, "TZ": zone, "PYTHONPATH": path}
        done = subprocess.run(
            [sys.executable, "-c", SAME],
            input=text.encode(),
            capture_output=True,
            check=True,
            env=environment,
        )
        outputs.add(done.stdout)
    assert len(outputs) == 1


# --- whatever is drawn -----------------------------------------------------------------------


@given(name=st.text(min_size=1, max_size=9) | st.just("common"))
def test_any_name_of_a_profile_is_known_or_told(name: str) -> None:
    report = check(COLLAB, profile=name)
    assert (len(report.by_code("PRO001")) == 0) == (name in PROFILES)
    assert report.stamp.profile == (name if name in PROFILES else "common")


@given(collab=collaborations(), at=st.dates(), data=st.data())
def test_what_somebody_answers_for_is_set_apart_and_nothing_else(
    collab: Collaboration, at: dt.date, data: st.DataObject
) -> None:
    collab = attrs.evolve(collab, acceptances=())
    before = check(collab, at=at)
    free = [finding for finding in before if finding.force is not Force.LAW]
    assume(free)
    finding = data.draw(st.sampled_from(free))
    report = check(accepted(collab, finding, last_day=at), at=at)
    assert finding in report.accepted
    assert {*report, *report.accepted} == {*before}
    alike = (finding.code, finding.subject, finding.data)
    assert {(each.code, each.subject, each.data) for each in report.accepted} == {alike}
    assert list(check(accepted(collab, finding, last_day=at), at=None).accepted) == []


@given(collab=collaborations(), other=collaborations())
def test_documents_have_one_digest_when_they_are_equal(
    collab: Collaboration, other: Collaboration
) -> None:
    digests = {check(found, profile=ONLY_OWN).stamp.digest for found in (collab, other)}
    assert (len(digests) == 1) == (dumps(collab) == dumps(other))
    assert check(loads(dumps(collab)), profile=ONLY_OWN).stamp.digest in digests


@given(collab=collaborations(), at=st.dates() | st.sampled_from((dt.date.min, dt.date.max)))
def test_with_a_day_every_rule_is_asked(collab: Collaboration, at: dt.date) -> None:
    report = check(collab, at=at)
    assert report.not_run == ()
    assert report.by_code("RUL001").findings == ()


@given(code=st.from_regex("[A-Z]{3}[0-9]{3}", fullmatch=True) | st.sampled_from(sorted(NOTICES)))
def test_any_code_that_a_profile_names_is_a_rules_or_told(code: str) -> None:
    naming = Profile(name="p", without=(code,))
    if code in {found.code for found in RULES}:
        assert code not in check(COLLAB, profile=naming).held
    else:
        with pytest.raises(UnknownCode, match=f"'{code}'"):
            check(COLLAB, profile=naming)


@given(leave_out=st.sets(st.sampled_from(sorted(rule.code for rule in RULES))), at=st.dates())
def test_a_profile_leaves_out_what_it_says_and_nothing_else(
    leave_out: set[str], at: dt.date
) -> None:
    whole, less = (
        check(COLLAB, at=at, profile=Profile(name="p", without=tuple(without)))
        for without in ((), leave_out)
    )
    assert list(less) == [finding for finding in whole if finding.code not in leave_out]
    assert set(less.held) == set(whole.held) - leave_out


@given(code=st.text(max_size=7))
def test_any_code_is_explained_or_unknown(code: str) -> None:
    if code in NOTICES:
        assert code in explain(code)
    else:
        with pytest.raises(UnknownCode):
            explain(code)


def test_what_is_no_list_of_rules_is_misuse() -> None:
    alone: Any = own()
    with pytest.raises(InvalidValue, match=r"write more_rules=\[rule\]"):
        check(COLLAB, more_rules=alone)
    no_rule: Any = [check]
    with pytest.raises(InvalidValue, match="made with @rule, not a function"):
        check(COLLAB, more_rules=no_rule)


@pytest.mark.parametrize(
    ("reads", "parameters"), [(("bodys",), ()), (("bodies",), ("required_actor",))]
)
def test_a_rule_declares_only_what_there_is(
    reads: tuple[str, ...], parameters: tuple[str, ...]
) -> None:
    notice = own().notice
    with pytest.raises(InvalidValue, match="which is none of"):
        rule(
            *("OWN002", notice.severity, notice.pillar, notice.force),
            reads=reads,
            parameters=parameters,
            sv=notice.sv,
            en=notice.en,
        )
