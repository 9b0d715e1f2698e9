from trigpoint.cases import Conference
from trigpoint.language import HIGH, Measure, PeriodType
from trigpoint.language.measure import PERCENT

icpc_15wd_pct = Measure(
    title="Initial child protection conferences held within 15 working days",
    counts=Conference,
    dated_by=Conference.held_on,
    exclude={"Transferred in from another authority": Conference.is_transfer_in == 1},
    unknown={"Held before the strategy discussion it is linked to": Conference.is_before_strategy_discussion == 1},
    met=Conference.working_days_from_strategy_discussion <= 15,
    good=HIGH,
    unit=PERCENT,
    periods=(
        PeriodType.MONTH,
        PeriodType.QUARTER,
        PeriodType.YTD,
        PeriodType.ROLLING12,
        PeriodType.FINANCIAL_YEAR,
    ),
    needs=("ssd_s47_enquiry",),
    variants={
        "clock_start": {"strategy_discussion": {}},
        "level": {"child": {}, "meeting": {"once": Conference.meeting}},
        "transfer_in": {
            "exclude": {},
            "only": {
                "exclude": {
                    "Transferred in from another authority": None,
                    "Not transferred in from another authority": Conference.is_transfer_in == 0,
                }
            },
        },
    },
    words={"met": "Held within 15 working days", "not_met": "Later, or not known", "all": "All conferences"},
    seeds=("birmingham KPI5", "trust003 T4", "hereford H17"),
    source="CIN census; LAIT CP_conf_15days; Working Together",
    examples="""
        month to 2024-04-30 | as at 2024-04-30 | figure 1/3
        child | section 47 | conferences            | expect
        A     | 2024-03-20 | 2024-04-12             | met     (day 15)
        B     | 2024-03-20 | 2024-04-15             | not met (day 16)
        C     |            | 2024-04-15             | unknown: No strategy discussion recorded
        D     | 2024-03-20 | 2024-04-12 transfer in | excluded: Transferred in from another authority

        month to 2024-04-30 | as at 2024-04-30 | variant level=meeting | figure 1/2
        child | section 47 | conferences           | expect
        A     | 2024-03-20 | 2024-04-12 meeting M1 | met (one conference of two siblings)
        B     | 2024-03-20 | 2024-04-12 meeting M1 | none
        C     | 2024-03-20 | 2024-04-15 meeting M2 | not met
    """,
)
