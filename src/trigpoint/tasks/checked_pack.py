"""A pack by its name, held against what there is: measures, layouts, figures, sets of definitions and targets."""

from __future__ import annotations

import re
from datetime import datetime
from pathlib import Path

from trigpoint.measures import EVERY
from trigpoint.packs import load as packs
from trigpoint.packs.asked import check_asked
from trigpoint.packs.library import pack_names, target_file
from trigpoint.packs.load import PackError
from trigpoint.packs.model import Pack
from trigpoint.reports.layouts import layouts
from trigpoint.store import Store
from trigpoint.tasks.library import LibraryError, checked_set
from trigpoint.tasks.own_packs import own_pack

_ID = re.compile(r"[a-z][a-z0-9-]{1,59}")
_MOST_PAGES = 300


def checked(name: str, store: Path | None = None, at: datetime | None = None) -> Pack:
    """The pack of a name: ours, the council's own in the store as it was at a moment, or a TOML file.

    Held against the library of measures, the layouts and the figures there are. Raises PackError and StoreError.
    """
    own = own_pack(store, name, at) if store is not None and name not in pack_names() else None
    if own is not None:
        return _stands(packs.read(own.text, f"{name}.toml", EVERY), name)
    return _stands(packs.load(name if name in pack_names() else Path(name), EVERY), name)


def checked_text(text: str, file: str, store: Path) -> Pack:
    """The pack that a council's own file holds, fit to be offered to every month.

    Raises PackError with the line on which the fault stands, where it stands on one; StoreError.
    """
    try:
        pack = _stands(packs.read(text, file, EVERY), file)
        _fit(pack, store)
    except PackError as error:
        raise PackError(_with_line(str(error), text)) from None
    return pack


def _stands(pack: Pack, name: str) -> Pack:
    if pack.layout not in layouts():
        raise PackError(f"{name}: `layout` is {pack.layout!r}; give one of {', '.join(layouts())}.")
    check_asked(pack, EVERY)
    return pack


def _fit(pack: Pack, store: Path) -> None:
    """What a pack in the store must hold besides: its id becomes the name of a folder, and no other pack has it."""
    if not _ID.fullmatch(pack.id):
        raise PackError(f"`id` is {pack.id!r}; use 2 to 60 small letters, digits and dashes, a letter first.")
    if pack.id in pack_names():
        raise PackError(f"`id` {pack.id!r} is a pack that comes with Trigpoint; give yours another.")
    if len(pack.pages) > _MOST_PAGES:
        raise PackError(f"It has {len(pack.pages)} pages; give it at most {_MOST_PAGES}.")
    try:
        checked_set(pack.definitions)
    except LibraryError as error:
        raise PackError(f"`definitions`: {error}") from None
    known = pack.published or not pack.target_set or target_file(pack.target_set) is not None
    if not known and pack.target_set not in _loaded_sets(store):
        raise PackError(
            f"`target_set` {pack.target_set!r} is neither in the store nor one of ours; load the targets first, "
            "or leave `target_set` out to fill the pack without any."
        )


def _loaded_sets(store: Path) -> set[str]:
    tables = [entry.read() for entry in Store(store).entries("targets")]
    return {str(name) for table in tables for name in table["set"].unique().to_pylist()}


def _with_line(said: str, text: str) -> str:
    """The sentence with the line before it: the place it names, and there the key."""
    if "(at line" in said:  # of what is not TOML at all, and says it itself
        return said
    lines = text.splitlines()
    first, last = _place(said, lines)
    names = [*re.findall(r"`(\w+)`", said)[:1], *re.findall(r"\), (\w+)", said)]
    begins = [re.compile(rf"\s*(?:\[+(?:\w+\.)*)?{name}\s*(?:=|\])") for name in names]
    places = (n for one in begins for n in range(first, last) if one.match(lines[n]))
    found = next(places, first or None)
    return said if found is None else f"Line {found + 1}: {said}"


def _place(said: str, lines: list[str]) -> tuple[int, int]:
    """The lines of the table that a sentence names: "page 3 (Visits)" by number, "page 1a" by code; else the top."""
    heads = [n for n, line in enumerate(lines) if re.match(r"\s*\[", line)]
    named = re.search(r", (page|context|distribution|change|agreed) (\d+) \(", said)
    coded = re.search(r", page ([^:,]+)[:,]", said)
    starts = [n for n in heads if re.match(rf"\s*\[\[{named[1] if named else 'page'}\]\]", lines[n])]
    if named:
        first = starts[int(named[2]) - 1] if int(named[2]) <= len(starts) else None
    elif coded:
        code = re.compile(rf"""\s*code\s*=\s*["']{re.escape(coded[1])}["']""")
        where = next((n for n, line in enumerate(lines) if code.match(line)), None)
        first = max((n for n in starts if where is not None and n <= where), default=None)
    else:
        return 0, heads[0] if heads else len(lines)
    if first is None:
        return 0, 0
    return first, next((n for n in heads if n > first and lines[n].lstrip().startswith("[[")), len(lines))
