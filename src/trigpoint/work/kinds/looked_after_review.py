from trigpoint.cases.looked_after_child import LookedAfterChild
from trigpoint.cases.review_meeting import ReviewMeeting
from trigpoint.language.work import Work

looked_after_review = Work(
    title="Looked-after review",
    doing="looked-after reviews",
    counts=ReviewMeeting,
    where=ReviewMeeting.is_held == 0,
    by=ReviewMeeting.limit_on,
    done=ReviewMeeting.held_on,
    within=LookedAfterChild,
    within_where=LookedAfterChild.is_short_term_series == 0,
    measures=("cla_reviews_in_timescale_pct",),
    order=20,
)
