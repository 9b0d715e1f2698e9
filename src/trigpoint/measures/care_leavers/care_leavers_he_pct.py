from trigpoint.cases.care_leaver_birthday import CareLeaverBirthday
from trigpoint.language import HIGH, Measure, PeriodType
from trigpoint.language.measure import PERCENT
from trigpoint.measures.leavers import LEFT, NO_AGE, aged

care_leavers_he_pct = Measure(
    title="Care leavers in higher education",
    counts=CareLeaverBirthday,
    dated_by=CareLeaverBirthday.birthday_on,
    where=aged(19, 21),
    exclude=LEFT,
    unknown=NO_AGE,
    met=CareLeaverBirthday.activity.is_in("F1", "P1"),
    good=HIGH,
    unit=PERCENT,
    periods=(PeriodType.FINANCIAL_YEAR,),
    words={"met": "In higher education", "not_met": "Not, or not known", "all": "All care leavers of 19 to 21"},
    source="DfE Children looked after, F series; LAIT LAC_19_HE",
    examples="""
        financial_year to 2024-03-31 | as at 2024-06-30 | figure 2/4
        child | born       | birthdays            | expect
        A     | 2004-05-10 | 2023-05-10 YES F1    | met
        B     | 2004-05-10 | 2023-05-10 YES P1    | met
        C     | 2003-05-10 | 2023-05-10 YES F2    | not met
        D     | 2003-05-10 | 2023-05-10 YES       | unknown: No activity recorded
        E     | 2003-05-10 | 2023-05-10 DIED F1   | excluded: Died
    """,
)
