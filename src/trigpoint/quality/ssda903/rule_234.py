"""Rule 234."""

from collections.abc import Iterator

from trigpoint.quality.ages import is_younger
from trigpoint.quality.care import born, earlier
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns import Collection, ReturnRow
from trigpoint.records.returns.ssda903 import Episodes, Header


def _after_custody(collection: Collection) -> Iterator[ReturnRow]:
    for row in collection.rows(Episodes):
        before = earlier(row)
        in_custody = before is not None and before.REASON_PLACE_CHANGE == "CUSTOD"
        if in_custody and is_younger(born(row.child), 10, row.DECOM):
            yield from (row, *row.child.rows(Header))


rule_234 = ReturnRule(
    code="234",
    title="A placement is said to have ended because of custody, but the child was under 10",
    mend="correct the reason for the change of placement on the episode before, or the date of birth",
    source=SOURCE,
    lists=Episodes,
    fields=("DECOM", "DOB", "REASON_PLACE_CHANGE"),
    reads=(Header,),
    since=2026,
    finds=_after_custody,
    examples="""
        fails: *Header DOB=01/06/2016; Episodes DECOM=01/04/2026 REASON_PLACE_CHANGE=CUSTOD; *Episodes DECOM=31/05/2026
        passes: Header DOB=01/06/2016; Episodes DECOM=01/04/2026 REASON_PLACE_CHANGE=CUSTOD; Episodes DECOM=01/06/2026
        passes: Header DOB=01/06/2016; Episodes DECOM=01/04/2026 REASON_PLACE_CHANGE=CARPL; Episodes DECOM=31/05/2026
        passes: Header DOB=01/06/2016; Episodes DECOM=01/04/2026 REASON_PLACE_CHANGE=CUSTOD
    """,
)
