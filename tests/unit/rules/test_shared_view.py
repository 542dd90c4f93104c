"""SHP001, RAT001 to RAT003, TER001: pictures that all share, ratings, what words mean."""

import datetime as dt
from collections.abc import Callable, Iterable
from itertools import permutations
from typing import Any, TypeVar

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverkan_core.findings.finding import Severity
from samverkan_core.indexing import index
from samverkan_core.model.actor import Actor, ActorKind
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.model.shared_view import (
    Definition,
    RatingSubject,
    SelfRating,
    SharedPicture,
    Term,
)
from samverkan_core.rules.engine import Judgement, judged
from samverkan_core.rules.profiles import PROFILES
from samverkan_core.rules.profiles.common import COMMON
from samverkan_core.rules.shared_view import (
    picture_not_acknowledged,
    rated_once,
    rating_off_scale,
    term_of_one_actor,
    trust_not_rated,
)
from samverkan_core.values.time import PartialDate, Period

from .told import only

Ask = Callable[..., Judgement]
T = TypeVar("T")

DAY = dt.date(2015, 3, 1)
NAMES = ("fritid", "skolan", "social")


def thing(cls: Callable[..., T], **members: Any) -> T:
    """Make a thing of plain ids."""
    return cls(**members)


def actor(id_: str, **members: Any) -> Actor:
    return thing(Actor, id=id_, name=id_, kind=ActorKind.OTHER, kind_name="enhet", **members)


ACTORS = tuple(actor(name) for name in NAMES)


def on(day: str | None) -> PartialDate | None:
    return None if day is None else PartialDate(when=day)


def picture(id_: str, day: str | None, *sharing: str) -> SharedPicture:
    return thing(SharedPicture, id=id_, name=id_, day=on(day), acknowledged_by=sharing)


def pictured(*pictures: SharedPicture, actors: Iterable[Actor] = ACTORS) -> Collaboration:
    return Collaboration(name="Hagby", actors=tuple(actors), shared_pictures=pictures)


def subjects(judgement: Judgement) -> list[str | None]:
    return [finding.subject for finding in judgement.findings]


def unjudged(judgement: Judgement) -> list[tuple[str | None, str]]:
    return [(row.subject, row.lacked) for row in judgement.not_judged]


class TestPictures:
    """SHP001."""

    def test_an_actor_that_stands_aside_is_named(self, ask: Ask) -> None:
        collab = pictured(picture("bilden", "2015-02", "skolan", "social"))

        finding = only(ask(picture_not_acknowledged, collab, DAY))

        assert (finding.pointer, finding.subject) == ("/actors/0", "fritid")
        assert finding.severity is Severity.WARNING
        assert finding.message("sv") == (
            "Det framgår inte att aktören fritid står bakom någon gemensam bild."
        )

    def test_it_is_an_error_in_sundbyberg(self, ask: Ask) -> None:
        collab = pictured(picture("bilden", "2015-02", "skolan", "social"))

        finding = only(ask(picture_not_acknowledged, collab, DAY, PROFILES["sundbyberg"]))

        assert finding.severity is Severity.ERROR

    def test_one_of_several_pictures_is_enough(self, ask: Ask) -> None:
        first, second = picture("ett", "2014", "skolan"), picture("två", "2015-02", *NAMES[::2])
        assert ask(picture_not_acknowledged, pictured(first, second), DAY).held

    def test_what_a_larger_organisation_shares_its_units_share(self, ask: Ask) -> None:
        actors = (actor("förvaltningen"), actor("enheten", part_of="förvaltningen"))
        made = pictured(picture("bilden", "2015", "förvaltningen"), actors=actors)
        assert ask(picture_not_acknowledged, made, dt.date(2016, 1, 1)).held

    def test_an_actor_that_has_left_is_not_asked(self, ask: Ask) -> None:
        left = attrs.evolve(ACTORS[0], period=Period(last_day=DAY - dt.timedelta(days=1)))
        made = pictured(picture("bilden", "2015-02", *NAMES[1:]), actors=(left, *ACTORS[1:]))
        assert ask(picture_not_acknowledged, made, DAY).held

    @pytest.mark.parametrize("day", [None, "2015", "2015-03"])
    def test_a_picture_of_a_day_not_known_well_enough(self, ask: Ask, day: str | None) -> None:
        judgement = ask(picture_not_acknowledged, pictured(picture("b", day, *NAMES)), DAY)

        assert not judgement.findings
        assert unjudged(judgement) == [(name, "shared_pictures.day") for name in NAMES]

    def test_only_who_may_share_an_unclear_picture_cannot_be_judged(self, ask: Ask) -> None:
        made = pictured(picture("ny", None, "fritid"), picture("gammal", "2014", "skolan"))

        judgement = ask(picture_not_acknowledged, made, DAY)

        assert subjects(judgement) == ["social"]
        assert unjudged(judgement) == [("fritid", "shared_pictures.day")]

    def test_a_picture_to_come_is_nobodys_fault(self, ask: Ask) -> None:
        assert ask(picture_not_acknowledged, pictured(picture("b", "2016")), DAY).held

    def test_without_any_picture_nothing_is_judged(self, ask: Ask) -> None:
        judgement = ask(picture_not_acknowledged, pictured(), DAY)
        assert unjudged(judgement) == [(None, "shared_pictures")]

    @given(sharing=st.sets(st.sampled_from(NAMES)))
    def test_exactly_those_that_do_not_share_are_named(self, sharing: set[str]) -> None:
        made = pictured(picture("bilden", "2015-02", *sharing))

        judgement = judged(picture_not_acknowledged, index(made), DAY, COMMON)

        assert set(subjects(judgement)) == set(NAMES) - sharing


def rating(id_: str, by: str = "skolan", day: str | None = "2015-02-01", **more: Any) -> SelfRating:
    known = {"about": RatingSubject.SHARED_VIEW, "value": "3", "lowest": "1", "highest": "5"}
    return thing(SelfRating, **{"id": id_, "by": by, "day": on(day), **known, **more})


def rated(*ratings: SelfRating) -> Collaboration:
    return Collaboration(name="Hagby", actors=ACTORS, self_ratings=ratings)


class TestScale:
    """RAT001."""

    @pytest.mark.parametrize("value", ["0.999", "5.1", "-3"])
    def test_a_value_off_its_scale(self, ask: Ask, value: str) -> None:
        finding = only(ask(rating_off_scale, rated(rating("r", value=value))))

        assert (finding.pointer, finding.subject) == ("/self_ratings/0/value", "r")
        assert finding.severity is Severity.WARNING
        assert finding.message("en") == (
            f"Self-rating r has the value {value}, off its scale 1 to 5."
        )

    @pytest.mark.parametrize("value", ["1", "1.0", "5.000", None])
    def test_the_ends_belong_to_the_scale_and_no_answer_is_no_value(
        self, ask: Ask, value: str | None
    ) -> None:
        assert ask(rating_off_scale, rated(rating("r", value=value))).held

    def test_a_scale_the_wrong_way_round_holds_no_value(self, ask: Ask) -> None:
        turned = rating("r", lowest="5", highest="1")
        assert only(ask(rating_off_scale, rated(turned))).subject == "r"

    @pytest.mark.parametrize("end", ["lowest", "highest"])
    def test_a_scale_that_is_not_stated(self, ask: Ask, end: str) -> None:
        unstated: dict[str, Any] = {end: None}
        judgement = ask(rating_off_scale, rated(rating("r", value="99", **unstated)))
        assert (subjects(judgement), unjudged(judgement)) == ([], [("r", end)])


class TestRepeated:
    """RAT002."""

    @pytest.mark.parametrize("days", [["2015-02-01"], ["2015-02-01", "2015-02-01"]])
    def test_one_occasion_only(self, ask: Ask, days: list[str]) -> None:
        made = rated(*(rating(f"r{at}", day=day) for at, day in enumerate(days)))

        finding = only(ask(rated_once, made))

        assert (finding.subject, finding.severity) == ("r0", Severity.INFO)
        assert finding.message("sv") == (
            "Till självskattningen r0, där skolan har skattat samsynen, finns ingen skattning från "
            "en annan dag att jämföra med."
        )

    @pytest.mark.parametrize(
        "days", [["2015-02-01", "2015-02-02"], ["2014", "2015"], [None, "2014", "2015-01"]]
    )
    def test_two_occasions(self, ask: Ask, days: list[str | None]) -> None:
        for order in permutations(days):
            made = rated(*(rating(f"r{at}", day=day) for at, day in enumerate(order)))
            assert ask(rated_once, made).held

    @pytest.mark.parametrize("days", [[None, "2015-02-01"], ["2015", "2015-02"], [None, None]])
    def test_two_that_may_be_of_one_day(self, ask: Ask, days: list[str | None]) -> None:
        made = rated(*(rating(f"r{at}", day=day) for at, day in enumerate(days)))
        assert unjudged(ask(rated_once, made)) == [("r0", "day")]

    def test_one_of_an_unknown_day_is_one(self, ask: Ask) -> None:
        assert only(ask(rated_once, rated(rating("r", day=None)))).subject == "r"

    def test_each_profession_has_a_series_of_its_own(self, ask: Ask) -> None:
        made = rated(rating("a", profession="kurator"), rating("b", day="2014"))
        assert subjects(ask(rated_once, made)) == ["a", "b"]

    def test_trust_and_questions_left_unanswered_are_no_part_of_it(self, ask: Ask) -> None:
        trust = rating("a", about=RatingSubject.TRUST)
        assert ask(rated_once, rated(trust, rating("b", value=None))).held


def trust(by: str, of: str | None, day: str | None = "2015-02-01", **more: Any) -> SelfRating:
    return rating(f"{by}-{of}-{day}", by, day, about=RatingSubject.TRUST, of=of, **more)


class TestTrust:
    """RAT003."""

    def test_the_others_that_were_left_out_are_named(self, ask: Ask) -> None:
        made = rated(trust("skolan", "social"), trust("social", None), trust("fritid", None))

        finding = only(ask(trust_not_rated, made, DAY))

        assert (finding.pointer, finding.severity) == ("/actors/1", Severity.INFO)
        assert dict(finding.data) == {"actor": "skolan", "others": ("fritid",)}

    def test_one_rating_of_all_together_is_one_of_each(self, ask: Ask) -> None:
        made = rated(*(trust(name, None, value=None) for name in NAMES))
        assert ask(trust_not_rated, made, DAY).held

    def test_a_rating_whose_day_is_not_known(self, ask: Ask) -> None:
        made = rated(trust("skolan", None, None), trust("social", None), trust("fritid", None))
        assert unjudged(ask(trust_not_rated, made, DAY)) == [("skolan", "self_ratings.day")]

    def test_a_rating_to_come_tells_nothing_yet(self, ask: Ask) -> None:
        made = rated(trust("skolan", None, "2016"), trust("social", None), trust("fritid", None))
        assert subjects(ask(trust_not_rated, made, DAY)) == ["skolan"]

    def test_where_trust_is_not_rated_at_all_nobody_is_asked(self, ask: Ask) -> None:
        judgement = ask(trust_not_rated, rated(rating("r")), DAY)
        assert (subjects(judgement), unjudged(judgement)) == ([], [(None, "self_ratings.about")])

    @given(pairs=st.sets(st.sampled_from(tuple(permutations(NAMES, 2))), min_size=1))
    def test_the_pairs_told_of_and_the_pairs_rated_are_all_pairs(
        self, pairs: set[tuple[str, str]]
    ) -> None:
        made = rated(*(trust(by, of) for by, of in pairs))

        judgement = judged(trust_not_rated, index(made), DAY, COMMON)

        told = {(f.subject, of) for f in judgement.findings for of in dict(f.data)["others"]}  # type: ignore[union-attr]  # they are a tuple
        assert told | pairs == set(permutations(NAMES, 2))
        assert not told & pairs


def term(*meanings: tuple[str, str], agreed: str | None = None) -> Collaboration:
    definitions = tuple(thing(Definition, actor=by, meaning=text) for by, text in meanings)
    oro = thing(Term, id="oro", name="oro", definitions=definitions, agreed=agreed)
    return Collaboration(name="Hagby", actors=ACTORS, terms=(oro,))


class TestTerms:
    """TER001."""

    def test_a_word_that_one_has_defined(self, ask: Ask) -> None:
        finding = only(ask(term_of_one_actor, term(("skolan", "Fara."), ("skolan", "Risk."))))

        assert (finding.pointer, finding.severity) == ("/terms/0", Severity.INFO)
        assert finding.message("sv") == (
            "Bara skolan har angett vad ordet i oro betyder; vad andra menar framgår inte."
        )

    def test_two_actors_can_be_compared_whether_they_agree_or_not(self, ask: Ask) -> None:
        assert ask(term_of_one_actor, term(("skolan", "Fara."), ("social", "Risk."))).held
        assert ask(term_of_one_actor, term(("skolan", "Fara."), ("social", "fara."))).held

    def test_what_is_agreed_on_needs_no_comparison(self, ask: Ask) -> None:
        assert ask(term_of_one_actor, term(("skolan", "Fara."), agreed="Fara.")).held

    def test_a_word_that_nobody_has_defined(self, ask: Ask) -> None:
        judgement = ask(term_of_one_actor, term())
        assert (subjects(judgement), unjudged(judgement)) == ([], [("oro", "definitions")])
