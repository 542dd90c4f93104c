"""The page about the seven steps: names, moves, a drawing, and what a profile may require."""

from collections.abc import Iterator

from samverkan_core.process.step import TRANSITIONS, Move, Step, move
from samverkan_core.rules.catalogue import RULES
from samverkan_core.rules.profiles.steps import PROPOSED_REQUIREMENTS

from .markup import code, link, table

__all__ = ["steps_page"]

_GAP, _RADIUS = 100, 22
_MIDDLE, _HEIGHT = 50, 350

_OPENING = (
    f'<svg viewBox="0 0 {_GAP * len(Step)} {_HEIGHT}" role="img" fill="none"'
    ' stroke="currentColor" style="max-width:100%" aria-label="The seven steps in a row: an arrow'
    ' from each to the next, and arcs back to all before it.">'
)
_TIP = (
    '<defs><marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7"'
    ' orient="auto"><path d="M0 0 8 4 0 8z" fill="currentColor" stroke="none"/></marker></defs>'
)


def steps_page() -> str:
    """Write the page."""
    names = ((str(step.number), code(step.code), step.sv, step.en) for step in Step)
    moves = ((_shown(step), _after(step, Move.FORWARD), _after(step, Move.BACK)) for step in Step)
    return "\n".join(
        [
            "## The steps\n",
            table(("", "code", "svenska", "English"), names),
            "## The moves\n",
            table(("from", "forward to", "back to, with a reason"), moves),
            f"```{{raw}} html\n{_drawing()}\n```\n",
            "## What a profile may require\n",
            table(("before", "proposed rules"), _required()),
        ]
    )


def _required() -> Iterator[tuple[str, str]]:
    told = {rule.code: rule.judge.__name__.replace("_", " ") for rule in RULES}
    for one in PROPOSED_REQUIREMENTS:
        rules = (f"{link(code_, f'{code_.lower()}-en')} {told[code_]}" for code_ in one.codes)
        yield _shown(one.step), ", ".join(rules)


def _shown(step: Step) -> str:
    return f"{step.number} {code(step.code)}"


def _after(step: Step, kind: Move) -> str:
    steps = (after for after in Step if after in TRANSITIONS[step] and move(step, after) is kind)
    return ", ".join(map(_shown, steps)) or "–"


def _drawing() -> str:
    return "\n".join([_OPENING, _TIP, *_arrows(), *_circles(), "</svg>"])


def _arrows() -> Iterator[str]:
    for before in Step:
        for after in sorted(TRANSITIONS[before], key=lambda step: step.number):
            if move(before, after) is Move.FORWARD:
                yield _forward(before, after)
            else:
                yield _back(before, after)


def _forward(before: Step, after: Step) -> str:
    start, end = _x(before) + _RADIUS, _x(after) - _RADIUS
    return f'<path d="M{start} {_MIDDLE}H{end}" stroke-width="2" marker-end="url(#tip)"/>'


def _back(before: Step, after: Step) -> str:
    top = _MIDDLE + _RADIUS
    depth = top + 60 * (before.number - after.number)
    start, end = _x(before), _x(after)
    curve = f"M{start} {top}C{start} {depth} {end} {depth} {end} {top}"
    return f'<path d="{curve}" stroke-opacity=".45" marker-end="url(#tip)"/>'


def _circles() -> Iterator[str]:
    for step in Step:
        at = f'"{_x(step)}" {{}}="{_MIDDLE}"'
        yield f'<circle cx={at.format("cy")} r="{_RADIUS}" stroke-width="2"/>'
        yield (
            f'<text x={at.format("y")} dy=".35em" text-anchor="middle" font-size="18"'
            f' fill="currentColor" stroke="none">{step.number}</text>'
        )


def _x(step: Step) -> int:
    return _GAP * step.number - _GAP // 2
