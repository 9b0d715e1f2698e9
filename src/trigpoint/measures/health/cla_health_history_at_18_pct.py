from trigpoint.cases.eighteenth_birthday import EighteenthBirthday
from trigpoint.language import HIGH, Measure, PeriodType
from trigpoint.language.measure import PERCENT

cla_health_history_at_18_pct = Measure(
    title="Young people who turned 18 in care with a health history",
    counts=EighteenthBirthday,
    dated_by=EighteenthBirthday.birthday_on,
    met=EighteenthBirthday.issued_on.is_by(EighteenthBirthday.birthday_on),
    due=EighteenthBirthday.birthday_on,
    needs=("ext_health_passport",),
    good=HIGH,
    unit=PERCENT,
    periods=(PeriodType.MONTH, PeriodType.QUARTER, PeriodType.ROLLING12, PeriodType.YTD),
    variants={
        "uasc": {
            "inc": {},
            "exc": {"exclude": {"Unaccompanied asylum-seeking child": EighteenthBirthday.is_uasc == 1}},
        }
    },
    words={"met": "On or before the birthday", "not_met": "Later, or not given", "all": "Young people who turned 18"},
    seeds=("kent 12",),
    source="Kent County Council; expected by statutory guidance on the health of looked-after children",
    notes=(
        "Looked after on the day before the birthday: those who leave care at 18 leave on it. The status of an "
        "unaccompanied child is that of the day before, too."
    ),
    examples="""
        month to 2024-12-31 | as at 2025-01-31 | figure 1/3
        child | born       | episodes                              | health history | expect
        A     | 2006-12-15 | 2022-01-10 S V2 U6; end 2024-12-15 E7 | 2024-12-15     | met
        B     | 2006-12-15 | 2022-01-10 S V2 U6; end 2024-12-15 E7 | 2024-12-16     | not met
        C     | 2006-12-15 | 2022-01-10 S V2 U6                    |                | not met
        D     | 2006-12-15 | 2022-01-10 S V2 U6; end 2024-12-14 E4A | 2024-12-01    | none (left before)
        E     | 2006-11-30 | 2022-01-10 S V2 U6; end 2024-11-30 E7 | 2024-11-01     | none

        month to 2024-12-31 | as at 2024-12-15 | figure none
        child | born       | episodes           | health history | expect
        A     | 2006-12-15 | 2022-01-10 S V2 U6 |                | pending (the day is not over)

        month to 2024-12-31 | as at 2025-01-31 | variant uasc=exc | figure none
        child | born       | unaccompanied | episodes                              | health history | expect
        A     | 2006-12-15 | 2022-01-01 to | 2022-01-10 S V2 U6; end 2024-12-15 E7 |                | excluded: Unaccompanied asylum-seeking child
    """,
)
