from trigpoint.language import NEITHER, PeriodType
from trigpoint.language.measure import PERCENT
from trigpoint.language.supplied import SuppliedMeasure

_SHARE = {"decimals": 1, "denominator": "Children and family social workers in post at 30 September"}

sw_workforce_counts = SuppliedMeasure(
    title="Children and family social workers: in post, starters, leavers, case holders",
    supplier="hr",
    form="count",
    good=NEITHER,
    unit="FTE",
    decimals=1,
    periods=(
        PeriodType.FINANCIAL_YEAR,
        PeriodType.SNAPSHOT,
    ),
    numerator="Full-time equivalent",
    about="In post at 30 September",
    lag=11,
    variants={
        "by": {
            "fte": {},
            "headcount": {"numerator": "People", "unit": "people", "decimals": 0},
        },
        "numerator": {
            "in_post": {},
            "starters": {"about": "Started in the year to 30 September"},
            "leavers": {"about": "Left in the year to 30 September"},
            "case_holders": {"form": "ratio", "unit": PERCENT, "about": "Hold cases", **_SHARE},
            "qualified_without_cases": {
                "form": "ratio",
                "unit": PERCENT,
                "about": "Qualified, hold no cases",
                **_SHARE,
            },
            "senior_practitioners": {"form": "ratio", "unit": PERCENT, "about": "Senior practitioners", **_SHARE},
            "cases_held": {"unit": "cases", "decimals": 0, "numerator": "Cases held at 30 September", "about": ""},
            "agency_covering_vacancies": {"about": "Agency workers who cover vacancies at 30 September"},
        },
    },
    source="DfE children's social work workforce; LAIT Work_Force_NoSW, Social_Work_Starters, Social_Work_Leavers, Social_Work_Caseholders_%",
    notes="Collected at 30 September: give the financial year that holds the day, or a snapshot.",
)
