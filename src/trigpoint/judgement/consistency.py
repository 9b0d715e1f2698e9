"""Consistency: what a report says that contradicts itself, found before it is written.

Each check is declared once, with rows in which it finds something and rows in which it must not. `check` runs them all
over the rows of a report; a pack or a table of published figures gives its rows as `Printed`.
"""

from __future__ import annotations

from collections.abc import Iterable

from trigpoint.judgement import consistency_figures, consistency_grades, consistency_targets
from trigpoint.judgement.consistency_check import Finding
from trigpoint.judgement.printed import Printed

CHECKS = (*consistency_figures.CHECKS, *consistency_grades.CHECKS, *consistency_targets.CHECKS)
"""Every check, in the order in which findings are listed."""


def check(rows: Iterable[Printed]) -> list[Finding]:
    """Every contradiction among the rows of one report."""
    report = list(rows)
    return [finding for each in CHECKS for finding in each.findings(report)]
