from trigpoint.cases.care_leaver_birthday import CareLeaverBirthday
from trigpoint.language import HIGH, Measure, PeriodType
from trigpoint.language.measure import PERCENT
from trigpoint.measures.leavers import LEFT, SNAPSHOT, aged

_FOSTERED = CareLeaverBirthday.left_foster_care_at_18 == 1

care_leavers_staying_put_pct = Measure(
    title="Young people staying put with former foster carers",
    counts=CareLeaverBirthday,
    dated_by=CareLeaverBirthday.birthday_on,
    where=aged(19, 20) & _FOSTERED,
    exclude=LEFT,
    met=CareLeaverBirthday.accommodation == "Z",
    needs=("ssd_cla_episodes", "ssd_cla_placement"),
    good=HIGH,
    unit=PERCENT,
    periods=(PeriodType.FINANCIAL_YEAR, PeriodType.QUARTER, PeriodType.SNAPSHOT),
    by_period=SNAPSHOT,
    variants={"ages": {"19-20": {}, "18": {"where": aged(18, 18) & _FOSTERED}}},
    words={"met": "With former foster carers", "not_met": "Elsewhere, or not known", "all": "Left foster care at 18"},
    seeds=("trust003 T37",),
    source="DfE Children looked after, staying put; LAIT StayingPut",
    notes="Of those who left a foster placement on their 18th birthday.",
    examples="""
        financial_year to 2024-03-31 | as at 2024-06-30 | figure 1/2
        child | born       | episodes                              | birthdays          | expect
        A     | 2004-05-10 | 2020-01-10 S C2 U6; end 2022-05-10 E8 | 2023-05-10 YES Z1  | met
        B     | 2004-05-10 | 2020-01-10 S C2 U4; end 2022-05-10 E8 | 2023-05-10 YES U1  | not met
        C     | 2006-05-10 | 2020-01-10 S C2 U4                    | 2023-05-10 YES Z1  | none (17)
        D     | 2004-05-10 | 2020-01-10 S C2 K2; end 2022-05-10 E8 | 2023-05-10 YES U1  | none (not fostered)
        E     | 2004-05-10 | 2020-01-10 S C2 U6; end 2022-05-09 E8 | 2023-05-10 YES Z1  | none (left the day before)

        snapshot to 2024-03-31 | as at 2024-06-30 | figure 1/2
        child | born       | episodes                              | birthdays          | expect
        A     | 2004-05-10 | 2020-01-10 S C2 U6; end 2022-05-10 E8 | 2023-05-10 YES Z1  | met
        B     | 2004-05-10 | 2021-08-10 S C2 U6; end 2022-05-10 E8 | 2021-05-10 YES U1  | not met (recorded before care began)

        financial_year to 2024-03-31 | as at 2024-06-30 | variant ages=18 | figure 1/1
        child | born       | episodes                              | birthdays          | expect
        A     | 2005-05-10 | 2020-01-10 S C2 U6; end 2023-05-10 E8 | 2023-05-10 YES Z1  | met
    """,
)
