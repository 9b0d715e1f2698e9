"""Rule 8897Q."""

from __future__ import annotations

from collections.abc import Iterator

from trigpoint.quality.census import census_start
from trigpoint.quality.cin_census import SOURCE
from trigpoint.quality.need import codes, inside
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.records.returns import Collection, ReturnRow
from trigpoint.records.returns.cin_census import AssessmentFactorsList, Assessments, Header

_FACTORS = codes(
    """
    1A 1B 1C 2A 2B 2C 3A 3B 3C 4A 4B 4C 5A 5B 5C 6A 6B 6C 7A 8B 8C 8D 8E 8F 9A 10A 11A 12A 13A 14A 15A
    16A 17A 18A 18B 18C 19A 19B 19C 20 21 22A 23A 24A
    """,
)


def _unknown(collection: Collection) -> Iterator[ReturnRow]:
    for row in collection.rows(Assessments):
        if row.AssessmentAuthorisationDate and row.AssessmentAuthorisationDate >= census_start(row):
            held = inside(row, AssessmentFactorsList)
            yield from (factor for factor in held if factor.AssessmentFactors not in _FACTORS)
            yield from () if held else (row,)


rule_8897q = ReturnRule(
    code="8897Q",
    title="An assessment finished in the year has no factors, or one that is not a code of the census",
    mend="record the factors found at the assessment, 21 when there were none",
    source=SOURCE,
    severity="query",
    lists=Assessments,
    fields=("AssessmentFactors", "AssessmentAuthorisationDate"),
    reads=(Header, AssessmentFactorsList),
    finds=_unknown,
    examples="""
        fails: CINdetails; Assessments AssessmentAuthorisationDate=01/04/2025
        fails: CINdetails; Assessments AssessmentAuthorisationDate=01/05/2025;
            *AssessmentFactorsList AssessmentFactors=7B; AssessmentFactorsList AssessmentFactors=24A
        passes: CINdetails; Assessments AssessmentAuthorisationDate=31/03/2025
        passes: CINdetails; Assessments AssessmentAuthorisationDate=01/05/2025;
            AssessmentFactorsList AssessmentFactors=1A
        passes: CINdetails; Assessments
    """,
)
