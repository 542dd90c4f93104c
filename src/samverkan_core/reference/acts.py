"""The acts that the table of provisions speaks of, and the names that people write them with.

The names are those of the Swedish statute book (SFS), in the definite form and in lower case, with
the number where a jurist puts it.

The abbreviations are those that municipalities' own texts use: KL, FL and OSL as on mellerud.se,
SoL, LVU and FB as in schemes of delegation for boards of social services (docplayer.se/194305617),
PSL as in docplayer.se/24352282, LUS as on storsthlm.se, KomL as in docplayer.se/116682349. SkolL,
HSL, PL and BK are in common use; no page was looked up for them.

An abbreviation is shorter than the truth: it stays when an act takes the place of another of the
same name. So each stands for all acts that have borne it, the newest first.
"""

import re
from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

import attrs

__all__ = ["ACTS", "NAMES", "Act"]


@attrs.frozen(kw_only=True)
class Act:
    """A law or an ordinance (lag, balk, förordning)."""

    #: Its number in the statute book.
    sfs: str
    #: What a jurist calls it in running text, with its number.
    name: str
    #: What people write instead of the name.
    short: tuple[str, ...] = ()
    #: The last day that it was in force; None for an act that has not been repealed.
    last_day: date | None = None
    #: The number of the act that took its place.
    successor: str | None = None


_BARE = re.compile(r" \(\d{4}:\d+\)")
_DEFINITE = re.compile(r"(lag|balk|förordning)en\b")

_EVERY = (
    Act(sfs="2025:400", name="socialtjänstlagen (2025:400)", short=("SoL",)),
    Act(
        sfs="2025:170",
        name="lagen (2025:170) om skyldighet att lämna uppgifter till de brottsbekämpande "
        "myndigheterna",
    ),
    Act(sfs="2022:1697", name="lagen (2022:1697) om samordningsnummer"),
    Act(
        sfs="2018:1197",
        name="lagen (2018:1197) om Förenta nationernas konvention om barnets rättigheter",
        short=("barnkonventionen", "FN:s barnkonvention", "BK"),
    ),
    Act(sfs="2017:900", name="förvaltningslagen (2017:900)", short=("FL",)),
    Act(sfs="2017:725", name="kommunallagen (2017:725)", short=("KL", "KomL")),
    Act(
        sfs="2017:612",
        name="lagen (2017:612) om samverkan vid utskrivning från sluten hälso- och sjukvård",
        short=("LUS",),
    ),
    Act(sfs="2017:30", name="hälso- och sjukvårdslagen (2017:30)", short=("HSL",)),
    Act(sfs="2010:800", name="skollagen (2010:800)", short=("SkolL",)),
    Act(sfs="2010:659", name="patientsäkerhetslagen (2010:659)", short=("PSL",)),
    Act(sfs="2009:400", name="offentlighets- och sekretesslagen (2009:400)", short=("OSL",)),
    Act(sfs="2007:515", name="myndighetsförordningen (2007:515)"),
    Act(
        sfs="2001:453",
        name="socialtjänstlagen (2001:453)",
        short=("SoL",),
        last_day=date(2025, 6, 30),
        successor="2025:400",
    ),
    Act(
        sfs="1991:900",
        name="kommunallagen (1991:900)",
        short=("KL", "KomL"),
        last_day=date(2017, 12, 31),
        successor="2017:725",
    ),
    Act(
        sfs="1990:52",
        name="lagen (1990:52) med särskilda bestämmelser om vård av unga",
        short=("LVU",),
    ),
    Act(
        sfs="1986:223",
        name="förvaltningslagen (1986:223)",
        short=("FL",),
        last_day=date(2018, 6, 30),
        successor="2017:900",
    ),
    Act(sfs="1984:387", name="polislagen (1984:387)", short=("PL",)),
    Act(
        sfs="1982:763",
        name="hälso- och sjukvårdslagen (1982:763)",
        short=("HSL",),
        last_day=date(2017, 3, 31),
        successor="2017:30",
    ),
    Act(
        sfs="1980:620",
        name="socialtjänstlagen (1980:620)",
        short=("SoL",),
        last_day=date(2001, 12, 31),
        successor="2001:453",
    ),
    Act(sfs="1949:381", name="föräldrabalken (1949:381)", short=("FB",)),
)

#: Number in the statute book -> the act, the newest first.
ACTS: Mapping[str, Act] = MappingProxyType({act.sfs: act for act in _EVERY})


def _names(act: Act) -> tuple[str, ...]:
    bare = _BARE.sub("", act.name)
    names = (bare, _DEFINITE.sub(r"\1", bare, count=1), *act.short)
    return tuple(name.casefold() for name in names)


def _by_name() -> Mapping[str, tuple[Act, ...]]:
    names = dict.fromkeys(name for act in _EVERY for name in _names(act))
    return {name: tuple(act for act in _EVERY if name in _names(act)) for name in names}


#: Name without a number, or abbreviation, in lower case -> the acts that have borne it.
NAMES: Mapping[str, tuple[Act, ...]] = MappingProxyType(_by_name())
