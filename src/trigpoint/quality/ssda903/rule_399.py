"""Rule 399."""

from __future__ import annotations

from collections.abc import Iterator

from trigpoint.quality.care import RESPITE
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns import ChildReturn, Collection, ReturnRow
from trigpoint.records.returns.ssda903 import Episodes, Header, Reviews


def _has_details(child: ChildReturn) -> bool:
    reviewed = any(row.filled("REVIEW") or row.filled("REVIEW_CODE") for row in child.rows(Reviews))
    return reviewed or any(row.filled("MOTHER") for row in child.rows(Header))


def _short_breaks_with_details(collection: Collection) -> Iterator[ReturnRow]:
    for child in collection.children.values():
        own = child.rows(Episodes)
        if own and all(row.LS in RESPITE for row in own) and _has_details(child):
            yield from (*own, *child.rows(Header), *child.rows(Reviews))


rule_399 = ReturnRule(
    code="399",
    title="A child who has only short breaks has a review or is recorded as a mother or not",
    mend="take out the reviews and the entry for mother, or correct the legal status",
    source=SOURCE,
    lists=Header,
    fields=("MOTHER", "LS", "REVIEW", "REVIEW_CODE"),
    finds=_short_breaks_with_details,
    reads=(Episodes, Reviews),
    examples="""
        fails: *Header MOTHER=0; *Episodes LS=V3; *Episodes LS=V4
        fails: *Header; *Episodes LS=V4; *Reviews REVIEW=01/05/2026
        fails: *Header; *Episodes LS=V4; *Reviews REVIEW_CODE=PN1
        passes: Header; Episodes LS=V3
        passes: Header MOTHER=0; Episodes LS=V3; Episodes LS=C2
        passes: Header MOTHER=0; Reviews REVIEW=01/05/2026 REVIEW_CODE=PN1
    """,
)
