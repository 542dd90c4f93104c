"""What a citation of law, as people write it, points at on a day: law in force, or law gone.

Schemes of delegation, agreements and routines go on citing a law long after another has taken its
place. `cited` reads such a citation and looks it up in the table of provisions.

The table holds few provisions, so there are three answers, and "unknown" is a common one. In force
is said only of what stands in the table. No longer in force is said of a provision whose rows have
all ended, and of anything in an act that has been repealed. A day before the first row of a
provision is unknown too: an older wording may have held.

A name without a number is read as the act in force on the day, where the table has the provision in
that act; else as an older act of the same name that has it, and the answer says that this is
assumed.
"""

import functools
import re
import string
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

import attrs

from samverkan_core.reference.acts import ACTS, NAMES, Act
from samverkan_core.reference.laws import Law, laws, successors_at
from samverkan_core.values.labels import Labelled
from samverkan_core.values.time import over

__all__ = ["Cited", "Standing", "cited"]


class Standing(Labelled):
    """Whether what a citation points at is law on a day."""

    IN_FORCE = ("in_force", "gäller", "in force")
    NO_LONGER = ("no_longer", "gäller inte längre", "no longer in force")
    UNKNOWN = ("unknown", "finns inte i tabellen", "not in the table")


@attrs.frozen(kw_only=True)
class Cited:
    """What a citation (laghänvisning) points at on a day."""

    #: Whether it is in force, no longer, or not known to the table.
    standing: Standing
    #: The act that is cited, or of the same name; None where nothing is known.
    act: Act | None = None
    #: The rows that the answer rests on; none where it is about a whole act.
    rows: tuple[Law, ...] = ()
    #: Every row that holds on the day, of any of the places cited, whatever becomes of the others.
    holding: tuple[Law, ...] = ()
    #: What holds on the day in their place, as far as the table knows.
    replaced_by: tuple[Law, ...] = ()
    #: Whether the act was named without its number, and an older one of that name is meant.
    assumed: bool = False
    #: Whether the answer rests on days that are stated in a source, and on nothing assumed.
    certain: bool = False


def cited(citation: str, day: date) -> Cited:
    """Say what a citation points at on a day.

    >>> answer = cited("6 kap. 33 § kommunallagen (1991:900)", date(2019, 1, 10))
    >>> answer.standing.sv, [row.id for row in answer.replaced_by]
    ('gäller inte längre', ['se.kl.6-37.v1', 'se.kl.7-5'])
    """
    if len(citation) > _LONGEST:
        return _UNKNOWN
    acts, places = _read(citation)
    if not acts or places is None:
        return _UNKNOWN
    return _joined([_one(acts, place, day) for place in places]) if places else _whole(acts, day)


# --- looking up ------------------------------------------------------------------------------

#: A chapter and a section, or an article: ("6", 33, ""), ("5", 1, "a"), ("art", 3, "").
_Place = tuple[str, int, str]

_UNKNOWN = Cited(standing=Standing.UNKNOWN)
#: What decides about a citation of several places: one that is gone, then one that is not known.
_WEIGHT = (Standing.NO_LONGER, Standing.UNKNOWN, Standing.IN_FORCE)


def _one(acts: tuple[Act, ...], place: _Place, day: date) -> Cited:
    found = [row for act in acts for row in _by_place().get((act.sfs, place), ())]
    begun = [row for row in found if row.first_day <= day]
    holding = tuple(row for row in begun if row.holds(day))
    if holding:
        sure = all(row.day_known and row.end_known for row in holding)
        act = ACTS[holding[0].sfs]
        return Cited(
            standing=Standing.IN_FORCE, act=act, rows=holding, holding=holding, certain=sure
        )
    if begun:
        return _gone(begun, day, assumed=len(acts) > 1)
    return _repealed(acts, day)


def _gone(ended: list[Law], day: date, *, assumed: bool) -> Cited:
    latest = max(row.last_day for row in ended if row.last_day)
    rows = tuple(row for row in ended if row.last_day == latest)
    after = (held for row in rows for held in successors_at(row.id, day))
    act = ACTS[rows[0].sfs]
    sure = all(row.end_known for row in rows) or _surely_repealed(act, day)
    return Cited(
        standing=Standing.NO_LONGER,
        act=act,
        rows=rows,
        replaced_by=tuple(dict.fromkeys(after)),
        assumed=assumed,
        certain=sure and not assumed,
    )


def _repealed(acts: tuple[Act, ...], day: date) -> Cited:
    if any(act.last_day is None or act.last_day >= day for act in acts):
        return _UNKNOWN
    sure = _surely_repealed(acts[0], day)
    return Cited(standing=Standing.NO_LONGER, act=acts[0], certain=sure)


def _surely_repealed(act: Act, day: date) -> bool:
    stated = any(row.end_known for row in _of(act) if row.last_day == act.last_day)
    return stated and over(act.last_day, day)


def _whole(acts: tuple[Act, ...], day: date) -> Cited:
    for act in acts:
        holding = [row for row in _of(act) if row.holds(day)]
        if holding:
            sure = any(row.day_known and row.end_known for row in holding)
            return Cited(standing=Standing.IN_FORCE, act=act, certain=sure)
    return _repealed(acts, day)


def _joined(answers: list[Cited]) -> Cited:
    standing = next(one for one in _WEIGHT if any(answer.standing is one for answer in answers))
    those = [answer for answer in answers if answer.standing is standing]
    return Cited(
        standing=standing,
        act=those[0].act,
        rows=_merged(answer.rows for answer in those),
        holding=_merged(answer.holding for answer in answers),
        replaced_by=_merged(answer.replaced_by for answer in those),
        assumed=any(answer.assumed for answer in those),
        certain=all(answer.certain for answer in those),
    )


def _merged(rows: Iterable[tuple[Law, ...]]) -> tuple[Law, ...]:
    return tuple(dict.fromkeys(row for some in rows for row in some))


def _of(act: Act) -> Iterator[Law]:
    return (row for row in laws() if row.sfs == act.sfs)


@functools.cache
def _by_place() -> Mapping[tuple[str, _Place], tuple[Law, ...]]:
    places: dict[tuple[str, _Place], tuple[Law, ...]] = {}
    for row in laws():
        for place in _places(row.as_source().ref.casefold()) or ():
            key = (row.sfs, place)
            places[key] = (*places.get(key, ()), row)
    return places


# --- reading ---------------------------------------------------------------------------------

#: What a section's number may end in.
_LETTERS = ("", *string.ascii_lowercase)
#: A longer text is no citation but running text.
_LONGEST = 300
#: More sections than this in one range is a slip of the pen.
_MOST = 100

_NUMBER = re.compile(r"\(?\b(?:sfs\s*)?([12][0-9]{3}:[0-9]{1,4})\b\)?")
_NAME = re.compile(
    rf"(?<!\w)({'|'.join(map(re.escape, sorted(NAMES, key=len, reverse=True)))})s?(?!\w)"
)
#: What may stand beside the number of an act, or before a citation, and adds nothing.
_BESIDE = re.compile(r"\b(?:lag(?:en)?|balk(?:en)?|förordning(?:en)?|enligt|jfr|se)\b")
_DASH = re.compile(r"\s*(?:§+\s*)?[-\u2010\u2011–—]\s*")
_NUMERAL = "[0-9]+(?: ?[a-z])?"
#: Paragraphs, sentences and points within a section: the table does not go that far.
_WITHIN = re.compile(
    r"\b(?:(?:första|andra|tredje|fjärde|femte|sjätte|sista) (?:stycket|meningen|punkten)"
    r"|[0-9]+ ?(?:st|men|p)\b\.?|(?:punkt(?:en)?|p|st)\b\.? ?[0-9]+)"
)
_CHAPTER = re.compile(rf"\b({_NUMERAL}) ?kap(?:itlet)?\b\.? ?§* ?")
_ARTICLE = re.compile(r"\bart(?:ikel|iklarna|iklar)?\b\.? ?")
#: Numbers after the sign that no other sign follows are points: `6 kap. 38 § 3 och 4`.
_POINT = re.compile(r"(?<=[0-9a-z]) ?§+ ?[0-9]+(?: ?(?:,|–|och|samt|eller) ?[0-9]+)*(?! ?[0-9§:–])")
_BETWEEN = re.compile(r"[,§()]|\b(?:och|samt|eller)\b")
_PART = re.compile(
    rf"(?:({_NUMERAL}|art) ?: ?)?([0-9]{{1,4}})(?: ?([a-z]))?"
    rf"(?:–(?:({_NUMERAL}) ?: ?)?([0-9]{{1,4}})(?: ?([a-z]))?)?"
)


@functools.lru_cache(maxsize=1024)
def _read(citation: str) -> tuple[tuple[Act, ...], tuple[_Place, ...] | None]:
    """Give the acts that a citation may mean, and the places in them; None where it says more."""
    text, number = _without_number(citation)
    acts = [NAMES[name] for name in _NAME.findall(text)]
    if number is not None:
        acts.append((ACTS[number],) if number in ACTS else ())
    # Where a name and a number are written, or two names, they must agree.
    common = tuple(act for act in acts[0] if all(act in some for some in acts)) if acts else ()
    return common, _places(_BESIDE.sub(" ", _NAME.sub(" ", text)))


def _without_number(citation: str) -> tuple[str, str | None]:
    """Take the number of the act out of a citation."""
    text = " ".join(citation.casefold().split())
    found = _NUMBER.search(text)
    if found is None:
        return text, None
    rest = f"{text[: found.start()].rstrip()} {text[found.end() :].lstrip()}"
    return rest.strip(), found[1]


def _places(text: str) -> tuple[_Place, ...] | None:
    """Read the chapters and sections; None where something else stands there too."""
    for pattern, put in (
        (_DASH, "–"),
        (_WITHIN, ""),
        (_CHAPTER, r"\1:"),
        (_ARTICLE, "art:"),
        (_POINT, ","),
    ):
        text = pattern.sub(put, text)
    parts = (" ".join(part.split()).strip(" .;") for part in _BETWEEN.split(text))
    places: list[_Place] = []
    chapter = ""
    for part in filter(None, parts):
        found = _PART.fullmatch(part)
        if found is None or found[4] not in {None, found[1]}:
            return None
        chapter = found[1] or chapter
        sections = tuple(_sections(found))
        if not 0 < len(sections) <= _MOST:
            return None
        places.extend((chapter, *section) for section in sections)
    return tuple(dict.fromkeys(places))


def _sections(found: re.Match[str]) -> Iterator[tuple[int, str]]:
    """Give every section from the first to the last, with such letters as are written out."""
    first, letter = int(found[2]), found[3] or ""
    last, end = int(found[5] or first), found[6] or ("" if found[5] else letter)
    if first == last:
        yield from ((first, one) for one in _LETTERS if letter <= one <= end)
    else:
        numbers = range(first, min(last, first + _MOST) + 1)
        yield from ((one, {first: letter, last: end}.get(one, "")) for one in numbers)
