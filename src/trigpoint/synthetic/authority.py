"""One invented authority, stage after stage, as tables."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from trigpoint.records import TABLES
from trigpoint.synthetic.allocation import involvement_table, stages, stock
from trigpoint.synthetic.assessment import assessment_tables, in_need_tables
from trigpoint.synthetic.at_home import under_an_order
from trigpoint.synthetic.care_reviews import care_plan_table, review_table, visit_table
from trigpoint.synthetic.care_tables import care_tables
from trigpoint.synthetic.case import Case
from trigpoint.synthetic.columns import Frame, Ints, constant, day, ident, rows, stack, upn, word
from trigpoint.synthetic.context import event_table, population_table, quality_tables
from trigpoint.synthetic.education import education_tables
from trigpoint.synthetic.front_door import contact_tables, early_help_tables, referral_table, stranger_family
from trigpoint.synthetic.health import health_tables
from trigpoint.synthetic.journeys import journeys
from trigpoint.synthetic.knowledge import known
from trigpoint.synthetic.leaving_care import leaving_tables
from trigpoint.synthetic.legal import adoption_path, legal
from trigpoint.synthetic.local import local_tables
from trigpoint.synthetic.missing import liberty_table, missing_tables
from trigpoint.synthetic.people import UPN_UNKNOWN, people, people_tables, spared
from trigpoint.synthetic.permanence import permanence_table, proceedings_tables
from trigpoint.synthetic.planted import Planted
from trigpoint.synthetic.protection import conference_tables, enquiry_tables
from trigpoint.synthetic.recording import spoil
from trigpoint.synthetic.respite import with_respite
from trigpoint.synthetic.roster import roster
from trigpoint.synthetic.stays import stays
from trigpoint.synthetic.teams import teams_for
from trigpoint.synthetic.workforce_tables import workforce_tables
from trigpoint.synthetic.world import Authority, World

NOT_INVENTED = ("ssd_dim_date", "ssd_cohort", "ssd_pre_cla_care_plan", "ssd_s251_finance")
"""Tables of the standard that hold no journey: a calendar, an index of the extract, answers behind plans, a reserve."""
TABLE_COUNT = len(TABLES) - len(NOT_INVENTED)


def tables_of(authority: Authority, planted: list[Planted] | None = None) -> Iterator[tuple[str, Frame]]:
    """Every table of an authority as it was recorded by the as-at date, one after another.

    The flaws planted in them are added to `planted`.
    """
    world, flaws = World(authority), [] if planted is None else planted
    case, found = _case(world)
    visits: list[Frame] = []
    for group in _groups(case):
        for name, frame in group.items():
            if name == "ext_visit_schedule":
                visits.append(frame)
            else:
                yield name, spoil(world, name, known(name, frame, world.as_at), flaws)
    yield "ext_visit_schedule", _one_under_another(visits)
    yield "ssd_involvements", spoil(world, "ssd_involvements", known("ssd_involvements", found, world.as_at), flaws)


def _case(world: World) -> tuple[Case, Frame]:
    teams = teams_for(world.children)
    told = journeys(world, teams)
    who = people(world, told)
    work = stages(world, teams, told, who)
    staff = roster(world, teams, stock(world, teams, work))
    return Case(world, teams, told, who, staff), involvement_table(world, teams, work, staff)


def _groups(case: Case) -> Iterator[dict[str, Frame]]:
    """The tables of each stage, made only when they are asked for."""
    contacts, first = contact_tables(case)
    helped = early_help_tables(case, first)
    people_of = people_tables(case.world, case.told, case.who)
    people_of["ssd_person"] = spared(
        people_of["ssd_person"],
        [
            (contacts["ssd_contacts"], "cont_person_id", "cont_contact_date"),
            (helped["ssd_early_help_episodes"], "earl_person_id", "earl_episode_start_date"),
            (people_of["ssd_address"], "addr_person_id", "addr_address_start_date"),
        ],
    )
    yield contacts
    yield _with_strangers(case, people_of, first)
    yield helped
    yield {"ssd_cin_episodes": referral_table(case)}
    yield assessment_tables(case)
    yield in_need_tables(case)
    yield enquiry_tables(case)
    yield conference_tables(case)
    path = adoption_path(case.world, case.told.care)
    law = legal(case, path)
    lived = under_an_order(stays(case, path, law), law)
    yield with_respite(case, care_tables(case, law, lived), len(case.told.care.child))
    yield {"ssd_cla_reviews": review_table(case), "ssd_cla_visits": visit_table(case, lived)}
    yield {"ssd_cla_care_plan": care_plan_table(case), "ssd_permanence": permanence_table(case, path, lived)}
    yield health_tables(case)
    yield proceedings_tables(case, law)
    yield missing_tables(case)
    yield leaving_tables(case, lived)
    yield education_tables(case)
    yield local_tables(case)
    yield quality_tables(case)
    yield {"ext_deprivation_of_liberty": liberty_table(case, lived), "ext_event": event_table(case)}
    yield {"ext_population": population_table(case)}
    yield workforce_tables(case)


def _with_strangers(case: Case, tables: dict[str, Frame], first: Ints) -> dict[str, Frame]:
    """Children known by a contact or early help only, under those who were referred."""
    rng, size = case.world.rng("strangers"), len(first)
    person, family = tables["ssd_person"], tables["ssd_family"]
    index = rows(person) + np.arange(size)
    born = first - rng.integers(100, 6200, size)
    some = rng.integers(0, rows(person), size)
    more = {name: column.take(some) for name, column in person.items()}
    more |= {
        "pers_legacy_id": ident("L", index),
        "pers_person_id": ident("P", index),
        "pers_upn": upn(810_000_000_000 + index),
        "pers_sex": word(rng.integers(0, 2, size), ("M", "F")),
        "pers_gender": word(np.full(size, np.iinfo(np.int64).min), ("Male", "Female")),
        "pers_dob": day(born),
        "pers_single_unique_id": ident("S", index + 4_000_000),
        "pers_upn_unknown": word(np.full(size, np.iinfo(np.int64).min), UPN_UNKNOWN),
        "pers_expected_dob": day(np.full(size, np.iinfo(np.int64).min)),
        "pers_death_date": day(np.full(size, np.iinfo(np.int64).min)),
        "pers_is_mother": constant("N", size),
        "pers_nationality": constant("GBR", size),
    }
    kin = {
        "fami_table_id": ident("FAM", rows(family) + np.arange(size)),
        "fami_family_id": ident("F", stranger_family(case, np.arange(size))),
        "fami_person_id": ident("P", index),
    }
    return tables | {"ssd_person": _restack(person, more), "ssd_family": stack(family, kin)}


def _restack(first: Frame, second: Frame) -> Frame:
    """Like `stack`, with the words of the first."""
    lined = {}
    for name, column in first.items():
        other = second[name]
        if column.kind == "word" and other.words != column.words:
            place = {text: n for n, text in enumerate(column.words)}
            codes = np.array([place[text] for text in other.words])
            values = np.where(other.values == np.iinfo(np.int64).min, other.values, codes[np.maximum(other.values, 0)])
            other = word(values, column.words)
        lined[name] = other
    return stack(first, lined)


def _one_under_another(frames: list[Frame]) -> Frame:
    """Visit intervals of both kinds of plan: the ids keep their prefixes as words."""
    ids = [f["plan_id"] for f in frames]
    texts = [f"{c.words[0]}{n}" for c in ids for n in c.values.tolist()]
    plan = word(np.arange(len(texts)), texts)
    joined = np.concatenate([f["interval_working_days"].values for f in frames])
    return {"plan_id": plan, "interval_working_days": type(ids[0])(joined, "number")}
