"""Rule 503D."""

from __future__ import annotations

from collections.abc import Iterator

from trigpoint.quality.between_years import carried_over
from trigpoint.quality.return_rule import Condition, Need, ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns import Collection
from trigpoint.records.returns.ssda903 import Episodes

_NEW_CODES = {
    2024: {("H5", "K3")},
    2025: {("H5", "K3")},
    2026: {("Z1", "Z11"), ("Z1", "Z12"), ("Z1", "Z13"), ("Z1", "Z14")},
}
"""By collection year, codes that took the place of another: last year's and this year's."""


def _changed(collection: Collection) -> Iterator[Episodes]:
    renamed = _NEW_CODES.get(collection.year, set())
    for then, now in carried_over(collection):
        if then.PLACE != now.PLACE and (then.PLACE, now.PLACE) not in renamed:
            yield now


rule_503d = ReturnRule(
    code="503D",
    title="An episode open at the end of last year now has another placement type",
    mend="correct what is wrong in this return; if last year's was wrong, ask DfE to amend it",
    source=SOURCE,
    lists=Episodes,
    fields=("PLACE", "DECOM", "DEC"),
    since=2027,
    finds=_changed,
    needs=frozenset({Need.LAST_YEAR}),
    earlier=(
        Condition(lists=Episodes, until=2023, finds=_changed),
        Condition(lists=Episodes, since=2024, until=2025, finds=_changed),
        Condition(lists=Episodes, since=2026, until=2026, finds=_changed),
    ),
    examples="""
        fails: last year Episodes DECOM=01/05/2025 PLACE=Z1; Episodes DECOM=01/05/2025 PLACE=Z11
        fails: last year Episodes DECOM=01/05/2025 PLACE=U1; Episodes DECOM=01/05/2025
        passes: last year Episodes DECOM=01/05/2025 PLACE=U1; Episodes DECOM=01/05/2025 PLACE=U1
        passes: last year Episodes DECOM=01/05/2025 DEC=01/06/2025 PLACE=U1; Episodes DECOM=01/05/2026 PLACE=U4
        fails in 2026: last year Episodes DECOM=01/05/2024 PLACE=H5; Episodes DECOM=01/05/2024 PLACE=K3
        passes in 2026: last year Episodes DECOM=01/05/2024 PLACE=Z1; Episodes DECOM=01/05/2024 PLACE=Z14
        fails in 2025: last year Episodes DECOM=01/05/2023 PLACE=K3; Episodes DECOM=01/05/2023 PLACE=H5
        passes in 2025: last year Episodes DECOM=01/05/2023 PLACE=H5; Episodes DECOM=01/05/2023 PLACE=K3
        passes in 2024: last year Episodes DECOM=01/05/2022 PLACE=H5; Episodes DECOM=01/05/2022 PLACE=K3
        fails in 2023: last year Episodes DECOM=01/05/2021 PLACE=H5; Episodes DECOM=01/05/2021 PLACE=K3
        passes in 2023: last year Episodes DECOM=01/05/2021 PLACE=H5; Episodes DECOM=01/05/2021 PLACE=H5
    """,
)
