"""Random journeys of children in need: what referrals and assessments say, factors, plans, visits and closures."""

import json
from datetime import date, timedelta

from random_dice import months_on, working_days_on
from random_draft import Draft
from random_lives import add_child_in_need
from random_spoil import Spoiled

SPOILED = {
    "ssd_assessment_factors": Spoiled("", "", ("cinf_assessment_factors_json",), ("cinf_assessment_id",)),
    "ext_assessment_seen": Spoiled("", "", ("seen_on",), ("assessment_id",)),
    "ssd_cin_plans": Spoiled(
        "cinp_person_id", "cinp_cin_plan_start_date", ("cinp_cin_plan_end_date",), ("cinp_cin_plan_id",)
    ),
    "ssd_cin_visits": Spoiled("cinv_person_id", "cinv_cin_visit_date", ("cinv_cin_visit_seen",)),
    "ext_cin_review": Spoiled("", "", ("review_date",), ("cin_plan_id",)),
}
OPTIONAL = ("ext_assessment_seen", "ext_cin_review")
SOURCES = ("1A", "1D", "2A", "2B", "3A", "3F", "4", "5B", "6", "6", "7", "8", "9", "10", "", "99", "1a")
NEEDS = ("N1", "N1", "N1", "N2", "N4", "N5", "N9", "N0", "")
CLOSED = ("RC8", "RC8", "RC8", "RC9", "RC1", "RC2", "RC3", "RC5", "", "rc8")
REFERRED = (
    "",
    "{}",
    '{"SINGLE_ASSESSMENT_FLAG": "Y"}',
    '{"single_assessment_flag": true}',
    '{"SINGLE_ASSESSMENT_FLAG": "N"}',
)
ASSESSED = (
    '{"PROV_OF_SERVICES_FLAG": "Y"}',
    '{"PROV_OF_SERVICES_FLAG": "yes", "NFA_FLAG": "N"}',
    '{"prov_of_services_flag": true}',
    '{"NFA_FLAG": "Y", "PROV_OF_SERVICES_FLAG": "N"}',
    "",
)
CODES = ("1A", "1B", "2A", "3C", "4B", "10A", "18B", "21", "21", "2a", " 1A ", "99X")
ROLES = (
    "Social Worker",
    "ALLOCATED CASE WORKER",
    "allocated social worker",
    "allocated case worker ",
    "IRO",
    "social worker",
    "",
)


def days_in(draft: Draft, table: str, child: str, *columns: str) -> list[date]:
    """The days in these columns of a child's rows."""
    rows = draft.rows_of(table, child)
    return [date.fromisoformat(row[column]) for row in rows for column in columns if row[column]]


def fill(draft: Draft, child: str, born: date | None) -> None:
    """The columns that the first tables leave empty: the same in rows that are equal."""
    dice = draft.dice
    for row in draft.rows_of("ssd_person", child):
        expected = (born + timedelta(days=dice.pick(-10, 0, 10))) if born else dice.edge()
        row["pers_expected_dob"] = str(expected) if dice.chance(0.5) else ""
        row["pers_death_date"] = str(dice.edge()) if dice.chance(0.08) else ""
        row["pers_ethnicity"] = dice.pick("WBRI", "MWAS", "wbri", "")
    need, source, outcome = dice.pick(*NEEDS), dice.pick(*SOURCES), dice.pick(*REFERRED)
    for row in draft.rows_of("ssd_cin_episodes", child):
        if dice.chance(0.5):
            need, source, outcome = dice.pick(*NEEDS), dice.pick(*SOURCES), dice.pick(*REFERRED)
        row["cine_cin_primary_need_code"], row["cine_referral_source_code"] = need, source
        row["cine_referral_outcome_json"] = outcome
        row["cine_close_reason"] = dice.pick(*CLOSED) if row["cine_close_date"] or dice.chance(0.1) else ""
    seen, outcome = dice.flag(0.7), dice.pick(*ASSESSED)
    for row in draft.rows_of("ssd_cin_assessments", child):
        if dice.chance(0.5):
            seen, outcome = dice.flag(0.7), dice.pick(*ASSESSED)
        row["cina_assessment_child_seen"], row["cina_assessment_outcome_json"] = seen, outcome
    for row in draft.rows_of("ssd_involvements", child):
        row["invo_professional_role_id"] = dice.pick(*ROLES)


def factors_text(draft: Draft) -> str:
    """Factors in every form in which they are exported."""
    dice = draft.dice
    codes = [dice.pick(*CODES) for _ in range(dice.pick(0, 1, 1, 2, 4))]
    if dice.chance(0.1):
        return ""
    forms = (codes, {"FACTORS": codes}, {code: dice.pick("Y", "Y", "N") for code in codes}, ";".join(codes))
    return json.dumps(dice.pick(*forms, codes))


def add_findings(draft: Draft, child: str) -> None:
    """Factors of assessments, and when the child was first seen in them."""
    dice = draft.dice
    for row in draft.rows_of("ssd_cin_assessments", child):
        for _ in range(dice.pick(0, 1, 1, 2)):
            draft.add("ssd_assessment_factors", table_id=draft.new_id("AF"), assessment_id=row["cina_assessment_id"],
                      assessment_factors_json=factors_text(draft))  # fmt: skip
        start = row["cina_assessment_start_date"]
        if start and dice.chance(0.6):
            begun = date.fromisoformat(start)
            limits = (working_days_on(begun, 10), begun + timedelta(days=10))
            seen = dice.pick(*limits, *limits, limits[0] + timedelta(days=1), begun, begun - timedelta(days=1))
            if dice.chance(0.5):
                draft.add("ext_assessment_seen", assessment_id=row["cina_assessment_id"], seen_on=dice.near(seen))
            else:
                add_visit(draft, child, dice.near(seen))


def add_visit(draft: Draft, child: str, on: date) -> None:
    draft.add("ssd_cin_visits", cin_visit_id=draft.new_id("CV"), person_id=child, cin_visit_date=on,
              cin_visit_seen=draft.dice.flag(0.85))  # fmt: skip


def add_need_plans(draft: Draft, child: str) -> None:
    """Plans about 35 days from a referral or an assessment, or just long enough open, with visits and reviews."""
    dice = draft.dice
    clocks = days_in(draft, "ssd_cin_episodes", child, "cine_referral_date")
    clocks += days_in(draft, "ssd_cin_assessments", child, "cina_assessment_start_date")
    for _ in range(dice.pick(0, 1, 1, 2, 3)):
        start = dice.pick(dice.edge() - timedelta(days=28), dice.edge() - timedelta(days=56), dice.day())
        if clocks and dice.chance(0.6):
            clock = dice.pick(*clocks)
            start = dice.near(dice.pick(working_days_on(clock, 35), clock + timedelta(days=35), clock))
        end = dice.pick(None, None, None, start, dice.near(months_on(start, 6)), dice.edge())
        plan = draft.new_id("NP")
        draft.add("ssd_cin_plans", cin_plan_id=plan, person_id=child, cin_plan_end_date=end,
                  cin_plan_start_date=None if dice.chance(0.04) else start)  # fmt: skip
        add_visits(draft, child, start, end)
        for _ in range(dice.pick(0, 0, 1, 2)):
            reviewed = dice.pick(start, start - timedelta(days=3), months_on(dice.edge(), -6), dice.edge())
            draft.add("ext_cin_review", review_id=draft.new_id("NR"), cin_plan_id=plan, review_date=dice.near(reviewed))


def add_visits(draft: Draft, child: str, start: date, end: date | None) -> None:
    """Visits at the limits of every interval, up to the as-at day or over the end."""
    dice, on = draft.dice, start
    last = months_on(min(end or dice.as_at, dice.as_at), 0)
    gap = dice.pick(28, 28, 42, 20)
    for _ in range(dice.pick(0, 1, 2, 6, 12)):
        late = dice.pick(0, 0, 0, 0, 1, -1, -10)
        on = working_days_on(on, 20) if gap == 20 else on + timedelta(days=gap)
        on += timedelta(days=late)
        if on > last and dice.chance(0.7):
            break
        add_visit(draft, child, on)
    if dice.chance(0.3):
        add_visit(
            draft, child, dice.pick(start, start - timedelta(days=1), end or start, dice.as_at - timedelta(days=28))
        )


def add_closures(draft: Draft, child: str) -> None:
    """Referrals closed about six months after a plan or a time in care ended."""
    dice = draft.dice
    ends = days_in(draft, "ssd_cp_plans", child, "cppl_cp_plan_end_date")
    ends += days_in(draft, "ssd_cla_episodes", child, "clae_cla_episode_ceased_date")
    for end in ends:
        if not dice.chance(0.5):
            continue
        began = dice.pick(months_on(end, -12), months_on(end, -3), end, dice.near(end))
        closes = (dice.near(months_on(end, 6)), dice.near(months_on(end, 6)), dice.near(end), None)
        closed = dice.pick(*closes)
        draft.add("ssd_cin_episodes", referral_id=draft.new_id("RN"), person_id=child,
                  referral_date=None if dice.chance(0.05) else began, close_date=closed,
                  referral_nfa=dice.flag(0.1), cin_primary_need_code=dice.pick(*NEEDS),
                  referral_source_code=dice.pick(*SOURCES),
                  close_reason="" if closed is None else dice.pick(*CLOSED, "RC3", "RC8"))  # fmt: skip


def add_care_leaver(draft: Draft, child: str) -> None:
    dice = draft.dice
    if dice.chance(0.15):
        draft.add("ssd_care_leavers", table_id=draft.new_id("CL"), person_id=child,
                  care_leaver_eligibility=dice.pick("Relevant", "Former relevant", ""))  # fmt: skip


def add_need(draft: Draft, child: str, born: date | None) -> None:
    """What belongs to the needs of one child."""
    add_closures(draft, child)
    fill(draft, child, born)
    add_findings(draft, child)
    add_need_plans(draft, child)
    add_care_leaver(draft, child)
    if draft.dice.chance(0.5):
        add_child_in_need(draft)
