from trigpoint.cases.care_leaver_birthday import CareLeaverBirthday
from trigpoint.language import HIGH, Measure, PeriodType
from trigpoint.language.measure import PERCENT
from trigpoint.measures.leavers import LEFT, NO_AGE, SNAPSHOT, UASC, aged, ages

care_leavers_in_touch_pct = Measure(
    title="Care leavers the authority is in touch with",
    counts=CareLeaverBirthday,
    dated_by=CareLeaverBirthday.birthday_on,
    where=aged(19, 21),
    exclude=LEFT,
    unknown=NO_AGE,
    met=CareLeaverBirthday.in_touch == "YES",
    good=HIGH,
    unit=PERCENT,
    periods=(PeriodType.SNAPSHOT, PeriodType.QUARTER, PeriodType.YTD, PeriodType.FINANCIAL_YEAR),
    by_period=SNAPSHOT,
    variants={"ages": ages("17-18", "17-21", "17-25"), "uasc": UASC},
    words={"met": "In touch", "not_met": "Not in touch, or not known", "all": "All care leavers of the ages"},
    seeds=("kent 22", "trust003 T8"),
    source="DfE Children looked after, F series; LAIT CareLeavers_LA_NotInTouch",
    notes=(
        "Those who refuse contact, or no longer need the service, are not in touch. A snapshot takes each young "
        "person's latest birthday record; the other periods take the birthdays that fall in them."
    ),
    examples="""
        financial_year to 2024-03-31 | as at 2024-06-30 | figure 6/8
        child | born       | birthdays       | expect
        A     | 2004-05-10 | 2023-05-10 YES  | met
        B     | 2004-05-10 | 2023-05-10 YES  | met
        C     | 2003-05-10 | 2023-05-10 YES  | met
        D     | 2003-05-10 | 2023-05-10 YES  | met
        E     | 2002-05-10 | 2023-05-10 YES  | met
        F     | 2002-05-10 | 2023-05-10 YES  | met
        G     | 2003-05-10 | 2023-05-10 NO   | not met
        H     | 2003-05-10 | 2023-05-10 REFU | not met
        I     | 2003-05-10 | 2023-05-10 DIED | excluded: Died
        J     | 2003-05-10 | 2023-05-10 RHOM | excluded: Returned home
        K     | 2005-05-10 | 2023-05-10 YES  | none (18)

        snapshot to 2024-03-31 | as at 2024-06-30 | figure 1/4
        child | born       | birthdays                       | expect
        A     | 2004-05-10 | 2023-05-10 NO; 2024-05-10 YES   | not met (the latest birthday is the 19th)
        B     | 2004-05-10 | 2023-05-10                      | unknown: Not recorded whether in touch
        C     | 2002-03-31 | 2023-03-31 YES                  | none (22 on the day)
        D     | 2002-04-01 | 2022-04-01 NO; 2023-04-01 YES   | met
        E     |            | 2023-05-10 YES                  | unknown: No date of birth recorded

        financial_year to 2024-03-31 | as at 2024-06-30 | figure 1/1
        child | born       | episodes                                             | birthdays      | expect
        A     | 2004-05-10 | 2020-01-10 S C2 U6; end 2022-05-10 E5                | 2023-05-10 YES | met
        B     | 2004-05-10 | 2020-01-10 S C2 U6; end 2021-05-10 E3                | 2023-05-10 YES | excluded: Care taken over by another authority
        C     | 2004-05-10 | 2020-01-10 S V4 U6; end 2021-05-10 E8                | 2023-05-10 YES | excluded: Only in series of short-term placements (V3 or V4)
        D     | 2004-05-10 | 2020-06-01 S C2 U6; end 2020-08-30 E8                | 2023-05-10 YES | excluded: Under 13 weeks in care since 14 or none after 16

        financial_year to 2024-03-31 | as at 2024-06-30 | variant ages=17-18 | figure 1/1
        child | born       | episodes                                             | birthdays      | expect
        A     | 2005-05-10 | 2020-01-10 S C2 U6; end 2023-05-10 E5                | 2023-05-10 YES | met
        B     | 2006-05-10 | 2020-01-10 S C2 U6; end 2024-05-10 E5                | 2023-05-10 YES | excluded: Still looked after on the 17th or 18th birthday

        financial_year to 2024-03-31 | as at 2024-06-30 | variant ages=17-18;uasc=exc | figure 1/1
        child | born       | unaccompanied | birthdays      | expect
        A     | 2006-05-10 | 2022-01-10 to | 2023-05-10 YES | excluded: Unaccompanied asylum-seeking child
        B     | 2005-05-10 | 2022-01-10 to | 2023-05-10 YES | met (18 on the day: the status has ended)
    """,
)
