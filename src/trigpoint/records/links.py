"""Where each link of a record table leads: a column that holds another record's id, and the column of that id."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from trigpoint.records import extension as ext
from trigpoint.records import ssd
from trigpoint.records.numbering import child_columns
from trigpoint.records.table import TABLES, Field


@dataclass(frozen=True)
class Link:
    """A column, and the table and column that it leads to."""

    column: str
    to_table: str
    to_column: str


_LEADS: Sequence[tuple[Field, Sequence[Field]]] = (
    (
        ssd.CinEpisodes.cine_referral_id,
        (
            ssd.CinAssessments.cina_referral_id,
            ssd.CinPlans.cinp_referral_id,
            ssd.S47Enquiry.s47e_referral_id,
            ssd.InitialCpConference.icpc_referral_id,
            ssd.CpPlans.cppl_referral_id,
            ssd.ClaEpisodes.clae_referral_id,
            ssd.Involvements.invo_referral_id,
            ext.FrontDoorDecision.referral_id,
        ),
    ),
    (ssd.Contacts.cont_contact_id, (ext.FrontDoorDecision.contact_id,)),
    (
        ssd.CinAssessments.cina_assessment_id,
        (ssd.AssessmentFactors.cinf_assessment_id, ext.AssessmentSeen.assessment_id),
    ),
    (ssd.CinPlans.cinp_cin_plan_id, (ext.CinReview.cin_plan_id,)),
    (
        ssd.S47Enquiry.s47e_s47_enquiry_id,
        (
            ssd.InitialCpConference.icpc_s47_enquiry_id,
            ext.StrategyDiscussion.s47_enquiry_id,
            ext.S47Seen.s47_enquiry_id,
        ),
    ),
    (ssd.InitialCpConference.icpc_icpc_id, (ssd.CpPlans.cppl_icpc_id,)),
    (
        ssd.CpPlans.cppl_cp_plan_id,
        (
            ssd.InitialCpConference.icpc_cp_plan_id,
            ssd.CpVisits.cppv_cp_plan_id,
            ssd.CpReviews.cppr_cp_plan_id,
            ext.CoreGroup.cp_plan_id,
        ),
    ),
    (
        ssd.ClaEpisodes.clae_cla_id,
        (
            ssd.ClaPlacement.clap_cla_id,
            ssd.ClaReviews.clar_cla_id,
            ssd.ClaVisits.clav_cla_id,
            ssd.Permanence.perm_cla_id,
        ),
    ),
    (
        ssd.ClaPlacement.clap_cla_placement_id,
        (ssd.ClaEpisodes.clae_cla_placement_id, ext.PlacementLocation.placement_id),
    ),
    (ssd.Missing.miss_table_id, (ext.ReturnInterview.missing_table_id,)),
    (
        ssd.EarlyHelpEpisodes.earl_episode_id,
        (ext.EarlyHelpStepDown.episode_id, ext.FamilyOutcome.episode_id),
    ),
    (ext.PrivateFostering.arrangement_id, (ext.PrivateFosteringVisit.arrangement_id,)),
    (ext.Audit.audit_id, (ext.AuditAnswer.audit_id,)),
    (
        ssd.Professionals.prof_professional_id,
        (ssd.Involvements.invo_professional_id, ext.Supervision.professional_id),
    ),
    (ssd.Department.dept_team_id, (ssd.Involvements.invo_professional_team, ssd.CinEpisodes.cine_referral_team)),
    (ssd.Send.send_table_id, (ssd.EhcpRequests.ehcr_send_table_id,)),
    (ssd.EhcpRequests.ehcr_ehcp_request_id, (ssd.EhcpAssessment.ehca_ehcp_request_id,)),
    (ssd.EhcpRequests.ehcr_ehcp_request_id, (ssd.EhcpActivePlans.ehcp_ehcp_request_id,)),
    (ssd.EhcpAssessment.ehca_ehcp_assessment_id, (ssd.EhcpNamedPlan.ehcn_ehcp_asmt_id,)),
    (ssd.EhcpActivePlans.ehcp_active_ehcp_id, (ssd.SenNeed.senn_active_ehcp_id,)),
)

_PERSON = ssd.Person.pers_person_id


def _links() -> Iterator[tuple[str, Link]]:
    for target, columns in _LEADS:
        for column in columns:
            yield column.table, Link(column.name, target.table, target.name)
    for name in TABLES:
        if name != _PERSON.table:
            yield from ((name, Link(column, _PERSON.table, _PERSON.name)) for column in child_columns(name))


def _by_table() -> Mapping[str, Mapping[str, Link]]:
    found: dict[str, dict[str, Link]] = {}
    for table, link in _links():
        found.setdefault(table, {})[link.column] = link
    return found


LINKS: Mapping[str, Mapping[str, Link]] = _by_table()
"""The links of each table by their column; every id of a person leads to `ssd_person`."""
