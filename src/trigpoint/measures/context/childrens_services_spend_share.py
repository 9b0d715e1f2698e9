from trigpoint.language import NEITHER, PeriodType
from trigpoint.language.measure import PERCENT
from trigpoint.language.supplied import SuppliedMeasure

childrens_services_spend_share = SuppliedMeasure(
    title="Share of spending that goes to children's services",
    supplier="finance",
    form="ratio",
    good=NEITHER,
    unit=PERCENT,
    decimals=1,
    periods=(PeriodType.FINANCIAL_YEAR,),
    numerator="Spending on children's services, pounds",
    denominator="Spending of the authority, pounds",
    lag=9,
    variants={
        "form": {
            "pct": {},
            "per_child": {
                "form": "average",
                "unit": "pounds per child",
                "decimals": 0,
                "denominator": "Children aged 0 to 17",
            },
        },
        "numerator": {
            "childrens_services": {},
            "not_looked_after": {
                "numerator": "Spending on children's services other than for children looked after, pounds",
                "denominator": "Spending on children's services, pounds (per child: children aged 0 to 17)",
            },
        },
    },
    source="Local authority revenue outturn, RO3 and RSX; children's social care dashboard",
)
