"""What a measure says of one row."""

from enum import StrEnum


class Result(StrEnum):
    """The class of a candidate row; every candidate row has exactly one."""

    MET = "met"
    NOT_MET = "not_met"
    EXCLUDED = "excluded"
    UNKNOWN = "unknown"
    PENDING = "pending"
    COUNTED = "counted"
