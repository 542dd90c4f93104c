"""How the public names look to a type checker. Never run: mypy and pyright read it, both strict."""

import datetime as dt
from collections.abc import Mapping
from typing import Any, assert_type

import pandas as pd
import polars as pl
import pyarrow as pa

import samverkan_core as sam
from samverkan_core.assessment import FactorView, PillarView, pillars, self_assessment
from samverkan_core.authority.decide import Held
from samverkan_core.authority.proof import Proof
from samverkan_core.authority.question import Caveat, RefusalCode
from samverkan_core.findings.report import Answerable, NotJudged
from samverkan_core.interop.frames import (
    from_nested_arrow,
    nested_arrow,
    nested_schema,
    to_arrow,
    to_pandas,
    to_polars,
)
from samverkan_core.interop.tables import TablesMapping, all_rows, from_rows, loads_mapping, rows
from samverkan_core.planning import Departure, Done, Refused, advance, departures, earliest_slot
from samverkan_core.serialization.load import Loaded

DATA = b"{}"
TREE: dict[str, Any] = {}
DAY = dt.date(2015, 3, 1)


def reading() -> None:
    """Read a document, or one thing alone."""
    assert_type(sam.loads(DATA), sam.Collaboration)
    assert_type(sam.loads("{}", unknown="drop", faulty="set_aside"), sam.Collaboration)
    assert_type(sam.loads(DATA, type=sam.Mandate), sam.Mandate)
    assert_type(sam.loads(DATA, type=sam.PartialDate, unknown="reject"), sam.PartialDate)
    assert_type(sam.read(DATA), Loaded[sam.Collaboration])
    assert_type(sam.read(DATA).value, sam.Collaboration | None)
    assert_type(sam.read(DATA).report, sam.Report)
    assert_type(sam.read("{}", type=sam.Actor, limits=sam.Limits(depth=9)), Loaded[sam.Actor])
    assert_type(sam.read("{}", type=sam.Actor).value, sam.Actor | None)
    assert_type(sam.from_plain(TREE), sam.Collaboration)
    assert_type(sam.from_plain(TREE, type=sam.Body), sam.Body)
    assert_type(sam.loads_report(DATA), sam.Report)
    assert_type(sam.loads_profile(DATA), sam.Profile)
    assert_type(sam.loads_profile("{}", more_rules=sam.RULES, limits=sam.Limits()), sam.Profile)


def refused() -> None:
    """Meet what cannot be read."""
    try:
        sam.loads(DATA)
    except sam.LoadError as error:
        assert_type(error.report, sam.Report)


def writing(collab: sam.Collaboration, mandate: sam.Mandate, report: sam.Report) -> None:
    """Write a document, one thing alone, or a report."""
    assert_type(sam.dumps(collab), bytes)
    assert_type(sam.dumps(mandate), bytes)
    assert_type(sam.dumps(report), bytes)
    assert_type(sam.to_plain(mandate), dict[str, Any])
    assert_type(sam.schema(), dict[str, Any])
    assert_type(sam.schema(type=sam.Mandate), dict[str, Any])


def checking(collab: sam.Collaboration) -> None:
    """Ask the rules."""
    assert_type(sam.check(collab), sam.Report)
    assert_type(sam.check(sam.index(collab), at=DAY, profile="common", more_rules=()), sam.Report)
    assert_type(sam.check_json(DATA, at=DAY, unknown="keep", faulty="refuse"), sam.Report)
    assert_type(sam.explain("FOC001", lang="en"), str)
    checked = sam.Checked.of(collab, at=DAY, profile="common", more_rules=())
    assert_type(checked, sam.Checked)
    assert_type(checked.again(collab), sam.Checked)
    assert_type(checked.again(collab).report, sam.Report)


def own_ways(collab: sam.Collaboration, mine: dict[str, sam.Profile], own: sam.Rule) -> None:
    """Go by a profile and by rules of one's own."""
    assert_type(sam.RULES, tuple[sam.Rule, ...])
    assert_type(sam.PROFILES, Mapping[str, sam.Profile])
    assert_type(own.code, str)
    profile = mine.get(collab.profile or "")
    assert_type(sam.check(collab, profile=profile or collab.profile, more_rules=[own]), sam.Report)
    assert_type(sam.check_json(DATA, profile=profile, more_rules=(own,)), sam.Report)
    assert_type(sam.Profile(name="n").weight("FOC001"), sam.Severity | None)


def findings(collab: sam.Collaboration, report: sam.Report) -> None:
    """Look at what was found."""
    assert_type(report[0], sam.Finding)
    assert_type(report[1:], tuple[sam.Finding, ...])
    assert_type(report.ok(fail_on=sam.Severity.WARNING), bool)
    assert_type(report.by_pillar(sam.Pillar.STEERING), sam.Report)
    assert_type(report.answering(report[0]), tuple[Answerable, ...])
    assert_type(self_assessment(report), tuple[FactorView, ...])
    assert_type(pillars(report, more_rules=sam.RULES), tuple[PillarView, ...])
    assert_type(report.rows("en"), list[dict[str, object]])
    for finding in report:
        assert_type(finding, sam.Finding)
        assert_type(finding.message("sv"), str)
        assert_type(finding.severity, sam.Severity)
        assert_type(finding.force, sam.Force)
        assert_type(
            sam.accept(collab, finding, reason="r", owner="o", last_day=DAY), sam.Collaboration
        )


def deciding(collab: sam.Collaboration) -> None:
    """Ask who may, by a document or an index, about everything, one thing or a scope."""
    decision = sam.may(collab, "karin", sam.Power.DECIDE, at=DAY)
    assert_type(decision, sam.Decision)
    assert_type(sam.may(sam.index(collab), "k", sam.Power.LEAD, on="a", at=DAY).allowed, bool)
    assert_type(sam.who_may(collab, sam.Power.DECIDE, on=sam.Scope(), at=DAY), tuple[str, ...])
    assert_type(sam.powers_of(collab, "karin", at=DAY), tuple[Held, ...])
    assert_type([held.power for held in sam.powers_of(collab, "k", at=DAY)], list[sam.Power])
    assert_type(decision.proof, Proof | None)
    assert_type(decision.conditions, tuple[str, ...])
    assert_type(decision.instead, tuple[str, ...])
    assert_type([refusal.code for refusal in decision.refusals], list[RefusalCode])
    assert_type(decision.text("en"), str)
    if decision.proof is not None:
        assert_type(sam.verify(decision.proof, collab), bool)
        assert_type(decision.proof.caveats, tuple[Caveat, ...])
    assert_type(sam.dumps(decision), bytes)
    assert_type(sam.loads_decision(DATA), sam.Decision)


def planning(collab: sam.Collaboration) -> None:
    """Ask for the next step of an area or of the collaboration, by a document or an index."""
    answer = sam.next_step(collab, "a", at=DAY)
    assert_type(answer, sam.NextStep)
    assert_type(sam.next_step(sam.index(collab), at=DAY).allowed, bool)
    assert_type(answer.step, sam.Step | None)
    assert_type(answer.missing, tuple[sam.Finding | NotJudged, ...])
    assert_type(answer.by, tuple[str, ...])
    assert_type(advance(collab, "a", at=DAY), Done | Refused)
    assert_type(earliest_slot(collab, days=1, not_before=DAY).period, sam.Period | None)
    assert_type(departures(collab, at=DAY), tuple[Departure, ...])


def values(collab: sam.Collaboration) -> None:
    """Look at the things themselves."""
    assert_type(collab.actors, tuple[sam.Actor, ...])
    assert_type(collab.focus_areas, tuple[sam.FocusArea, ...])
    for mandate in collab.mandates:
        assert_type(mandate.powers, tuple[sam.Power, ...])
        assert_type(mandate.scope, sam.Scope | None)
        assert_type(mandate.period, sam.Period)
    assert_type(sam.PartialDate(when="2008-11").latest, dt.date)
    assert_type(sam.Step.BUILD.number, int)
    assert_type(sam.Step.BUILD.label("en"), str)
    assert_type(sam.__version__, str)


def misuse(collab: sam.Collaboration) -> None:
    """Be told before the program runs; an ignore that is not needed is an error too."""
    sam.check(collab, at="2015-03-01")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    sam.may(collab, "karin", "decide", at=DAY)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    sam.may(collab, "karin", sam.Power.DECIDE)  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    sam.loads(DATA, unknown="all")  # type: ignore[call-overload]  # pyright: ignore[reportCallIssue, reportArgumentType]
    sam.lods(DATA)  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType]
    collab.name = "x"  # type: ignore[misc]  # pyright: ignore[reportAttributeAccessIssue]
    sam.explain("FOC001", lang="de")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]


def in_tables(collab: sam.Collaboration) -> None:
    """Write a collaboration as tables, and read it from those of a system."""
    assert_type(all_rows(collab), dict[str, list[dict[str, Any]]])
    assert_type(rows(collab, "actors", "en"), list[dict[str, Any]])
    assert_type(loads_mapping(DATA), TablesMapping)
    loaded = from_rows(all_rows(collab), loads_mapping("{}"), key=DATA, limits=sam.Limits())
    assert_type(loaded, Loaded[sam.Collaboration])
    drivers: list[Mapping[str, object]] = [{"id": "a"}]
    assert_type(from_rows({"actors": drivers}).value, sam.Collaboration | None)


def in_frames(collab: sam.Collaboration, report: sam.Report) -> None:
    """Get one frame, or a dict of frames, of three packages."""
    assert_type(to_pandas(collab, "actors"), pd.DataFrame)
    assert_type(to_pandas(collab, lang="en"), dict[str, pd.DataFrame])
    assert_type(to_pandas(report), pd.DataFrame)
    assert_type(to_polars(collab, "actors"), pl.DataFrame)
    assert_type(to_polars(collab), dict[str, pl.DataFrame])
    assert_type(to_polars(report, lang="en"), pl.DataFrame)
    assert_type(to_arrow(collab, "actors"), pa.Table)
    assert_type(to_arrow(collab), dict[str, pa.Table])
    assert_type(nested_schema(), pa.Schema)
    assert_type(nested_arrow([collab]), pa.Table)
    loaded = from_nested_arrow(nested_arrow([collab]), limits=sam.Limits())
    assert_type(loaded, tuple[Loaded[sam.Collaboration], ...])
    to_pandas(report, "actors")  # type: ignore[call-overload]  # pyright: ignore[reportCallIssue, reportArgumentType]
