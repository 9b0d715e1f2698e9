"""Enquiries, conferences and child protection plans of an episode of need, from record tables."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from trigpoint.records.returns import cin_census
from trigpoint.sources.cin_census.extract import CensusExtract, Episode, is_yes
from trigpoint.sources.cin_census.rows import Row, filled
from trigpoint.sources.ssda903.extract import Record


def enquiries(extract: CensusExtract, episode: Episode) -> Iterator[Row]:
    """Enquiries that began in the year, led to a conference in it, or led to none and may have lasted into it.

    One without an end may. An item holds one conference: of several that an enquiry led to, the last of the year.
    """
    for row in episode.inside["ssd_s47_enquiry"]:
        started = row["s47e_s47_start_date"]
        led = [one for one in _conferences(episode) if _enquiry(one, episode) is row]
        held = [one for one in led if extract.held.in_year(one["icpc_icpc_date"])]
        lasts = not led and extract.held.overlaps(started, row["s47e_s47_end_date"])
        if not (held or lasts or extract.held.in_year(started)):
            continue
        last = held[-1] if held else {}
        cells = {
            "S47ActualStartDate": started,
            "InitialCPCtarget": last.get("icpc_icpc_target_date"),
            "DateOfInitialCPC": last.get("icpc_icpc_date"),
            "ICPCnotRequired": str(int(not led and _not_required(extract, row))),
        }
        yield filled(cin_census.Section47, cells)


def unlinked(extract: CensusExtract, episode: Episode) -> date | None:
    """The last conference of the year that no enquiry of the episode led to, as one of a child who moved in."""
    days = [one["icpc_icpc_date"] for one in _conferences(episode) if _enquiry(one, episode) is None]
    held = [day for day in days if extract.held.in_year(day)]
    return held[-1] if held else None


def protections(extract: CensusExtract, episode: Episode) -> Iterator[Row]:
    """Our own child protection plans with a day in the year, with every review held; another authority's are theirs."""
    for row in episode.inside["ssd_cp_plans"]:
        start, end = row["cppl_cp_plan_start_date"], row["cppl_cp_plan_end_date"]
        if is_yes(row["cppl_cp_plan_ola"]) or not extract.held.overlaps(start, end):
            continue
        cells = {
            "CPPstartDate": start,
            "CPPendDate": extract.held.known(end),
            "InitialCategoryOfAbuse": row["cppl_cp_plan_initial_category"],
            "LatestCategoryOfAbuse": row["cppl_cp_plan_latest_category"],
            "NumberOfPreviousCPP": _earlier(extract, row) if start else None,
        }
        held = extract.reviews.get(row["cppl_cp_plan_id"], [])
        days = sorted(filter(None, (extract.held.known(one["cppr_cp_review_date"]) for one in held)))
        inner = [filled(cin_census.Reviews, {"CPPreviewDate": day}) for day in days]
        yield filled(cin_census.ChildProtectionPlans, cells, inner)


def _conferences(episode: Episode) -> list[Record]:
    return [row for row in episode.inside["ssd_initial_cp_conference"] if row["icpc_icpc_date"]]


def _enquiry(conference: Record, episode: Episode) -> Record | None:
    """The enquiry of the episode that led to a conference."""
    named = conference["icpc_s47_enquiry_id"]
    rows = episode.inside["ssd_s47_enquiry"]
    return next((row for row in rows if named and row["s47e_s47_enquiry_id"] == named), None)


def _not_required(extract: CensusExtract, row: Record) -> bool:
    """Whether it was known on the reference date that an enquiry leads to no conference."""
    end, flag = row["s47e_s47_end_date"], row["s47e_s47_outcome_cp_conference_flag"]
    if end and end > extract.held.last:
        return False
    return is_yes(row["s47e_s47_nfa"]) or (bool(flag) and not is_yes(flag))


def _earlier(extract: CensusExtract, plan: Record) -> int:
    """Plans of our own that the child had before, as far back as the records go."""
    start = plan["cppl_cp_plan_start_date"]
    others = extract.protections.get(plan["cppl_person_id"], [])
    begun = (row["cppl_cp_plan_start_date"] for row in others if not is_yes(row["cppl_cp_plan_ola"]))
    return sum(1 for day in begun if day and day < start)
