"""The words that declarations are made of: columns, predicates, case views, measures, periods, value or reason.

Frozen values only: nothing here reads, counts or knows an engine. May import: nothing of ours.
"""

from trigpoint.language.amendment import Amendment
from trigpoint.language.case_view import CaseView
from trigpoint.language.column import Breakdown, Child, Column, Date, Flag, Key, Number, Text
from trigpoint.language.measure import Measure, TrueRatio
from trigpoint.language.period import Period, PeriodType
from trigpoint.language.population import Population
from trigpoint.language.predicate import Predicate
from trigpoint.language.reason import Reason
from trigpoint.language.terms import FIRST, HIGH, LAST, LOW, MEDIAN, NEITHER, PERIOD_END, Good

__all__ = [
    "FIRST",
    "HIGH",
    "LAST",
    "LOW",
    "MEDIAN",
    "NEITHER",
    "PERIOD_END",
    "Amendment",
    "Breakdown",
    "CaseView",
    "Child",
    "Column",
    "Date",
    "Flag",
    "Good",
    "Key",
    "Measure",
    "Number",
    "Period",
    "PeriodType",
    "Population",
    "Predicate",
    "Reason",
    "Text",
    "TrueRatio",
]
