"""Rule 191."""

from collections.abc import Iterator

from trigpoint.quality.care import episodes, is_continuously_looked_after
from trigpoint.quality.filled import CHECKS
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns import Collection, ReturnRow
from trigpoint.records.returns.ssda903 import OC2, Episodes


def _unanswered(collection: Collection) -> Iterator[ReturnRow]:
    for child in collection.children.values():
        if is_continuously_looked_after(child):
            answers = child.rows(OC2)
            yield from (row for row in answers if not all(row.filled(name) for name in CHECKS))
            yield from () if answers else episodes(child)[:1]


rule_191 = ReturnRule(
    code="191",
    title="The health of a child looked after for the whole year is not returned, or only in part",
    mend="answer for immunisations, dentist, health assessment and substance misuse",
    source=SOURCE,
    lists=OC2,
    fields=("IMMUNISATIONS", "TEETH_CHECK", "HEALTH_ASSESSMENT", "SUBSTANCE_MISUSE", "CHILD", "DECOM"),
    reads=(Episodes,),
    finds=_unanswered,
    examples="""
        fails: Episodes DECOM=01/05/2024 RNE=S; OC2 IMMUNISATIONS=1 TEETH_CHECK=1 HEALTH_ASSESSMENT=1
        passes: Episodes DECOM=01/05/2024; OC2 IMMUNISATIONS=1 TEETH_CHECK=1 HEALTH_ASSESSMENT=1 SUBSTANCE_MISUSE=0
        fails: *Episodes DECOM=01/05/2024 DEC=01/05/2025 REC=X1; Episodes DECOM=01/05/2025
        passes: Episodes DECOM=01/05/2026 RNE=S
        passes: Episodes DECOM=01/05/2026 RNE=S; OC2
    """,
)
