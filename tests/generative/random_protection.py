"""Random journeys through enquiries, conferences, plans, private fostering and neglect."""

from datetime import date, timedelta

from random_dice import Dice, months_on, working_days_on
from random_draft import Draft
from random_spoil import Spoiled

TIMES = ("", "", " 00:00:00", " 09:30", "T09:30:00", " 09:30:01", " 14:00:00", " 23:59:59", "T00:00:01.500")
CATEGORIES = ("NEG", "NEG", "neg", "Neglect (old)", "EMO", "PHY", "SAB", "MUL", "")
FACTORS = (
    '["16A","2B"]',
    '{"16A": "Y", "21": "N"}',
    '{"FACTORS": ["3A", "16a"]}',
    '"2B, 16A"',
    '{"16A":"N"}',
    "[]",
    "",
)

SPOILED = {
    "ext_strategy_discussion": Spoiled("person_id", "held_at", ("s47_enquiry_id", "person_id")),
    "ext_s47_seen": Spoiled("", "seen_at", ("s47_enquiry_id",), looked_up=True),
    "ext_core_group": Spoiled("", "held_on", ("cp_plan_id",)),
    "ext_visit_schedule": Spoiled("", "", ("interval_working_days",), looked_up=True),
    "ext_private_fostering": Spoiled("person_id", "aware_on", ("ended_on",), looked_up=True),
    "ext_private_fostering_visit": Spoiled("", "visit_date", ("arrangement_id",)),
    "ext_family_group_conference": Spoiled("person_id", "held_on"),
    "ext_screening": Spoiled("person_id", "completed_on", ("tool",), ("tool",)),
    "ssd_cp_reviews": Spoiled("cppr_person_id", "cppr_cp_review_date", ("cppr_cp_plan_id",), ("cppr_cp_plan_id",)),
    "ssd_cp_visits": Spoiled(
        "cppv_person_id",
        "cppv_cp_visit_date",
        ("cppv_cp_visit_seen", "cppv_cp_visit_seen_alone"),
        ("cppv_cp_visit_seen",),
    ),
}
OPTIONAL = (
    "ext_strategy_discussion",
    "ext_s47_seen",
    "ext_core_group",
    "ext_visit_schedule",
    "ext_private_fostering_visit",
    "ext_family_group_conference",
)


def fill(draft: Draft, table: str, child: str, column: str) -> list[tuple[dict[str, str], Dice]]:
    """The child's rows in which the column is empty, each with dice of its own: equal rows are filled alike."""
    return [
        (row, draft.dice.beside(f"{draft.seed} {column} {sorted(row.items())}"))
        for row in draft.rows_of(table, child)
        if row[column] == ""
    ]


def written(row: dict[str, str], column: str, dice: Dice) -> date:
    return date.fromisoformat(row[column][:10]) if row[column] else dice.edge()


def text(day: date | None) -> str:
    return "" if day is None else day.isoformat()


def fill_first_tables(draft: Draft, child: str) -> None:
    """Columns of the first tables that only these measures ask for."""
    for row, dice in fill(draft, "ssd_person", child, "pers_expected_dob"):
        row["pers_expected_dob"] = text(dice.pick(None, None, None, dice.edge(), dice.edge()))
        row["pers_death_date"] = row["pers_death_date"] or text(dice.pick(None, None, None, dice.edge()))
    for row, dice in fill(draft, "ssd_s47_enquiry", child, "s47e_s47_end_date"):
        start = written(row, "s47e_s47_start_date", dice)
        ends = (None, start, start, working_days_on(start, 15), start - timedelta(days=1), dice.edge(), dice.edge())
        row["s47e_s47_end_date"] = text(dice.pick(*ends))
    for row, dice in fill(draft, "ssd_initial_cp_conference", child, "icpc_icpc_outcome_cp_flag"):
        row["icpc_icpc_outcome_cp_flag"] = dice.flag(0.6)
    for row, dice in fill(draft, "ssd_cp_plans", child, "cppl_cp_plan_latest_category"):
        row["cppl_cp_plan_latest_category"] = dice.pick(*CATEGORIES)
        row["cppl_cp_plan_initial_category"] = dice.pick(*CATEGORIES)


def add_plans_at_limits(draft: Draft, child: str) -> None:
    """Plans that last 15 or 24 months, or 730 days, or a day more or less; in one, or begun again on its last day."""
    dice = draft.dice
    for _ in range(dice.pick(0, 0, 1, 2)):
        last = dice.pick(dice.edge(), dice.edge(), dice.as_at)
        first = dice.pick(months_on(last, -24), months_on(last, -15), last - timedelta(days=729))
        first = dice.pick(dice.near(first), working_days_on(last, -10), months_on(last, -3))
        again = dice.pick(None, first + timedelta(days=dice.pick(1, 5, 30)))
        end = dice.pick(last, None)
        for start, ended in ((first, again), (again, end)) if again else ((first, end),):
            draft.add("ssd_cp_plans", cp_plan_id=draft.new_id("P"), person_id=child, cp_plan_start_date=start,
                      cp_plan_end_date=ended, cp_plan_ola=dice.flag(0.1))  # fmt: skip


def add_enquiries(draft: Draft, child: str) -> None:
    """Discussions of siblings at one moment, before or on the day of the enquiry; the child seen a day later."""
    dice = draft.dice
    for row in draft.rows_of("ssd_s47_enquiry", child):
        start, enquiry = written(row, "s47e_s47_start_date", dice), row["s47e_s47_enquiry_id"]
        for _ in range(dice.pick(0, 1, 1, 2)):
            held = f"{dice.pick(start, start, start, dice.near(start))}{dice.pick(*TIMES)}"
            draft.add("ext_strategy_discussion", discussion_id=draft.new_id("SD"), person_id=child, held_at=held,
                      s47_enquiry_id=dice.pick(enquiry, enquiry, enquiry, "S1", ""))  # fmt: skip
        for _ in range(dice.pick(0, 1, 1, 1, 2)):
            seen = f"{start + timedelta(days=dice.pick(-1, 0, 0, 1, 1, 1, 2, 5))}{dice.pick(*TIMES)}"
            draft.add("ext_s47_seen", s47_enquiry_id=enquiry, seen_at=seen)
    for _ in range(dice.pick(0, 1, 2)):
        held = f"{dice.as_at - timedelta(days=dice.pick(3, 12, 40))}{dice.pick(' 10:00', ' 10:00:00', '')}"
        draft.add("ext_strategy_discussion", discussion_id=draft.new_id("SD"), person_id=child, held_at=held)


def add_plan_reviews(draft: Draft, child: str, plan: dict[str, str]) -> None:
    """Reviews around three and six months, some twice a day, before the start or after the end."""
    dice, start = draft.dice, written(plan, "cppl_cp_plan_start_date", draft.dice)
    plan_id, last, is_careful = plan["cppl_cp_plan_id"], start, dice.chance(0.6)
    for position in range(8 if is_careful else dice.pick(0, 1, 2, 3)):
        months = 3 if position == 0 else 6
        due = months_on(last, months) if dice.chance(0.8) else last + timedelta(days=91 if position == 0 else 183)
        held = due + timedelta(days=dice.pick(*[0] * 9, 1) if is_careful else dice.pick(-20, -1, 0, 1, 12))
        if held > dice.as_at + timedelta(days=10):
            break
        for _ in range(dice.pick(1, 1, 1, 2)):
            other_day = dice.pick(start, start - timedelta(days=3), dice.edge())
            draft.add("ssd_cp_reviews", cp_review_id=draft.new_id("CR"), person_id=child,
                      cp_plan_id=dice.pick(*[plan_id] * 30, "", "nowhere", "P1"),
                      cp_review_date=other_day if dice.chance(0.08) else held)  # fmt: skip
        last = held


def add_visits(draft: Draft, child: str, plan: dict[str, str]) -> None:
    """Visits as often as 10, 15 or 20 working days or four weeks say, a day late now and then, or hardly any."""
    dice, start = draft.dice, written(plan, "cppl_cp_plan_start_date", draft.dice)
    plan_id, on, n = plan["cppl_cp_plan_id"], start, dice.pick(10, 15, 20, 20, 28)
    ends = date.fromisoformat(plan["cppl_cp_plan_end_date"]) if plan["cppl_cp_plan_end_date"] else dice.as_at
    lateness = (0, 0, 0, 0, 0, -1, -3) if dice.chance(0.6) else (0, 1, 1, 2, -5, 30)
    for _ in range(dice.pick(0, 2, 30)):
        on = on + timedelta(days=28) if n == 28 else working_days_on(on, n)
        on += timedelta(days=dice.pick(*lateness))
        if on > min(ends + timedelta(days=20), dice.as_at + timedelta(days=2)):
            break
        draft.add("ssd_cp_visits", cp_visit_id=draft.new_id("CV"), person_id=child,
                  cp_plan_id=dice.pick(*[plan_id] * 10, "", "nowhere", "P1"),
                  cp_visit_date=dice.pick(*[on] * 12, start, ends, dice.edge()),
                  cp_visit_seen=dice.flag(0.93), cp_visit_seen_alone=dice.flag(0.7))  # fmt: skip


def add_on_plans(draft: Draft, child: str) -> None:
    dice = draft.dice
    for plan in draft.rows_of("ssd_cp_plans", child):
        plan_id, start = plan["cppl_cp_plan_id"], written(plan, "cppl_cp_plan_start_date", dice)
        limit = working_days_on(start, 10)
        for _ in range(dice.pick(0, 1, 1, 2)):
            days = (limit, limit, dice.near(limit), start, start - timedelta(days=1), limit + timedelta(days=12))
            draft.add("ext_core_group", core_group_id=draft.new_id("CG"), cp_plan_id=plan_id, held_on=dice.pick(*days))
        for _ in range(dice.pick(0, 0, 1, 1, 2)):
            interval = dice.pick("10", "15", "20", "5", "0", "30")
            draft.add("ext_visit_schedule", plan_id=plan_id, interval_working_days=interval)
        add_plan_reviews(draft, child, plan)
        add_visits(draft, child, plan)


def add_private_fostering(draft: Draft, child: str) -> None:
    """Visits six or twelve weeks apart, the first year over between two of them."""
    dice = draft.dice
    for _ in range(dice.pick(0, 0, 0, 1, 2)):
        aware = dice.pick(dice.day(), months_on(dice.edge(), -12), dice.as_at - timedelta(days=dice.pick(42, 43, 84)))
        one, ended = draft.new_id("PF"), dice.pick(None, None, aware, dice.edge(), aware + timedelta(days=43))
        draft.add("ext_private_fostering", arrangement_id=one, person_id=child, aware_on=aware, ended_on=ended)
        on, is_careful = aware, dice.chance(0.7)
        for _ in range(30 if is_careful else dice.pick(0, 1, 3)):
            gap = 42 if on < months_on(aware, 12) else 84
            on += timedelta(days=gap + (dice.pick(*[0] * 15, 1) if is_careful else dice.pick(-7, 0, 1, 42)))
            if on > dice.as_at + timedelta(days=5):
                break
            draft.add("ext_private_fostering_visit", visit_id=draft.new_id("PV"), arrangement_id=one, visit_date=on)


def add_neglect(draft: Draft, child: str) -> None:
    dice = draft.dice
    for row in draft.rows_of("ssd_cin_assessments", child):
        if dice.chance(0.6):
            draft.add("ssd_assessment_factors", table_id=draft.new_id("AF"), assessment_id=row["cina_assessment_id"],
                      assessment_factors_json=dice.pick(*FACTORS))  # fmt: skip
    for _ in range(dice.pick(0, 0, 1, 2)):
        tool = dice.pick("graded_care_profile", "Graded_Care_Profile", "graded_care_profile", "cse")
        draft.add("ext_screening", screening_id=draft.new_id("SC"), person_id=child, tool=tool,
                  completed_on=dice.edge())  # fmt: skip


def add_family_groups(draft: Draft, child: str) -> None:
    """Family group conferences on the day of a conference or of a return home, and the day before or after."""
    dice = draft.dice
    days = [row["icpc_icpc_date"] for row in draft.rows_of("ssd_initial_cp_conference", child)]
    days += [row["clae_cla_episode_ceased_date"] for row in draft.rows_of("ssd_cla_episodes", child)]
    for on in (*filter(None, days), ""):
        held = dice.near(date.fromisoformat(on)) if on else dice.day()
        if dice.chance(0.5):
            draft.add("ext_family_group_conference", fgc_id=draft.new_id("FG"), person_id=child, held_on=held)


def add_protection(draft: Draft, child: str, born: date | None) -> None:
    """What belongs to the protection of one child."""
    add_plans_at_limits(draft, child)
    fill_first_tables(draft, child)
    add_enquiries(draft, child)
    add_on_plans(draft, child)
    add_private_fostering(draft, child)
    add_neglect(draft, child)
    add_family_groups(draft, child)
