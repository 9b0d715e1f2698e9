"""The return as XML: which element holds which module, and the columns that have another name there.

`EXPSSDA903 > CHILD > HEADER, EPISODE...`; the other groups stand in HEADER. The elements of UASC, OC3 and AD1 stand in
HEADER without a group. Source: DfE's guide to the return; the names SW_EPISODE and DOLO are not verified, so a group of
another name is told by the columns in it.
"""

ROOT = "EXPSSDA903"
CHILD = "CHILD"
HEADER = "HEADER"

GROUPS = {
    HEADER: "Header",
    "EPISODE": "Episodes",
    "AREVIEW": "Reviews",
    "AMISSING": "Missing",
    "OC2": "OC2",
    "AD_PLACED": "PlacedAdoption",
    "PERMANENCE": "PrevPerm",
    "SW_EPISODE": "SWEpisodes",
    "DOLO": "DoLo",
}
"""Module by the element that holds one row of it."""

IN_HEADER = ("UASC", "OC3", "AD1")
"""Modules of one row a child whose columns stand in HEADER among its own."""

RENAMED = {"CHILDID": "CHILD", "PL": "PLACE"}
"""Column by the name of its element, where they differ."""

SHARED = frozenset({"CHILD", "DOB", "SEX"})
"""Columns that CSV repeats in other modules and XML has in HEADER alone."""
