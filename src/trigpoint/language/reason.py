"""Why a figure has no value."""

from enum import StrEnum


class Reason(StrEnum):
    """The five reasons for which a figure has no value; there is no sentinel number."""

    NO_CASES = "no cases"
    NOT_COLLECTED = "not collected"
    NOT_YET_KNOWN = "not yet known"
    SUPPRESSED = "suppressed"
    NOT_APPLICABLE = "not applicable"
