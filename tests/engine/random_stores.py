"""A store of several authorities with random records, all as at one day, and the engine on it."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "generative"))

from random_records import random_tables, write_tables

from trigpoint.engine import Engine
from trigpoint.tasks.load import load
from trigpoint.tasks.opened import engine_on
from trigpoint.tasks.stored import snapshot_of


def random_store(home: Path, seeds: Sequence[int]) -> tuple[Path, date]:
    """A store with one authority a seed, and the as-at day that the seeds share."""
    (as_at,) = {random_tables(seed)[1] for seed in seeds}
    for seed in seeds:
        write_tables(random_tables(seed)[0], home / "files" / f"A{seed:05d}")
    load([home / "files"], home / "store", as_at)
    return home / "store", as_at


def engine_of(store: Path) -> Engine:
    """The engine on the newest snapshot, its views kept beside it."""
    return engine_on(snapshot_of(store))
