"""Rules of the SSDA903 return, one a file. Their codes are DfE's; the sentences are ours."""

from datetime import date

from trigpoint.records.returns.collection import LookUps, Place, Provider
from trigpoint.records.returns.ssda903 import MODULES

NEWEST = 2027
"""The latest collection year whose rules are known."""

SOURCE = "DfE: validation rules of the SSDA903 return"

EXAMPLE_LOOK_UPS = LookUps(
    postcodes={
        "AB11AA": Place(400_000, 300_000, "999"),
        "AB12AA": Place(401_609, 300_000, "999"),
        "CD11AA": Place(480_467, 300_000, "888"),
        "EH11AA": Place(325_000, 673_000, "SCO"),
        "ZZ11ZZ": Place(400_000, 2_000_000, "SCO"),
    },
    providers={
        "SC000001": Provider(frozenset({"K2", "S1"}), frozenset({"PR1", "PR4"}), None, "AB12AA"),
        "SC000002": Provider(frozenset({"K1"}), frozenset({"PR4"}), None, "CD11AA"),
        "SC000003": Provider(frozenset({"K2"}), frozenset({"PR4"}), date(2026, 9, 30), "CD11AA"),
    },
    authority="999",
)
"""Look-up lists of the worked examples: 999 returns; AB1 lies in it (AB1 2AA a mile from AB1 1AA), CD1 50 miles off.

ZZ1 lies farther than a placement can; the third provider ended its registration within 2026/27.
"""

__all__ = ["EXAMPLE_LOOK_UPS", "MODULES", "NEWEST", "SOURCE"]
