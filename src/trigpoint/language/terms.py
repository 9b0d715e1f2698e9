"""Small choices of a declaration: which way is good, when a result is known, which row of several counts."""

from enum import StrEnum


class Good(StrEnum):
    """Which direction of a figure is good."""

    HIGH = "high"
    LOW = "low"
    NEITHER = "none"


HIGH, LOW, NEITHER = Good.HIGH, Good.LOW, Good.NEITHER


class KnownAt(StrEnum):
    """The day on which a result is judged: the snapshot's as-at date, or the last day of the period (settled N2)."""

    AS_AT = "as_at"
    PERIOD_END = "period_end"


AS_AT, PERIOD_END = KnownAt.AS_AT, KnownAt.PERIOD_END


class Pick(StrEnum):
    """Which row of a unit that counts once a period decides its class."""

    BEST = "best"
    FIRST = "first"
    LAST = "last"


BEST, FIRST, LAST = Pick.BEST, Pick.FIRST, Pick.LAST


class Average(StrEnum):
    """Which average of the values a figure is."""

    MEAN = "mean"
    MEDIAN = "median"


MEAN, MEDIAN = Average.MEAN, Average.MEDIAN
