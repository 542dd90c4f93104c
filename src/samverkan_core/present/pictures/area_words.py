"""What is said of focus areas in pictures: the same words in each kind, also when read out."""

from collections.abc import Iterator

from samverkan_core.present.pictures.focus_areas import AreaInTime, AreasInTime
from samverkan_core.present.pictures.wording import counted, dated, said
from samverkan_core.values.labels import Lang

__all__ = ["days_of", "now_of", "told"]


def now_of(shown: AreasInTime, lang: Lang) -> str:
    """Say how many areas are open on the day, against the limit."""
    say, now = said(lang), shown.now
    key = "now" if now.surely == now.possibly else "now_unsure"
    first = say[key].format(day=shown.day, count=counted(now.surely, now.possibly))
    if shown.limit is None:
        return f"{first} {say['now_no_limit']}"
    return f"{first} {say['now_limit'].format(limit=shown.limit)}"


def days_of(area: AreaInTime, lang: Lang) -> str:
    """Say when an area is open, as far as it is known."""
    say = said(lang)
    parts = ["starts_unknown" if area.starts is None else "starts"]
    parts.append("ends_open" if area.ends is None else "closed" if area.closed else "ends")
    days = (area.starts, area.ends)
    return ", ".join(
        say[part].format(day=dated(day, lang) if day else "")
        for part, day in zip(parts, days, strict=True)
    )


def told(area: AreaInTime, lang: Lang) -> str:
    """Say all that is shown of an area."""
    return f"{area.name}: {'; '.join([days_of(area, lang), *_steps(area, lang)])}."


def _steps(area: AreaInTime, lang: Lang) -> Iterator[str]:
    say = said(lang)
    if not area.steps:
        yield say["steps_none"]
    for one in area.steps:
        yield say["step"].format(
            number=one.step.number, step=one.step.label(lang), day=dated(one.day, lang)
        )
