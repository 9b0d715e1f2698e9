"""Check a register of events, keep it in a store, and read the one that counts."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from trigpoint.measures import EVERY
from trigpoint.packs import event_entries, event_file
from trigpoint.packs.event import Event
from trigpoint.store import Entry, Store

KIND = "events"
"""The kind of entry that holds events."""


@dataclass(frozen=True)
class Registered:
    """A register that was taken, and the entry that holds it."""

    entry: Entry
    events: tuple[Event, ...]


def check_events(file: Path) -> tuple[Event, ...]:
    """The events of a file, by date, each about measures of the library. Raises EventsError with every fault."""
    return event_file.read(file, EVERY)


def load_events(file: Path, store: Path) -> Registered:
    """Add a register to the store as an entry of kind `events`: all of it or nothing.

    The newest entry counts; the older ones are kept. Raises EventsError and StoreError.
    """
    found = check_events(file)
    with Store(store).writing() as writer:
        return Registered(writer.add_entry(KIND, event_entries.to_table(found)), found)


def events(store: Path, authority: str = "") -> tuple[Event, ...]:
    """The events of the newest register by date; with `authority` those that apply to it. Empty where none was loaded.

    Raises StoreError.
    """
    entries = Store(store).entries(KIND)
    found = event_entries.from_table(entries[-1].read()) if entries else ()
    return tuple(event for event in found if not authority or event.authority in ("", authority))
