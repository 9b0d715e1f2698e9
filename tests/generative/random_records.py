"""Random records built so that edges happen often: the ground on which the engine and the second opinion must agree.

`random_tables` gives the tables as CSV text and the as-at day; the same seed gives the same tables.
"""

import csv
from collections.abc import Callable, Iterable
from datetime import date, timedelta
from pathlib import Path

from random_care import add_care
from random_dice import Dice, months_on, working_days_on
from random_draft import Draft, Tables
from random_front_door import OPTIONAL as FRONT_DOOR_OPTIONAL
from random_front_door import SPOILED as FRONT_DOOR
from random_front_door import add_front_door
from random_looked_after import OPTIONAL as LOOKED_AFTER_OPTIONAL
from random_looked_after import SPOILED as LOOKED_AFTER
from random_looked_after import add_looked_after
from random_need import OPTIONAL as NEED_OPTIONAL
from random_need import SPOILED as NEED
from random_need import add_need
from random_permanence import OPTIONAL as PERMANENCE_OPTIONAL
from random_permanence import SPOILED as PERMANENCE
from random_permanence import add_permanence
from random_protection import OPTIONAL as PROTECTION_OPTIONAL
from random_protection import SPOILED as PROTECTION
from random_protection import add_protection
from random_quality import OPTIONAL as QUALITY_OPTIONAL
from random_quality import SPOILED as QUALITY
from random_quality import add_quality
from random_spoil import Spoiled, of_first_tables, spoil
from record_columns import COLUMNS

Beside = Callable[[Draft, str, date | None], None]
BESIDE: dict[str, tuple[Beside, dict[str, Spoiled], tuple[str, ...]]] = {
    "front door": (add_front_door, FRONT_DOOR, FRONT_DOOR_OPTIONAL),
    "need": (add_need, NEED, NEED_OPTIONAL),
    "protection": (add_protection, PROTECTION, PROTECTION_OPTIONAL),
    "quality": (add_quality, QUALITY, QUALITY_OPTIONAL),
    "looked after": (add_looked_after, LOOKED_AFTER, LOOKED_AFTER_OPTIONAL),
    "permanence": (add_permanence, PERMANENCE, PERMANENCE_OPTIONAL),
}
"""What is added after the first tables, with dice of its own: by child, what is spoiled in its tables, what is not
always collected."""

OPTIONAL = ("ext_health_request", "ext_population")


def add_person(draft: Draft, child: str) -> date | None:
    """A child, now and then without a date of birth or unknown to the list of people; some turn 18 at an edge."""
    dice = draft.dice
    of_age = months_on(dice.edge(), -216)
    born = dice.pick(
        dice.day(), of_age, of_age, date(2008, 2, 29), date(2008, 2, 29), date(2006, 3, 1), date(2007, 2, 28), None
    )
    if dice.chance(0.93):
        draft.add("ssd_person", person_id=child, dob=born, sex=dice.pick("M", "F", ""))
    for _ in range(dice.pick(0, 1, 1, 1, 2)):
        family = dice.pick("FA", "FB", "FC", "F10", "F9")
        draft.add("ssd_family", table_id=draft.new_id("FT"), family_id=family, person_id=child)
    return born


def add_referrals(draft: Draft, child: str) -> list[tuple[str, date]]:
    dice, received = draft.dice, draft.dice.day()
    added = []
    for _ in range(dice.pick(0, 1, 1, 2, 3, 4)):
        referral = draft.new_id("R")
        after = months_on(received, dice.pick(0, 1, 3, 6, 12))
        closed = dice.pick(None, received, dice.near(after), dice.edge(), dice.near(months_on(dice.edge(), -12)))
        draft.add("ssd_cin_episodes", referral_id=referral, person_id=child, referral_date=received, close_date=closed,
                  referral_nfa=dice.flag(0.35), referral_team=dice.pick("T1", "T2", ""))  # fmt: skip
        added.append((referral, received))
        ways_on = (received, dice.near(months_on(received, 12)), received + timedelta(days=20), dice.edge())
        received = dice.pick(*ways_on, dice.near(months_on(closed or received, 12)))
    return added


def add_assessments(draft: Draft, child: str, referrals: list[tuple[str, date]]) -> None:
    dice = draft.dice
    for _ in range(dice.pick(0, 1, 1, 2, 3)):
        referral, received = dice.pick(*referrals) if referrals and dice.chance(0.85) else ("", dice.day())
        referral = dice.pick(*[referral] * 18, "R1", "nowhere")
        start = dice.pick(received, dice.near(received), working_days_on(dice.edge(), -45), dice.day())
        n = dice.pick(10, 20, 25, 35, 45, 45, 45) + dice.pick(0, 0, 0, 1)
        authorised = working_days_on(dice.pick(start, start, received), n)
        if dice.chance(0.2):
            authorised += timedelta(days=dice.pick(1, 2))  # the weekend after the limit
        ends = (authorised, authorised, authorised, None, start, start - timedelta(days=1), dice.edge())
        begins = None if dice.chance(0.05) else start
        draft.add("ssd_cin_assessments", assessment_id=draft.new_id("A"), person_id=child, referral_id=referral,
                  assessment_start_date=begins, assessment_auth_date=dice.pick(*ends))  # fmt: skip


def add_conferences(draft: Draft, child: str) -> None:
    dice, enquiries, start = draft.dice, [""], draft.dice.day()
    for _ in range(dice.pick(0, 0, 1, 2, 3)):
        start = dice.pick(dice.day(), start, working_days_on(dice.edge(), -15))
        enquiries.append(draft.new_id("S"))
        begun = None if dice.chance(0.08) else start
        draft.add("ssd_s47_enquiry", s47_enquiry_id=enquiries[-1], person_id=child, s47_start_date=begun)
    for _ in range(dice.pick(0, 1, 1, 2) if len(enquiries) > 1 or dice.chance(0.2) else 0):
        limit = working_days_on(start, 15)
        days = (limit, limit, working_days_on(start, 16), start, start - timedelta(days=1), dice.edge())
        link = dice.pick(*enquiries, enquiries[-1], enquiries[-1], "nowhere", "S1")
        draft.add("ssd_initial_cp_conference", icpc_id=draft.new_id("I"), person_id=child, s47_enquiry_id=link,
                  icpc_meeting_id=dice.pick("", "", "M1", "M2", "M3"), icpc_transfer_in=dice.flag(0.15),
                  icpc_date=dice.pick(*days))  # fmt: skip


def add_plans(draft: Draft, child: str) -> None:
    dice = draft.dice
    start = months_on(dice.day(), -dice.pick(0, 0, 3, 24))
    in_chain = dice.chance(0.3)  # plan after plan on the day on which the last ended
    for _ in range(3 if in_chain else dice.pick(0, 0, 1, 2, 3, 4)):
        lasts = (start, start + timedelta(days=20), months_on(start, 3), months_on(start, 9), dice.edge())
        end = dice.pick(*lasts, None, start - timedelta(days=1))
        draft.add("ssd_cp_plans", cp_plan_id=draft.new_id("P"), person_id=child, cp_plan_end_date=end,
                  cp_plan_start_date=None if dice.chance(0.06) else start, cp_plan_ola=dice.flag(0.15))  # fmt: skip
        last = end or start
        two_years_on = months_on(last, 24)
        ways_on = (last, last, start, two_years_on, dice.near(two_years_on), last + timedelta(days=1), dice.edge())
        start = last if in_chain else dice.pick(*ways_on)


def add_involvements(draft: Draft, child: str) -> None:
    dice = draft.dice
    for _ in range(dice.pick(0, 1, 2, 3)):
        start = dice.day()
        draft.add(
            "ssd_involvements",
            involvements_id=draft.new_id("V"),
            professional_id=dice.pick("W1", "W2", "W3", "W4", "W5", "W9", "" if dice.chance(0.3) else "W10"),
            professional_team=dice.pick("T1", "T2", "T3", "T4", "", "nowhere"),
            person_id=child,
            involvement_start_date=start,
            involvement_end_date=dice.pick(None, None, None, dice.edge(), start, dice.near(dice.as_at)),
        )


def add_council(draft: Draft) -> None:
    """Workers, teams and the population, published before or after the year's end, whole or in parts."""
    dice = draft.dice
    for worker in ("W1", "W2", "W3", "W4", "W5", "W10"):
        registered = dice.pick("SW1", "SW2", "SW3", "")
        fte = dice.pick("1", "1", "0.5", "0.75", "0.8", "0", "")
        draft.add("ssd_professionals", professional_id=worker, social_worker_registration_no=registered,
                  full_time_equivalency=fte)  # fmt: skip
    names = ("Children in Care North", "LOOKED AFTER team", "MASH", "Cared For Children", "Assessment", "")
    for team in ("T1", "T2", "T3", "T4"):
        draft.add("ssd_department", team_id=team, team_name=dice.pick(*names))
    add_population(draft)


def add_population(draft: Draft) -> None:
    """By year, whole or in age bands and sexes; 2023 is published twice, and then its second figures count."""
    dice = draft.dice
    bands = dice.pick((("0", "17"),), (("0", "4"), ("5", "17")), (("0", "17"), ("0", "4"), ("5", "17")))
    twice = (("2023", day) for day in sorted({dice.edge(), dice.edge()}))
    once = (("2022", None), ("2024", dice.pick(None, dice.edge(), date(2025, 6, 30))))
    for year, published in (*twice, *once):
        sexes = dice.pick(("",), ("M", "F"), ("", "M", "F"))
        for first, last in (*bands, ("18", "25")):
            for sex in sexes:
                draft.add(
                    "ext_population",
                    area="X00000001",
                    age_from=first,
                    age_to=last,
                    sex=sex,
                    year=year,
                    children=str(dice.random.randrange(900, 1100)),
                    source="invented",
                    published_on=published,
                )


def leave_out(tables: Tables, dice: Dice, optional: Iterable[str] = OPTIONAL) -> None:
    """Now and then an optional table was not collected."""
    for table in optional:
        if dice.chance(0.1):
            tables.pop(table, None)


def add_beside(draft: Draft, name: str, children: dict[str, date | None]) -> None:
    add, spoiled, _ = BESIDE[name]
    beside = draft.beside(name)
    for child, born in children.items():
        add(beside, child, born)
    spoil(beside, spoiled)


def random_tables(seed: int, children: int = 12) -> tuple[Tables, date]:
    """The tables of one authority as CSV text, and the as-at day. Rows stand in no order."""
    draft = Draft(seed)
    add_council(draft)
    children_born: dict[str, date | None] = {}
    for _ in range(children):
        child = draft.new_id("CH")
        born = children_born[child] = add_person(draft, child)
        add_assessments(draft, child, add_referrals(draft, child))
        add_conferences(draft, child)
        add_plans(draft, child)
        add_care(draft, child, born)
        add_involvements(draft, child)
    spoil(draft, of_first_tables(draft))
    for name in BESIDE:
        add_beside(draft, name, children_born)
    for name, (_, _, optional) in BESIDE.items():
        leave_out(draft.tables, draft.beside(f"{name} left out").dice, optional)
    leave_out(draft.tables, draft.dice)
    return draft.tables, draft.dice.as_at


def write_tables(tables: Tables, folder: Path) -> None:
    """Write each table as CSV with its header; a table without rows has the header alone."""
    folder.mkdir(parents=True, exist_ok=True)
    for table, rows in tables.items():
        with (folder / f"{table}.csv").open("w", encoding="utf-8", newline="") as lines:
            writer = csv.DictWriter(lines, COLUMNS[table])
            writer.writeheader()
            writer.writerows(rows)
