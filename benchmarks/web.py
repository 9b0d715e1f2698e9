"""`python -m benchmarks.web [STORE]`: server time of the pages of the application over a store with prepared figures.

Every kind of page is asked for many measures, in turns, so that a busy moment of the machine falls on all of them. A
first visit reads files and asks the engine; later ones find what the process keeps. Writes `benchmarks/web.md`.
STORE is by default the demonstration's, and its figures are prepared first where they are not.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter, process_time
from typing import Any

HERE = Path(__file__).parent
DEMO = HERE.parent / "demo" / "store"
EVERY, ROUNDS = 8, 3
"""One measure in so many is asked; how often each page is asked again after its first visit."""

KINDS = {
    "Measures, the list": "/measures/",
    "Measures, a search": "/measures/?q={word}",
    "A measure": "/measures/{measure}/",
    "A measure, control chart": "/measures/{measure}/?view=control",
    "A measure, what it means": "/measures/{measure}/definition/",
    "A measure, groups compared": "/measures/{measure}/compare/?sort=low",
    "The children behind it": "/measures/{measure}/children/",
    "The children behind it, second page": "/measures/{measure}/children/?page=2",
    "Why it changed": "/measures/{measure}/why/",
}
"""Kinds of page by their address."""


@dataclass
class Times:
    """Seconds of one kind of page: of first visits, of those after, and what the latter took of a processor.

    On a machine that does other work too, the processor's time is what the page costs.
    """

    first: list[float] = field(default_factory=list)
    again: list[float] = field(default_factory=list)
    spent: list[float] = field(default_factory=list)
    refused: int = 0


def start(store: Path, home: Path) -> None:
    """Set the application up over a store, with a database of its own."""
    os.environ |= {
        "TRIGPOINT_STORE": str(store),
        "TRIGPOINT_DATA": str(home),
        "TRIGPOINT_SECRET_KEY": "measured-only-0123456789-abcdefghijklmnopqrstuvwxyz-ABCDEF",
        "TRIGPOINT_DATABASE_URL": f"sqlite:///{home}/web.sqlite3",
        "TRIGPOINT_TRIAL": "1",
        "DJANGO_SETTINGS_MODULE": "trigpoint.web.settings",
    }
    import django  # noqa: PLC0415 - it reads the settings above
    from django.core.management import call_command  # noqa: PLC0415

    django.setup()
    call_command("migrate", verbosity=0)


def client() -> Any:
    """Someone signed in who may see every kind of page."""
    from django.test import Client  # noqa: PLC0415 - after the settings

    from trigpoint.web.people.actor import Held  # noqa: PLC0415
    from trigpoint.web.people.samples import make_account  # noqa: PLC0415

    found = Client()
    account = make_account("measured", Held("analyst"), "never typed by anyone")
    found.force_login(account, backend="trigpoint.web.people.local.LocalBackend")
    return found


def visits(measures: list[str]) -> Iterator[tuple[str, str]]:
    """Every page of a round: kind and address, the kinds in turns."""
    for place, measure in enumerate(measures):
        for kind, address in KINDS.items():
            if "{measure}" in address or place < len(measures) // 4:
                yield kind, address.format(measure=measure, word=measure.split("_")[0])


def measured(store: Path) -> dict[str, Times]:
    """The times of each kind of page."""
    from trigpoint.measures import MEASURES  # noqa: PLC0415 - after the settings
    from trigpoint.tasks.prepared_figures import prepare_figures  # noqa: PLC0415

    prepare_figures(store)
    found = {kind: Times() for kind in KINDS}
    asks, known = client(), set[str]()
    for _ in range(ROUNDS + 1):
        for kind, address in visits(sorted(MEASURES)[::EVERY]):
            began, spent = perf_counter(), process_time()
            answer = asks.get(address)
            taken, spent = perf_counter() - began, process_time() - spent
            if answer.status_code != 200:
                found[kind].refused += 1  # such as no earlier figure to hold it against
            elif address in known:
                found[kind].again.append(taken)
                found[kind].spent.append(spent)
            else:
                found[kind].first.append(taken)
            known.add(address)
    return found


def table(found: dict[str, Times]) -> str:
    """The times as the page of results prints them."""
    lines = [
        "| Page | Pages | First visit, median | First visit, p95 | Later, median | Later, p95 | Processor, median | "
        "Processor, p95 |",
        "|---|---:|---:|---:|---:|---:|---:|---:|",
    ]
    kinds = list(found.values())
    every = Times()
    for one in kinds:
        every.first += one.first
        every.again += one.again
        every.spent += one.spent
    for kind, one in [*found.items(), ("**All**", every)]:
        cells = [_ms(f(times)) for times in (one.first, one.again, one.spent) for f in (median, _p95) if times]
        lines.append(f"| {kind} | {len(one.first)} | {' | '.join(cells)} |")
    return "\n".join(lines)


def _p95(times: list[float]) -> float:
    return quantiles(times, n=20)[-1] if len(times) > 1 else times[0]


def _ms(seconds: float) -> str:
    return f"{seconds * 1000:,.0f} ms"


def main() -> None:
    """Measure, print and write."""
    store = Path(sys.argv[1]).absolute() if len(sys.argv) > 1 else DEMO
    with tempfile.TemporaryDirectory() as home:
        start(store, Path(home))
        said = table(measured(store))
    busy = f"{os.getloadavg()[0]:.0f} on {os.cpu_count()} processors"
    text = (
        "# Pages of the web application\n\nWritten by `python -m benchmarks.web`: server time of each kind of page, "
        f"one in {EVERY} measures, over the demonstration's store of 2,000 children looked after. A first visit is the "
        "first of that page in the process; the processor's time is of later ones, in all threads. The "
        f"load of the machine was {busy}: above the number of processors the visits are longer than they would be.\n\n"
    )
    (HERE / "web.md").write_text(f"{text}{said}\n", encoding="utf-8")
    print(said)


if __name__ == "__main__":
    main()
