"""`python -m benchmarks.crowd_people FILE`: makes the crowd's accounts, and what each sees when nobody else is there.

A process of its own, because Django has one set of settings; the variables TRIGPOINT_... say which. Writes FILE.
"""

from __future__ import annotations

import json
import os
import re
import sys
from collections import Counter
from pathlib import Path
from typing import Any

PASSWORD = "a crowd of invented people"
SIZES = {
    "analyst": 8,
    "team_manager": 15,
    "worker": 10,
    "head_of_service": 6,
    "commentator": 5,
    "viewer": 3,
    "quality_officer": 3,
}
"""Fifty people by role."""

EXPLORED = ("cla_at_period_end", "rereferrals_12m_pct", "cpp_at_period_end", "cla_reviews_in_timescale_pct")
PAGES = {
    "explore": [
        "/measures/",
        "/measures/?q=placement",
        *(f"/measures/{m}/{end}" for m in EXPLORED for end in ("", "?view=control", "compare/", "definition/")),
    ],
    "children": [f"/measures/{m}/children/" for m in EXPLORED],
    "team": ["/team/"],
    "quality": ["/quality/"],
    "library": ["/library/"],
    "month": ["/month/"],
}
BY_ROLE = {
    "analyst": ("explore", "children", "month", "quality"),
    "team_manager": ("team", "children", "quality"),
    "worker": ("team",),
    "head_of_service": ("explore", "month", "team"),
    "commentator": ("month", "explore"),
    "viewer": ("explore", "library"),
    "quality_officer": ("quality",),
}


SCOPED = ("team_manager", "worker", "head_of_service")
"""Roles that are held for a part of the authority."""


def case_numbers(text: str, children: frozenset[str]) -> set[str]:
    """The case numbers of children in a page."""
    return {word for word in re.findall(r"[A-Za-z0-9]+", text) if len(word) > 3} & children


def main() -> None:
    """Make the accounts and write what is known of them."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "trigpoint.web.settings"
    import django  # noqa: PLC0415 - it reads the settings

    django.setup()
    from django.core.management import call_command  # noqa: PLC0415

    call_command("migrate", verbosity=0)
    store = Path(os.environ["TRIGPOINT_STORE"])
    _prepare(store)
    children = _children(store)
    people, alike = [], dict[str, set[str]]()
    for name, role, account in _accounts(store):
        pages = [path for kind in BY_ROLE.get(role, ()) for path in PAGES[kind]]
        mine = name if role in SCOPED else role  # who sees the whole authority sees what others of the role do
        if mine not in alike:
            alike[mine] = _alone(account, pages, children)
        people.append({"name": name, "role": role, "pages": pages, "sees": sorted(alike[mine])})
    Path(sys.argv[1]).write_text(json.dumps({"children": sorted(children), "people": people}), encoding="utf-8")


def _prepare(store: Path) -> None:
    """What the worker prepares after a load."""
    from trigpoint.tasks.kept_check import keep_check  # noqa: PLC0415 - after the settings
    from trigpoint.tasks.prepared_figures import prepare_figures  # noqa: PLC0415
    from trigpoint.tasks.work_due import work_due  # noqa: PLC0415

    prepare_figures(store)
    keep_check(store)
    work_due(store)


def _children(store: Path) -> frozenset[str]:
    import pyarrow.parquet as pq  # noqa: PLC0415

    from trigpoint.tasks.stored import snapshot_of  # noqa: PLC0415

    files = snapshot_of(store).tables["ssd_person"]
    return frozenset(str(one) for one in pq.read_table(files, columns=["pers_person_id"])[0].to_pylist())


def _accounts(store: Path) -> list[tuple[str, str, Any]]:
    from trigpoint.tasks.allocated import allocated  # noqa: PLC0415
    from trigpoint.tasks.stored import snapshot_of  # noqa: PLC0415
    from trigpoint.web.people.actor import Held, ScopeKind  # noqa: PLC0415
    from trigpoint.web.people.samples import make_account  # noqa: PLC0415

    homes = list(allocated(snapshot_of(store)).values())
    places = {
        "team_manager": (ScopeKind.TEAM, _most([one.team for one in homes])),
        "worker": (ScopeKind.WORKER, _most([one.worker for one in homes])),
        "head_of_service": (ScopeKind.SERVICE, _most([one.service for one in homes])),
    }
    found = []
    for role, size in {**SIZES, "information_manager": 1, "approver": 1}.items():
        for number in range(size):
            held = Held(role)
            if role in places:
                kind, names = places[role]
                held = Held(role, kind, names[number % len(names)])
            name = f"{role}-{number}"
            found.append((name, role, make_account(name, held, PASSWORD)))
    found.append(("loader", "", make_account("loader", Held("analyst"), PASSWORD)))
    return found


def _most(names: list[str]) -> list[str]:
    return [name for name, _ in Counter(name for name in names if name).most_common()]


def _alone(account: Any, pages: list[str], children: frozenset[str]) -> set[str]:
    """The case numbers on a person's pages."""
    from django.test import Client  # noqa: PLC0415

    client, found = Client(), set[str]()
    client.force_login(account, backend="trigpoint.web.people.local.LocalBackend")
    for path in pages:
        answer = client.get(path, follow=True)
        if answer.status_code != 200:
            raise SystemExit(f"{account.username} {path}: {answer.status_code}")
        found |= case_numbers(answer.content.decode(), children)
    return found


if __name__ == "__main__":
    main()
