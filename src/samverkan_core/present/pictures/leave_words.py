"""What is said of offices that are left: the same words in each kind of picture."""

from collections.abc import Iterator

from samverkan_core.present.pictures.leavings import Leavings, Left, OfficeInTime
from samverkan_core.present.pictures.wording import joined, said
from samverkan_core.values.labels import Lang

__all__ = ["days_left", "kept_of", "now_of", "told"]


def now_of(shown: Leavings, lang: Lang) -> str:
    """Say how many leave, and on which days most do."""
    return " ".join(_now(shown, lang))


def _now(shown: Leavings, lang: Lang) -> Iterator[str]:
    say, day, most = said(lang), shown.day, shown.most
    if not shown.offices:
        yield say["leave_none"].format(day=day)
    else:
        yield say["leave_now"].format(day=day, count=shown.all)
    if most > 1:
        days = [one.isoformat() for one, many in shown.by_day if many == most]
        yield say["leave_most"].format(count=most, days=joined(days, lang))
    elif shown.all > 1:
        yield say["leave_apart"]
    if shown.before:
        yield say["leave_before"].format(count=shown.before)


def days_left(office: OfficeInTime, lang: Lang) -> str:
    """Say on which days an office is left, by how many, and whether anybody is there then."""
    parts = [_left(one, lang) for one in office.left]
    if office.staying:
        parts.append(said(lang)["leave_staying"].format(count=office.staying))
    return "; ".join(parts)


def _left(one: Left, lang: Lang) -> str:
    key = "leave_empty" if one.empty else "leave_some"
    return said(lang)[key].format(day=one.day, many=one.many, of=one.of)


def told(office: OfficeInTime, lang: Lang) -> str:
    """Say all that is shown of an office."""
    return f"{office.name}: {days_left(office, lang)}."


def kept_of(shown: Leavings, lang: Lang) -> str:
    """Name the offices that nobody is known to leave; nothing where there are none."""
    names = "; ".join(one.name for one in shown.kept)
    return said(lang)["leave_kept"].format(names=names) if names else ""
