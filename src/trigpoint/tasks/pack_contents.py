"""What a pack holds, for people who choose one: its pages by measure, and what it is judged and calculated by."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from trigpoint.language.period import PeriodType
from trigpoint.measures import EVERY
from trigpoint.packs.library import pack_file
from trigpoint.packs.model import Pack
from trigpoint.reports.wording import capital
from trigpoint.tasks.checked_pack import checked, checked_text
from trigpoint.tasks.choices import KIND_WORDS
from trigpoint.tasks.council_words import council_words
from trigpoint.tasks.own_packs import own_pack


@dataclass(frozen=True)
class Held:
    """One figure of a pack: its page, the measure that fills it, in which variant and for which periods."""

    code: str
    title: str
    group: str
    measure: str
    called: str
    variant: str
    periods: str


@dataclass(frozen=True, kw_only=True)
class PackContents:
    """A pack in the council's words. `facts` are its settings, each a name and what it says; `text` its TOML.

    `written` is its report's name as the file writes it.
    """

    id: str
    title: str
    report: str
    written: str
    purpose: str
    facts: tuple[tuple[str, str], ...]
    pages: tuple[Held, ...]
    context: tuple[Held, ...]
    distributions: tuple[Held, ...]
    text: str


def contents_of(store: Path, name: str) -> PackContents:
    """What a pack of ours, or the council's own in the store, holds. Raises PackError and StoreError."""
    own, file = own_pack(store, name), pack_file(name)
    text = own.text if own else file.read_text(encoding="utf-8") if file else ""
    return _contents(checked(name, store), store, text)


def contents_in(store: Path, text: str, file: str) -> PackContents:
    """What the text of a pack file holds, where it is fit to be offered. Raises PackError and StoreError."""
    return _contents(checked_text(text, file, store), store, text)


def _contents(pack: Pack, store: Path, text: str) -> PackContents:
    words = council_words(store)
    said = words.pack(pack)

    def held(code: str, title: str, group: str, one: object) -> Held:
        measure, variant, kind = (str(getattr(one, name)) for name in ("measure", "variant", "period_type"))
        called = words.said(EVERY[measure].title)
        return Held(code, title, group, measure, called, variant, KIND_WORDS[PeriodType(kind)])

    return PackContents(
        id=pack.id,
        title=said.title,
        report=said.report,
        written=pack.report,
        purpose=said.purpose,
        facts=tuple(_facts(pack)),
        pages=tuple(held(page.code, page.title, page.group, page) for page in said.pages),
        context=tuple(held("", row.label, said.context_title, row) for row in said.context),
        distributions=tuple(held("", each.title, each.group, each) for each in said.distributions),
        text=text,
    )


def _facts(pack: Pack) -> list[tuple[str, str]]:
    words = ", ".join(f"{state}: {said}" for state, said in pack.words.items())
    said = [
        ("Layout", pack.layout),
        ("Shown", f"{pack.frequency}, {pack.periods} periods"),
        ("Targets", pack.target_set or "none: nothing is judged"),
        ("Definitions", pack.definitions),
        ("Words of its own", words),
    ]
    return [(name, capital(text)) if name == "Shown" else (name, text) for name, text in said if text]
