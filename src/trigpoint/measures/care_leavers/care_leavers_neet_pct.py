from trigpoint.cases.care_leaver_birthday import CareLeaverBirthday
from trigpoint.language import LOW, Measure, PeriodType
from trigpoint.language.measure import PERCENT
from trigpoint.measures.leavers import LEFT, NO_AGE, ONLY_IN_TOUCH, SNAPSHOT, aged, ages

care_leavers_neet_pct = Measure(
    title="Care leavers not in education, employment or training",
    counts=CareLeaverBirthday,
    dated_by=CareLeaverBirthday.birthday_on,
    where=aged(19, 21),
    exclude=LEFT,
    unknown=NO_AGE,
    met=CareLeaverBirthday.activity.is_in("G4", "G5", "G6"),
    good=LOW,
    unit=PERCENT,
    periods=(PeriodType.FINANCIAL_YEAR, PeriodType.SNAPSHOT),
    by_period=SNAPSHOT,
    variants={
        "illness": {
            "include": {},
            "exclude": {"exclude": {"Illness or disability": CareLeaverBirthday.activity == "G4"}},
        },
        "denominator": {"all": {}, "in_touch": ONLY_IN_TOUCH},
        "ages": ages("17-18", "17-21"),
    },
    words={"met": "Not in education, employment or training", "not_met": "In it, or not known", "all": "All"},
    source="DfE Children looked after, F series; LAIT CareLeaversNEET",
    notes="With those in education, employment or training it makes less than 100%: the rest is not known.",
    examples="""
        financial_year to 2024-03-31 | as at 2024-06-30 | figure 1/4
        child | born       | birthdays            | expect
        A     | 2004-05-10 | 2023-05-10 YES F2    | not met
        B     | 2004-05-10 | 2023-05-10 YES P5    | not met
        C     | 2003-05-10 | 2023-05-10 YES G5    | met
        D     | 2003-05-10 | 2023-05-10 YES       | unknown: No activity recorded

        snapshot to 2024-03-31 | as at 2024-06-30 | variant illness=exclude | figure 1/2
        child | born       | birthdays            | expect
        A     | 2004-05-10 | 2023-05-10 YES F2    | not met
        B     | 2004-05-10 | 2023-05-10 YES G4    | excluded: Illness or disability
        C     | 2003-05-10 | 2023-05-10 YES G6    | met
    """,
)
