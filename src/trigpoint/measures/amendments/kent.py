"""The definition set `kent`: changes agreed in Kent's target-setting paper for 2018/19."""

from trigpoint.cases import InitialHealthAssessment
from trigpoint.measures.health.iha_20wd_pct import iha_20wd_pct

iha_20wd_pct_2018 = iha_20wd_pct.amend(
    definitions="kent",
    effective="2018-04-01",
    because="A young person's refusal is outside the authority's control for the first three months",
    agreed="Divisional Management Team, 6 February 2018",
    exclude={"Refused in the last three months": InitialHealthAssessment.refused_within_3_months == 1},
)
