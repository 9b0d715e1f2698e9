"""Comments that were accepted and signed off, as the commentary of the packs that print them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from trigpoint.packs import commentary_entries
from trigpoint.packs.commentary import Action, Comment, PackCommentary
from trigpoint.store import Writer
from trigpoint.tasks.commentary import KIND, commentary


@dataclass(frozen=True, kw_only=True)
class AgreedComment:
    """An accepted comment. `pages` are (pack, code); `actions` are (what, which role, by when); `signed` is a role."""

    pages: tuple[tuple[str, str], ...]
    happened: str
    why: str = ""
    back_on_target: str = ""
    actions: tuple[tuple[str, str, str], ...] = ()
    signed: str = ""


def of_packs(comments: Sequence[AgreedComment], packs: Sequence[str], period: date) -> dict[str, PackCommentary]:
    """What is said in each pack. A page about which several comments were accepted prints them one after another."""
    return {pack: PackCommentary(pack=pack, period=period, comments=_of(comments, pack)) for pack in packs}


def write_comments(writer: Writer, store: Path, said: Mapping[str, PackCommentary]) -> None:
    """Add what is said in each pack to the store, unless it is what the store holds already."""
    for pack, found in said.items():
        if found.comments and commentary(store, pack, found.period) != found:
            writer.add_entry(KIND, commentary_entries.to_table(found))


def _of(comments: Sequence[AgreedComment], pack: str) -> tuple[Comment, ...]:
    about: dict[str, list[int]] = {}
    for place, comment in enumerate(comments):
        for name, code in comment.pages:
            if name == pack and place not in about.setdefault(code, []):
                about[code].append(place)
    together: dict[tuple[int, ...], list[str]] = {}
    for code, places in about.items():
        together.setdefault(tuple(places), []).append(code)
    return tuple(_one([comments[place] for place in places], codes) for places, codes in together.items())


def _one(comments: Sequence[AgreedComment], codes: Sequence[str]) -> Comment:
    def text(name: str, between: str) -> str:
        return between.join(dict.fromkeys(said for one in comments if (said := getattr(one, name).strip())))

    actions = dict.fromkeys(Action(*action) for one in comments for action in one.actions)
    return Comment(
        pages=tuple(codes),
        happened=text("happened", " "),
        why=text("why", " "),
        actions=tuple(actions),
        back_on_target=text("back_on_target", "; "),
        signed=text("signed", ", "),
    )
