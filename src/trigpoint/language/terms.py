"""Which way is good, and from when a result is known."""

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
