"""A rule of one's own: what it may declare, what it may yield, and what else becomes of it."""

from collections.abc import Iterator
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverkan_core.checking import check
from samverkan_core.errors import InvalidValue
from samverkan_core.findings.finding import Force, Pillar, Severity, Texts
from samverkan_core.findings.report import Report
from samverkan_core.indexing import View
from samverkan_core.model.actor import Actor, ActorKind
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.rules.catalogue import RULES
from samverkan_core.rules.profiles.profile import Profile
from samverkan_core.rules.rule import Asked, Breach, Rule, Unjudged, named_in, rule
from samverkan_core.serialization.reports import loads_report
from samverkan_core.serialization.write import dumps
from samverkan_core.values.ids import ActorId

SCHOOL = Actor(id=ActorId("skolan"), name="Skolan", kind=ActorKind.SCHOOL)
COLLAB = Collaboration(name="Hagby", actors=(SCHOOL,))
TEXTS = Texts(message="Aktören {actor}.", why="w.", remedy="r.")
ONLY_OWN = Profile(name="own", without=tuple(found.code for found in RULES))


def made(judge: Any, code: str = "HAG001", **declared: Any) -> Rule:
    """Make a rule of a function, as a decorator does."""
    said: dict[str, Any] = {"reads": ("actors",), "sv": TEXTS, "en": TEXTS, **declared}
    return rule(code, Severity.WARNING, Pillar.STRUCTURE, Force.HOUSE_RULE, **said)(judge)


def yielding(outcome: Any) -> Rule:
    """Make a rule that yields what a function makes, whatever it is."""

    def judge(_: View, __: Asked) -> Iterator[Any]:
        yield outcome()

    return made(judge)


def asked(one: Rule) -> Report:
    """Ask a rule, and beside it one that holds."""
    holds = made(lambda *_: iter(()), "HAG002")
    report = check(COLLAB, profile=ONLY_OWN, more_rules=(one, holds))
    assert report.held[-1] == "HAG002"
    return report


# --- what it may yield -----------------------------------------------------------------------

#: What a rule's author may write by mistake -> the error that the report names.
MISTAKES: dict[str, tuple[Any, str]] = {
    "a text": (lambda: "hej", "InvalidValue"),
    "nothing": (lambda: None, "InvalidValue"),
    "no value for a name in the texts": (lambda: Breach("", None, akt="skolan"), "KeyError"),
    "a fraction": (lambda: Breach("", None, actor=1.5), "InvalidValue"),  # type: ignore[arg-type]
    "a truth": (lambda: Breach("", None, actor=True), "InvalidValue"),
    "no value": (lambda: Breach("", None, actor=None), "InvalidValue"),  # type: ignore[arg-type]
    "a list": (lambda: Breach("", None, actor=["a"]), "InvalidValue"),  # type: ignore[arg-type]
    "numbers in a tuple": (lambda: Breach("", None, actor=(1,)), "InvalidValue"),  # type: ignore[arg-type]
    "a code of a set": (lambda: Breach("", None, actor=SCHOOL.kind), "InvalidValue"),  # type: ignore[arg-type]
    "half a character": (lambda: Breach("", None, actor="\ud800"), "InvalidValue"),
    "no pointer": (lambda: Breach("actors/0", None, actor="a"), "InvalidValue"),
    "a position": (lambda: Breach(0, None, actor="a"), "InvalidValue"),  # type: ignore[arg-type]
    "a thing as subject": (lambda: Breach("", SCHOOL, actor="a"), "InvalidValue"),  # type: ignore[arg-type]
    "nothing lacked": (lambda: Unjudged("skolan", None), "InvalidValue"),  # type: ignore[arg-type]
    "a thing not judged": (lambda: Unjudged(SCHOOL, "kind"), "InvalidValue"),  # type: ignore[arg-type]
    "a division by zero": (lambda: 1 // 0, "ZeroDivisionError"),
}


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_rule_that_yields_what_no_report_can_hold_is_told_by_its_code(mistake: str) -> None:
    outcome, error = MISTAKES[mistake]
    report = asked(yielding(outcome))
    (failed,) = report
    assert (failed.code, dict(failed.data)) == ("RUL001", {"error": error, "rule": "HAG001"})
    for lang in ("sv", "en"):
        assert "HAG001" in failed.message(lang)
        assert "HAG001" in failed.remedy(lang)
    assert loads_report(dumps(report)) == report


@pytest.mark.parametrize("judge", [lambda *_: None, lambda _: iter(()), None], ids=range(3))
def test_what_is_no_rules_function_is_told_too(judge: Any) -> None:
    (failed,) = asked(made(judge))
    assert dict(failed.data) == {"error": "TypeError", "rule": "HAG001"}


@given(
    pointer=st.text(max_size=5).map(lambda text: f"/{text}") | st.just(""),
    subject=st.none() | st.text(max_size=5),
    value=st.text() | st.integers() | st.lists(st.text(max_size=3), max_size=3).map(tuple),
)
def test_whatever_a_breach_can_hold_can_be_told_written_and_read(
    pointer: str, subject: str | None, value: Any
) -> None:
    report = asked(yielding(lambda: Breach(pointer, subject, actor=value)))
    (finding,) = report
    assert (finding.code, finding.pointer, finding.subject) == ("HAG001", pointer, subject)
    assert dict(finding.data) == {"actor": value}
    assert finding.message().startswith("Aktören ")


# --- what it may declare ---------------------------------------------------------------------


@pytest.mark.parametrize("code", ["hag001", "HAG1", "HAG0001", "HÅG001", "HAG001\n", "", 7])
def test_a_code_is_three_letters_and_three_digits(code: Any) -> None:
    with pytest.raises(InvalidValue, match="is no code of a rule: write one like 'OWN001'"):
        made(None, code)


@pytest.mark.parametrize(
    ("message", "said"),
    [
        ("", "HAG001 has a blank text"),
        (" ", "HAG001 has a blank text"),
        ("{", "HAG001 has a text with odd braces"),
        ("}", "HAG001 has a text with odd braces"),
        ("{}", "HAG001 has a text with {}"),
        ("{0}", "HAG001 has a text with {0}"),
        ("{actor.name}", "HAG001 has a text with {actor.name}"),
        ("{actor:d}", "HAG001 has a text with {actor:}"),
        ("{actor!r}", "HAG001 has a text with {actor!}"),
    ],
)
@pytest.mark.parametrize("lang", ["sv", "en"])
@pytest.mark.parametrize("member", ["message", "why", "remedy"])
def test_the_braces_of_a_text_hold_the_names_of_values(
    message: str, said: str, lang: str, member: str
) -> None:
    changed: dict[str, Any] = {member: message}
    texts: dict[str, Any] = {lang: attrs.evolve(TEXTS, **changed)}
    with pytest.raises(InvalidValue) as raised:
        made(None, **texts)
    assert str(raised.value).startswith(said)


def test_braces_that_are_doubled_are_braces() -> None:
    texts = Texts(message="{{x}} {a} {b}", why="{a}", remedy="{c}")
    assert named_in(texts) == {"a", "b", "c"}


@pytest.mark.parametrize("declared", [{"reads": "actors"}, {"reads": ()}, {"reads": ["actors"]}])
def test_what_a_rule_reads_is_named_in_a_tuple(declared: dict[str, Any]) -> None:
    with pytest.raises(InvalidValue, match=r"in tuples: reads=\('actors',\)"):
        made(None, **declared)


@pytest.mark.parametrize(
    ("declared", "near"),
    [
        ({"reads": ("actors", "bodys")}, "bodies"),
        ({"parameters": ("required_actor",)}, "required_actors"),
    ],
)
def test_of_what_there_is_not_the_nearest_is_named(declared: dict[str, Any], near: str) -> None:
    with pytest.raises(InvalidValue, match=f"did you mean '{near}'"):
        made(None, **declared)


def test_what_is_like_nothing_has_no_hint() -> None:
    with pytest.raises(InvalidValue) as raised:
        made(None, reads=("qqqq",))
    assert "did you mean" not in str(raised.value)
