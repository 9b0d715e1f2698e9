"""Whether what a month was frozen with has been settled anew since."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

from trigpoint.tasks.configure import Setting, configured
from trigpoint.tasks.own_packs import versions_of


def settled_since(store: Path, moment: datetime, packs: Iterable[str]) -> bool:
    """Whether the council's words, or one of the packs of its own, are newer than a moment. Raises StoreError."""
    words = configured(store, Setting.WORDS)
    newest = [versions[0].time for name in packs if (versions := versions_of(store, name))]
    return any(time > moment for time in (*newest, *([words.time] if words else [])))
