"""Child protection in an episode of need: enquiries, the conferences that two items tell of, plans, reviews."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from trigpoint.records.returns import cin_census
from trigpoint.sources.cin_census.people import Record, yes_no
from trigpoint.sources.cin_census.rows import Row
from trigpoint.sources.ssda903.care import Names


@dataclass
class _Conference:
    """A conference of an episode: once a day, whether an enquiry or the episode itself gives its date."""

    id: str
    held_on: date
    enquiry: str | None = None
    began_on: date | None = None
    target: date | None = None
    plans: list[str] = field(default_factory=list)


def enquiries_and_plans(child: str, row: Row, referral: str, names: Names) -> Iterator[Record]:
    """Rows of the enquiries, conferences, plans and reviews of one episode, linked to each other.

    A plan and the conference that made it have one date. Of several enquiries that name one conference the one that
    began last before it is linked, for its strategy discussion is nearest.
    """
    conferences: dict[date, _Conference] = {}
    for one in row.all(cin_census.Section47):
        yield from _enquiry(child, one, referral, names, conferences)
    if held := row.cells.get("DateOfInitialCPC"):
        conferences.setdefault(held, _Conference(names.name(child, "conference", held), held))
    for one in row.all(cin_census.ChildProtectionPlans):
        yield from _plan(child, one, referral, names, conferences)
    for conference in conferences.values():
        yield _held(child, conference, referral)


def _enquiry(
    child: str, row: Row, referral: str, names: Names, conferences: dict[date, _Conference]
) -> Iterator[Record]:
    started, held = row.cells.get("S47ActualStartDate"), row.cells.get("DateOfInitialCPC")
    enquiry = names.name(child, "enquiry", started)
    if held:
        conference = conferences.get(held)
        if conference is None:
            conference = conferences[held] = _Conference(names.name(child, "conference", held), held)
        if conference.enquiry is None or (conference.began_on or date.min) < (started or date.min) <= held:
            conference.enquiry, conference.began_on = enquiry, started
            conference.target = row.cells.get("InitialCPCtarget")
    not_required = yes_no(row.cells.get("ICPCnotRequired")) == "Y"
    yield (
        "ssd_s47_enquiry",
        {
            "s47e_s47_enquiry_id": enquiry,
            "s47e_referral_id": referral,
            "s47e_person_id": child,
            "s47e_s47_start_date": started,
            "s47e_s47_outcome_cp_conference_flag": "Y" if held else "N" if not_required else None,
        },
    )


def _plan(child: str, row: Row, referral: str, names: Names, conferences: dict[date, _Conference]) -> Iterator[Record]:
    cells = row.cells
    started = cells.get("CPPstartDate")
    plan = names.name(child, "protection", started)
    conference = conferences.get(started) if started else None
    if conference:
        conference.plans.append(plan)
    yield (
        "ssd_cp_plans",
        {
            "cppl_cp_plan_id": plan,
            "cppl_referral_id": referral,
            "cppl_icpc_id": conference.id if conference else None,
            "cppl_person_id": child,
            "cppl_cp_plan_start_date": started,
            "cppl_cp_plan_end_date": cells.get("CPPendDate"),
            "cppl_cp_plan_initial_category": cells.get("InitialCategoryOfAbuse"),
            "cppl_cp_plan_latest_category": cells.get("LatestCategoryOfAbuse"),
        },
    )
    for one in row.inner:
        yield (
            "ssd_cp_reviews",
            {
                "cppr_cp_review_id": names.name(child, "planreview", one.cells.get("CPPreviewDate")),
                "cppr_person_id": child,
                "cppr_cp_plan_id": plan,
                "cppr_cp_review_date": one.cells.get("CPPreviewDate"),
            },
        )


def _held(child: str, conference: _Conference, referral: str) -> Record:
    """A conference on whose day no plan began made none."""
    return (
        "ssd_initial_cp_conference",
        {
            "icpc_icpc_id": conference.id,
            "icpc_s47_enquiry_id": conference.enquiry,
            "icpc_person_id": child,
            "icpc_cp_plan_id": conference.plans[0] if conference.plans else None,
            "icpc_referral_id": referral,
            "icpc_icpc_target_date": conference.target,
            "icpc_icpc_date": conference.held_on,
            "icpc_icpc_outcome_cp_flag": "Y" if conference.plans else "N",
        },
    )
