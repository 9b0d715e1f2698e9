from trigpoint.cases.care_leaver_birthday import CareLeaverBirthday
from trigpoint.language import HIGH, Measure, PeriodType
from trigpoint.language.measure import PERCENT
from trigpoint.measures.leavers import LEFT, NO_AGE, ONLY_IN_TOUCH, SNAPSHOT, UASC, aged, ages

care_leavers_eet_pct = Measure(
    title="Care leavers in education, employment or training",
    counts=CareLeaverBirthday,
    dated_by=CareLeaverBirthday.birthday_on,
    where=aged(19, 21),
    exclude=LEFT,
    unknown=NO_AGE,
    met=CareLeaverBirthday.activity.is_in("F1", "P1", "F2", "P2", "F3", "P3", "F4", "P4", "F5", "P5"),
    good=HIGH,
    unit=PERCENT,
    periods=(PeriodType.SNAPSHOT, PeriodType.QUARTER, PeriodType.YTD, PeriodType.FINANCIAL_YEAR),
    by_period=SNAPSHOT,
    variants={
        "denominator": {"all": {}, "in_touch": ONLY_IN_TOUCH},
        "ages": ages("17-18", "17-21"),
        "uasc": UASC,
    },
    words={"met": "In education, employment or training", "not_met": "Not, or not known", "all": "All of the ages"},
    seeds=("kent 20", "birmingham KPI9", "trust003 T39"),
    source="DfE Children looked after, F series; LAIT CareLeaverEET; CSC dashboard, outcome 4",
    notes="F3 and P3 are the codes for training and employment used before 2021/22.",
    examples="""
        financial_year to 2024-03-31 | as at 2024-06-30 | figure 4/8
        child | born       | birthdays            | expect
        A     | 2004-05-10 | 2023-05-10 YES F1    | met
        B     | 2004-05-10 | 2023-05-10 YES P2    | met
        C     | 2003-05-10 | 2023-05-10 YES F4    | met
        D     | 2003-05-10 | 2023-05-10 YES P5    | met
        E     | 2002-05-10 | 2023-05-10 YES G4    | not met
        F     | 2002-05-10 | 2023-05-10 YES G5    | not met
        G     | 2003-05-10 | 2023-05-10 NO 0      | not met
        H     | 2003-05-10 | 2023-05-10 REFU      | unknown: No activity recorded
        I     | 2003-05-10 | 2023-05-10 DIED      | excluded: Died

        financial_year to 2024-03-31 | as at 2024-06-30 | variant denominator=in_touch | figure 4/6
        child | born       | birthdays            | expect
        A     | 2004-05-10 | 2023-05-10 YES F1    | met
        B     | 2004-05-10 | 2023-05-10 YES P2    | met
        C     | 2003-05-10 | 2023-05-10 YES F4    | met
        D     | 2003-05-10 | 2023-05-10 YES P5    | met
        E     | 2002-05-10 | 2023-05-10 YES G4    | not met
        F     | 2002-05-10 | 2023-05-10 F1        | unknown: Not recorded whether in touch
        G     | 2003-05-10 | 2023-05-10 NO 0      | excluded: Not in touch
        H     | 2003-05-10 | 2023-05-10 REFU      | excluded: Not in touch

        quarter to 2023-06-30 | as at 2024-06-30 | figure 1/2
        child | born       | birthdays            | expect
        A     | 2004-05-10 | 2023-05-10 YES F2    | met
        B     | 2004-05-10 | 2023-05-10 YES G5    | not met
        C     | 2004-07-01 | 2023-07-01 YES F2    | none
    """,
)
