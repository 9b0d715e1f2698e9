from trigpoint.cases import LookedAfterChild
from trigpoint.cases.start_of_care import StartOfCare
from trigpoint.language import FIRST, NEITHER, Measure, PeriodType, Population
from trigpoint.language.measure import PERCENT

_SHORT = "Series of short-term placements (V3 or V4)"
_OTHER = "Not an unaccompanied asylum-seeking child"

cla_uasc = Measure(
    title="Children looked after who are unaccompanied asylum-seeking children",
    counts=LookedAfterChild,
    dated_by=LookedAfterChild.as_at,
    where=LookedAfterChild.is_uasc == 1,
    exclude={_SHORT: LookedAfterChild.is_short_term_series == 1},
    good=NEITHER,
    unit="children",
    periods=(PeriodType.SNAPSHOT,),
    variants={
        "cohort": {
            "current": {},
            "starting": {
                "counts": StartOfCare,
                "dated_by": StartOfCare.entered_on,
                "where": None,
                "exclude": {_SHORT: None, _OTHER: StartOfCare.is_uasc == 0},
                "unknown": {"No reason for the start recorded": StartOfCare.start_reason.is_missing()},
                "once": StartOfCare.child,
                "pick": FIRST,
                "periods": (PeriodType.FINANCIAL_YEAR,),
            },
        },
        "form": {
            "count": {},
            "pct": {"where": None, "exclude": {_OTHER: None}, "met": LookedAfterChild.is_uasc == 1, "unit": PERCENT},
            "rate": {"per": Population(0, 17, per=10_000), "unit": "per 10,000", "decimals": 1},
        },
    },
    source="DfE Children looked after, table A1; LAIT Unacc_Asylmn_Seek_Childn, UASC_%_Starting",
    notes="The status has dates and ends on the 18th birthday at the latest.",
    examples="""
        snapshot to 2024-03-31 | as at 2024-04-30 | figure 2
        child | born       | unaccompanied            | episodes           | expect
        A     | 2008-01-01 | 2024-01-10 to            | 2024-01-10 S V2 U6 | counted
        B     | 2008-01-01 | 2024-01-10 to 2024-03-31 | 2024-01-10 S V2 U6 | none (the status ended that day)
        C     | 2006-04-01 | 2024-01-10 to            | 2024-01-10 S V2 U6 | counted (18 the next day)
        D     | 2008-01-01 |                          | 2024-01-10 S V2 U6 | none

        snapshot to 2024-03-31 | as at 2024-04-30 | variant form=pct | figure 1/2
        child | born       | unaccompanied            | episodes           | expect
        A     | 2008-01-01 | 2024-01-10 to            | 2024-01-10 S V2 U6 | met
        D     | 2008-01-01 |                          | 2024-01-10 S V2 U6 | not met

        financial_year to 2024-03-31 | as at 2024-04-30 | variant cohort=starting;form=pct | figure 1/2
        child | born       | unaccompanied            | episodes                                                   | expect
        A     | 2008-01-01 | 2024-01-10 to            | 2024-01-10 S V2 U6; end 2024-01-20 E8                      | met
        B     | 2008-01-01 | 2024-02-01 to            | 2024-01-10 S V2 U6; end 2024-01-20 E8; 2024-02-01 S V2 U6  | not met (judged on the first start)
        C     | 2008-01-01 | 2024-02-01 to            | 2023-01-10 S V2 U6                                         | none (started in another year)

        financial_year to 2024-03-31 | as at 2024-04-30 | variant cohort=starting | figure 1
        child | born       | unaccompanied            | episodes           | expect
        A     | 2008-01-01 | 2024-01-10 to            | 2024-01-10 S V2 U6 | counted
        D     | 2008-01-01 |                          | 2024-01-10 S V2 U6 | excluded: Not an unaccompanied asylum-seeking child
    """,
)
