from trigpoint.cases.care_leaver import CareLeaver
from trigpoint.language.work import Work

pathway_plan = Work(
    title="Pathway plan to review",
    doing="pathway plans",
    counts=CareLeaver,
    where=CareLeaver.eligibility.is_in("Relevant", "Former relevant")
    & (CareLeaver.in_touch != "DIED")
    & (CareLeaver.in_touch != "NREQ")
    & (CareLeaver.is_reviewed_in_6_months == 0),
    measures=("care_leavers_pathway_plan_6m_pct",),
    order=32,
)
