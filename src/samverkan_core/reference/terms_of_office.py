"""Terms of office of municipal councils: between which days an elected council serves.

Elections are held in the whole country in September, every third year until 1994 and every fourth
year since. A council serves from 15 October of the year of its election (5 kap. 9 § kommunallagen,
2017:725); that the one elected in 2014 did so too stands on katrineholm.se of 2014-09-22 and on
upplands-bro.se. Terms before that are taken to run from 1 November, as nobody here has read the
older acts: `read` says which is which. Terms to come assume that the law stays as it is.
"""

from datetime import date, timedelta

import attrs

__all__ = ["TermOfOffice", "term_on"]

#: The first election of a term of four years, and of one that runs from 15 October.
_OF_FOUR_YEARS, _FROM_OCTOBER = 1994, 2014
#: Elections of terms of three years that this table goes back to.
_OF_THREE_YEARS = (1988, 1991)


@attrs.frozen(kw_only=True)
class TermOfOffice:
    """The time for which a municipal council is elected (mandatperiod)."""

    #: The year of the election.
    elected: int
    #: The first day of service.
    first_day: date
    #: The last day of service.
    last_day: date
    #: Whether both days rest on a text that somebody has read.
    read: bool


def term_on(day: date) -> TermOfOffice | None:
    """Give the term of office that a day lies in; None for days before those of the table.

    >>> term_on(date(2026, 10, 14)).last_day
    datetime.date(2026, 10, 14)
    """
    elected = day.year
    while not _is_election(elected) or day < _first_day(elected):
        elected -= 1
        if elected < _OF_THREE_YEARS[0]:
            return None
    return _term(elected)


def _term(elected: int) -> TermOfOffice:
    following = elected + (4 if elected >= _OF_FOUR_YEARS else 3)
    beyond = following > date.max.year
    return TermOfOffice(
        elected=elected,
        first_day=_first_day(elected),
        last_day=date.max if beyond else _first_day(following) - timedelta(days=1),
        read=elected >= _FROM_OCTOBER,
    )


def _is_election(year: int) -> bool:
    return year in _OF_THREE_YEARS or (year >= _OF_FOUR_YEARS and year % 4 == _OF_FOUR_YEARS % 4)


def _first_day(elected: int) -> date:
    return date(elected, 10, 15) if elected >= _FROM_OCTOBER else date(elected, 11, 1)
