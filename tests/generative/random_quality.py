"""Random episodes of children missing, posts and supervision, audits, complaints and requests for information."""

from datetime import date, timedelta

from random_dice import months_on, working_days_on
from random_draft import Draft
from random_protection import TIMES
from random_spoil import Spoiled

SPOILED = {
    "ssd_missing": Spoiled(
        "miss_person_id",
        "miss_missing_episode_start_date",
        ("miss_missing_episode_end_date", "miss_missing_episode_type"),
        ("miss_missing_episode_type",),
    ),
    "ext_return_interview": Spoiled("", "", ("returned_at", "completed_at", "refused"), looked_up=True),
    "ext_post": Spoiled("", "start_date", ("end_date", "filled_by", "professional_id", "role", "fte")),
    "ext_supervision": Spoiled("", "held_on"),
    "ext_audit": Spoiled("person_id", "audited_on", ("grade", "kind"), ("grade", "kind"), looked_up=True),
    "ext_audit_answer": Spoiled("", "", ("answer", "question")),
    "ext_foi_request": Spoiled("", "received_on", ("responded_on",)),
    "ext_complaint": Spoiled("", "received_on", ("responded_on", "stage")),
}
OPTIONAL = ("ext_return_interview", "ext_supervision", "ext_audit_answer", "ext_foi_request", "ext_complaint")
GRADES = ("Outstanding", "Good", "GOOD", "Requires improvement", "requires Improvement", "Inadequate", "Excellent", "")
QUESTIONS = ("smart_plan", "drift", "history", "thresholds", "challenge", "elsewhere")
ANSWERS = ("Y", "Y", "y", "yes", "N", "N", "NA", "na", "N/A", "", "?")
TEAMS = ("T1", "T2", "T3", "T4", "Fostering North", "Looked after and adopted", "Children IN CARE", "nowhere", "")


def begins(draft: Draft, child: str) -> date:
    """A day on which a child may go missing: at the edges of its time in care, or any day."""
    dice = draft.dice
    cared_for = [row["clae_cla_episode_start_date"] for row in draft.rows_of("ssd_cla_episodes", child)]
    cared_for += [row["clae_cla_episode_ceased_date"] for row in draft.rows_of("ssd_cla_episodes", child)]
    days = [day for day in cared_for if day]
    if not days or dice.chance(0.4):
        return dice.edge()
    return dice.near(date.fromisoformat(dice.pick(*days)) + timedelta(days=dice.pick(0, 0, 1, 20, 60)))


def add_missing(draft: Draft, child: str) -> None:
    """Episodes that overlap, touch, or lie a day or two apart; of both types, of none, and of others."""
    dice = draft.dice
    start = begins(draft, child)
    for _ in range(dice.pick(0, 1, 2, 4, 6)):
        end = dice.pick(start, start + timedelta(days=1), start + timedelta(days=dice.pick(2, 5, 30)), dice.near(start))
        end_or_not = None if dice.chance(0.08) else start - timedelta(days=1) if dice.chance(0.05) else end
        absence = draft.new_id("MI")
        draft.add("ssd_missing", table_id=absence, person_id=child, missing_episode_end_date=end_or_not,
                  missing_episode_start_date=None if dice.chance(0.05) else start,
                  missing_episode_type=dice.pick(*["M"] * 12, "A", "A", "", "m", "X"),
                  missing_rhi_offered=dice.flag(0.7), missing_rhi_accepted=dice.flag(0.6))  # fmt: skip
        for _ in range(dice.pick(0, 1, 1, 1, 1, 2)):
            add_interview(draft, absence, end)
        ways_on = (end, end + timedelta(days=1), end + timedelta(days=2), end - timedelta(days=1), start)
        start = dice.pick(*ways_on, end + timedelta(days=dice.pick(10, 30)), begins(draft, child))


def add_interview(draft: Draft, absence: str, end: date) -> None:
    """Interviews around the third working day and 72 hours, or on the day before the return."""
    dice = draft.dice
    back = dice.pick(end, end, end, dice.near(end))
    returned = dice.pick("", f"{back}{dice.pick(*TIMES)}", f"{back}{dice.pick(*TIMES)}", f"{back} 09:30")
    limit = working_days_on(back, 3)
    days = (limit, limit, working_days_on(back, 4), limit + timedelta(days=1), back + timedelta(days=3), back)
    done = dice.pick(*days, back + timedelta(days=3), back - timedelta(days=1), dice.as_at)
    completed = dice.pick("", f"{done}{dice.pick(*TIMES)}", f"{done}{dice.pick(*TIMES)}", f"{done} 09:30")
    draft.add("ext_return_interview", missing_table_id=absence, returned_at=returned, completed_at=completed,
              refused=dice.flag(0.2))  # fmt: skip


def add_posts(draft: Draft) -> None:
    """A worker from post to post: at once, the next day, the next working day, later, or with two at a time."""
    dice = draft.dice
    worker, start = dice.pick("W1", "W2", "W3", "W4", "W5", "W10", "W11", ""), dice.day()
    role = dice.pick(*["social_worker"] * 6, "team_manager", "family_support", "iro", "Social_worker")
    for _ in range(dice.pick(1, 1, 2, 3)):
        end = dice.pick(None, None, start, dice.edge(), dice.near(months_on(start, dice.pick(1, 3, 9))))
        draft.add("ext_post", post_id=draft.new_id("PO"), role=role, team=dice.pick(*TEAMS), start_date=start,
                  fte=dice.pick("1", "1", "0.5", "0.8", "0.75", "0"), professional_id=worker, end_date=end,
                  filled_by=dice.pick(*["permanent"] * 5, "agency", "agency", "vacant", "Agency"))  # fmt: skip
        for _ in range(dice.pick(0, 1, 2, 3)):
            last = end - timedelta(days=1) if end else dice.edge()
            held = dice.pick(dice.edge(), dice.edge(), last, last - timedelta(days=dice.pick(28, 29, 42, 43, 27)))
            draft.add("ext_supervision", supervision_id=draft.new_id("SU"), professional_id=worker or "W1",
                      held_on=held)  # fmt: skip
        last = end or dice.edge()
        start = dice.pick(last, working_days_on(last, 1), working_days_on(last, 2), last + timedelta(days=1), start)
        role = dice.pick(role, role, role, "social_worker", "team_manager", "family_support")
        worker = worker if dice.chance(0.9) else dice.pick("W1", "W2", "")


def add_audits(draft: Draft, child: str) -> None:
    dice = draft.dice
    for _ in range(dice.pick(0, 1, 2)):
        audit = draft.new_id("AU")
        draft.add("ext_audit", audit_id=audit, person_id=dice.pick(child, child, ""), audited_on=dice.edge(),
                  grade=dice.pick(*GRADES), kind=dice.pick("team_manager", "practice", "dip_sample", ""))  # fmt: skip
        for _ in range(dice.pick(0, 2, 4)):
            draft.add("ext_audit_answer", audit_id=dice.pick(*[audit] * 9, "nowhere"), question=dice.pick(*QUESTIONS),
                      answer=dice.pick(*ANSWERS))  # fmt: skip


def add_answers(draft: Draft) -> None:
    """Requests and complaints answered around their limits, which lie around the as-at day and month ends."""
    dice = draft.dice
    for _ in range(dice.pick(1, 2)):
        received = working_days_on(dice.pick(dice.edge(), dice.edge(), dice.as_at), -20)
        limit = working_days_on(received, 20)
        answers = (None, limit, limit, dice.near(limit), limit + timedelta(days=2), received - timedelta(days=1))
        draft.add("ext_foi_request", request_id=draft.new_id("FOI"), received_on=received,
                  responded_on=dice.pick(*answers, dice.edge()))  # fmt: skip
        n = dice.pick(10, 10, 20)
        received = working_days_on(dice.pick(dice.edge(), dice.edge(), dice.as_at), -n)
        limit = working_days_on(received, n)
        answers = (None, limit, limit, dice.near(limit), received, received - timedelta(days=1))
        draft.add("ext_complaint", complaint_id=draft.new_id("CO"), stage=dice.pick("1", "1", "1", "2", "3"),
                  received_on=received, responded_on=dice.pick(*answers, dice.edge()))  # fmt: skip


def add_quality(draft: Draft, child: str, born: date | None) -> None:
    """What happens to a child missing; posts, audits and answers in time as there are children."""
    add_missing(draft, child)
    add_posts(draft)
    add_audits(draft, child)
    add_answers(draft)
