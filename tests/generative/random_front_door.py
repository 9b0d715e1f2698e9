"""Random contacts, decisions at the front door and early help, around their limits."""

from datetime import date, timedelta

from random_dice import months_on, working_days_on
from random_draft import Draft
from random_spoil import Spoiled

SPOILED = {
    "ssd_contacts": Spoiled(
        "cont_person_id",
        "cont_contact_date",
        ("cont_contact_source_code", "cont_contact_outcome_json"),
        ("cont_contact_source_code",),
        looked_up=True,
    ),
    "ext_front_door_decision": Spoiled("", "", ("decided_at", "received_at"), ("contact_id", "referral_id")),
    "ssd_early_help_episodes": Spoiled(
        "earl_person_id",
        "earl_episode_start_date",
        ("earl_episode_end_date", "earl_episode_end_reason"),
        ("earl_episode_end_reason",),
    ),
    "ext_early_help_step_down": Spoiled("", "", ("stepped_down_from", "stepped_down_on"), looked_up=True),
    "ext_early_help_request": Spoiled("person_id", "received_on", ("decided_on",)),
    "ext_family_outcome": Spoiled("", "", ("improved",), ("improved",), looked_up=True),
}
OPTIONAL = ("ext_front_door_decision", "ext_early_help_step_down", "ext_early_help_request", "ext_family_outcome")
OUTCOMES = (
    "",
    "{}",
    '{"NEW_REFERRAL_FLAG": "", "NFA_FLAG": null, "NUMBER_OF_OUTCOMES": "1"}',
    '{"COMMENTS": "rang back"}',
    '{"NEW_REFERRAL_FLAG": "Y"}',
    '{"NEW_REFERRAL_FLAG": "y", "NFA_FLAG": "N"}',
    '{"new_referral_flag": true}',
    '{"NEW_REFERRAL_FLAG": "1", "EXISTING_REFERRAL_FLAG": "N"}',
    '{"NEW_REFERRAL_FLAG": "Y", "EXISTING_REFERRAL_FLAG": "Y"}',
    '{"EXISTING_REFERRAL_FLAG": "True"}',
    '{"NEW_REFERRAL_FLAG": "N"}',
    '{"NFA_FLAG": "Y"}',
    '{"ADVICE_FLAG": false}',
    '{"MISSING_FLAG": "perhaps"}',
)
TIMES = ("00:00:00", "09:00:00", "09:00:00", "17:30:00", "17:30:01", "23:59:59")
REASONS = (
    "Step up to social care",
    "Stepped-Up",
    "STEP-UP",
    "stepped up to CIN",
    "Needs met",
    "Moved away",
    "",
    "",
    "",
)
STAGES = ("initial_assessment", "core_assessment", "assessment", "cin", "Contact", "FAMILY_SUPPORT", "hospital",
          "intensive_family_support")  # fmt: skip


def add_contacts(draft: Draft, child: str) -> None:
    """Contacts near referrals, twice a day, and with brothers and sisters, now and then under the same id."""
    dice = draft.dice
    referred = [
        row["cine_referral_date"] for row in draft.rows_of("ssd_cin_episodes", child) if row["cine_referral_date"]
    ]
    on, source = dice.day(), "1A"
    for _ in range(dice.pick(0, 1, 2, 3, 4)):
        others = draft.tables["ssd_contacts"]
        contact = draft.new_id("CO")
        if others and dice.chance(0.35):
            other = dice.pick(*others)
            on, source = date.fromisoformat(other["cont_contact_date"]), other["cont_contact_source_code"]
            contact = other["cont_contact_id"] if dice.chance(0.3) else contact
        elif referred and dice.chance(0.5):
            on = date.fromisoformat(dice.pick(*referred)) - timedelta(days=dice.pick(0, 1, 3, 3, 4, -1))
        elif dice.chance(0.6):
            on = dice.pick(dice.day(), dice.as_at - timedelta(days=dice.pick(0, 1, 2, 3, 4)))
        source = dice.pick(source, source, "1A", "6", "")
        draft.add("ssd_contacts", contact_id=contact, person_id=child, contact_date=on, contact_source_code=source,
                  contact_outcome_json=dice.pick(*OUTCOMES))  # fmt: skip
        if dice.chance(0.8):
            add_decision(draft, child, on, contact_id=contact)
    for row in draft.rows_of("ssd_cin_episodes", child):
        if row["cine_referral_date"] and dice.chance(0.7):
            add_decision(
                draft, child, date.fromisoformat(row["cine_referral_date"]), referral_id=row["cine_referral_id"]
            )


def add_decision(draft: Draft, child: str, on: date, contact_id: str = "", referral_id: str = "") -> None:
    """Received about then and decided about the limit; some twice, some for both, some undecided."""
    dice = draft.dice
    for _ in range(dice.pick(1, 1, 1, 2)):
        received = dice.pick(on, on, on, dice.near(on), on + timedelta(days=dice.pick(3, -2)))
        limits = (received + timedelta(days=1), working_days_on(received, 1), received, received + timedelta(days=2))
        decided = dice.pick(
            *limits, limits[0], limits[0], working_days_on(received, 2), received - timedelta(days=1), dice.day()
        )
        draft.add(
            "ext_front_door_decision",
            decision_id=draft.new_id("FD"),
            person_id=dice.pick(child, child, "CH1"),
            contact_id=contact_id or ("CO1" if dice.chance(0.02) else ""),
            referral_id=referral_id or ("R1" if dice.chance(0.02) else ""),
            received_at=f"{received.isoformat()}T{dice.pick(*TIMES)}",
            decided_at="" if dice.chance(0.15) else f"{decided.isoformat()}T{dice.pick(*TIMES)}",
        )


def add_early_help(draft: Draft, child: str) -> None:
    """Episodes that overlap, touch, begin together, end before they start; their steps and outcomes."""
    dice = draft.dice
    start = dice.day()
    referred = [
        row["cine_referral_date"] for row in draft.rows_of("ssd_cin_episodes", child) if row["cine_referral_date"]
    ]
    for _ in range(dice.pick(0, 0, 1, 2, 3)):
        others = draft.tables["ssd_early_help_episodes"]
        if others and dice.chance(0.4):
            other = dice.pick(*others)
            start = date.fromisoformat(
                dice.pick(other["earl_episode_start_date"], other["earl_episode_end_date"]) or str(start)
            )
        month = months_on(start, dice.pick(1, 3, 6))
        end = dice.pick(
            start, dice.near(month), dice.edge(), month, dice.as_at - timedelta(days=dice.pick(0, 27, 28, 29))
        )
        if referred and dice.chance(0.3):
            end = date.fromisoformat(dice.pick(*referred)) - timedelta(days=dice.pick(0, 28, 28, 29, -1))
        episode = draft.new_id("EH")
        draft.add("ssd_early_help_episodes", episode_id=episode, person_id=child,
                  episode_start_date=None if dice.chance(0.05) else start,
                  episode_end_date=None if dice.chance(0.2) else end,
                  episode_end_reason=dice.pick(*REASONS))  # fmt: skip
        if dice.chance(0.6):
            draft.add("ext_early_help_step_down", episode_id="nowhere" if dice.chance(0.05) else episode,
                      stepped_down_from=dice.pick(*STAGES),
                      stepped_down_on=dice.pick(None, start, start, dice.edge()))  # fmt: skip
        for _ in range(dice.pick(0, 1, 1, 2)):
            draft.add("ext_family_outcome", episode_id=episode, family_id=dice.pick("FA", "FB", "FC"),
                      improved=dice.pick("Y", "yes", "Y", "T", "N", "no", "x"))  # fmt: skip
        start = dice.pick(end, end, end + timedelta(days=1), start, month, dice.day())


def add_requests(draft: Draft, child: str) -> None:
    dice = draft.dice
    for _ in range(dice.pick(0, 1, 2)):
        received = dice.pick(dice.day(), dice.edge(), working_days_on(dice.as_at, -3), dice.as_at)
        limit = working_days_on(received, 3)
        days = (limit, limit, limit + timedelta(days=1), received, received - timedelta(days=1), dice.edge(), None)
        draft.add("ext_early_help_request", request_id=draft.new_id("EQ"), person_id=child, received_on=received,
                  decided_on=dice.pick(*days))  # fmt: skip


def add_front_door(draft: Draft, child: str, born: date | None) -> None:
    add_contacts(draft, child)
    add_early_help(draft, child)
    add_requests(draft, child)
