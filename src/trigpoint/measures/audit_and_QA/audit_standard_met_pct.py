from trigpoint.cases.audit_answer import AuditAnswer
from trigpoint.language import HIGH, Measure, PeriodType
from trigpoint.language.measure import PERCENT

_QUESTIONS = (
    ("outcome_improved", "activity improved the outcome"),
    ("decision_recording", "management decisions made and recorded"),
    ("challenge", "concerns identified and challenged"),
    ("sufficient_information", "enough information gathered"),
    ("history", "history considered"),
    ("child_views", "child's views and wishes"),
    ("graded_care_profile", "graded care profile used"),
    ("up_to_date_assessment", "assessment in the last 12 months"),
    ("case_recording", "quality of recording"),
    ("multi_agency_strategy", "agencies took part in the strategy discussion"),
    ("cse_tool", "exploitation screening tool completed"),
    ("cse_step_down", "screening tool updated at step down"),
    ("rhi_informs_plan", "return interview informs the plan"),
    ("risk_assessment_after_missing", "risk assessment updated after going missing"),
    ("rhi_quality", "quality of the return interview"),
    ("drift", "no drift or delay"),
    ("smart_plan", "plan is SMART"),
    ("contingency", "plan has clear contingencies"),
    ("right_action", "right action at the right time"),
    ("thresholds", "thresholds applied properly"),
    ("step_up_down", "step up or down was right"),
    ("s47_identified", "need for section 47 identified"),
)

audit_standard_met_pct = Measure(
    title="Audit standard met, by question",
    counts=AuditAnswer,
    dated_by=AuditAnswer.audited_on,
    exclude={"Not applicable": AuditAnswer.is_not_applicable == 1},
    met=AuditAnswer.is_met == 1,
    good=HIGH,
    unit=PERCENT,
    periods=(PeriodType.QUARTER, PeriodType.ROLLING12),
    variants={
        "question": {"all": {}, **{code: {"where": AuditAnswer.question == code} for code, _ in _QUESTIONS}},
        "kind": {
            "all": {},
            **{
                kind: {"exclude": {"Another kind of audit": AuditAnswer.kind != kind}}
                for kind in ("team_manager", "practice", "dip_sample")
            },
        },
    },
    words={"met": "Standard met", "not_met": "Not met, or not answered", "all": "All applicable answers"},
    seeds=tuple(f"cheshire_east {line}" for line in (*range(1, 10), *range(11, 21), *range(22, 26), *range(35, 39))),
    source="Local audit programme",
    notes="Questions: " + "; ".join(f"{code} ({meaning})" for code, meaning in _QUESTIONS) + ".",
    examples="""
        quarter to 2024-06-30 | as at 2024-06-30 | figure 3/5
        answer     | audited               | said | expect
        A1 history | 2024-04-01 (practice) | Y    | met
        A2 history | 2024-04-01 (practice) | N    | not met
        A3 history | 2024-05-01            | NA   | excluded: Not applicable
        A4 history | 2024-05-01            | Y    | met
        A4 drift   | 2024-05-01            |      | unknown: No answer recorded
        A5         | 2024-05-01            | Y    | met (without a question)

        quarter to 2024-06-30 | as at 2024-06-30 | variant question=history;kind=practice | figure 1/2
        answer     | audited               | said | expect
        A1 history | 2024-04-01 (practice) | Y    | met
        A2 history | 2024-04-01 (practice) | N    | not met
        A2 drift   | 2024-04-01 (practice) | Y    | none
        A3 history | 2024-05-01            | Y    | excluded: Another kind of audit
        A5         | 2024-04-01 (practice) | Y    | none
    """,
)
