from trigpoint.cases.care_leaver_birthday import CareLeaverBirthday
from trigpoint.language import NEITHER, Measure, PeriodType
from trigpoint.language.measure import PERCENT
from trigpoint.measures.leavers import LEFT, NO_AGE, SNAPSHOT, aged, ages

care_leavers_accommodation_dist = Measure(
    title="Care leavers by type of accommodation",
    counts=CareLeaverBirthday,
    dated_by=CareLeaverBirthday.birthday_on,
    where=aged(19, 21),
    exclude=LEFT,
    unknown=NO_AGE,
    category=CareLeaverBirthday.accommodation,
    good=NEITHER,
    unit=PERCENT,
    periods=(PeriodType.FINANCIAL_YEAR, PeriodType.SNAPSHOT),
    by_period=SNAPSHOT,
    variants={"ages": ages("17-18", "17-21")},
    words={"all": "All care leavers of the ages"},
    source="DfE Children looked after, F series",
    notes="By the letter of the accommodation code (B to Z; 0 is not known).",
    examples="""
        financial_year to 2024-03-31 | as at 2024-06-30 | figure Not recorded 1/4; U 2/4; Z 1/4
        child | born       | birthdays            | expect
        A     | 2004-05-10 | 2023-05-10 YES U1    | counted
        B     | 2004-05-10 | 2023-05-10 YES U2    | counted
        C     | 2003-05-10 | 2023-05-10 NO Z1     | counted
        D     | 2003-05-10 | 2023-05-10 NO        | counted
        E     | 2003-05-10 | 2023-05-10 RHOM B1   | excluded: Returned home
    """,
)
