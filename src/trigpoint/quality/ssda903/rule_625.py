"""Rule 625."""

from datetime import date

from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns import ChildReturn
from trigpoint.records.returns.ssda903 import Episodes, Header


def _is_late(row: Header) -> bool:
    return row.MC_DOB is not None and (
        row.collection.last_day < row.MC_DOB or any(end < row.MC_DOB for end in row.child.remembered(_last_end))
    )


def _last_end(child: ChildReturn) -> list[date]:
    return sorted(row.DEC for row in child.rows(Episodes) if row.DEC is not None)[-1:]


rule_625 = ReturnRule(
    code="625",
    title="The mother's first child was born after the collection year, or after her last ended episode",
    mend="correct the child's date of birth or the end of the episode",
    source=SOURCE,
    lists=Header,
    fields=("MC_DOB", "DEC"),
    reads=(Episodes,),
    fails=_is_late,
    doubt="A mother still in care whose earlier episode ended before the birth is found too; ask DfE if that is meant",
    examples="""
        fails: Header MC_DOB=01/04/2027
        fails: Header MC_DOB=02/06/2026; Episodes DEC=01/05/2026; Episodes DEC=01/06/2026
        passes: Header MC_DOB=01/06/2026; Episodes DEC=01/05/2026; Episodes DEC=01/06/2026
        passes: Header MC_DOB=31/03/2027; Episodes
        passes: Header; Episodes DEC=01/05/2026
    """,
)
