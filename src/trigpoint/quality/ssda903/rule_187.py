"""Rule 187."""

from collections.abc import Iterator

from trigpoint.quality.care import is_continuously_looked_after
from trigpoint.quality.filled import ADOPTION, LEAVING, any_filled
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns import Collection, ReturnRow
from trigpoint.records.returns.ssda903 import AD1, OC3, Episodes


def _in_care_all_year(collection: Collection) -> Iterator[ReturnRow]:
    adopted = [row for row in collection.rows(AD1) if any_filled(row, ADOPTION)]
    leavers = [row for row in collection.rows(OC3) if any_filled(row, LEAVING)]
    yield from (row for row in (*adopted, *leavers) if is_continuously_looked_after(row.child))


rule_187 = ReturnRule(
    code="187",
    title="A child looked after for the whole year is returned as adopted or as a care leaver",
    mend="take out the details of the adoption or of the care leaver, or correct the child's episodes",
    source=SOURCE,
    who="performance team",
    lists=AD1,
    fields=(
        "DATE_INT",
        "DATE_MATCH",
        "FOSTER_CARE",
        "NB_ADOPTR",
        "SEX_ADOPTR",
        "LS_ADOPTR",
        "IN_TOUCH",
        "ACTIV",
        "ACCOM",
    ),
    reads=(Episodes, OC3),
    finds=_in_care_all_year,
    examples="""
        fails: Episodes DECOM=01/05/2024 RNE=S; AD1 NB_ADOPTR=2
        fails: Episodes DECOM=01/05/2024 RNE=S; *OC3 ACCOM=B1; AD1
        passes: Episodes DECOM=01/05/2024 RNE=S; OC3; AD1
        passes: Episodes DECOM=01/05/2026 RNE=S; AD1 NB_ADOPTR=2; OC3 ACCOM=B1
    """,
)
