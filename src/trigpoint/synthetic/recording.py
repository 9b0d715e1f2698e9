"""Bad recording, planted at a rate: what real case systems hold, in about the proportions they hold it.

Each flaw is one row: a date missing, a link to nothing, dates out of order, a spell that was never ended, a second
row under the same key, a code that is in no code set; a visit to siblings that one of them lacks. A rate of 0.01 spoils
one row in a hundred of the event tables; a rate of 0 gives the clean twin: every other row and value is the same. What
was planted where is kept, so that it can be told whether a check finds it.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from trigpoint.records import TABLES
from trigpoint.synthetic.columns import NONE, Column, Frame, Ints, rows, stack, take
from trigpoint.synthetic.planted import Planted
from trigpoint.synthetic.uncopied import NOT_COPIED, VISITS, uncopied
from trigpoint.synthetic.world import World, choice

_ROW = tuple[str, str, tuple[str, ...], str]
_EVENTS: dict[str, _ROW] = {
    # table: its start, its end, its links, its code
    "ssd_contacts": ("cont_contact_date", "", ("cont_person_id",), "cont_contact_source_code"),
    "ssd_cin_episodes": ("cine_referral_date", "cine_close_date", (), "cine_cin_primary_need_code"),
    "ssd_cin_assessments": ("cina_assessment_start_date", "cina_assessment_auth_date", ("cina_referral_id",), ""),
    "ssd_cin_plans": ("cinp_cin_plan_start_date", "cinp_cin_plan_end_date", ("cinp_referral_id",), ""),
    "ssd_cin_visits": ("cinv_cin_visit_date", "", ("cinv_person_id",), ""),
    "ssd_s47_enquiry": ("s47e_s47_start_date", "s47e_s47_end_date", ("s47e_referral_id",), ""),
    "ssd_initial_cp_conference": ("icpc_icpc_date", "", ("icpc_s47_enquiry_id",), ""),
    "ssd_cp_plans": (
        "cppl_cp_plan_start_date",
        "cppl_cp_plan_end_date",
        ("cppl_icpc_id",),
        "cppl_cp_plan_initial_category",
    ),
    "ssd_cp_visits": ("cppv_cp_visit_date", "", ("cppv_cp_plan_id",), ""),
    "ssd_cp_reviews": ("cppr_cp_review_date", "", ("cppr_cp_plan_id",), ""),
    "ssd_cla_episodes": (
        "clae_cla_episode_start_date",
        "clae_cla_episode_ceased_date",
        ("clae_cla_placement_id",),
        "clae_cla_episode_ceased_reason",
    ),
    "ssd_cla_placement": (
        "clap_cla_placement_start_date",
        "clap_cla_placement_end_date",
        (),
        "clap_cla_placement_type",
    ),
    "ssd_cla_reviews": ("clar_cla_review_date", "", ("clar_cla_id",), "clar_cla_review_participation"),
    "ssd_cla_visits": ("clav_cla_visit_date", "", ("clav_cla_id",), ""),
    "ssd_cla_health": ("clah_health_check_date", "", ("clah_person_id",), ""),
    "ssd_legal_status": ("lega_legal_status_start_date", "lega_legal_status_end_date", (), ""),
    "ssd_missing": ("miss_missing_episode_start_date", "miss_missing_episode_end_date", ("miss_person_id",), ""),
    "ssd_involvements": ("invo_involvement_start_date", "invo_involvement_end_date", ("invo_professional_id",), ""),
    "ssd_early_help_episodes": ("earl_episode_start_date", "earl_episode_end_date", (), ""),
}
SPOILED = tuple(_EVENTS)
"""Tables in which flaws are planted."""

FLAWS = (
    "start missing",
    "link to nothing",
    "out of order",
    "never ended",
    "key twice",
    "unknown code",
    "ended early",
    NOT_COPIED,
)
_MISSING, _ORPHAN, _ORDER, _OPEN, _TWICE, _CODE, _END = range(7)
_SHARES = [0.30, 0.14, 0.12, 0.06, 0.12, 0.06, 0.20]
_ORPHANED = 900_000_000


def spoil(world: World, name: str, frame: Frame, planted: list[Planted]) -> Frame:
    """The table as it was recorded: `world.authority.errors` of its rows with one flaw each, added to `planted`."""
    rate = world.authority.errors
    if name not in _EVENTS or rate <= 0 or not rows(frame):
        return frame
    if name == VISITS:
        frame = uncopied(world, frame, planted)
    rng = world.rng("errors/" + name)
    size = rows(frame)
    bad = np.sort(rng.choice(size, rng.binomial(size, min(rate, 1.0)), replace=False))
    kind = choice(rng, _SHARES, len(bad))
    frame = {c: replace(column, values=column.values.copy()) for c, column in frame.items()}
    start, end, links, code = _EVENTS[name]
    if end:
        # spells left open are found and ended within two years: only later ones are still open
        old = frame[end].values[bad] < world.as_at - 730
        kind = np.where((kind == _OPEN) & old, _END, kind)
    kind = _plant(rng, frame, bad, kind, (start, end, links, code))
    ids = frame[TABLES[name].key].take(bad).arrow().to_pylist()
    planted += [Planted(name, one, FLAWS[of]) for one, of in zip(ids, kind.tolist(), strict=True)]
    again = bad[kind == _TWICE]
    if not len(again):
        return frame
    second = take(frame, again)
    second[start] = replace(second[start], values=_moved(second[start].values, rng.integers(1, 30, len(again))))
    return stack(frame, second)


def _plant(rng: np.random.Generator, frame: Frame, bad: Ints, kind: Ints, row: _ROW) -> Ints:
    """Flaws in place, and what they are: where a table has no such column its start goes missing instead."""
    start, end, links, code = row
    ended = np.zeros(len(bad), dtype=bool) if not end else frame[end].values[bad] != NONE
    first = frame[start].values
    for place, column in ((_ORPHAN, links[0] if links else ""), (_CODE, code)):
        if not column:
            kind = np.where(kind == place, _MISSING, kind)
    kind = np.where(np.isin(kind, (_ORDER, _OPEN, _END)) & ~ended, _MISSING, kind)
    first[bad[kind == _MISSING]] = NONE
    if links:
        orphans = bad[kind == _ORPHAN]
        frame[links[0]].values[orphans] = _ORPHANED + rng.integers(0, 1_000_000, len(orphans))
    if code:
        _unknown(frame, code, bad[kind == _CODE])
    if end:
        last = frame[end].values
        backward = bad[kind == _ORDER]
        last[backward] = first[backward] - rng.integers(1, 60, len(backward))
        last[bad[kind == _OPEN]] = NONE
        slipped = bad[kind == _END]
        last[slipped] = np.maximum(last[slipped] - rng.integers(1, 10, len(slipped)), first[slipped])
    return kind


def _unknown(frame: Frame, code: str, bad: Ints) -> None:
    column: Column = frame[code]
    column.values[bad] = len(column.words)
    frame[code] = replace(column, words=(*column.words, "??"))


def _moved(days: Ints, by: Ints) -> Ints:
    return np.where(days == NONE, NONE, days - by)
