from trigpoint.cases.strategy_discussion import StrategyDiscussion
from trigpoint.language import NEITHER, Measure, PeriodType

strategy_discussions = Measure(
    title="Strategy discussions held",
    counts=StrategyDiscussion,
    dated_by=StrategyDiscussion.held_on,
    good=NEITHER,
    unit="discussions",
    periods=(PeriodType.MONTH, PeriodType.QUARTER, PeriodType.YTD, PeriodType.ROLLING12),
    variants={
        "level": {"child": {}, "meeting": {"once": StrategyDiscussion.meeting, "needs": ("ssd_family",)}},
    },
    words={"met": "Strategy discussions"},
    seeds=("hereford H13",),
    source="Herefordshire",
    notes=(
        "One per child. With level=meeting the children of one family who were discussed at the same date and time "
        "count once. Section 47 enquiries alone would miss the discussions that led to none."
    ),
    examples="""
        month to 2024-03-31 | as at 2024-03-31 | figure 4
        child | discussions                        | expect
        A     | 2024-03-01T09:00; 2024-03-31T17:30 | counted, counted
        B     | 2024-03-05                         | counted
        C     | 2024-03-05                         | counted
        D     | 2024-02-29T23:59                   | none

        month to 2024-03-31 | as at 2024-03-31 | variant level=meeting | figure 3
        child | in family | discussions      | expect
        A     | F1     | 2024-03-05T09:00 | counted (one discussion of two siblings)
        B     | F1     | 2024-03-05T09:00 | none
        C     | F1     | 2024-03-05T10:00 | counted (a discussion of its own)
        D     |        | 2024-03-05T09:00 | counted (of another family)
    """,
)
