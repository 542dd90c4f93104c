"""The table of provisions: golden facts, days, successors, citations, and the file itself."""

import csv
import re
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverkan_core.reference import laws as table
from samverkan_core.reference.acts import ACTS, NAMES
from samverkan_core.reference.citations import Cited, Standing, cited
from samverkan_core.reference.files import package_text
from samverkan_core.reference.laws import (
    KNOWN_TO,
    Law,
    law,
    law_at,
    laws,
    successor,
    successors_at,
)
from samverkan_core.values.labels import LANGUAGES, Lang
from samverkan_core.values.source import SourceKind

ROWS = list(csv.DictReader(package_text("laws.csv").splitlines()))
COLUMNS = [
    "id",
    "title",
    "sfs",
    "provision",
    "first_day",
    "last_day",
    "successors",
    "duty_holder",
    "duty",
    "deadline",
    "term",
    "matter",
    "read",
    "read_from",
    "day_known",
    "end_known",
    "source",
    "note",
]
FILLED = (*COLUMNS[:5], "duty_holder", "duty", "source")
LAWS = laws()
DAY = date(2026, 3, 1)
ONE_DAY = timedelta(days=1)

days = st.dates(min_value=date(1975, 1, 1), max_value=date(2035, 12, 31))
rows = st.sampled_from(LAWS)


def provision(id: str) -> str:
    """Give the id without what tells wordings apart."""
    return re.sub(r"\.v\d+$", "", id)


def wordings() -> dict[str, list[Law]]:
    """Give the wordings of each provision, the oldest first."""
    found: dict[str, list[Law]] = {}
    for row in sorted(LAWS, key=lambda row: row.first_day):
        found.setdefault(provision(row.id), []).append(row)
    return found


def ids(found: tuple[Law, ...]) -> list[str]:
    return [row.id for row in found]


def known(id: str) -> Law:
    found = law(id)
    assert found is not None
    return found


class TestFacts:
    """What is known of the law."""

    @pytest.mark.parametrize(
        ("id", "first_day", "last_day", "cites"),
        [
            (
                "se.sol2001.2-7",
                "2020-01-01",
                "2025-06-30",
                "2 kap. 7 § socialtjänstlagen (2001:453)",
            ),
            ("se.sol2025.10-8", "2025-07-01", None, "10 kap. 8 § socialtjänstlagen (2025:400)"),
            ("se.kl.6-39", "2018-01-01", None, "6 kap. 39 § kommunallagen (2017:725)"),
            ("se.kl1991.6-33", "1992-01-01", "2017-12-31", "6 kap. 33 § kommunallagen (1991:900)"),
            (
                "se.lvu.6",
                "1990-07-01",
                None,
                "6 § lagen (1990:52) med särskilda bestämmelser om vård av unga",
            ),
            (
                "se.osl.23-2.v2",
                "2028-07-01",
                None,
                "23 kap. 2 § offentlighets- och sekretesslagen (2009:400)",
            ),
        ],
    )
    def test_golden(self, id: str, first_day: str, last_day: str | None, cites: str) -> None:
        row = known(id)
        last = row.last_day and row.last_day.isoformat()
        assert (row.first_day.isoformat(), last, row.cite("sv")) == (first_day, last_day, cites)

    @pytest.mark.parametrize("id", ["", "se.kl", "se.kl.6-39.v9", "SE.KL.6-39", "6 kap. 39 §"])
    def test_no_such_row(self, id: str) -> None:
        assert law(id) is None
        assert successor(id) is None
        assert successors_at(id, DAY) == ()

    def test_values_are_frozen(self) -> None:
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            LAWS[0].duty = "något annat"  # type: ignore[misc]

    @pytest.mark.parametrize("sfs", ACTS)
    @pytest.mark.parametrize("lang", LANGUAGES)
    def test_each_act_is_cited_in_both_languages(self, sfs: str, lang: Lang) -> None:
        """The section first, then the act with its number where a jurist puts it."""
        row = next(row for row in LAWS if row.sfs == sfs)
        number = f"({sfs})" if lang == "sv" else f"(SFS {sfs})"
        text = row.cite(lang)
        assert number in text
        assert re.match(r"[\d–]+(?: [a-z])? (?:kap\. [\d–]+(?: [a-z])? )?§", text)
        assert text.replace("(SFS ", "(") == row.cite()

    @given(rows)
    def test_a_row_is_a_source(self, row: Law) -> None:
        """What a mandate's basis or a rule's notice can carry."""
        source = row.as_source()
        assert source.kind is SourceKind.LAW
        assert source.title == row.act == ACTS[row.sfs].name
        assert row.provision.startswith(source.ref)

    def test_what_tells_wordings_apart_is_not_cited(self) -> None:
        assert known("se.sol2025.19-1.v2").as_source().ref == "19 kap. 1 §"
        assert known("se.osl.12-2").as_source().ref == "12 kap. 2 §"
        assert known("se.barnkonv.3").as_source().ref == "1 § (art. 3)"


class TestDays:
    """Which wording holds when."""

    @pytest.mark.parametrize(
        ("day", "id"),
        [
            ("2001-12-31", None),
            ("2002-01-01", "se.sol2001.14-1.v1"),
            ("2002-07-01", "se.sol2001.14-1.v2"),
            ("2012-12-31", "se.sol2001.14-1.v3"),
            ("2015-12-31", "se.sol2001.14-1.v4"),
            ("2025-06-30", "se.sol2001.14-1"),
            ("2025-07-01", None),
        ],
    )
    @pytest.mark.parametrize("asked", ["se.sol2001.14-1", "se.sol2001.14-1.v2"])
    def test_golden(self, asked: str, day: str, id: str | None) -> None:
        """Asked by the id of any wording; both days of a period are included."""
        found = law_at(asked, date.fromisoformat(day))
        assert (found.id if found else None) == id

    def test_no_wording_need_have_the_bare_id(self) -> None:
        found = law_at("se.sol2025.19-1", DAY)
        assert found is not None
        assert found.id == "se.sol2025.19-1.v2"

    def test_no_such_provision(self) -> None:
        assert law_at("se.kl.99-1", DAY) is None

    @given(rows, days)
    def test_a_wording_holds_on_its_days_and_no_others(self, row: Law, day: date) -> None:
        found = law_at(row.id, day)
        assert (found == row) is row.holds(day)
        assert found is None or (found.holds(day) and provision(found.id) == provision(row.id))

    @given(rows, days)
    def test_at_most_one_wording_holds(self, row: Law, day: date) -> None:
        same = wordings()[provision(row.id)]
        holding = [one for one in same if one.holds(day)]
        assert len(holding) <= 1
        assert law_at(row.id, day) == next(iter(holding), None)

    @given(rows, days)
    def test_not_yet_in_force_in_force_or_ended(self, row: Law, day: date) -> None:
        assert [day < row.first_day, row.holds(day), row.ended(day)].count(True) == 1

    def test_wordings_follow_each_other(self) -> None:
        """No overlap, and no day between two wordings that the table has nothing for."""
        for same in wordings().values():
            for before, after in pairwise(same):
                assert before.last_day is not None
                assert after.first_day == before.last_day + ONE_DAY, after.id
                assert before.successors[0] == after.id


class TestSuccessors:
    """What took whose place."""

    @pytest.mark.parametrize(
        ("id", "after"),
        [
            ("se.sol2001.2-7", ["se.sol2025.10-8", "se.sol2025.10-9"]),
            ("se.sol2001.5-1a", ["se.sol2025.18-6"]),
            ("se.sol2001.10-4", [f"se.sol2025.30-{n}" for n in (6, 7, 8, 9)]),
            ("se.sol2001.14-1", ["se.sol2025.19-1.v1", "se.sol2025.20-6", "se.sol2025.19-2"]),
            ("se.kl1991.6-33", ["se.kl.6-37.v1", "se.kl.7-5"]),
            ("se.kl1991.6-35", ["se.kl.6-40", "se.kl.7-8"]),
            ("se.fl1986.6", ["se.fl.8"]),
            ("se.kl.6-39", []),
        ],
    )
    def test_golden(self, id: str, after: list[str]) -> None:
        assert list(known(id).successors) == after
        nearest = successor(id)
        assert (nearest.id if nearest else None) == next(iter(after), None)

    def test_each_exists_and_begins_the_day_after(self) -> None:
        for row in LAWS:
            for id in row.successors:
                assert row.last_day is not None, row.id
                assert known(id).first_day == row.last_day + ONE_DAY, (row.id, id)

    def test_what_ended_has_a_successor(self) -> None:
        """The table holds no provision that was repealed and not replaced."""
        assert all(bool(row.successors) is (row.last_day is not None) for row in LAWS)

    def test_of_many_moves_the_last_counts(self) -> None:
        """From 1980 over five wordings to what holds, and to what the second part became."""
        assert ids(successors_at("se.sol1980.71", DAY)) == [
            "se.sol2025.19-1.v2",
            "se.sol2025.20-6",
            "se.sol2025.19-2",
        ]

    @given(rows, days)
    def test_only_what_ended_is_replaced(self, row: Law, day: date) -> None:
        """And by something that holds; here always, as each day has its wording."""
        after = successors_at(row.id, day)
        assert bool(after) is row.ended(day)
        assert all(one.holds(day) and one != row for one in after)
        assert len(set(after)) == len(after)


class TestHowSure:
    """What may be built upon."""

    @pytest.mark.parametrize(
        "id",
        [
            "se.sol2025.30-9",  # not read
            "se.kl1991.6-33",  # seen only as others render it
            "se.kl.6-38.v1",  # not read, though its end is known
            "se.osl.40-7g",  # the day is inferred
            "se.skol.2-9",  # the day is from memory
            "se.polis.6.v2",  # its end is inferred
        ],
    )
    def test_not_verified(self, id: str) -> None:
        row = known(id)
        assert not row.verified
        assert not row.verified_on(row.first_day)
        assert not row.verified_on(DAY)

    def test_not_before_the_wording_that_was_read(self) -> None:
        """The general clause was read as it stands since 2022."""
        row = known("se.osl.10-27")
        assert row.verified
        assert row.holds(date(2021, 12, 31))
        assert not row.verified_on(date(2021, 12, 31))
        assert row.verified_on(date(2022, 1, 1))

    @pytest.mark.parametrize(
        ("id", "read_from"),
        [
            ("se.kl.6-37", date(2022, 7, 1)),  # the wording of 2022 was read
            ("se.kl.6-38", date(2025, 9, 1)),  # a later one, of which the first day is not known
            ("se.kl.6-31", date(2022, 7, 1)),
        ],
    )
    def test_the_wording_of_2022_begins_on_a_day_that_is_stated(
        self, id: str, read_from: date
    ) -> None:
        row = known(id)
        assert (row.verified, row.read_from) == (True, read_from)
        assert row.verified_on(read_from)
        assert not row.verified_on(read_from - ONE_DAY)

    @pytest.mark.parametrize("id", ["se.kl.6-37.v1", "se.kl.6-38.v1"])
    def test_the_wording_before_ends_on_a_known_day_and_is_unread(self, id: str) -> None:
        row = known(id)
        assert (row.last_day, row.end_known) == (date(2022, 6, 30), True)
        assert not row.verified_on(date(2022, 6, 30))

    @given(rows, days)
    def test_on_a_day_says_no_more_than_of_the_row(self, row: Law, day: date) -> None:
        if row.verified_on(day):
            assert row.verified
            assert row.read
            assert row.day_known
            assert row.end_known
            assert row.holds(day)

    @given(rows)
    def test_what_is_unverified_says_why(self, row: Law) -> None:
        """In its note or its source, to whoever reads the row."""
        if not row.verified:
            assert re.search(r"läs|minnet|härlett|återgiv", f"{row.note} {row.source}")

    @given(rows)
    def test_read_from_belongs_to_what_was_read(self, row: Law) -> None:
        assert (row.read_from is not None) is row.read
        if row.read_from is not None:
            assert row.first_day <= row.read_from
            assert row.holds(row.read_from)
            # A wording to come was read before it began to hold.
            assert row.read_from <= max(row.first_day, KNOWN_TO)


class TestActs:
    """The acts and what people call them."""

    def test_every_act_has_rows_and_every_row_an_act(self) -> None:
        assert {row.sfs for row in LAWS} == set(ACTS)

    def test_the_key_is_the_number(self) -> None:
        for sfs, act in ACTS.items():
            assert act.sfs == sfs
            assert f"({sfs})" in act.name
            assert act.name == act.name[0].lower() + act.name[1:]

    def test_newest_first(self) -> None:
        numbers = [tuple(map(int, sfs.split(":"))) for sfs in ACTS]
        assert numbers == sorted(numbers, reverse=True)

    def test_an_act_ends_with_its_last_row(self) -> None:
        """Repealed when no row of it holds any longer, and succeeded by an act that then begins."""
        for act in ACTS.values():
            ends = [row.last_day for row in LAWS if row.sfs == act.sfs]
            assert (act.last_day is None) is (None in ends)
            assert (act.last_day is None) is (act.successor is None)
            if act.last_day is not None and act.successor is not None:
                assert max(filter(None, ends)) == act.last_day
                after = [row.first_day for row in LAWS if row.sfs == act.successor]
                assert min(after) == act.last_day + ONE_DAY

    @pytest.mark.parametrize(
        ("name", "numbers"),
        [
            ("sol", ["2025:400", "2001:453", "1980:620"]),
            ("kl", ["2017:725", "1991:900"]),
            ("kommunallagen", ["2017:725", "1991:900"]),
            ("kommunallag", ["2017:725", "1991:900"]),
            ("hsl", ["2017:30", "1982:763"]),
            ("fl", ["2017:900", "1986:223"]),
            ("föräldrabalken", ["1949:381"]),
            ("myndighetsförordning", ["2007:515"]),
            ("lagen med särskilda bestämmelser om vård av unga", ["1990:52"]),
            ("barnkonventionen", ["2018:1197"]),
        ],
    )
    def test_names(self, name: str, numbers: list[str]) -> None:
        assert [act.sfs for act in NAMES[name]] == numbers

    def test_only_acts_of_one_line_bear_one_name(self) -> None:
        """Where two acts bear a name, the older was succeeded by the newer."""
        for acts in NAMES.values():
            for newer, older in pairwise(acts):
                assert older.successor == newer.sfs


def asked(citation: str, day: str) -> Cited:
    return cited(citation, date.fromisoformat(day))


class TestCitations:
    """Citations as people write them."""

    @pytest.mark.parametrize(
        "citation",
        [
            "2 kap. 7 § SoL",
            "2 kap 7 § SoL",
            "SoL 2:7",
            "SoL 2 kap. 7 §",
            "SoL 2 kap § 7",
            "SoL 2001:453 2:7",
            "SoL (2001:453) 2:7",
            "2 kap. 7 § socialtjänstlagen (2001:453)",
            "2 kap. 7 § socialtjänstlagen (SFS 2001:453)",
            "2 kap. 7 § första stycket socialtjänstlagen (2001:453)",
            "2 kap. 7 § 3 SoL",
            "2 kap. 7 § p. 3 SoL",
            "2 kap. 7 § 1 st SoL",
            "socialtjänstlagens 2 kap. 7 §",
            "Socialtjänstlag (2001:453) 2 kap. 7 §",
            "socialtjänstlagen (SoL), 2 kap. 7 §",
            "lagen (2001:453) 2 kap. 7 §",
            "SFS 2001:453 2 kap. 7 §",
            "enligt 2 kap. 7 § SoL.",
            "  2\u00a0kap.\u00a07\u00a0§  SoL ",
        ],
    )
    def test_spellings(self, citation: str) -> None:
        """In force until 2025-06-30, then gone and replaced by 10 kap. 8 and 9 §§."""
        before = asked(citation, "2025-06-30")
        assert (before.standing, ids(before.rows)) == (Standing.IN_FORCE, ["se.sol2001.2-7"])
        assert before.certain
        after = asked(citation, "2025-07-01")
        assert (after.standing, ids(after.rows)) == (Standing.NO_LONGER, ["se.sol2001.2-7"])
        assert ids(after.replaced_by) == ["se.sol2025.10-8", "se.sol2025.10-9"]
        assert after.act == ACTS["2001:453"]
        assert after.certain is ("2001:453" in citation) is not after.assumed

    @pytest.mark.parametrize(
        ("citation", "places"),
        [
            ("LVU 6, 11, 27 §§", ["se.lvu.6", "se.lvu.11", "se.lvu.27"]),
            ("6, 11 och 27 §§ LVU", ["se.lvu.6", "se.lvu.11", "se.lvu.27"]),
            ("LVU § 6", ["se.lvu.6"]),
            ("6 § LVU samt 14 § LVU", ["se.lvu.6", "se.lvu.14"]),
            ("6 kap. 39 § och 7 kap. 6 § KL", ["se.kl.6-39", "se.kl.7-6"]),
            ("KL 6:28-32", [f"se.kl.6-{n}" for n in range(28, 33)]),
            ("KL 6:28–6:30", [f"se.kl.6-{n}" for n in range(28, 31)]),
            ("6 kap. 28 § – 30 § KL", [f"se.kl.6-{n}" for n in range(28, 31)]),
            ("26 kap. 9–9 a §§ OSL", ["se.osl.26-9", "se.osl.26-9a"]),
            ("10 kap. 18 a § OSL", ["se.osl.10-18a"]),
            ("OSL 10:18a", ["se.osl.10-18a"]),
            ("art. 3 barnkonventionen", ["se.barnkonv", "se.barnkonv.3"]),
            (
                "FN:s barnkonvention artikel 3 och 12",
                ["se.barnkonv", "se.barnkonv.3", "se.barnkonv.12"],
            ),
            ("3 kap. SoL 1 §", ["se.sol2025.3-1"]),
            ("6 kap. 39 § 2 och 40 § KL", ["se.kl.6-39", "se.kl.6-40"]),
            ("6 kap. 39 § 5 och 6 KL", ["se.kl.6-39"]),
            ("6 kap. 39 § 2–4 och 7 kap. 6 § KL", ["se.kl.6-39", "se.kl.7-6"]),
        ],
    )
    def test_several_places(self, citation: str, places: list[str]) -> None:
        answer = asked(citation, "2026-03-01")
        assert (answer.standing, ids(answer.rows)) == (Standing.IN_FORCE, places)

    def test_an_order_that_cites_the_act_before(self) -> None:
        """Adopted on 2019-01-10, a year after the new act: every line of it is stale."""
        for citation in ("6 kap. 33–35 §§ kommunallagen (1991:900)", "KL (1991:900) 6:33–35"):
            answer = asked(citation, "2019-01-10")
            assert answer.standing is Standing.NO_LONGER
            assert ids(answer.rows) == [f"se.kl1991.6-{n}" for n in (33, 34, 35)]
            assert ids(answer.replaced_by) == [
                "se.kl.6-37.v1",
                "se.kl.7-5",
                "se.kl.6-38.v1",
                "se.kl.6-40",
                "se.kl.7-8",
            ]
            assert answer.certain

    def test_without_the_number_it_is_assumed(self) -> None:
        """The new act has a 6 kap. 33 § too, which the table does not know; its 35 § it does."""
        answer = asked("KL 6:33–35", "2019-01-10")
        assert answer.standing is Standing.NO_LONGER
        assert ids(answer.rows) == ["se.kl1991.6-33", "se.kl1991.6-34"]
        assert (answer.assumed, answer.certain) == (True, False)
        assert asked("6 kap. 33 § KL", "2017-12-31").standing is Standing.IN_FORCE

    def test_the_successor_on_the_day(self) -> None:
        """What was the successor in 2019 has had a later wording since 2022."""
        citation = "6 kap. 33 § kommunallagen (1991:900)"
        assert ids(asked(citation, "2022-06-30").replaced_by) == ["se.kl.6-37.v1", "se.kl.7-5"]
        assert ids(asked(citation, "2022-07-01").replaced_by) == ["se.kl.6-37", "se.kl.7-5"]

    def test_a_name_is_the_act_in_force(self) -> None:
        """6 kap. 38 § was one thing in the old act and is another in the new."""
        assert ids(asked("6 kap. 38 § KL", "2017-12-31").rows) == ["se.kl1991.6-38"]
        assert ids(asked("6 kap. 38 § KL", "2018-01-01").rows) == ["se.kl.6-38.v1"]

    @pytest.mark.parametrize(
        ("citation", "certain"),
        [
            ("3 kap. 10 § kommunallagen (1991:900)", True),
            ("kommunallagen (1991:900)", True),
            (
                "6 kap. 38 § kommunallagen (1991:900)",
                True,
            ),  # the row is from memory, the end is not
            ("2 a § hälso- och sjukvårdslagen (1982:763)", False),  # its end is from memory
        ],
    )
    def test_a_repealed_act(self, citation: str, *, certain: bool) -> None:
        """Nothing in it holds, whether the table has it or not."""
        answer = asked(citation, "2019-01-10")
        assert (answer.standing, answer.certain) == (Standing.NO_LONGER, certain)
        assert answer.act is not None
        assert answer.act.successor in {"2017:725", "2017:30"}

    def test_a_whole_act(self) -> None:
        answer = asked("kommunallagen", "2026-03-01")
        assert (answer.standing, answer.rows) == (Standing.IN_FORCE, ())
        assert answer.act == ACTS["2017:725"]
        assert asked("KL", "2017-12-31").act == ACTS["1991:900"]
        assert asked("kommunallagen (1991:900)", "2017-12-31").standing is Standing.IN_FORCE

    @pytest.mark.parametrize(
        ("citation", "day"),
        [
            ("", "2026-03-01"),
            ("6 kap. 33 §", "2026-03-01"),  # of which act?
            ("lagen", "2026-03-01"),
            ("6 kap. 33 § lagen", "2026-03-01"),
            ("9 kap. 1 § miljöbalken", "2026-03-01"),
            ("4 kap. 1 § lagen (1993:387) om stöd och service", "2026-03-01"),
            ("6 kap. 33 § kommunallagen (2017:725)", "2019-01-10"),  # the table lacks it
            ("18 kap. 3 § SoL", "2026-03-01"),
            ("18 kap. 2–6 §§ SoL", "2026-03-01"),  # 3 § is not known
            ("6 kap. 33 § KL (2001:453)", "2019-01-10"),  # name and number disagree
            ("KL SoL 6:33", "2019-01-10"),
            ("10 kap. 8 § socialtjänstlagen (2025:400)", "2025-06-30"),  # not yet
            ("kommunallagen (2017:725)", "2017-12-31"),
            ("KL", "1991-12-31"),
            ("SoL 71 §", "1981-12-31"),
            ("KL 6:35–33", "2019-01-10"),
            ("KL 6:1–9999", "2019-01-10"),
            ("KL 6:33–7:5", "2019-01-10"),
            ("26 kap. 9 b–9 a §§ OSL", "2026-03-01"),
            ("KL 6:33 och hjärtat", "2019-01-10"),
            ("KL §§§", "1980-01-01"),
            ("barnkonventionen art. 43", "2026-03-01"),
            ("KL " + "6:33, " * 60, "2019-01-10"),  # running text
        ],
    )
    def test_not_known(self, citation: str, day: str) -> None:
        """Nothing is said of what the table lacks, or what cannot be read."""
        answer = asked(citation, day)
        assert attrs.evolve(answer, holding=()) == Cited(standing=Standing.UNKNOWN)

    def test_what_holds_is_told_beside_a_place_that_is_not_known(self) -> None:
        alone = asked("5 kap. 1 § KL", "2026-05-01")
        beside = asked("5 kap. 1 §, 11 kap. 4 § KL", "2026-05-01")
        assert alone.holding == alone.rows == beside.holding
        assert (beside.standing, beside.rows) == (Standing.UNKNOWN, ())

    @given(rows, st.sampled_from(LANGUAGES), days)
    def test_its_own_citations_are_read(self, row: Law, lang: Lang, day: date) -> None:
        answer = cited(row.cite(lang), day)
        if row.holds(day):
            assert (answer.standing, row in answer.rows) == (Standing.IN_FORCE, True)
        elif row.ended(day) and law_at(row.id, day) is None:
            assert answer.standing is Standing.NO_LONGER
            assert set(successors_at(row.id, day)) <= set(answer.replaced_by)
        assert not answer.assumed

    @given(st.text(max_size=60), days)
    def test_any_text_has_an_answer(self, text: str, day: date) -> None:
        assert isinstance(cited(text, day).standing, Standing)

    @given(
        st.lists(
            st.sampled_from(
                [*"123 :§,–()ab", "kap.", "art.", "st", "och", "KL", "SoL", "1991:900", "6:33"]
            ),
            max_size=12,
        ),
        days,
    )
    def test_only_what_stands_in_the_table_is_in_force(self, parts: list[str], day: date) -> None:
        answer = cited(" ".join(parts), day)
        assert all(row.holds(day) for row in answer.replaced_by)
        if answer.standing is Standing.IN_FORCE:
            assert answer.act is not None
            assert all(row.holds(day) and row.sfs == answer.act.sfs for row in answer.rows)
            assert any(row.holds(day) for row in LAWS if row.sfs == answer.act.sfs)
        if answer.standing is Standing.NO_LONGER:
            assert answer.act is not None
            assert all(row.ended(day) for row in answer.rows)
        assert not (answer.certain and answer.assumed)


class TestFile:
    """The file as data."""

    def test_columns(self) -> None:
        """The columns that its upkeep relies on; no row has more or fewer."""
        assert list(ROWS[0]) == COLUMNS
        assert all(list(row) == COLUMNS and None not in row.values() for row in ROWS)

    def test_every_row_is_parsed(self) -> None:
        assert ids(LAWS) == [row["id"] for row in ROWS]
        assert len(LAWS) == len({row.id for row in LAWS}) == 143

    def test_a_table_is_read_once(self, monkeypatch: pytest.MonkeyPatch) -> None:
        laws()
        monkeypatch.setattr(table, "package_text", lambda _name: pytest.fail("read again"))
        assert laws() == LAWS

    def test_periods_run_forward(self) -> None:
        assert all(row.last_day is None or row.first_day <= row.last_day for row in LAWS)
        assert all(row.end_known for row in LAWS if row.last_day is None)

    def test_closed_columns(self) -> None:
        for column in ("read", "day_known", "end_known"):
            assert {row[column] for row in ROWS} == {"yes", "no"}

    def test_texts_are_clean(self) -> None:
        """No stray blanks, and nothing left out that a reader needs."""
        for row in ROWS:
            assert all(value == " ".join(value.split()) for value in row.values())
            assert all(row[column] for column in FILLED)
            assert re.fullmatch(r"[a-z]+", row["matter"])

    def test_a_term_says_what_the_deadline_says(self) -> None:
        """The same number, in the unit that rules reckon with."""
        words = {"days": "dagar", "months": "månader"}
        told = [(row, row["term"].split()) for row in ROWS if row["term"]]
        assert len(told) == 5
        for row, (count, unit) in told:
            if row["deadline"].startswith("1 vecka"):
                assert (count, unit) == ("7", "days")
            else:
                assert row["deadline"].startswith(f"{count} {words[unit]}")

    def test_notes_and_sources_are_for_readers(self) -> None:
        """No short code of those who gathered the rows is left, and no English."""
        for row in ROWS:
            told = f"{row['source']} {row['note']}"
            assert not re.search(r"\bA:|\bS:|\bS\b|\bM\b|spegl|\bdate\b|inferred|memory", told)
            assert re.search(r"\.se\b|\.nu\b|\.org\b", row["source"])


#: The list's words -> those of the file, which is read by others than those who gathered it.
REWORDED = (
    ("date inferred för 2022:638", "datumet för 2022:638 härlett"),
    (", date inferred)", ", härlett)"),
    ("slutdatum: date inferred", "slutdatum härlett"),
    ("date inferred (slutdatum)", "slutdatum härlett"),
    ("date inferred (prop.)", "startdatum härlett ur propositionen"),
    ("date inferred", "startdatum härlett"),
    ("(date from memory)", "(ur minnet)"),
    ("startdatum: date from memory", "startdatum ur minnet"),
    ("6 §: date from memory", "6 § ur minnet"),
    ("date from memory", "startdatum ur minnet"),
    ("i speglingen 2026-02-12", "i kopians text av 2026-02-12"),
    ("spegeln", "kopian"),
    ("enligt S", "enligt selex.se"),
    ("läst i sökträff med hela", "läst i en återgivning av hela"),
    ("raden delad i 30-5 till 30-10", "se även 30 kap. 5 och 7–10 §§"),
    ("av 30-7, 30-8, 30-9", "av 30:7, 30:8 och 30:9"),
)
#: The first day was inferred or remembered, and then found in a source.
FOUND_LATER = {"se.psl.6-12", "se.osl.25-13a", "se.barnkonv", "se.kl.6-37", "se.kl.6-38"}
#: The last day was inferred, and then the first day of the wording after it was found in a source.
END_FOUND_LATER = {"se.kl.6-37.v1", "se.kl.6-38.v1"}
#: Rows that more was found of than the list knows: what their notes say now.
NOTED_LATER = {
    "se.kl.6-31": "läst lydelse 2022:638 (fr.o.m. 2022-07-01); äldre ej läst",
    "se.kl.6-37": "läst lydelse 2022:638 (fr.o.m. 2022-07-01)",
    "se.kl.6-38": (
        "läst lydelse 2023:708 (ändrar automatikförbuden; första dagen ej känd); "
        "lydelse 2022:638 fr.o.m. 2022-07-01"
    ),
    **dict.fromkeys(
        END_FOUND_LATER,
        "text ej läst; innehåll ur minnet; slutdatum = dagen före lydelse 2022:638",
    ),
}
#: Where that was found, after the sources of the list.
FOUND_IN = [
    "lagboken.se (SFS 2022:638)",
    "riksdagen.se (bet. 2021/22:KU36, prop. 2021/22:125), datum",
]
#: A day is inferred, but it is that of a later wording, or that of the end.
OF_ANOTHER_DAY = {
    "se.sol2025.19-1.v1",
    "se.polis.6.v2",
    "se.hsl1982.3f",
    "se.kl.6-28",
    "se.kl.6-31",
    "se.kl.6-42",
}


def reworded(note: str) -> str:
    for theirs, ours in REWORDED:
        note = note.replace(theirs, ours)
    return note


#: What the list says so briefly that it says something else.
REWORDED_DUTIES = {
    "se.kl.6-39": (
        "Får uppdra åt ordförande eller annan ledamot att besluta i ärenden som inte kan vänta på "
        "nämnden"
    ),
}

#: A row of the list with its row of the file.
Pairs = list[tuple[dict[str, str], dict[str, str]]]


@pytest.fixture
def pairs(seeds: Path) -> Pairs:
    """Give the rows of the list with those of the file, or skip: a checkout need not have it."""
    file = seeds.parent / "domain" / "law_refs.csv"
    if not file.is_file():
        pytest.skip("the list of provisions is not here")
    with file.open(encoding="utf-8", newline="") as text:
        return list(zip(csv.DictReader(text), ROWS, strict=True))


class TestList:
    """The file is a copy of the list that the facts were gathered in, where that is at hand."""

    def test_row_by_row(self, pairs: Pairs) -> None:
        same = ("id", "title", "sfs", "provision", "duty_holder", "duty", "deadline", "matter")
        for theirs, ours in pairs:
            duty = REWORDED_DUTIES.get(theirs["id"], theirs["duty"])
            said = {**theirs, "duty": duty}
            assert [ours[name] for name in same] == [said[name] for name in same]
            assert ours["read"] == theirs["read"]
            assert (ours["first_day"], ours["last_day"]) == (
                theirs["valid_from"],
                theirs["valid_to"],
            )
            assert ours["successors"].partition(" ")[0] == theirs["successor"]
            assert ours["note"] == NOTED_LATER.get(theirs["id"], reworded(theirs["note"]))

    def test_further_successors_stand_in_the_notes(self, pairs: Pairs) -> None:
        for theirs, ours in pairs:
            _, _, further = ours["successors"].partition(" ")
            named = re.findall(r"se\.[\w.]+-\d+\w*", theirs["note"])
            short = [f"se.sol2025.{n}" for n in re.findall(r"\b30-[7-9]\b", theirs["note"])]
            assert further.split() == [*named, *(short if "motsvaras" in theirs["note"] else ())]

    def test_each_source_is_named(self, pairs: Pairs) -> None:
        """As many as the list names, the two copies in their places."""
        outside = re.compile(r"; (?![^(]*\))")
        for theirs, ours in pairs:
            named = outside.split(ours["source"])
            if theirs["id"] in NOTED_LATER:
                *named, act, prepared = named
                assert [act, prepared] == FOUND_IN
            for code, name in zip(theirs["source"].split(" ; "), named, strict=True):
                assert name.startswith("riksdagen.se, kopia 2026-04-25") is code.startswith("A:")
                assert name.startswith("selex.se, kopia 2025-09-01") is code.startswith("S")

    def test_what_is_not_sure_stays_marked(self, pairs: Pairs) -> None:
        """A first day of which the list has any doubt is not known here, with the reasons above."""
        doubt = re.compile(r"inferred|memory|inferens|\bM\)|\b(?:M|U)\b")
        for theirs, ours in pairs:
            told = f"{theirs['confidence']} {theirs['note']} {theirs['source']}"
            doubtful = bool(doubt.search(told)) and ours["id"] not in FOUND_LATER | OF_ANOTHER_DAY
            assert ours["day_known"] == ("no" if doubtful else "yes"), ours["id"]
            ends = re.search(r"slutdatum|^(?:M|U)\b", f"{theirs['confidence']} {theirs['note']}")
            unsure = bool(theirs["valid_to"] and ends) and ours["id"] not in END_FOUND_LATER
            assert ours["end_known"] == ("no" if unsure else "yes"), ours["id"]

    def test_the_wording_that_was_read(self, pairs: Pairs) -> None:
        """Where the list says since when it holds, on that day; else not from the first day on."""
        for theirs, ours in pairs:
            stated = re.search(
                r"läst lydelse [\d:]+ \(fr\.o\.m\. ([\d-]+)(?!, date)\b", theirs["note"]
            )
            if stated and ", date inferred" not in theirs["note"]:
                assert ours["read_from"] == stated[1]
            elif theirs["id"] in {"se.kl.6-31", "se.kl.6-37"}:
                assert ours["read_from"] == "2022-07-01"
            elif "läst lydelse" in theirs["note"]:
                assert ours["read_from"] > ours["first_day"]
