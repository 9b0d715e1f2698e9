"""Random journeys through care: episodes, placements, legal and immigration statuses, reviews, health, adoption."""

from dataclasses import dataclass
from datetime import date, timedelta

from random_dice import months_on, working_days_on
from random_draft import Draft

TYPES = ("U6", "U6", "U4", "U1", "K2", "K2", "P1", "T0", "T3", "T3", "T4", "A3", "A5", "A6", "")
STATUSES = ("Completed", "Completed", "completed", "COMPLETED", "Refused", "refused", "Cancelled", "")


@dataclass
class Stay:
    """Where a child lives in one episode."""

    placement: str
    type: str
    urn: str


def add_stay(draft: Draft, child: str, kind: str, urn: str) -> Stay:
    placement = draft.new_id("PL")
    if draft.dice.chance(0.97):  # now and then an episode's placement is not there
        draft.add(
            "ssd_cla_placement",
            cla_placement_id=placement,
            person_id=child,
            cla_placement_type=kind,
            cla_placement_urn=urn,
        )
    return Stay(placement, kind, urn)


def next_stay(draft: Draft, child: str, before: list[Stay], reason: str) -> Stay:
    """The same placement on, back to the placement before last, the same carer under a new id, or a new placement."""
    dice = draft.dice
    if before and reason in ("L", "T", "U") and dice.chance(0.8):
        return before[-1]
    if len(before) > 1 and dice.chance(0.45):
        returned_to = before[-2]
        return (
            returned_to
            if dice.chance(0.4)
            else add_stay(draft, child, returned_to.type, dice.pick(returned_to.urn, ""))
        )
    return add_stay(draft, child, dice.pick(*TYPES), dice.pick("", "SC1", "SC2", "SC3"))


def add_run(draft: Draft, child: str, entry: date, cla_id: str) -> date | None:
    """One run of episodes from an entry; returns its last day, None while it runs."""
    dice = draft.dice
    start, reason, stays = entry, dice.pick("S", "S", "S", "S", "S", "S", "P"), list[Stay]()
    entered = dice.pick(entry, entry, entry, entry, None, entry - timedelta(days=dice.pick(1, 30)))
    for left in range(dice.pick(1, 1, 2, 3, 5, 7), 0, -1):
        stays.append(next_stay(draft, child, stays, reason))
        end = start + timedelta(days=dice.pick(0, 1, 7, 14, 14, 30, 45, 90, 200, -2 if dice.chance(0.1) else 10))
        if dice.chance(0.2):
            end = max(start, dice.pick(months_on(start.replace(day=1), dice.pick(1, 2, 4)), working_days_on(entry, 20)))
        cla_id = draft.new_id("C") if dice.chance(0.04) else cla_id
        is_open = left == 1 and dice.chance(0.6)
        ceased = dice.pick("E4A", "E11", "E8", "E5", "", "X1") if left == 1 else dice.pick(*["X1"] * 12, "", "", "E4A")
        draft.add(
            "ssd_cla_episodes",
            cla_episode_id=draft.new_id("E"),
            person_id=child,
            cla_placement_id="" if dice.chance(0.03) else stays[-1].placement,
            cla_episode_start_date=start,
            cla_episode_start_reason=reason,
            cla_episode_ceased_date=None if is_open else end,
            cla_episode_ceased_reason="" if is_open else ceased,
            cla_id="" if dice.chance(0.05) else cla_id,
            entered_care_date=entered,
        )
        add_legal_status(draft, child, start, None if is_open else end)
        if is_open:
            return None
        start = end + timedelta(days=dice.pick(*[0] * 14, 1, 10, -3))
        reason = dice.pick("P", "P", "P", "L", "L", "T", "U", "B", "S" if dice.chance(0.2) else "P")
    return end


def add_return(draft: Draft, child: str) -> None:
    """A, a temporary or very short stay, perhaps days at home, A again or nearly, then B: two placements or three."""
    dice, cla_id = draft.dice, draft.new_id("C")
    first = add_stay(draft, child, dice.pick("U6", "U6", "U6", ""), dice.pick("SC1", ""))
    between = add_stay(draft, child, dice.pick("T3", "T0", "T4", "K2"), "")
    again = dice.pick(
        first, add_stay(draft, child, "U6", dice.pick("SC1", "SC2", "")), add_stay(draft, child, "U4", "")
    )
    other = add_stay(draft, child, "K2", "SC3")
    begun = months_on(dice.as_at, -8) - timedelta(days=dice.pick(0, 40, 60, 80))
    gone = 0 if between.type == "K2" else dice.pick(0, 14)
    home = dice.pick(0, 0, 0, 1, 10)
    back = begun + timedelta(days=60 + gone + home)
    moves = [
        (first, begun, begun + timedelta(days=60), "S"),
        (between, begun + timedelta(days=60), begun + timedelta(days=60 + gone), "P"),
        (again, back, back + timedelta(days=30), "S" if home else dice.pick("P", "P", "S", "T")),
        (other, back + timedelta(days=30), None, "P"),
    ]
    for stay, start, end, reason in moves:
        draft.add(
            "ssd_cla_episodes",
            cla_episode_id=draft.new_id("E"),
            person_id=child,
            cla_placement_id=stay.placement,
            cla_episode_start_date=start,
            cla_episode_start_reason=reason,
            cla_episode_ceased_date=end,
            cla_episode_ceased_reason="" if end is None else "X1",
            cla_id=cla_id,
            entered_care_date=begun,
        )


def add_legal_status(draft: Draft, child: str, start: date, end: date | None) -> None:
    """A status over the episode, over a part of it, beside it, or of no length."""
    dice = draft.dice
    if dice.chance(0.6):
        return
    last = end or draft.dice.as_at
    draft.add(
        "ssd_legal_status",
        legal_status_id=draft.new_id("LS"),
        person_id=child,
        legal_status=dice.pick("V3", "V4", "V2", "C2", "C2", "C1", "E1", "V2", ""),
        legal_status_start_date=dice.pick(
            start, start, start + timedelta(days=3), last, last - timedelta(days=1), None
        ),
        legal_status_end_date=dice.pick(end, end, start, start + timedelta(days=1), None, dice.near(last)),
    )


def add_reviews(draft: Draft, child: str, entry: date, cla_id: str, end: date | None) -> None:
    """Reviews around their limits, some twice a day, cancelled, without a date, or of no one's period of care."""
    dice = draft.dice
    due = working_days_on(entry, 20)
    is_careful = dice.chance(0.5)  # on time for as long as the child is in care, but for a day now and then
    for position in range(12 if is_careful else dice.pick(0, 1, 2, 3, 4)):
        if is_careful and due > (end or dice.as_at):
            break
        late = dice.pick(*[0] * 9, 1) if is_careful else dice.pick(0, 0, 0, 1, -1, -10, 12)
        held = due + timedelta(days=late)
        for _ in range(dice.pick(1, 1, 1, 1, 2)):
            draft.add(
                "ssd_cla_reviews",
                cla_review_id=draft.new_id("RV"),
                cla_id=dice.pick(*[cla_id] * 30, "", "nowhere"),
                cla_person_id=dice.pick(child, child, child, child, ""),
                cla_review_due_date=due,
                cla_review_date=dice.pick(*[held] * 30, None, entry, entry - timedelta(days=5), end),
                cla_review_cancelled=dice.flag(0.04),
            )
        due = months_on(held, 3 if position == 0 else 6)


def add_health(draft: Draft, child: str, entry: date) -> None:
    """Checks around the entry, the limit and the last three months, and who was asked to assess."""
    dice, limit = draft.dice, working_days_on(entry, 20)
    recent = months_on(dice.pick(dice.as_at, dice.as_at.replace(day=1) - timedelta(days=1)), -3)
    for _ in range(dice.pick(0, 1, 1, 2, 3)):
        checked = dice.near(dice.pick(limit, limit, entry, entry, months_on(entry, -3), recent, recent))
        draft.add(
            "ssd_cla_health",
            health_check_id=draft.new_id("H"),
            person_id=child,
            health_check_type=dice.pick("Health Assessment", "Initial health assessment", "HEALTH", "Dental Check"),
            health_check_date=None if dice.chance(0.04) else checked,
            health_check_status=dice.pick(*STATUSES),
        )
        if dice.chance(0.6):
            requested = dice.near(dice.pick(checked, checked, entry))
            draft.add(
                "ext_health_request",
                request_id=draft.new_id("HR"),
                person_id=child,
                requested_at=f"{requested.isoformat()}T{dice.pick('00:00', '09:30', '23:59')}:00",
                assessed_by=dice.pick("paediatrician", "paediatrician", "nurse", "gp", ""),
            )


def add_permanence(draft: Draft, child: str, entry: date) -> None:
    dice = draft.dice
    ordered = dice.near(dice.pick(dice.edge(), dice.edge(), entry, dice.day()))
    before = ordered - timedelta(days=90)
    placed = dice.pick(ordered, entry, dice.near(entry), entry + timedelta(days=406), before, None, dice.day())
    draft.add(
        "ssd_permanence",
        table_id=draft.new_id("PM"),
        person_id=child,
        placed_for_adoption_date=placed,
        permanence_order_date=ordered,
        permanence_order_type=dice.pick("Adoption order", "Adopted - consent dispensed with", "ADOPTION", "SGO", ""),
    )


def add_immigration(draft: Draft, child: str, born: date | None) -> None:
    dice = draft.dice
    start = dice.pick(dice.day(), dice.edge(), None)
    adult = months_on(born, 216) if born else dice.as_at
    words = ("UASC", "UASC", "Unaccompanied asylum seeking child", "UNACCOMPANIED ASYLUM-SEEKING", "Refugee", "")
    draft.add(
        "ssd_immigration_status",
        immigration_status_id=draft.new_id("IM"),
        person_id=child,
        immigration_status_start_date=start,
        immigration_status_end_date=dice.pick(None, None, dice.edge(), dice.near(adult), start),
        immigration_status=dice.pick(*words),
    )


def add_care(draft: Draft, child: str, born: date | None) -> None:
    """None, one or several runs of care with what belongs to them; some begin on the day on which the last ended."""
    dice = draft.dice
    if dice.chance(0.25):
        add_return(draft, child)
        return
    entry = dice.pick(dice.day(), months_on(dice.edge(), -dice.pick(6, 12, 18)), working_days_on(dice.edge(), -20))
    cla_id = draft.new_id("C")
    for _ in range(dice.pick(0, 1, 1, 1, 2, 3)):
        end = add_run(draft, child, entry, cla_id)
        add_reviews(draft, child, entry, cla_id, end)
        add_health(draft, child, entry)
        if dice.chance(0.3):
            add_permanence(draft, child, entry)
        if dice.chance(0.4):
            add_immigration(draft, child, born)
        if end is None and dice.chance(0.95):
            break
        entry = (end or dice.day()) + timedelta(days=dice.pick(0, 0, 1, 40))
        cla_id = cla_id if dice.chance(0.3) else draft.new_id("C")
