from trigpoint.cases import PlanStart
from trigpoint.language import HIGH, Measure, PeriodType
from trigpoint.language.measure import PERCENT

cp_core_group_in_timescale_pct = Measure(
    title="First core groups held within 10 working days",
    counts=PlanStart,
    dated_by=PlanStart.core_group_limit_on,
    exclude={
        "Plan of another authority": PlanStart.is_other_authority == 1,
        "The plan ended by then": PlanStart.is_ended_by_core_group_limit == 1,
    },
    unknown={"The plan ended before it started": PlanStart.is_ended_before_start == 1},
    met=PlanStart.core_group_on.is_by(PlanStart.core_group_limit_on),
    due=PlanStart.core_group_limit_on,
    good=HIGH,
    unit=PERCENT,
    periods=(PeriodType.MONTH, PeriodType.QUARTER, PeriodType.YTD, PeriodType.ROLLING12),
    needs=("ext_core_group",),
    words={"met": "Held in time", "not_met": "Late, or not held", "all": "First core groups due"},
    source="Working Together",
    notes=(
        "Due by the tenth working day after the plan's start, which is the day of the initial conference. No interval "
        "is set nationally for later core groups, so they are not measured here."
    ),
    examples="""
        month to 2024-04-30 | as at 2024-04-30 | figure 1/3
        child | plans                    | core groups            | expect
        A     | 2024-03-20 to            | 2024-04-05; 2024-05-01 | met     (10 working days end on 5 April)
        B     | 2024-03-20 to            | 2024-04-08             | not met
        C     | 2024-03-20 to            | 2024-03-19             | not met (before the plan started)
        D     | 2024-03-20 to 2024-04-05 |                        | excluded: The plan ended by then
        E     | 2024-04-16 to            |                        | pending (due by 30 April)
    """,
)
