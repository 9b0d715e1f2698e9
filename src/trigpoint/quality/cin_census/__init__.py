"""Rules of the children in need census, one a file. Their codes are DfE's; the sentences are ours."""

from trigpoint.records.returns.cin_census import MODULES
from trigpoint.records.returns.collection import LookUps

NEWEST = 2026
"""The latest collection year whose rules are known."""

SOURCE = "DfE: validation rules of the children in need census"

EXAMPLE_LOOK_UPS = LookUps()
"""The census's rules look nothing up."""

__all__ = ["EXAMPLE_LOOK_UPS", "MODULES", "NEWEST", "SOURCE"]
