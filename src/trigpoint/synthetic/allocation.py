"""Whose case it was: the service, team and post of each stage of each journey, and the involvements that follow."""

from __future__ import annotations

from dataclasses import dataclass, fields

import numpy as np

from trigpoint.synthetic.care_spine import AGED
from trigpoint.synthetic.clock import birthday
from trigpoint.synthetic.columns import NONE, Bools, Frame, Ints, day, ident, word
from trigpoint.synthetic.events import CARE, IN_NEED, NO_ACTION
from trigpoint.synthetic.journeys import Journeys
from trigpoint.synthetic.people import People
from trigpoint.synthetic.roster import Roster, absent
from trigpoint.synthetic.spells import within
from trigpoint.synthetic.teams import Teams
from trigpoint.synthetic.world import World, chance, choice, days_after

_ROLES = ("Allocated Social Worker", "Personal Adviser", "IRO", "CP Chair")
_REASONS = ("LEFTRL", "TSPROC", "MANAGE", "FCONTA", "ORGRST", "ABSENC", "OTHERS")
_FIRST, _TRANSFER = _REASONS.index("FCONTA"), _REASONS.index("TSPROC")


@dataclass(frozen=True)
class Stages:
    """One element a stage of a case: the child, the referral, whose role, which team, from when to when."""

    child: Ints
    referral: Ints
    role: Ints
    team: Ints
    start: Ints
    end: Ints

    def take(self, rows: Ints | Bools) -> Stages:
        return Stages(*(getattr(self, f.name)[rows] for f in fields(self)))


def stages(world: World, teams: Teams, told: Journeys, who: People) -> Stages:
    """The stages of every case: assessment, in need and protection, care, leaving care, and independent reviewing."""
    rng = world.rng("stages")
    r, e, care = told.referrals, told.referrals.events, told.care
    rows = np.arange(len(r.child))
    parts = []
    of = np.full(len(care.child), -1)
    of[r.care[r.care >= 0]] = rows[r.care >= 0]
    looked_after = of >= 0
    place = teams.care.ids(rng.integers(0, teams.care.count, len(of)))
    start = np.maximum(care.entry, np.where(chance(rng, 0.4, len(of)), e.assess_end[of] + 2, care.entry))
    assessed, handed_on = e.level > NO_ACTION, e.assess_end + 2
    handed_on[of[looked_after]] = np.minimum(handed_on[of[looked_after]], start[looked_after])
    parts.append(_part(r.child, rows, 0, teams.assessment.ids(e.front_team), e.day, handed_on, assessed))
    entry = np.where(r.care >= 0, care.entry[r.care], NONE)
    until = np.where(e.level == CARE, entry, e.close)
    need = (e.level >= IN_NEED) & (until > e.assess_end + 7)
    disabled = who.disabled[r.child] & (e.cp_start == NONE)
    team = np.where(disabled, teams.disability.first, teams.locality.ids(e.team))
    parts.append(_part(r.child, rows, 0, team, e.assess_end + 2, until, need))
    after = (care.route != AGED) & looked_after
    parts.append(_part(care.child, of, 0, place, start, np.where(after, e.close[of], care.leave), looked_after))
    adviser = looked_after & (e.close[of] > care.leave + 300) & (care.route == AGED)
    leaving = teams.leaving.ids(rng.integers(0, teams.leaving.count, len(of)))
    from_16 = np.maximum(birthday(care.born, 16) + 90, care.entry + 20)
    parts.append(_part(care.child, of, 1, leaving, from_16, e.close[of], adviser))
    iro = np.full(len(of), teams.quality.first)
    parts.append(_part(care.child, of, 2, iro, care.entry + 3, care.leave, looked_after))
    plan = e.cp_start != NONE
    parts.append(_part(r.child, rows, 3, np.full(len(rows), teams.quality.first), e.cp_start, e.cp_end, plan))
    return Stages(*(np.concatenate([getattr(p, f.name) for p in parts]) for f in fields(Stages)))


def _part(child: Ints, referral: Ints, role: int, team: Ints, start: Ints, end: Ints, rows: Bools) -> Stages:
    rows = rows & (end > start)
    size = int(rows.sum())
    return Stages(child[rows], referral[rows], np.full(size, role), team[rows], start[rows], end[rows])


def stock(world: World, teams: Teams, found: Stages) -> dict[str, float]:
    """Mean number of open cases of each service over the last four years: posts follow cases, slowly."""
    first = max(world.start, world.as_at - 4 * 365)
    days = np.minimum(found.end, world.as_at) - np.maximum(found.start, first)
    weight = np.bincount(found.team, np.maximum(days, 0), minlength=200) / max(world.as_at - first, 1)
    answer = {
        key: float(weight[s.first : s.first + s.count].sum())
        for key, s in vars(teams).items()
    }  # fmt: skip
    answer |= {"adoption": 0.06 * world.children, "early_help": 0.5 * world.children, "front_door": world.children}
    return answer


def involvement_table(world: World, teams: Teams, found: Stages, staff: Roster) -> Frame:
    """`ssd_involvements`: stages cut by reallocation and by workers leaving; a vacant post is covered next door."""
    rng = world.rng("allocation")
    whole = _reallocated(rng, found.take(found.start <= world.as_at))
    seat = staff.seat(rng, whole.team)
    spell, piece, start, end = staff.cut(seat, whole.start, whole.end)
    worker = staff.spells.worker[piece]
    vacant = worker == NONE
    beside = np.minimum(seat + 1, len(staff.team) - 1)
    neighbour = np.where((staff.team[beside] == staff.team[seat]) & (beside > seat), beside, seat - 1)
    other = staff.worker(neighbour[spell], start)
    worker = np.where(vacant & ~absent(rng, len(vacant)), other, worker)
    kept = (worker != NONE) & (start <= world.as_at)
    spell, start, end, worker = spell[kept], start[kept], end[kept], worker[kept]
    role, team, referral = whole.role[spell], whole.team[spell], whole.referral[spell]
    in_care = (team >= teams.care.first) & (team < teams.care.first + teams.care.count)
    reason = _reasons(rng, referral, role, team, start, in_care)
    return {
        "invo_involvements_id": ident("IN", np.arange(len(end))),
        "invo_professional_id": ident("W", worker),
        "invo_professional_role_id": word(role, _ROLES),
        "invo_professional_team": ident("T", team),
        "invo_person_id": ident("P", whole.child[spell]),
        "invo_involvement_start_date": day(start),
        "invo_involvement_end_date": day(end),
        "invo_worker_change_reason": word(reason, _REASONS),
        "invo_referral_id": ident("R", referral),
    }


def _reasons(rng: np.random.Generator, referral: Ints, role: Ints, team: Ints, start: Ints, in_care: Bools) -> Ints:
    """Why each worker came: as the first of a case or in care, with its transfer to a team, or in another's place."""
    order = np.lexsort((start, role, referral))
    before = np.r_[order[:1], order[:-1]]
    follows = (referral[before] == referral[order]) & (role[before] == role[order]) & (np.arange(len(order)) > 0)
    moved = team[before] != team[order]
    drawn = choice(rng, [0.6, 0.0, 0.12, 0.0, 0.12, 0.1, 0.06], len(order))
    reason = np.empty(len(order), dtype=np.int64)
    reason[order] = np.where(~follows | moved & in_care[order], _FIRST, np.where(moved, _TRANSFER, drawn))
    return reason


def _reallocated(rng: np.random.Generator, found: Stages) -> Stages:
    """Long stages cut where a manager gives the case to another worker of the team."""
    owner, moved = within(found.start + 60, found.end - 30, 60, lambda o: days_after(rng, 800, len(o)))
    every = np.concatenate([np.arange(len(found.child)), owner])
    start = np.concatenate([found.start, moved])
    order = np.lexsort((start, every))
    every, start = every[order], start[order]
    follows = np.r_[every[1:] == every[:-1], False]
    end = np.where(follows, np.r_[start[1:], 0], found.end[every])
    cut = found.take(every)
    return Stages(cut.child, cut.referral, cut.role, cut.team, start, end)
