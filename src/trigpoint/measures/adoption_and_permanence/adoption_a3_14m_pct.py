from trigpoint.cases.adoption_wait import AdoptionWait
from trigpoint.language import HIGH, Measure, PeriodType
from trigpoint.language.measure import PERCENT

_WAITS = AdoptionWait.is_waiting == 1
_ADOPTED = {
    PeriodType.ROLLING36: AdoptionWait.adopted_in_36_months == 1,
    PeriodType.QUARTER: AdoptionWait.adopted_in_3_months == 1,
    PeriodType.ROLLING12: AdoptionWait.adopted_in_12_months == 1,
    PeriodType.MONTH: AdoptionWait.adopted_in_month == 1,
    PeriodType.YTD: AdoptionWait.adopted_since_april == 1,
}
_OVER = {
    14: (AdoptionWait.is_over_14_months, AdoptionWait.is_over_14_months_as_days),
    16: (AdoptionWait.is_over_16_months, AdoptionWait.is_over_16_months_as_days),
    18: (AdoptionWait.is_over_18_months, AdoptionWait.is_over_18_months_as_days),
    20: (AdoptionWait.is_over_20_months, AdoptionWait.is_over_20_months_as_days),
}

adoption_a3_14m_pct = Measure(
    title="Children who wait less than 14 months between entering care and moving in with adopters",
    counts=AdoptionWait,
    dated_by=AdoptionWait.as_at,
    where=_WAITS | _ADOPTED[PeriodType.ROLLING36],
    by_period={kind: {"where": _WAITS | adopted} for kind, adopted in _ADOPTED.items()},
    exclude={
        "Adopted but never placed for adoption": (AdoptionWait.is_waiting == 0) & AdoptionWait.placed_on.is_missing()
    },
    unknown={"Placed for adoption before entering care": AdoptionWait.is_placed_before_entry == 1},
    met=AdoptionWait.is_over_14_months == 0,
    needs=("ssd_cla_episodes",),
    good=HIGH,
    unit=PERCENT,
    periods=tuple(_ADOPTED),
    variants={
        "months": {
            "14": {},
            **{str(n): {"instead": {_OVER[14][0]: _OVER[n][0], _OVER[14][1]: _OVER[n][1]}} for n in (16, 18, 20)},
        },
        "waiting": {
            "include": {},
            "exclude": {
                "where": _ADOPTED[PeriodType.ROLLING36],
                "by_period": {kind: {"where": adopted} for kind, adopted in _ADOPTED.items()},
            },
        },
        "months_as": {"calendar": {}, "days": {"instead": dict(_OVER.values())}},
    },
    words={"met": "Less than 14 months", "not_met": "14 months or more", "all": "Children adopted or waiting"},
    seeds=("trust003 T7",),
    source="Adoption scorecard, indicator A3",
    notes=(
        "Children adopted in the period, and those who still wait at its end: they count while their wait so far is "
        "under the limit. By days 14, 16, 18 and 20 months are 426, 487, 547 and 608."
    ),
    examples="""
        rolling36 to 2024-12-31 | as at 2025-01-31 | figure 2/4
        child | born       | episodes           | adoption decision | placed for adoption | adopted    | expect
        A     | 2022-01-01 | 2023-01-10 S V2 U6 | 2023-06-01        | 2024-03-09          | 2024-09-01 | met
        B     | 2022-01-01 | 2023-01-10 S V2 U6 | 2023-06-01        | 2024-03-10          | 2024-09-01 | not met (14 months exactly)
        C     | 2022-01-01 | 2023-11-01 S V2 U6 | 2024-06-01        |                     |            | met (waits since less than 14 months)
        D     | 2022-01-01 | 2023-10-31 S V2 U6 | 2024-06-01        |                     |            | not met
        E     | 2022-01-01 | 2020-01-10 S V2 U6 |                   | 2020-06-01          | 2021-12-31 | none
        F     | 2022-01-01 | 2023-01-10 S V2 U6 | 2023-06-01        |                     | 2024-09-01 | excluded: Adopted but never placed for adoption

        rolling36 to 2024-12-31 | as at 2025-01-31 | variant months_as=days | figure 1/2
        child | born       | episodes           | adoption decision | placed for adoption | adopted    | expect
        A     | 2022-01-01 | 2023-01-10 S V2 U6 | 2023-06-01        | 2024-03-10          | 2024-09-01 | met (425 days)
        B     | 2022-01-01 | 2023-01-10 S V2 U6 | 2023-06-01        | 2024-03-11          | 2024-09-01 | not met

        quarter to 2024-12-31 | as at 2025-01-31 | variant waiting=exclude | figure 1/1
        child | born       | episodes           | adoption decision | placed for adoption | adopted    | expect
        A     | 2022-01-01 | 2023-01-10 S V2 U6 | 2023-06-01        | 2024-03-09          | 2024-09-30 | none
        B     | 2022-01-01 | 2023-01-10 S V2 U6 | 2023-06-01        | 2024-03-09          | 2024-10-01 | met
        C     | 2022-01-01 | 2023-11-01 S V2 U6 | 2024-06-01        |                     |            | none

        ytd to 2024-05-31 | as at 2025-01-31 | variant months=16 | figure 1/1
        child | born       | episodes           | adoption decision | placed for adoption | adopted    | expect
        A     | 2022-01-01 | 2023-01-10 S V2 U6 | 2023-06-01        | 2024-03-09          | 2024-03-31 | none
        B     | 2022-01-01 | 2022-12-10 S V2 U6 | 2023-06-01        | 2024-04-09          | 2024-04-10 | met

        month to 2024-05-31 | as at 2025-01-31 | variant months=16;months_as=days | figure 0/3
        child | born       | episodes           | adoption decision | placed for adoption | adopted    | expect
        A     | 2022-01-01 | 2022-12-10 S V2 U6 | 2023-06-01        | 2024-04-10          | 2024-05-10 | not met (487 days)
        B     | 2022-01-01 |                    | 2024-05-31        |                     |            | unknown: No period of care found
        C     | 2022-01-01 | 2022-12-10 S V2 U6 | 2023-06-01        |                     |            | not met
    """,
)
