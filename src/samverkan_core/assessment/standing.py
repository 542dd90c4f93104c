"""How one rule stands in a report: it is broken, accepted, holds, or nobody can tell."""

from collections.abc import Iterable, Mapping
from typing import TypeVar

import attrs

from samverkan_core.findings.finding import Finding, in_order
from samverkan_core.findings.report import Answerable, NotJudged, Report
from samverkan_core.values.labels import Labelled, Lang

__all__ = ["Standing", "State", "plain_states", "spoken_of", "standings"]

C = TypeVar("C", Finding, NotJudged)


class State(Labelled):
    """What a report says of one rule; a rule is in exactly one of them."""

    BROKEN = ("broken", "Har fynd", "Has findings")
    ACCEPTED = ("accepted", "Godtagen avvikelse", "Accepted")
    NO_DATA = ("no_data", "Uppgifter saknas", "Data lacking")
    HOLDS = ("holds", "Håller", "Holds")
    WAITS = ("waits", "Väntar på en dag", "Waits for a day")
    LEFT_OUT = ("left_out", "Gäller inte i profilen", "Not in the profile")
    NOT_ASKED = ("not_asked", "Har inte prövats", "Not asked")

    @property
    def says_something(self) -> bool:
        """Whether the rule has judged anything at all."""
        return self in {State.BROKEN, State.ACCEPTED, State.HOLDS}


@attrs.frozen(kw_only=True)
class Standing:
    """How one rule stands (läget för en regel), with everything that the report says of it.

    A rule that is broken somewhere is broken, whatever is accepted or cannot be judged elsewhere;
    one that lacks data for anything does not hold.
    """

    #: The code of the rule.
    code: str
    #: What the report says of it.
    state: State
    #: Where it is broken.
    findings: tuple[Finding, ...] = ()
    #: Where it is broken and somebody answers for it.
    accepted: tuple[Finding, ...] = ()
    #: Who answers for what is accepted, and who did for findings that have come back.
    answerable: tuple[Answerable, ...] = ()
    #: What it could not judge, and what it lacked.
    lacking: tuple[NotJudged, ...] = ()

    def to_dict(self, lang: Lang = "sv") -> dict[str, object]:
        """Say it in plain values, with its words in one language."""
        return {
            "code": self.code,
            "state": self.state.code,
            "findings": [finding.to_dict(lang) for finding in self.findings],
            "accepted": [finding.to_dict(lang) for finding in self.accepted],
            "answerable": [_plain(one) for one in self.answerable],
            "lacking": [attrs.asdict(missing) for missing in self.lacking],
        }


def standings(report: Report, codes: Iterable[str]) -> tuple[Standing, ...]:
    """Say how each of some rules stands in a report, in order of code."""
    findings, accepted = _by_code(report.findings), _by_code(report.accepted)
    lacking, silent = _by_code(report.not_judged), _silent(report)
    answered = report.answered()
    return tuple(
        Standing(
            code=code,
            state=_state(code, (findings, accepted, lacking), silent),
            findings=findings.get(code, ()),
            accepted=accepted.get(code, ()),
            answerable=tuple(
                one
                for finding in in_order((*findings.get(code, ()), *accepted.get(code, ())))
                for one in answered.get(finding, ())
            ),
            lacking=lacking.get(code, ()),
        )
        for code in sorted(set(codes))
    )


def spoken_of(report: Report) -> frozenset[str]:
    """Give every code that a report says anything of."""
    said: tuple[Finding | NotJudged, ...] = (*report.findings, *report.accepted, *report.not_judged)
    return frozenset({*(one.code for one in said), *_silent(report)})


def plain_states(rules: Iterable[Standing]) -> dict[str, list[str]]:
    """Give the codes in each state, under the code of the state; every state is there."""
    known = tuple(rules)
    return {
        state.code: [standing.code for standing in known if standing.state is state]
        for state in State
    }


def _by_code(things: Iterable[C]) -> Mapping[str, tuple[C, ...]]:
    found: dict[str, list[C]] = {}
    for one in things:
        found.setdefault(one.code, []).append(one)
    return {code: tuple(same) for code, same in found.items()}


def _silent(report: Report) -> Mapping[str, State]:
    """Give the state of each rule that has neither found anything nor said what it lacked."""
    return {
        **dict.fromkeys(report.left_out, State.LEFT_OUT),
        **dict.fromkeys(report.not_run, State.WAITS),
        **dict.fromkeys(report.held, State.HOLDS),
    }


def _state(
    code: str, speaking: tuple[Mapping[str, object], ...], silent: Mapping[str, State]
) -> State:
    """Give the state of a rule: what it says before what its silence means."""
    states = (State.BROKEN, State.ACCEPTED, State.NO_DATA)
    said = (state for state, codes in zip(states, speaking, strict=True) if code in codes)
    return next(said, silent.get(code, State.NOT_ASKED))


def _plain(one: Answerable) -> dict[str, object]:
    about = {"pointer": one.finding.pointer, "subject": one.finding.subject}
    return {**about, "owner": one.owner, "last_day": one.last_day.isoformat()}
