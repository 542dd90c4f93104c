"""BOD011, BOD012, TGT002, TGT005: the ages of target groups, those that bodies are there for."""

from collections.abc import Callable
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverkan_core.findings.finding import Severity
from samverkan_core.findings.report import NotJudged
from samverkan_core.model.body import Body, BodyKind
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.model.focus_area import TargetGroup
from samverkan_core.rules.ages import (
    ages_missing,
    ages_outside,
    ages_uncovered,
    band_text,
    other_target_ages,
    spans,
)
from samverkan_core.rules.engine import Judgement
from samverkan_core.rules.profiles import PROFILES
from samverkan_core.rules.profiles.common import COMMON
from samverkan_core.rules.profiles.profile import Parameters, Profile
from samverkan_core.values.ages import AgeBand

Ask = Callable[..., Judgement]
Ages = tuple[int, int] | None

BACKWARDS = (12, 7)


def band(ages: Ages) -> AgeBand | None:
    return None if ages is None else AgeBand(from_age=ages[0], to_age=ages[1])


def body(id_: str, ages: Ages) -> Body:
    known: dict[str, Any] = {"id": id_, "name": "Ett team", "kind": BodyKind.CONSULTATION_TEAM}
    return Body(**known, ages=band(ages))


def group(id_: str, ages: Ages) -> TargetGroup:
    known: dict[str, Any] = {"id": id_, "name": "Barn och unga"}
    return TargetGroup(**known, ages=band(ages))


def collaboration(bodies: tuple[Ages, ...], groups: tuple[Ages, ...]) -> Collaboration:
    return Collaboration(
        name="Fokus",
        bodies=tuple(body(f"organ-{number}", ages) for number, ages in enumerate(bodies)),
        target_groups=tuple(group(f"grupp-{number}", ages) for number, ages in enumerate(groups)),
    )


class TestOutside:
    """BOD011."""

    def test_band_reaches_beyond_the_target_groups(self, ask: Ask) -> None:
        made = collaboration((None, (3, 25)), ((5, 12), (13, 20)))

        (finding,) = ask(ages_outside, made).findings

        assert (finding.pointer, finding.subject) == ("/bodies/1/ages", "organ-1")
        assert finding.data == (("body", "organ-1"), ("outside", ("3–4", "21–25")))
        assert finding.severity is Severity.WARNING
        assert finding.message("sv") == (
            "Organet organ-1 är till för åldrar som ingen målgrupp omfattar: 3–4 och 21–25 år."
        )
        assert finding.message("en") == (
            "Body organ-1 is there for ages that no target group includes: 3–4 and 21–25 years."
        )

    def test_band_just_within_two_target_groups_together(self, ask: Ask) -> None:
        assert ask(ages_outside, collaboration(((0, 20),), ((0, 12), (13, 20)))).held

    @pytest.mark.parametrize("other", [None, BACKWARDS])
    def test_target_group_that_may_have_the_ages(self, ask: Ask, other: Ages) -> None:
        judgement = ask(ages_outside, collaboration(((0, 20),), ((0, 12), other)))

        assert not judgement.findings
        assert judgement.not_judged == (
            NotJudged(code="BOD011", subject="organ-0", lacked="target_groups.ages"),
        )

    @pytest.mark.parametrize("groups", [(), (None,), (None, BACKWARDS)])
    def test_no_target_group_states_ages(self, ask: Ask, groups: tuple[Ages, ...]) -> None:
        judgement = ask(ages_outside, collaboration(((0, 20), None), groups))

        assert judgement.not_judged == (
            NotJudged(code="BOD011", subject="organ-0", lacked="target_groups.ages"),
        )

    def test_band_the_wrong_way_round_has_no_ages(self, ask: Ask) -> None:
        assert ask(ages_outside, collaboration((BACKWARDS,), ((0, 3),))).held


class TestUncovered:
    """BOD012."""

    def test_gaps_between_bands(self, ask: Ask) -> None:
        made = collaboration((None, (1, 5), (7, 15)), ((0, 5), (6, 20)))

        first, second = ask(ages_uncovered, made).findings

        assert (first.pointer, first.subject) == ("/target_groups/0/ages", "grupp-0")
        assert first.data == (("target_group", "grupp-0"), ("uncovered", ("0",)))
        assert (second.pointer, second.subject) == ("/target_groups/1/ages", "grupp-1")
        assert second.data == (("target_group", "grupp-1"), ("uncovered", ("6", "16–20")))
        assert second.severity is Severity.WARNING
        assert second.message("sv") == (
            "Målgruppen grupp-1 har åldrar som inget organ är till för: 6 och 16–20 år."
        )
        assert second.message("en") == (
            "Target group grupp-1 has ages that no body is there for: 6 and 16–20 years."
        )

    def test_bands_that_meet(self, ask: Ask) -> None:
        assert ask(ages_uncovered, collaboration(((0, 6), (7, 15), (16, 20)), ((0, 20),))).held

    def test_no_body_has_ages(self, ask: Ask) -> None:
        judgement = ask(ages_uncovered, collaboration((None,), ((0, 20),)))

        assert judgement.not_judged == (NotJudged(code="BOD012", lacked="bodies.ages"),)

    @pytest.mark.parametrize("ages", [None, BACKWARDS])
    def test_target_group_without_ages(self, ask: Ask, ages: Ages) -> None:
        judgement = ask(ages_uncovered, collaboration(((0, 20),), ((0, 20), ages)))

        assert not judgement.findings
        assert judgement.not_judged == (NotJudged(code="BOD012", subject="grupp-1", lacked="ages"),)

    def test_band_that_may_have_meant_the_gap(self, ask: Ask) -> None:
        judgement = ask(ages_uncovered, collaboration(((0, 6), BACKWARDS), ((0, 20), (0, 6))))

        assert not judgement.findings
        assert judgement.not_judged == (
            NotJudged(code="BOD012", subject="grupp-0", lacked="bodies.ages"),
        )

    def test_without_target_groups(self, ask: Ask) -> None:
        judgement = ask(ages_uncovered, collaboration(((0, 20),), ()))

        assert judgement.not_judged == (NotJudged(code="BOD012", lacked="target_groups"),)


class TestMissing:
    """TGT002."""

    def test_target_group_without_ages(self, ask: Ask) -> None:
        (finding,) = ask(ages_missing, collaboration((), ((0, 0), None))).findings

        assert (finding.pointer, finding.subject) == ("/target_groups/1", "grupp-1")
        assert finding.data == (("target_group", "grupp-1"),)
        assert finding.severity is Severity.WARNING
        assert finding.message("sv") == (
            "Målgruppen grupp-1 saknar åldrar; den första och den sista ska anges."
        )
        assert finding.message("en") == (
            "Target group grupp-1 states no ages; the first and the last are to be stated."
        )

    def test_ages_are_ages_whichever_way_round(self, ask: Ask) -> None:
        assert ask(ages_missing, collaboration((), ((0, 0), BACKWARDS))).held

    def test_without_target_groups(self, ask: Ask) -> None:
        judgement = ask(ages_missing, collaboration((), ()))

        assert judgement.not_judged == (NotJudged(code="TGT002", lacked="target_groups"),)


def model_for(ages: Ages) -> Profile:
    return Profile(name="hagby", parameters=Parameters(target_ages=band(ages)))


class TestOfTheLocalModel:
    """TGT005."""

    def test_other_ages_than_those_of_the_model(self, ask: Ask) -> None:
        made = collaboration((), ((0, 19), (0, 21)))

        (finding,) = ask(other_target_ages, made, None, PROFILES["sundbyberg"]).findings

        assert (finding.pointer, finding.subject) == ("/target_groups", None)
        assert finding.data == (("ages", "0–20"),)
        assert finding.severity is Severity.ERROR
        assert finding.message("sv") == (
            "Ingen målgrupp har just de åldrar som den lokala modellen är till för: 0–20 år."
        )
        assert finding.message("en") == (
            "No target group has just the ages that the local model is there for: 0–20 years."
        )

    @pytest.mark.parametrize("other", [None, BACKWARDS, (6, 15)])
    def test_one_target_group_with_them_is_enough(self, ask: Ask, other: Ages) -> None:
        for groups in (((0, 20), other), (other, (0, 20))):
            assert ask(other_target_ages, collaboration((), groups), None, model_for((0, 20))).held

    @pytest.mark.parametrize("ages", [(0, 19), (0, 21), (1, 20), (20, 0)])
    def test_neither_end_may_differ(self, ask: Ask, ages: Ages) -> None:
        made = collaboration((), (ages,))

        judgement = ask(other_target_ages, made, None, model_for((0, 20)))

        assert len(judgement.findings) == 1
        assert not judgement.not_judged

    def test_two_target_groups_do_not_make_up_one(self, ask: Ask) -> None:
        made = collaboration((), ((0, 12), (13, 20)))

        assert ask(other_target_ages, made, None, model_for((0, 20))).findings

    def test_target_groups_that_may_have_them(self, ask: Ask) -> None:
        made = collaboration((), (None, (0, 19), None))

        judgement = ask(other_target_ages, made, None, model_for((0, 20)))

        assert not judgement.findings
        assert judgement.not_judged == tuple(
            NotJudged(code="TGT005", subject=id_, lacked="ages") for id_ in ("grupp-0", "grupp-2")
        )

    def test_a_model_that_says_no_ages(self, ask: Ask) -> None:
        judgement = ask(other_target_ages, collaboration((), ((0, 20),)), None, COMMON)

        assert judgement.not_judged == (NotJudged(code="TGT005", lacked="profile.target_ages"),)

    def test_without_target_groups(self, ask: Ask) -> None:
        judgement = ask(other_target_ages, collaboration((), ()), None, model_for((0, 20)))

        assert judgement.not_judged == (NotJudged(code="TGT005", lacked="target_groups"),)

    @given(
        wanted=st.tuples(st.integers(0, 3), st.integers(0, 3)),
        stated=st.lists(
            st.none() | st.tuples(st.integers(0, 3), st.integers(0, 3)), min_size=1, max_size=5
        ),
    )
    def test_it_is_found_or_not_found_or_may_yet_be_found(
        self, ask: Ask, wanted: tuple[int, int], stated: list[Ages]
    ) -> None:
        made = collaboration((), tuple(stated))

        judgement = ask(other_target_ages, made, None, model_for(wanted))

        assert judgement.held == (wanted in stated)
        assert len(judgement.not_judged) == (0 if wanted in stated else stated.count(None))
        assert bool(judgement.findings) == (not judgement.held and None not in stated)


class TestSpans:
    """Ages as a person reads them."""

    @pytest.mark.parametrize(
        ("ages", "written"),
        [
            ((), ()),
            ((7,), ("7",)),
            ((7, 8), ("7–8",)),
            ((16, 3, 4, 3), ("3–4", "16")),
        ],
    )
    def test_examples(self, ages: tuple[int, ...], written: tuple[str, ...]) -> None:
        assert spans(ages) == written

    @given(st.sets(st.integers(0, 130)))
    def test_spans_hold_the_ages_and_no_other(self, ages: set[int]) -> None:
        ends = [span.split("–") for span in spans(ages)]
        held = {age for end in ends for age in range(int(end[0]), int(end[-1]) + 1)}

        assert held == ages

    @given(st.sets(st.integers(0, 130)))
    def test_two_spans_never_touch(self, ages: set[int]) -> None:
        ends = [span.split("–") for span in spans(ages)]

        for before, after in pairwise(ends):
            assert int(before[-1]) + 1 < int(after[0])

    def test_a_band_is_written_as_it_was_given(self) -> None:
        assert band_text(AgeBand(from_age=BACKWARDS[0], to_age=BACKWARDS[1])) == "12–7"
