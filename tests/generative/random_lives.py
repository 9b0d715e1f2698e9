"""Children who are in need and mostly nothing else: what their measures ask of others is rarely true of them."""

from datetime import date, timedelta

from random_dice import months_on, working_days_on
from random_draft import Draft

SERVICES = ('{"PROV_OF_SERVICES_FLAG": "Y"}', '{"PROV_OF_SERVICES_FLAG": "T"}', '{"NFA_FLAG": "Y"}', "")
CODES = ('["21"]', '["21"]', '["3A", "21"]', '["4A"]', "[]")


def add_child_in_need(draft: Draft) -> None:
    """A child with a referral, an assessment, a plan with its visits; some were on a plan or in care before."""
    dice = draft.dice
    child = draft.new_id("CN")
    turning = months_on(dice.edge(), -dice.pick(16 * 12, 18 * 12, 18 * 12 + 6))
    born = dice.pick(dice.as_at - timedelta(days=dice.random.randrange(200, 5500)), None, turning, dice.edge())
    draft.add("ssd_person", person_id=child, dob=born, expected_dob=dice.pick(None, dice.edge()))
    if dice.chance(0.7):
        draft.add("ssd_family", table_id=draft.new_id("FT"), family_id=dice.pick("FA", "FB", "FX"), person_id=child)
    began = dice.near(months_on(dice.edge(), -dice.pick(1, 3, 6, 12, 24)))
    if dice.chance(0.3):
        began = working_days_on(dice.as_at, -35) if dice.chance(0.5) else dice.as_at - timedelta(days=35)
    ended = add_before(draft, child, began) if dice.chance(0.5) else None
    referral = add_case(draft, child, ended or began, ended)
    add_assessment(draft, child, referral, ended or began)
    if dice.chance(0.75):
        add_plan(draft, child)
    if dice.chance(0.15):
        draft.add("ssd_care_leavers", table_id=draft.new_id("CL"), person_id=child)


def add_case(draft: Draft, child: str, began: date, ended: date | None) -> str:
    """The episode of need: open, or closed about six months after what ended, or soon after it began."""
    dice = draft.dice
    referral = draft.new_id("RN")
    closes = (None, None, dice.near(months_on(ended, 6) if ended else months_on(began, 3)))
    closed = dice.pick(*closes, dice.edge() if dice.chance(0.3) else None)
    draft.add("ssd_cin_episodes", referral_id=referral, person_id=child, close_date=closed,
              referral_date=dice.near(began) if ended else began,
              referral_nfa=dice.pick("N", "N", "N", "", "Y", "X"), referral_source_code=dice.pick("1A", "6", "3F", ""),
              cin_primary_need_code=dice.pick("N1", "N4", ""), referral_team=dice.pick("T1", "T2", ""),
              close_reason="" if closed is None else dice.pick("RC8", "RC8", "RC9", "RC3", ""))  # fmt: skip
    if dice.chance(0.2):  # the same referral again, on the same day, with other content
        twin = dict(draft.tables["ssd_cin_episodes"][-1])
        twin["cine_close_date"] = dice.pick("", str(dice.edge()), str(dice.as_at))
        twin["cine_cin_primary_need_code"] = dice.pick("N1", "N4", "N2", "")
        draft.tables["ssd_cin_episodes"].append(twin)
    return referral


def add_assessment(draft: Draft, child: str, referral: str, began: date) -> None:
    """Authorised about eleven working days before a snapshot, or soon after it started."""
    dice = draft.dice
    for _ in range(dice.pick(0, 1, 1, 1, 2)):
        start = dice.as_at + timedelta(days=1) if dice.chance(0.06) else dice.pick(began, began, dice.near(began))
        snapshot = dice.pick(dice.as_at, dice.as_at, dice.edge())
        ends = (dice.near(working_days_on(snapshot, -11)), dice.near(working_days_on(snapshot, -10)))
        authorised = dice.pick(*ends, working_days_on(start, dice.pick(5, 10, 30)), began, None)
        if dice.chance(0.15):  # ends soon after a period, before its limit
            authorised = dice.edge()
            start = working_days_on(authorised, -dice.pick(2, 5, 9))
        assessment = draft.new_id("AN")
        draft.add("ssd_cin_assessments", assessment_id=assessment, person_id=child, assessment_start_date=start,
                  referral_id=dice.pick(referral, referral, referral, ""), assessment_auth_date=authorised,
                  assessment_child_seen=dice.flag(0.7), assessment_outcome_json=dice.pick(*SERVICES))  # fmt: skip
        if dice.chance(0.7):
            draft.add("ssd_assessment_factors", table_id=draft.new_id("AF"), assessment_id=assessment,
                      assessment_factors_json=dice.pick(*CODES))  # fmt: skip


def add_plan(draft: Draft, child: str) -> None:
    """A plan with visits at its interval, one a day late now and then; some are reviewed, some end."""
    dice = draft.dice
    gap = dice.pick(28, 28, 42, 20)
    since = dice.near(dice.as_at if dice.chance(0.5) else dice.edge())
    start = since - timedelta(days=dice.pick(27, 28, 29, 56, 84, 190)) if gap != 20 else working_days_on(since, -60)
    plan, on = draft.new_id("NP"), start
    end = dice.pick(None, None, None, dice.near(months_on(start, 3)), start + timedelta(days=dice.pick(28, 42, 56)))
    for last in dice.pick((end,), (end,), (end,), (end, dice.as_at), (None, start + timedelta(days=56))):
        draft.add("ssd_cin_plans", cin_plan_id=plan, person_id=child, cin_plan_start_date=start, cin_plan_end_date=last)
    is_careful = dice.chance(0.6)
    while on < dice.as_at:
        on = working_days_on(on, 20) if gap == 20 else on + timedelta(days=gap)
        on += timedelta(days=dice.pick(0, 0, 0, 0, -1, -3) if is_careful else dice.pick(0, 0, 1, -1, 7))
        draft.add("ssd_cin_visits", cin_visit_id=draft.new_id("CV"), person_id=child, cin_visit_date=on,
                  cin_visit_seen="Y" if is_careful else dice.flag(0.8))  # fmt: skip
    if dice.chance(0.5):
        reviewed = dice.near(months_on(dice.pick(dice.as_at, dice.edge()), -6))
        draft.add("ext_cin_review", review_id=draft.new_id("NR"), cin_plan_id=plan, review_date=reviewed)


def add_before(draft: Draft, child: str, began: date) -> date:
    """A child protection plan or a time in care that ended about six months before a day at an edge."""
    dice = draft.dice
    end = dice.near(months_on(dice.pick(dice.edge(), dice.edge(), dice.as_at, dice.as_at), -dice.pick(6, 6, 7)))
    start = end - timedelta(days=dice.pick(30, 200, 400))
    if dice.chance(0.5):
        draft.add("ssd_cp_plans", cp_plan_id=draft.new_id("PN"), person_id=child, cp_plan_start_date=start,
                  cp_plan_end_date=end, cp_plan_ola=dice.flag(0.05))  # fmt: skip
        return end
    draft.add("ssd_cla_episodes", cla_episode_id=draft.new_id("EN"), person_id=child, cla_id=draft.new_id("KN"),
              cla_episode_start_date=start, cla_episode_start_reason="S", cla_episode_ceased_date=end,
              cla_episode_ceased_reason=dice.pick("E4A", "E4A", "E4A", "E8", "E11", "E2", "E3", "X1"),
              entered_care_date=start)  # fmt: skip
    return end
