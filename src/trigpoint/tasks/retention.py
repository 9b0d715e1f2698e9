"""How long a council keeps records of children and what holds traces of them, and whether it holds everything now."""

from __future__ import annotations

from pathlib import Path

from trigpoint.tasks.configure import Setting, configured

PERIODS = (
    ("records", "Records of children in old snapshots, months", 24, 3, 240),
    ("uploads", "Files as they were uploaded, days", 90, 1, 3650),
    ("audits", "What was written in audits, months after their round was agreed", 24, 3, 240),
    ("backups", "Backups in the folder of the backups, days", 90, 7, 3650),
    ("log", "The access log, months", 72, 24, 240),
)
"""What is kept for how long: its name, its words, the default, the least and the most."""
HOLD = "hold"
"""That nothing about children is deleted until this is taken off, whatever its age."""


def is_held(store: Path) -> str:
    """Why nothing about children may be deleted for now, with who said so; empty where it may."""
    found = configured(store, Setting.RETENTION)
    held = found is not None and any(row.key == HOLD and row.value for row in found.rows)
    return f"{found.by} holds everything since {found.time:%d %B %Y}: {found.because}" if found and held else ""


def periods(store: Path) -> dict[str, int]:
    """How long each kind of thing is kept, as the council settled it or by default."""
    found = configured(store, Setting.RETENTION)
    settled = {row.key: int(row.value) for row in found.rows if row.key != HOLD} if found else {}
    return {name: settled.get(name, default) for name, _, default, _, _ in PERIODS}
