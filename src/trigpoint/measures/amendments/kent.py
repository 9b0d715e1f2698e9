"""The definition set `kent`: what Kent's target-setting paper for 2018/19 added, removed and amended."""

from trigpoint.cases.end_of_care import EndOfCare
from trigpoint.cases.initial_health_assessment import InitialHealthAssessment
from trigpoint.cases.placed_child import PlacedChild
from trigpoint.measures.adoption_and_permanence.adoption_plan_within_4m_pct import adoption_plan_within_4m_pct
from trigpoint.measures.adoption_and_permanence.cla_ceased_adopted_or_sgo_pct import cla_ceased_adopted_or_sgo_pct
from trigpoint.measures.education.ehcp_20w_cla_pct import ehcp_20w_cla_pct
from trigpoint.measures.health.iha_20wd_pct import iha_20wd_pct
from trigpoint.measures.missing.rhi_completed_pct import rhi_completed_pct
from trigpoint.measures.placements.cla_placed_within_20_miles_pct import cla_placed_within_20_miles_pct

_AGREED = "Divisional Management Team, 6 February 2018"
_KIN = "Placed with relatives or friends"
_ORDERS = ("E43", "E44", "E45", "E46", "E47", "E48")

adoption_plan_within_4m_pct_removed = adoption_plan_within_4m_pct.remove(
    definitions="kent",
    effective="2018-04-01",
    because="Small numbers of children distort it; it stays in the adoption scorecard",
    agreed=_AGREED,
)

rhi_completed_pct_added = rhi_completed_pct.add(
    definitions="kent",
    effective="2018-04-01",
    because="An interview within 3 working days is not always possible for some young people",
    agreed=_AGREED,
)

ehcp_20w_cla_pct_added = ehcp_20w_cla_pct.add(
    definitions="kent",
    effective="2018-04-01",
    because="Shows whether children looked after who need an education, health and care plan get it in time",
    agreed=_AGREED,
)

iha_20wd_pct_2018 = iha_20wd_pct.amend(
    definitions="kent",
    effective="2018-04-01",
    because="A young person's refusal is outside the authority's control for the first three months",
    agreed=_AGREED,
    exclude={"Refused in the last three months": InitialHealthAssessment.refused_within_3_months == 1},
)

cla_placed_within_20_miles_pct_2017 = cla_placed_within_20_miles_pct.amend(
    definitions="kent",
    effective="2013-04-01",
    because="The rule of 2017/18 and before: children placed with family or friends count",
    agreed="As reported to 2017/18",
    exclude={_KIN: None},
)

cla_placed_within_20_miles_pct_2018 = cla_placed_within_20_miles_pct.amend(
    definitions="kent",
    effective="2018-04-01",
    because="Where family and friends live is outside the authority's control",
    agreed=_AGREED,
    exclude={_KIN: PlacedChild.type_code.is_in("U1", "U2", "U3")},
)

cla_ceased_adopted_or_sgo_pct_2017 = cla_ceased_adopted_or_sgo_pct.amend(
    definitions="kent",
    effective="2013-04-01",
    because="The rule of 2017/18 and before: adoption only",
    agreed="As reported to 2017/18",
    met=EndOfCare.leaving_reason.is_in("E11", "E12"),
)

cla_ceased_adopted_or_sgo_pct_2018 = cla_ceased_adopted_or_sgo_pct.amend(
    definitions="kent",
    effective="2018-04-01",
    because="Extended to children made subject to a special guardianship order, and renamed so",
    agreed=_AGREED,
    met=EndOfCare.leaving_reason.is_in("E11", "E12", *_ORDERS),
)
