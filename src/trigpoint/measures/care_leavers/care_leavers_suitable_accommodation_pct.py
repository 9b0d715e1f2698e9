from trigpoint.cases.care_leaver_birthday import CareLeaverBirthday
from trigpoint.language import HIGH, Measure, PeriodType
from trigpoint.language.measure import PERCENT
from trigpoint.measures.leavers import LEFT, NO_AGE, ONLY_IN_TOUCH, SNAPSHOT, UASC, aged, ages

_AWAY = "Abroad or deported or residence not known"

care_leavers_suitable_accommodation_pct = Measure(
    title="Care leavers in suitable accommodation",
    counts=CareLeaverBirthday,
    dated_by=CareLeaverBirthday.birthday_on,
    where=aged(19, 21),
    exclude={**LEFT, _AWAY: CareLeaverBirthday.accommodation.is_in("G", "H", "R")},
    unknown=NO_AGE,
    met=CareLeaverBirthday.is_suitable == 1,
    good=HIGH,
    unit=PERCENT,
    periods=(PeriodType.SNAPSHOT, PeriodType.QUARTER, PeriodType.YTD, PeriodType.FINANCIAL_YEAR),
    by_period=SNAPSHOT,
    variants={
        "denominator": {
            "all": {},
            "in_touch": {**ONLY_IN_TOUCH, "exclude": {**ONLY_IN_TOUCH["exclude"], _AWAY: None}},
        },
        "ages": ages("17-18", "17-21"),
        "uasc": UASC,
    },
    words={"met": "Suitable", "not_met": "Not suitable, or not known", "all": "All care leavers of the ages"},
    seeds=("kent 19", "trust003 T38"),
    source="DfE Children looked after, F series; LAIT CareLeaverAcc; CSC dashboard, outcome 4",
    notes=(
        "Kent's form counts only those in touch, wherever they live: the two are not comparable. Without its own "
        "answer the second character of the accommodation code says whether the place is suitable."
    ),
    examples="""
        financial_year to 2024-03-31 | as at 2024-06-30 | figure 5/7
        child | born       | birthdays              | expect
        A     | 2004-05-10 | 2023-05-10 YES U1      | met
        B     | 2004-05-10 | 2023-05-10 YES U 1     | met
        C     | 2003-05-10 | 2023-05-10 YES Z1      | met
        D     | 2003-05-10 | 2023-05-10 YES K1      | met
        E     | 2002-05-10 | 2023-05-10 YES B1      | met
        F     | 2002-05-10 | 2023-05-10 YES H1      | excluded: Abroad or deported or residence not known
        G     | 2003-05-10 | 2023-05-10 NO          | unknown: Not recorded whether the accommodation is suitable
        H     | 2003-05-10 | 2023-05-10 REFU X2     | not met
        I     | 2003-05-10 | 2023-05-10 DIED        | excluded: Died
        J     | 2003-05-10 | 2023-05-10 RHOM        | excluded: Returned home

        snapshot to 2024-03-31 | as at 2024-06-30 | variant denominator=in_touch | figure 5/6
        child | born       | birthdays              | expect
        A     | 2004-05-10 | 2023-05-10 YES U1      | met
        B     | 2004-05-10 | 2023-05-10 YES U1      | met
        C     | 2003-05-10 | 2023-05-10 YES Z1      | met
        D     | 2003-05-10 | 2023-05-10 YES K1      | met
        E     | 2002-05-10 | 2023-05-10 YES B1      | met
        F     | 2002-05-10 | 2023-05-10 YES H2      | not met
        G     | 2003-05-10 | 2023-05-10 NO          | excluded: Not in touch
        H     | 2003-05-10 | 2023-05-10 REFU U1     | excluded: Not in touch
    """,
)
