from trigpoint.cases.need_closure import NeedClosure
from trigpoint.language import NEITHER, Measure, PeriodType
from trigpoint.language.measure import PERCENT

cin_closed_duration_pct = Measure(
    title="Episodes of need that ceased by duration",
    counts=NeedClosure,
    dated_by=NeedClosure.closed_on,
    exclude={"Referral ended in no further action": NeedClosure.is_no_further_action == 1},
    unknown={
        "No date of referral recorded": NeedClosure.referred_on.is_missing(),
        "Closed before the referral": NeedClosure.closed_on < NeedClosure.referred_on,
    },
    category=NeedClosure.duration_band,
    good=NEITHER,
    unit=PERCENT,
    periods=(PeriodType.FINANCIAL_YEAR, PeriodType.ROLLING12),
    words={"met": "Of this duration", "all": "Episodes of need that ceased"},
    source="DfE Children in need, B series; LAIT CINCease",
    notes=(
        "Bands from referral to closure: up to 3 months; more than 3 and up to 6 months; more than 6 months and less "
        "than a year; a year and less than two; two years or more."
    ),
    examples="""
        financial_year to 2024-03-31 | as at 2024-04-30 | figure 0-3m 2/2
        child | in need                      | expect
        A     | 2024-01-10 to 2024-03-31     | counted
        B     | 2023-12-31 to 2024-03-31     | counted (three months: the same band)
        C     | 2024-01-10 to 2024-03-31 nfa | excluded: Referral ended in no further action
        D     | 2024-01-10 to 2024-04-01     | none

        financial_year to 2024-03-31 | as at 2024-04-30 | figure 2y+ 1/1
        child | in need                  | expect
        A     | 2022-03-31 to 2024-03-31 | counted (two years)
    """,
)
