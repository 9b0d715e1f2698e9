from trigpoint.cases.start_of_care import StartOfCare
from trigpoint.language import FIRST, NEITHER, Measure, PeriodType, Population
from trigpoint.language.terms import BEST

cla_started = Measure(
    title="Children who started to be looked after",
    counts=StartOfCare,
    dated_by=StartOfCare.entered_on,
    unknown={"No reason for the start recorded": StartOfCare.start_reason.is_missing()},
    once=StartOfCare.child,
    pick=FIRST,
    good=NEITHER,
    unit="children",
    periods=(
        PeriodType.MONTH,
        PeriodType.QUARTER,
        PeriodType.ROLLING12,
        PeriodType.FINANCIAL_YEAR,
        PeriodType.YTD,
    ),
    variants={
        "uasc": {
            "inc": {},
            "exc": {"exclude": {"Unaccompanied asylum-seeking child": StartOfCare.is_uasc == 1}},
        },
        "level": {"child": {}, "start": {"once": None, "pick": BEST, "unit": "starts"}},
        "form": {
            "count": {},
            "rate": {"per": Population(0, 17, per=10_000), "annualise": True, "unit": "per 10,000", "decimals": 1},
        },
    },
    source="DfE Children looked after, table C1; LAIT LACnum_Start, LAC_Start_Rate",
    notes=(
        "Starts of a period of care (reason S), by the day the child became looked after. A child who starts twice in "
        "the period counts by the first start, and status is judged on that day."
    ),
    examples="""
        month to 2024-06-30 | as at 2024-06-30 | figure 2
        child | born       | episodes                                                                     | expect
        A     | 2015-01-01 | 2024-06-03 S V2 U6                                                           | counted
        B     | 2015-01-01 | 2024-05-31 S V2 U6; 2024-06-10 P V2 U4                                       | none (a move is no start)
        C     | 2015-01-01 | 2024-06-01 S V2 U6; end 2024-06-10 E4A; 2024-06-10 S C2 U6                   | counted (twice, but one child)
        D     | 2015-01-01 | 2024-06-20 S V4 U6                                                           | none (series of short-term placements)

        month to 2024-06-30 | as at 2024-06-30 | variant level=start | figure 2
        child | born       | episodes                                                                     | expect
        C     | 2015-01-01 | 2024-06-01 S V2 U6; end 2024-06-10 E4A; 2024-06-10 S C2 U6                   | counted, counted

        rolling12 to 2025-03-31 | as at 2025-03-31 | variant uasc=exc | figure 2
        child | born       | unaccompanied | episodes                                                     | expect
        A     | 2008-01-01 | 2024-07-01 to | 2024-06-01 S V2 U6; end 2024-06-10 E4A; 2024-08-10 S V2 U6   | counted (the first start was before the status)
        B     | 2008-01-01 | 2024-07-01 to | 2024-07-01 S V2 U6                                           | excluded: Unaccompanied asylum-seeking child
        C     | 2006-07-01 | 2024-07-01 to | 2024-07-01 S V2 U6                                           | counted (18 that day: the status ends)

        month to 2024-06-30 | as at 2024-06-30 | variant form=rate | population 2022 20000 | figure 1/20000
        child | born       | episodes                                                                     | expect
        A     | 2015-01-01 | 2024-06-03 S V2 U6                                                           | counted
    """,
)
