from trigpoint.cases.looked_after_child import LookedAfterChild
from trigpoint.cases.looked_after_visit_due import LookedAfterVisitDue
from trigpoint.language.work import Work

looked_after_visit = Work(
    title="Visit to a child looked after",
    doing="visits to children looked after",
    counts=LookedAfterVisitDue,
    where=(LookedAfterVisitDue.is_adoptive == 0) & (LookedAfterVisitDue.is_with_parents == 0),
    by=LookedAfterVisitDue.limit_on,
    done=LookedAfterVisitDue.visited_on,
    within=LookedAfterChild,
    within_where=LookedAfterChild.is_short_term_series == 0,
    measures=("cla_visits_in_timescale_pct",),
    soon=7,
    order=11,
)
