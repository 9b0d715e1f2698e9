"""The modules (files) of the return and their columns, declared once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

YEARS = range(2018, 2028)
"""Collection years that are known, by the year in which they end."""

FLAGS = frozenset({"0", "1"})

_RETURN = """
Header header.csv 2018
    CHILD:id SEX:SEX DOB:birth ETHNIC:ETHNIC UPN:text MOTHER:MOTHER MC_DOB:date
UASC uasc.csv 2018
    CHILD:id SEX:SEX DOB:birth DUC:due
Episodes episodes.csv 2018
    CHILD:id DECOM:date RNE:REASON_NEW_EPISODE LS:LEGAL_STATUS CIN:CATEGORY_OF_NEED PLACE:PLACEMENT
    PLACE_PROVIDER:PLACE_PROVIDER DEC:date REC:REASON_EPISODE_CEASED REASON_PLACE_CHANGE:REASON_PLACE_CHANGE
    HOME_POST:text PL_POST:text URN:text
Reviews reviews.csv 2018
    CHILD:id DOB:birth REVIEW:date REVIEW_CODE:REVIEW_CODE
Missing missing.csv 2018
    CHILD:id DOB:birth MISSING:MISSING MIS_START:date MIS_END:date
OC2 oc2.csv 2018
    CHILD:id DOB:birth SDQ_SCORE:number SDQ_REASON:SDQ_REASON CONVICTED:flag HEALTH_CHECK:flag IMMUNISATIONS:flag
    TEETH_CHECK:flag HEALTH_ASSESSMENT:flag SUBSTANCE_MISUSE:flag INTERVENTION_RECEIVED:flag INTERVENTION_OFFERED:flag
OC3 oc3.csv 2018
    CHILD:id DOB:birth IN_TOUCH:IN_TOUCH ACTIV:ACTIV ACCOM:ACCOM
AD1 ad1.csv 2018
    CHILD:id DOB:birth DATE_INT:date DATE_MATCH:date FOSTER_CARE:flag NB_ADOPTR:number SEX_ADOPTR:SEX_ADOPTR
    LS_ADOPTR:LS_ADOPTR
PlacedAdoption placed_for_adoption.csv 2018
    CHILD:id DOB:birth DATE_PLACED:date DATE_PLACED_CEASED:date REASON_PLACED_CEASED:REASON_PLACED_CEASED
PrevPerm previous_permanence.csv 2018
    CHILD:id DOB:birth PREV_PERM:PREV_PERM LA_PERM:text DATE_PERM:text
SWEpisodes sw_episodes.csv 2024
    CHILD:id DOB:birth SW_ID:text SW_DECOM:date SW_DEC:date SW_REASON:SW_REASON
DoLo dolo.csv 2027
    CHILD:id DOB:birth DOLO_START:date DOLO_END:date
"""
"""Name, file and first collection year of each module; then its columns, each with its kind or its code set.

A `date` lies in the past of the collection; a `due` date and a birth need not.
"""


@dataclass(frozen=True)
class ReturnColumn:
    """A column of the return: its kind, and its code set where it holds codes."""

    name: str
    kind: str
    codes: str = ""

    @property
    def is_date(self) -> bool:
        """Whether the cells are dates."""
        return self.kind in {"date", "due", "birth"}

    @property
    def is_coded(self) -> bool:
        """Whether the cells are codes, which are compared in upper case."""
        return self.kind in {"code", "flag"}


@dataclass(frozen=True)
class Module:
    """One file of the return; `since` is the first collection year that has it."""

    name: str
    file: str
    since: int
    columns: tuple[ReturnColumn, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """Headings in the order of the return."""
        return tuple(column.name for column in self.columns)

    @property
    def own(self) -> frozenset[str]:
        """Headings that tell this module from others."""
        return frozenset(self.names) - {"CHILD", "DOB", "SEX"}


def _column(word: str) -> ReturnColumn:
    name, _, kind = word.partition(":")
    return ReturnColumn(name, "code", kind) if kind.isupper() else ReturnColumn(name, kind)


def _modules() -> dict[str, Module]:
    found: dict[str, Module] = {}
    for line in _RETURN.strip().splitlines():
        words = line.split()
        if not line.startswith(" "):
            name, file, since = words
            found[name] = Module(name, file, int(since), ())
        else:
            module = found[name]
            found[name] = Module(name, module.file, module.since, module.columns + tuple(map(_column, words)))
    return found


MODULES = _modules()
"""Every module by its name, in the order of the return."""


def first_day(year: int) -> date:
    """First day of the collection year that ends in `year`."""
    return date(year - 1, 4, 1)


def last_day(year: int) -> date:
    """Last day of the collection year that ends in `year`."""
    return date(year, 3, 31)


def collection_year(day: date) -> int:
    """The year in which the collection ends that a day falls into."""
    return day.year + (day >= date(day.year, 4, 1))


def label(year: int) -> str:
    """A collection year as people write it: 2024/25."""
    return f"{year - 1}/{year % 100:02d}"
