"""Rule 100."""

from trigpoint.quality.cin_census import SOURCE
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.records.returns.cin_census import Header

rule_100 = ReturnRule(
    code="100",
    title="The reference date of the census is missing or is not the last day of the census year",
    mend="set the reference date in the census software to 31 March of the year of the census",
    source=SOURCE,
    who="performance team",
    lists=Header,
    fields=("ReferenceDate", "Year"),
    fails=lambda row: (
        row.ReferenceDate is None or row.ReferenceDate.timetuple()[:3] != (row.Year or row.collection.year, 3, 31)
    ),
    examples="""
        fails: Header Year=2026
        fails: Header Year=2026 ReferenceDate=30/03/2026
        fails: Header Year=2026 ReferenceDate=31/03/2025
        passes: Header Year=2026 ReferenceDate=31/03/2026
        passes: Header ReferenceDate=31/03/2026
    """,
)
