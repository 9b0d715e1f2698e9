"""A slow, obvious second implementation of the measures: plain loops, written from the definitions alone.

It shares no code with Trigpoint (only the list of bank holidays); the engine must agree with it on random records.
"""

from .common import Figure, Row, Tables, read_folder
from .figures import NOT_RECORDED, classify, figure
from .measures import MEASURES, Measure, combinations, kind_of, period_types_of
from .periods import exists

__all__ = [
    "MEASURES",
    "NOT_RECORDED",
    "Figure",
    "Measure",
    "Row",
    "Tables",
    "classify",
    "combinations",
    "exists",
    "figure",
    "kind_of",
    "period_types_of",
    "read_folder",
]
