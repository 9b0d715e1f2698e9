"""What is wrong with records: rows twice, one key with two contents, empty child ids, missing dates, spaces."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import NamedTuple

from random_draft import Draft


class Spoiled(NamedTuple):
    """What may go wrong with the rows of a table.

    A copy of a row with the same key gets another `own_date`, so that no order of rows is left to chance, and now and
    then the value of another row in one of `others`; more often where the table is `looked_up` by key.
    """

    child: str = ""
    own_date: str = ""
    others: tuple[str, ...] = ()
    spaced: tuple[str, ...] = ()
    looked_up: bool = False


CHILD_COLUMN = {
    "ssd_cin_episodes": "cine_person_id",
    "ssd_cin_assessments": "cina_person_id",
    "ssd_s47_enquiry": "s47e_person_id",
    "ssd_initial_cp_conference": "icpc_person_id",
    "ssd_cp_plans": "cppl_person_id",
    "ssd_cla_episodes": "clae_person_id",
    "ssd_cla_health": "clah_person_id",
    "ssd_legal_status": "lega_person_id",
    "ssd_immigration_status": "immi_person_id",
    "ssd_permanence": "perm_person_id",
    "ssd_involvements": "invo_person_id",
    "ext_health_request": "person_id",
}
OWN_DATE = {
    "ssd_person": "pers_dob",
    "ssd_cin_episodes": "cine_referral_date",
    "ssd_cin_assessments": "cina_assessment_start_date",
    "ssd_s47_enquiry": "s47e_s47_start_date",
    "ssd_initial_cp_conference": "icpc_icpc_date",
    "ssd_cp_plans": "cppl_cp_plan_start_date",
    "ssd_cla_episodes": "clae_cla_episode_start_date",
    "ssd_legal_status": "lega_legal_status_start_date",
    "ssd_immigration_status": "immi_immigration_status_start_date",
    "ssd_cla_reviews": "clar_cla_review_date",
    "ssd_cla_health": "clah_health_check_date",
    "ssd_permanence": "perm_permanence_order_date",
    "ssd_involvements": "invo_involvement_start_date",
}
OTHER_COLUMN = {
    "ssd_cin_episodes": ("cine_close_date", "cine_referral_nfa"),
    "ssd_cin_assessments": ("cina_assessment_auth_date",),
    "ssd_cp_plans": ("cppl_cp_plan_end_date", "cppl_cp_plan_ola"),
    "ssd_cla_episodes": ("clae_cla_episode_ceased_date",),
    "ssd_cla_placement": ("clap_cla_placement_type", "clap_cla_placement_urn"),
    "ssd_professionals": ("prof_full_time_equivalency", "prof_social_worker_registration_no"),
    "ssd_department": ("dept_team_name",),
}
LOOKED_UP = (
    "ssd_person",
    "ssd_professionals",
    "ssd_department",
    "ssd_cla_placement",
    "ssd_cin_episodes",
    "ssd_s47_enquiry",
)
SPACED = ("cine_referral_nfa", "clae_cla_episode_start_reason", "clae_cla_id", "cina_referral_id", "cppl_cp_plan_ola")


def of_first_tables(draft: Draft) -> dict[str, Spoiled]:
    """The tables that have rows so far. The parts of a population are to be summed: a second content of one would
    have no one answer."""
    return {
        table: Spoiled(
            CHILD_COLUMN.get(table, ""),
            OWN_DATE.get(table, ""),
            OTHER_COLUMN.get(table, ()),
            tuple(column for column in SPACED if rows and column in rows[0]),
            table in LOOKED_UP,
        )
        for table, rows in draft.tables.items()
        if rows and table != "ext_population"
    }


def same_key(draft: Draft, table: str, row: dict[str, str], spoiled: Spoiled) -> dict[str, str] | None:
    """The row again under its key with other content, None where the table has nothing to change."""
    dice, copy, own = draft.dice, dict(row), spoiled.own_date
    if copy.get(own):
        moved = date.fromisoformat(copy[own][:10]) + timedelta(days=dice.pick(-31, -1, 1, 5))
        copy[own] = moved.isoformat() + copy[own][10:]
    if spoiled.others and dice.chance(0.6):
        column = dice.pick(*spoiled.others)
        copy[column] = dice.pick("", dice.pick(*draft.tables[table])[column])
    return copy if copy != row and (not own or row[own]) else None


def spoil(draft: Draft, tables: Mapping[str, Spoiled]) -> None:
    """Spoil rows of these tables and put them in no order."""
    dice = draft.dice
    for table, spoiled in tables.items():
        rows = draft.tables[table]
        for row in list(rows):
            if dice.chance(0.03):
                rows.append(dict(row))
            second = same_key(draft, table, row, spoiled) if dice.chance(0.12 if spoiled.looked_up else 0.04) else None
            if second is not None:
                rows.append(second)
            for column in filter(None, (spoiled.child, spoiled.own_date)):
                if dice.chance(0.015):
                    row[column] = ""
            for column in spoiled.spaced:
                if row.get(column) and dice.chance(0.02):
                    row[column] += " "
        dice.random.shuffle(rows)
