"""An unaccompanied asylum-seeking status has no end though the young person is 18."""

from trigpoint.quality.record_rule import RecordRule
from trigpoint.quality.records import SOURCE
from trigpoint.quality.rows import ImmigrationStatus

unaccompanied_over_18 = RecordRule(
    title="An unaccompanied asylum-seeking status has no end though the young person is 18",
    mend="End the status on the 18th birthday",
    source=SOURCE,
    of=(ImmigrationStatus,),
    fails=ImmigrationStatus.end.is_missing()
    & (ImmigrationStatus.status == "UASC")
    & (ImmigrationStatus.eighteenth_birthday <= ImmigrationStatus.as_at),
    mended={ImmigrationStatus.end: ImmigrationStatus.eighteenth_birthday},
    examples="""
        fails: ImmigrationStatus status=UASC start=2023-01-01; Person birth_date=2006-12-31
        passes: ImmigrationStatus status=UASC start=2023-01-01; Person birth_date=2007-01-01
        passes: ImmigrationStatus status=UASC start=2023-01-01 end=2024-12-31; Person birth_date=2006-12-31
    """,
)
