"""Long times in care of children of every age, with visits, workers, plans and what befalls them in the year."""

import json
from datetime import date, timedelta

from random_dice import Dice, months_on, working_days_on
from random_draft import Draft
from random_spoil import Spoiled

SPOILED = {
    "ssd_cla_visits": Spoiled("clav_person_id", "clav_cla_visit_date", ("clav_cla_visit_seen",)),
    "ssd_cla_care_plan": Spoiled(
        "lacp_person_id", "lacp_cla_care_plan_start_date", ("lacp_cla_care_plan_end_date", "lacp_cla_care_plan_json")
    ),
    "ssd_cla_convictions": Spoiled("clac_person_id", "clac_cla_conviction_date"),
    "ssd_cla_substance_misuse": Spoiled(
        "clas_person_id", "clas_substance_misuse_date", ("clas_intervention_received",)
    ),
    "ssd_cla_immunisations": Spoiled(
        "clai_person_id", "clai_immunisations_status_date", ("clai_immunisations_status",)
    ),
    "ssd_sdq_scores": Spoiled("csdq_person_id", "csdq_sdq_completed_date", ("csdq_sdq_score",)),
    "ext_deprivation_of_liberty": Spoiled("", "start_date", ("end_date",)),
    "ext_personal_education_plan": Spoiled("", "pep_date"),
    "ext_placement_location": Spoiled("", "", ("inside_boundary",), ("inside_boundary",), looked_up=True),
    "ext_health_passport": Spoiled("", "issued_on"),
}
OPTIONAL = (
    "ext_deprivation_of_liberty",
    "ext_personal_education_plan",
    "ext_placement_location",
    "ext_health_passport",
)
KINDS = (
    *["U6"] * 5,
    "U4",
    "U1",
    "K2",
    "P1",
    "P1",
    "T0",
    "T3",
    "A3",
    "A4",
    "A5",
    "A6",
    "R1",
    "H5",
    "P2",
    "Z1",
    "k2",
    "",
)
CEASED = ("E11", "E12", "E41", "E43", "E45", "E48", "E3", "E3", "E4A", "E4B", "E5", "E8", "E14", "E2", "e11", "", "X1")
REASONS = ("P", "P", "P", "L", "T", "U", "B", "S")
CODES = (*[f"PN{n}" for n in range(8)], "PN1", "PN1", "PN3", "PN6", "pn1", "XX", "")
ROLES = ("Social Worker", "allocated case worker", "ALLOCATED SOCIAL WORKER", "social worker", "IRO", "iro",
         "Independent Reviewing Officer", "CP Chair", "Chair of conferences", "Family support", "")  # fmt: skip
OPTIONS = ("LTFOST18", "LTFOST18", "ADOPTION", "RETURN6M", "OTHERPLN", "REMAINSUP")


def own_dice(draft: Draft, name: str, row: dict[str, str]) -> Dice:
    """Dice of this row's own, so that equal rows are filled alike."""
    return draft.dice.beside(f"{draft.seed} {name} {sorted(row.items())}")


def fill_first_tables(draft: Draft) -> None:
    """Columns of the first tables that only these measures ask for; once, whichever child comes first."""
    for row in draft.tables["ssd_cla_placement"]:
        if row["clap_cla_placement_provider"] or row["clap_cla_placement_distance"]:
            continue
        dice = own_dice(draft, "placement", row)
        row["clap_cla_placement_provider"] = dice.pick("PR1", "PR1", "PR4", "PR2", "")
        row["clap_cla_placement_distance"] = dice.pick(
            "0", "5", "19.9", "20", "20.1", "20.0", "35.5", "999.9", "999.8", ""
        )
    for row in draft.tables["ssd_cla_reviews"]:
        if not row["clar_cla_review_participation"]:
            row["clar_cla_review_participation"] = own_dice(draft, "review", row).pick(*CODES)
    for row in draft.tables["ssd_professionals"]:
        if not row["prof_staff_id"]:
            row["prof_staff_id"] = own_dice(draft, "staff", row).pick("SW1", "ST1", "W2", "")
    for row in draft.tables["ssd_involvements"]:
        if not row["invo_professional_role_id"]:
            row["invo_professional_role_id"] = own_dice(draft, "role", row).pick(*ROLES)


def add_young_person(draft: Draft) -> tuple[str, date | None]:
    """One whose birthdays lie at edges."""
    dice, child = draft.dice, draft.new_id("KD")
    age = dice.pick(3, 4, 5, 5, 9, 10, 14, 15, 16, 16, 16, 17, 18, 18)
    leap = date(dice.pick(2008, 2012, 2020), 2, 29)
    born = dice.pick(*[months_on(dice.edge(), -12 * age)] * 6, leap, months_on(dice.as_at, -12 * 12), None)
    if dice.chance(0.95):
        draft.add("ssd_person", person_id=child, dob=born, sex=dice.pick("M", "F", ""))
    return child, born


def boundaries(dice: Dice, entry: date) -> list[date]:
    """The days on which stays begin: at the entry, then around the limits of the measures."""
    days = [entry]
    for _ in range(dice.pick(0, 0, 1, 2, 3, 5)):
        back = dice.pick(1, 3, 6, 11, 12, 12, 23, 24, 24, 24)
        on = dice.near(months_on(dice.pick(dice.as_at, dice.as_at, dice.edge()), -back))
        days.append(dice.pick(on, on, on, days[-1] + timedelta(days=dice.pick(0, 1, 14))))
    return sorted(on for on in days if on >= entry)


def add_long_care(draft: Draft, child: str) -> None:
    """One time in care, now and then with a day at home within or a return within a year."""
    dice, cla_id = draft.dice, draft.new_id("KC")
    back = dice.pick(2, 6, 11, 12, 12, 18, 18, 24, 30, 30, 30, 31, 40)
    entry = dice.near(months_on(dice.pick(dice.as_at, dice.as_at, dice.edge()), -back))
    entered = dice.pick(entry, entry, entry, None, entry - timedelta(days=1), entry + timedelta(days=2))
    starts, reason, placement = boundaries(dice, entry), "S", ""
    for place, start in enumerate(starts):
        is_last = place == len(starts) - 1
        if place == 0 or not (reason in ("L", "T", "U") and dice.chance(0.7)):
            placement = placed(draft, child, placement)
        end = None if is_last and dice.chance(0.7) else (dice.edge() if is_last else starts[place + 1])
        if not is_last and dice.chance(0.06):
            end = dice.near(end or start)
        if end is not None and end < start:
            end = start
        ceased = dice.pick(*CEASED) if is_last else dice.pick(*["X1"] * 12, "", "E4A")
        draft.add("ssd_cla_episodes", cla_episode_id=draft.new_id("KE"), person_id=child, cla_placement_id=placement,
                  cla_episode_start_date=start, cla_episode_start_reason="" if dice.chance(0.05) else reason,
                  cla_episode_ceased_date=end, cla_episode_ceased_reason="" if end is None else ceased,
                  cla_id=cla_id, entered_care_date=entered)  # fmt: skip
        reason = dice.pick(*REASONS)
    add_return_to_care(draft, child, cla_id)


def placed(draft: Draft, child: str, before: str) -> str:
    """The placement before again, or a new one, which may have been added for another child too."""
    if before and draft.dice.chance(0.25):
        return before
    placement, dice = draft.new_id("KP"), draft.dice
    draft.add("ssd_cla_placement", cla_placement_id=placement, person_id=child, cla_placement_type=dice.pick(*KINDS),
              cla_placement_urn=dice.pick("", "SC1", "SC2"))  # fmt: skip
    return placement


def add_return_to_care(draft: Draft, child: str, cla_id: str) -> None:
    dice = draft.dice
    ends = [row["clae_cla_episode_ceased_date"] for row in draft.rows_of("ssd_cla_episodes", child)]
    if "" in ends or not dice.chance(0.6):
        return
    left = date.fromisoformat(max(ends))
    again = dice.pick(left, left + timedelta(days=1), dice.near(months_on(left, 12)), left + timedelta(days=50))
    draft.add("ssd_cla_episodes", cla_episode_id=draft.new_id("KE"), person_id=child,
              cla_placement_id=placed(draft, child, ""), cla_episode_start_date=again,
              cla_episode_start_reason=dice.pick("S", "S", "S", ""), cla_id=dice.pick(cla_id, draft.new_id("KC")),
              entered_care_date=dice.pick(again, None))  # fmt: skip


def starts_of(draft: Draft, child: str) -> list[date]:
    rows = draft.rows_of("ssd_cla_episodes", child)
    return [date.fromisoformat(row[column]) for row in rows if row[column := "clae_cla_episode_start_date"]]


def add_statuses(draft: Draft, child: str, starts: list[date]) -> None:
    dice = draft.dice
    for _ in range(dice.pick(0, 1, 2, 3)):
        start = dice.pick(dice.edge(), *starts, None)
        end = dice.pick(None, None, dice.edge(), start)
        code = dice.pick("C1", "C1", "C2", "E1", "D1", "V2", "V2", "", "V4" if dice.chance(0.2) else "L1")
        draft.add("ssd_legal_status", legal_status_id=draft.new_id("KL"), person_id=child, legal_status=code,
                  legal_status_start_date=start, legal_status_end_date=end)  # fmt: skip


def add_visits(draft: Draft, child: str, starts: list[date]) -> None:
    """A visit in the first week, then as often as the rule says, a day late now and then, or hardly any."""
    dice = draft.dice
    on = dice.pick(*starts, min(starts))
    step = timedelta(days=dice.pick(7, 28, 42, 42, 42))
    is_careful = dice.chance(0.7)
    visit = on + timedelta(days=dice.pick(7, 7, 7, 8, 0, 3))
    for _ in range(40 if is_careful else dice.pick(0, 1, 3)):
        if visit > dice.as_at + timedelta(days=2):
            break
        add_visit(draft, child, visit)
        later = months_on(visit, 3) if step.days == 42 and dice.chance(0.15) else visit + step
        visit = later + timedelta(days=dice.pick(*[0] * 12, -1, -5, 1))
    for back in (42, 43, 7, 28):
        if dice.chance(0.15):
            add_visit(draft, child, dice.as_at - timedelta(days=back))
    for start in starts:
        if dice.chance(0.4):
            add_visit(draft, child, start + timedelta(days=dice.pick(0, 6, 7, 8)))


def add_visit(draft: Draft, child: str, on: date) -> None:
    draft.add("ssd_cla_visits", cla_visit_id=draft.new_id("KV"), person_id=child, cla_visit_date=on,
              cla_visit_seen=draft.dice.flag(0.95))  # fmt: skip


def add_care_plans(draft: Draft, child: str, starts: list[date]) -> None:
    dice = draft.dice
    for _ in range(dice.pick(0, 1, 1, 2)):
        entry = min(starts)
        reviewed = [row["clar_cla_review_date"] for row in draft.tables["ssd_cla_reviews"] if child in row.values()]
        days = [date.fromisoformat(on) for on in reviewed if on]
        start = dice.near(dice.pick(entry, months_on(entry, 4), months_on(entry, 12), *days, dice.edge()))
        said = {dice.pick(*OPTIONS): dice.pick("Y", "Y", "Y", "N", "y", "1") for _ in range(dice.pick(1, 2))}
        end = dice.pick(None, None, None, dice.edge(), entry, start)
        written = dice.pick("", *[json.dumps(said)] * 9)
        draft.add("ssd_cla_care_plan", table_id=draft.new_id("KA"), person_id=child, cla_care_plan_end_date=end,
                  cla_care_plan_start_date=start, cla_care_plan_json=written)  # fmt: skip


def add_reviews(draft: Draft, child: str, starts: list[date]) -> None:
    """Two or three reviews, of which the second decides."""
    dice = draft.dice
    cla_ids = [row["clae_cla_id"] for row in draft.rows_of("ssd_cla_episodes", child)]
    for _ in range(dice.pick(0, 2, 2, 3)):
        on = dice.pick(working_days_on(min(starts), 20), dice.edge(), dice.edge())
        draft.add("ssd_cla_reviews", cla_review_id=draft.new_id("KR"), cla_id=dice.pick(*cla_ids), cla_person_id=child,
                  cla_review_date=on, cla_review_participation=dice.pick(*CODES))  # fmt: skip


def add_workers(draft: Draft, child: str, starts: list[date]) -> None:
    """Allocations one after another, most at once, around the last twelve months."""
    dice, as_at = draft.dice, draft.dice.as_at
    start = dice.near(months_on(dice.pick(as_at, dice.edge()), -dice.pick(12, 12, 12, 14, 20)))
    worker, role = dice.pick("W1", "W2", "W3", "W4", "W9"), dice.pick(*ROLES[:4], *ROLES)
    for _ in range(dice.pick(0, 1, 1, 2, 3)):
        end = dice.pick(None, None, start, dice.edge(), months_on(start, dice.pick(3, 6)), dice.near(as_at))
        draft.add("ssd_involvements", involvements_id=draft.new_id("KI"), professional_id=worker, person_id=child,
                  professional_role_id=role, involvement_start_date=start, involvement_end_date=end)  # fmt: skip
        start = (end or dice.edge()) + timedelta(days=dice.pick(0, 0, 0, 1, -5))
        worker = dice.pick(worker, worker, "W1", "W2", "W5", "W10", "")
        role = dice.pick(role, role, *ROLES)
    if dice.chance(0.5):
        draft.add("ssd_involvements", involvements_id=draft.new_id("KI"), professional_id=dice.pick("W1", "W2", "W5"),
                  professional_role_id=dice.pick(*ROLES[4:9]), person_id=child, involvement_start_date=dice.edge(),
                  involvement_end_date=dice.pick(None, None, dice.edge()))  # fmt: skip


def add_year(draft: Draft, child: str, born: date | None) -> None:
    """What befalls a child in the year."""
    dice, of_child = draft.dice, {"person_id": child}
    for _ in range(dice.pick(0, 0, 1, 2)):
        draft.add("ssd_cla_convictions", **of_child, cla_conviction_id=draft.new_id("KO"),
                  cla_conviction_date=dice.pick(dice.edge(), dice.day(), None))  # fmt: skip
        draft.add("ssd_cla_substance_misuse", **of_child, substance_misuse_id=draft.new_id("KS"),
                  substance_misuse_date=dice.edge(), substance_misused="alcohol",
                  intervention_received=dice.pick("Y", "N", "Offered", "refused", "DECLINED", "yes", ""))  # fmt: skip
        draft.add("ext_deprivation_of_liberty", **of_child, order_id=draft.new_id("KD"), start_date=dice.edge(),
                  end_date=dice.pick(None, None, dice.edge()))  # fmt: skip
    for _ in range(dice.pick(0, 1, 2, 3)):
        draft.add("ssd_cla_immunisations", **of_child, immunisations_status=dice.pick("Y", "Y", "N", "yes", "?", ""),
                  immunisations_status_date=dice.pick(dice.edge(), dice.as_at, None))  # fmt: skip
        score = dice.pick("0", "13", "16", "17", "17", "40", "41", "-1", "")
        draft.add("ssd_sdq_scores", **of_child, table_id=draft.new_id("KQ"), sdq_score=score,
                  sdq_completed_date=dice.pick(dice.edge(), dice.edge(), None))  # fmt: skip
        term = dice.as_at.replace(month=dice.pick(1, 4, 9), day=1)
        draft.add("ext_personal_education_plan", **of_child, pep_id=draft.new_id("KG"),
                  pep_date=dice.pick(dice.near(term), dice.edge(), dice.edge()))  # fmt: skip
    if born and dice.chance(0.5):
        draft.add("ext_health_passport", **of_child, issued_on=dice.near(months_on(born, 216)))


def add_checks(draft: Draft, child: str, starts: list[date]) -> None:
    """Checks six and twelve months before edges, and requests around the fifth working day."""
    dice = draft.dice
    for _ in range(dice.pick(0, 1, 2, 3, 4)):
        on = dice.near(months_on(dice.pick(dice.as_at, dice.edge()), -dice.pick(0, 3, 6, 6, 12, 12)))
        kind = dice.pick("Health Assessment", "health assessment", "Dental Check", "DENTAL", "Dental health check")
        status = dice.pick("Completed", "completed", "Refused", "")
        draft.add("ssd_cla_health", health_check_id=draft.new_id("KH"), person_id=child, health_check_date=on,
                  health_check_type=kind, health_check_status=status)  # fmt: skip
    for start in starts:
        if dice.chance(0.5):
            limit = dice.pick(working_days_on(start, 5), start + timedelta(days=2), start, start - timedelta(days=9))
            draft.add("ext_health_request", request_id=draft.new_id("KF"), person_id=child,
                      requested_at=f"{dice.near(limit)}T{dice.pick('00:00', '10:15', '23:59')}:00")  # fmt: skip


def add_locations(draft: Draft, child: str) -> None:
    dice = draft.dice
    for row in draft.rows_of("ssd_cla_episodes", child):
        if row["clae_cla_placement_id"] and dice.chance(0.7):
            draft.add("ext_placement_location", placement_id=row["clae_cla_placement_id"],
                      inside_boundary=dice.pick("Y", "N", "N", "y", "", "no"))  # fmt: skip


def add_for(draft: Draft, child: str, born: date | None) -> None:
    starts = starts_of(draft, child)
    if starts:
        add_statuses(draft, child, starts)
        add_reviews(draft, child, starts)
        add_visits(draft, child, starts)
        add_care_plans(draft, child, starts)
        add_checks(draft, child, starts)
        add_locations(draft, child)
    add_workers(draft, child, starts)
    add_year(draft, child, born)


def add_looked_after(draft: Draft, child: str, born: date | None) -> None:
    """More of a child's time in care, and another young person long in care."""
    add_for(draft, child, born)
    if draft.dice.chance(0.7):
        young, young_born = add_young_person(draft)
        add_long_care(draft, young)
        add_for(draft, young, young_born)
        if draft.dice.chance(0.15):
            draft.add("ssd_immigration_status", immigration_status_id=draft.new_id("KU"), person_id=young,
                      immigration_status="UASC", immigration_status_start_date=draft.dice.pick(None, draft.dice.day()),
                      immigration_status_end_date=draft.dice.pick(None, None, draft.dice.edge()))  # fmt: skip
    fill_first_tables(draft)
