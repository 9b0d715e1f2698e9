from trigpoint.cases.looked_after_visit_due import LookedAfterVisitDue
from trigpoint.cases.visited_child import VisitedChild
from trigpoint.language import HIGH, Measure, PeriodType
from trigpoint.language.measure import PERCENT

_SHORT, _WEEK = "Series of short-term placements (V3 or V4)", "With the present carer for under a week"
_PARENTS = "Placed with parents (P1)"

cla_visits_in_timescale_pct = Measure(
    title="Visits to children looked after in timescale",
    counts=VisitedChild,
    dated_by=VisitedChild.as_at,
    exclude={
        _SHORT: VisitedChild.is_short_term_series == 1,
        "Placed for adoption (A3 to A6)": VisitedChild.is_adoptive == 1,
        _PARENTS: VisitedChild.is_with_parents == 1,
        _WEEK: VisitedChild.is_under_a_week == 1,
    },
    met=VisitedChild.every_visit_on_time == 1,
    good=HIGH,
    unit=PERCENT,
    periods=(PeriodType.SNAPSHOT,),
    variants={
        "uasc": {
            "inc": {},
            "exc": {"exclude": {"Unaccompanied asylum-seeking child": VisitedChild.is_uasc == 1}},
        },
        "rule": {
            "all_gaps": {},
            "last_visit": {"met": VisitedChild.latest_visit_on_time == 1},
            "share_of_due_windows": {
                "counts": LookedAfterVisitDue,
                "dated_by": LookedAfterVisitDue.limit_on,
                "exclude": {_SHORT: None, _WEEK: None},
                "met": LookedAfterVisitDue.visited_on.is_by(LookedAfterVisitDue.limit_on),
                "due": LookedAfterVisitDue.limit_on,
                "periods": (PeriodType.MONTH, PeriodType.QUARTER),
            },
        },
        "p1": {"exclude": {}, "include": {"exclude": {_PARENTS: None}}},
    },
    words={"met": "Visited in time", "not_met": "Late", "all": "Children looked after"},
    seeds=("cheshire_east 31",),
    source="Care Planning, Placement and Case Review Regulations 2010, regulation 28",
    notes=(
        "Since the child came to its present carer: a visit within 7 days, then within 42 days of the one before; after "
        "a year within 3 months where the care plan is to stay until 18. Only visits at which the child was seen. With "
        "parents: weekly to the first review, then every 28 days under an interim care order, else every 42."
    ),
    examples="""
        snapshot to 2024-07-31 | as at 2024-07-31 | figure 2/5
        child | born       | episodes                                                   | care visits                                    | expect
        A     | 2015-01-01 | 2024-04-08 S C2 U6                                         | 2024-04-15; 2024-05-27; 2024-07-08         | met (7 and twice 42 days)
        B     | 2015-01-01 | 2024-04-08 S C2 U6                                         | 2024-04-15; 2024-05-27; 2024-07-09         | not met (43 days)
        C     | 2015-01-01 | 2024-04-08 S C2 U6                                         | 2024-04-15; 2024-05-27 unseen; 2024-06-10  | not met (not seen)
        D     | 2015-01-01 | 2024-04-08 S C2 U6; 2024-07-26 P C2 U4                     | 2024-04-20                                 | excluded: With the present carer for under a week
        E     | 2015-01-01 | 2024-04-08 S C2 U6; 2024-07-24 P C2 U4                     |                                            | met (due that day)
        F     | 2015-01-01 | 2024-04-08 S C2 U6; 2024-07-23 P C2 U4                     |                                            | not met
        G     | 2015-01-01 | 2024-04-08 S C2 A5                                         |                                            | excluded: Placed for adoption (A3 to A6)
        H     | 2015-01-01 | 2024-04-08 S C2 P1                                         |                                            | excluded: Placed with parents (P1)

        snapshot to 2024-07-31 | as at 2024-07-31 | variant rule=last_visit | figure 2/3
        child | born       | episodes                                                   | care visits                                    | expect
        B     | 2015-01-01 | 2024-04-08 S C2 U6                                         | 2024-04-15; 2024-05-27; 2024-07-09         | met
        C     | 2015-01-01 | 2024-04-08 S C2 U6 @a; 2024-06-01 P C2 T3; 2024-06-14 P C2 U6 @a | 2024-04-15; 2024-05-27; 2024-07-08   | met (back with the carer)
        F     | 2015-01-01 | 2024-04-08 S C2 U6; 2024-07-23 P C2 U4                     |                                            | not met

        snapshot to 2024-07-31 | as at 2024-07-31 | figure 1/2
        child | born       | episodes           | care plans          | care visits                                                                     | expect
        A     | 2015-01-01 | 2023-04-10 S C2 U6 | 2023-05-01 ltfost18 | 2023-04-17; 2023-05-29; 2023-07-10; 2023-08-21; 2023-10-02; 2023-11-13; 2023-12-25; 2024-02-05; 2024-03-18; 2024-04-29; 2024-07-29 | met (3 months after the first year)
        B     | 2015-01-01 | 2023-04-10 S C2 U6 |                     | 2023-04-17; 2023-05-29; 2023-07-10; 2023-08-21; 2023-10-02; 2023-11-13; 2023-12-25; 2024-02-05; 2024-03-18; 2024-04-29; 2024-07-29 | not met

        month to 2024-05-31 | as at 2024-06-30 | variant rule=share_of_due_windows | figure 1/2
        child | born       | episodes           | care visits                            | expect
        A     | 2015-01-01 | 2024-04-08 S C2 U6 | 2024-04-15; 2024-05-27             | met (due on 27 May)
        B     | 2015-01-01 | 2024-04-08 S C2 U6 | 2024-04-15; 2024-05-28             | not met
        C     | 2015-01-01 | 2024-04-08 S C2 U6; 2024-05-27 P C2 U4 | 2024-04-15; 2024-05-27 | none (moved on the last day: no longer due)

        snapshot to 2024-07-31 | as at 2024-07-31 | variant p1=include | figure 2/4
        child | born       | episodes           | reviews    | care visits                                                            | expect
        A     | 2015-01-01 | 2024-06-03 S C1 P1 | 2024-06-12 | 2024-06-10; 2024-06-17; 2024-07-15                                 | met (weekly to the review, then 28 days)
        B     | 2015-01-01 | 2024-06-03 S C1 P1 | 2024-06-12 | 2024-06-10; 2024-06-17; 2024-07-16                                 | not met
        C     | 2015-01-01 | 2024-06-03 S C2 P1 | 2024-06-12 | 2024-06-10; 2024-06-17; 2024-07-29                                 | met (42 days)
        D     | 2015-01-01 | 2024-06-03 S C2 P1 |            | 2024-06-10; 2024-06-18                                             | not met (weekly to the review)
    """,
)
