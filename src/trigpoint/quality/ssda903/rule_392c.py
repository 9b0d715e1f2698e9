"""Rule 392c."""

from __future__ import annotations

from trigpoint.quality.places import plain
from trigpoint.quality.return_rule import Need, ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import Episodes


def _is_unknown(row: Episodes, postcode: str | None) -> bool:
    known = row.collection.look_ups.postcodes
    return bool(postcode) and known is not None and plain(postcode) not in known


rule_392c = ReturnRule(
    code="392c",
    title="A postcode of the home or the placement is not in the postcode directory",
    mend="correct the postcode",
    source=SOURCE,
    lists=Episodes,
    fields=("HOME_POST", "PL_POST"),
    fails=lambda row: _is_unknown(row, row.HOME_POST) or _is_unknown(row, row.PL_POST),
    needs=frozenset({Need.POSTCODES}),
    examples="""
        fails: Episodes HOME_POST=AB99ZZ PL_POST=AB11AA
        fails: Episodes HOME_POST=AB11AA PL_POST=AB99ZZ
        passes: Episodes HOME_POST=AB11AA PL_POST=AB12AA
        passes: Episodes HOME_POST='ab1 1aa'
        passes: Episodes
    """,
)
