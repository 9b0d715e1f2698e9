"""Check a file of commentary, keep it in a store, and read what counts for a pack and a period."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from trigpoint.measures import EVERY
from trigpoint.packs import commentary_entries, commentary_file
from trigpoint.packs.commentary import PackCommentary
from trigpoint.store import Entry, Store

KIND = "commentary"
"""The kind of entry that holds commentary."""


@dataclass(frozen=True)
class Kept:
    """A commentary that was taken, and the entry that holds it."""

    entry: Entry
    commentary: PackCommentary


def check_commentary(file: Path) -> PackCommentary:
    """The commentary of a file, about pages that its pack has. Raises CommentaryError with every fault."""
    return commentary_file.read(file, EVERY)


def load_commentary(file: Path, store: Path) -> Kept:
    """Add a file of commentary to the store as an entry of kind `commentary`: all of it or nothing.

    The newest entry of a pack and period counts; the older ones are kept. Raises CommentaryError and StoreError.
    """
    found = check_commentary(file)
    with Store(store).writing() as writer:
        return Kept(writer.add_entry(KIND, commentary_entries.to_table(found)), found)


def commentary(store: Path, pack: str, period: date) -> PackCommentary:
    """What counts for a pack and the period that ends on a day; empty where nothing was loaded. Raises StoreError."""
    return commentary_entries.newest([entry.read() for entry in Store(store).entries(KIND)], pack, period)
