"""What is kept on disk: snapshots, entries and releases as bytes, hashes and names, made visible by one atomic rename.

Nothing here knows what is in a table. May import: nothing of ours.
"""

from trigpoint.store.entry import Entry
from trigpoint.store.error import StoreError
from trigpoint.store.release import Release
from trigpoint.store.snapshot import Snapshot
from trigpoint.store.store import Store
from trigpoint.store.writer import Writer

__all__ = ["Entry", "Release", "Snapshot", "Store", "StoreError", "Writer"]
