from trigpoint.cases.care_leaver import CareLeaver
from trigpoint.language import HIGH, Measure, PeriodType
from trigpoint.language.measure import PERCENT

_NOT_RECORDED = "Not recorded whether in touch"

care_leavers_pathway_plan_6m_pct = Measure(
    title="Care leavers with a pathway plan reviewed in the last 6 months",
    counts=CareLeaver,
    dated_by=CareLeaver.as_at,
    where=CareLeaver.eligibility.is_in("Relevant", "Former relevant"),
    exclude={
        "Died": CareLeaver.in_touch == "DIED",
        "No longer requires services": CareLeaver.in_touch == "NREQ",
    },
    unknown={
        "No eligibility recorded": CareLeaver.eligibility.is_missing(),
        "Reviewed after the date": CareLeaver.is_reviewed_later == 1,
    },
    met=CareLeaver.is_reviewed_in_6_months == 1,
    good=HIGH,
    unit=PERCENT,
    periods=(PeriodType.SNAPSHOT,),
    variants={
        "months_as": {"calendar": {}, "days": {"met": CareLeaver.is_reviewed_in_183_days == 1}},
        "denominator": {
            "all": {},
            "in_touch": {
                "exclude": {"Not in touch": CareLeaver.in_touch != "YES"},
                "unknown": {_NOT_RECORDED: CareLeaver.in_touch.is_missing()},
            },
        },
        "scope": {
            "relevant": {},
            "with_eligible": {"where": CareLeaver.eligibility.is_in("Relevant", "Former relevant", "Eligible")},
        },
        "uasc": {"inc": {}, "exc": {"exclude": {"Unaccompanied asylum-seeking child": CareLeaver.is_uasc == 1}}},
    },
    words={"met": "Reviewed in 6 months", "not_met": "Not, or not known", "all": "Entitled to a pathway plan"},
    seeds=("kent 21", "trust003 T9"),
    source="Care Leavers (England) Regulations 2010; Annex A, list 9",
    notes="The record holds the latest review only: at earlier dates a later review makes the row unknown.",
    examples="""
        snapshot to 2024-12-31 | as at 2025-01-31 | figure 1/4
        child | leaver                                     | expect
        A     | Relevant; YES; review 2024-06-30           | met     (6 months to the day)
        B     | Former relevant; NO; review 2024-06-29     | not met
        C     | Former relevant; YES                       | not met (no plan)
        D     | Former relevant; YES; review 2025-01-02    | unknown: Reviewed after the date
        E     | Former relevant; NREQ; review 2024-12-01   | excluded: No longer requires services
        F     | Qualifying; YES; review 2024-12-01         | none
        G     | Eligible; YES; review 2024-12-01           | none

        snapshot to 2025-02-28 | as at 2025-02-28 | figure 1/2
        child | leaver                                     | expect
        A     | Relevant; YES; review 2024-08-28           | met
        B     | Relevant; YES; review 2024-08-27           | not met

        snapshot to 2024-12-15 | as at 2024-12-15 | figure 1/2
        child | leaver                                     | expect
        A     | Relevant; YES; review 2024-06-15           | met
        B     | Relevant; YES; review 2024-06-14           | not met

        snapshot to 2024-12-31 | as at 2025-01-31 | variant months_as=days | figure 1/2
        child | leaver                                     | expect
        A     | Relevant; YES; review 2024-07-01           | met     (183 days)
        B     | Relevant; YES; review 2024-06-30           | not met

        snapshot to 2024-12-31 | as at 2025-01-31 | variant denominator=in_touch;scope=with_eligible;uasc=exc | figure 1/2
        child | born       | unaccompanied | leaver                           | expect
        A     | 2008-01-10 |               | Eligible; YES; review 2024-12-01 | met
        B     | 2008-01-10 | 2023-01-10 to | Eligible; YES; review 2024-12-01 | excluded: Unaccompanied asylum-seeking child
        C     | 2005-01-10 |               | Relevant; NO; review 2024-12-01  | excluded: Not in touch
        D     | 2005-01-10 |               | Relevant; ; review 2024-12-01    | unknown: Not recorded whether in touch
    """,
)
