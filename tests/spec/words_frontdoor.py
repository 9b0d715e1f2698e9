"""Words of worked tables about the front door and early help."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any

_OUTCOMES = {
    "new referral": "NEW_REFERRAL_FLAG",
    "open case": "EXISTING_REFERRAL_FLAG",
    "advice": "ADVICE_FLAG",
    "nfa": "NFA_FLAG",
}


def _mine(table: Any, name: str, person: str, child: str) -> list[dict[str, str]]:
    return [row for row in table.records.get(name, []) if row[person] == child]


def _contacts(table: Any, child: str, parts: list[str]) -> None:
    """`2024-10-04 from 6 new referral`: day, source, and an outcome or none."""
    for part in parts:
        said = re.match(r"(\S+) from (\S+)\s*(.*)$", part)
        assert said is not None
        outcome = {flag: "Y" if word == said[3] else "N" for word, flag in _OUTCOMES.items()}
        table.add(
            "ssd_contacts",
            cont_contact_id="K" + table.number("ssd_contacts"),
            cont_person_id=child,
            cont_contact_date=said[1],
            cont_contact_source_code=said[2],
            cont_contact_outcome_json=json.dumps(outcome) if said[3] in _OUTCOMES else "",
        )


def _decisions(table: Any, child: str, parts: list[str]) -> None:
    """`2024-10-04 17:30 to 2024-10-07 09:00`: received and decided; the nth is of the nth contact and referral."""
    contacts = _mine(table, "ssd_contacts", "cont_person_id", child)
    referrals = _mine(table, "ssd_cin_episodes", "cine_person_id", child)
    for place, part in enumerate(parts):
        received, _, decided = part.partition(" to")
        table.add(
            "ext_front_door_decision",
            decision_id="D" + table.number("ext_front_door_decision"),
            person_id=child,
            contact_id=contacts[place]["cont_contact_id"] if place < len(contacts) else "",
            referral_id=referrals[place]["cine_referral_id"] if place < len(referrals) else "",
            received_at=received.strip(),
            decided_at=decided.strip(),
        )


def _of_referral(column: str, say: Callable[[str], str] = str) -> Callable[[Any, str, list[str]], None]:
    """A word that fills a column of the child's referrals, the nth part that of the nth; `-` leaves it empty."""

    def fill(table: Any, child: str, parts: list[str]) -> None:
        referrals = _mine(table, "ssd_cin_episodes", "cine_person_id", child)
        for row, part in zip(referrals, parts, strict=False):
            row[column] = "" if part == "-" else say(part)

    return fill


def _household(table: Any, child: str, parts: list[str]) -> None:
    for part in parts:
        table.add(
            "ssd_family", fami_table_id="F" + table.number("ssd_family"), fami_family_id=part, fami_person_id=child
        )


def _early_help(table: Any, child: str, parts: list[str]) -> None:
    """`2024-01-10 to 2024-05-01 step up`: start, end, reason of the end."""
    for part in parts:
        start, _, rest = part.partition("to")
        end, _, reason = rest.strip().partition(" ")
        table.add(
            "ssd_early_help_episodes",
            earl_episode_id="EH" + table.number("ssd_early_help_episodes"),
            earl_person_id=child,
            earl_episode_start_date=start.strip(),
            earl_episode_end_date=end,
            earl_episode_end_reason=reason,
        )


def _of_early_help(name: str, fill: Callable[[str], dict[str, str]]) -> Callable[[Any, str, list[str]], None]:
    """A word that adds a record to the child's early help episodes, the nth part to the nth."""

    def add(table: Any, child: str, parts: list[str]) -> None:
        episodes = _mine(table, "ssd_early_help_episodes", "earl_person_id", child)
        for row, part in zip(episodes, parts, strict=False):
            table.add(name, episode_id=row["earl_episode_id"], **fill(part))

    return add


def _requests(table: Any, child: str, parts: list[str]) -> None:
    for part in parts:
        received, _, decided = part.partition("to")
        table.add(
            "ext_early_help_request",
            request_id="ER" + table.number("ext_early_help_request"),
            person_id=child,
            received_on=received.strip(),
            decided_on=decided.strip(),
        )


RECORDS = {
    "contacts": _contacts,
    "decisions": _decisions,
    "referral nfa": _of_referral("cine_referral_nfa"),
    "referral source": _of_referral("cine_referral_source_code"),
    "referral closed as": _of_referral("cine_close_reason"),
    "referral outcome": _of_referral(
        "cine_referral_outcome_json",
        lambda said: json.dumps({"SINGLE_ASSESSMENT_FLAG": "Y" if said == "single assessment" else "N"}),
    ),
    "household": _household,
    "early help": _early_help,
    "early help requests": _requests,
    "stepped down from": _of_early_help("ext_early_help_step_down", lambda stage: {"stepped_down_from": stage}),
    "family improved": _of_early_help(
        "ext_family_outcome", lambda said: {"family_id": "F", "improved": "" if said == "-" else said}
    ),
}

COLLECTED = {
    "ssd_contacts": "cont_contact_id",
    "ext_front_door_decision": "decision_id",
    "ssd_early_help_episodes": "earl_episode_id",
    "ext_early_help_request": "request_id",
    "ext_early_help_step_down": "episode_id",
    "ext_family_outcome": "episode_id",
}
