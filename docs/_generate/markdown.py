"""Words and tables as Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

GENERATED = "<!-- Written by docs/generate.py: change the declaration, then run `make fix`. -->\n"


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    """A table; a `|` inside a cell is escaped."""
    lines = [_row(heads), _row(["---"] * len(heads))]
    return [*lines, *(_row([cell.replace("|", "\\|") for cell in row]) for row in rows), ""]


def page(*lines: str) -> str:
    """A generated page: its lines, one blank line at most between two, and one newline at the end."""
    text = "\n".join((GENERATED, *lines))
    while "\n\n\n" in text:
        text = text.replace("\n\n\n", "\n\n")
    return text.rstrip() + "\n"


def long_day(day: date) -> str:
    """`31 October 2024`."""
    return f"{day.day} {day:%B %Y}"


def code(words: Iterable[str], nothing: str = "none") -> str:
    """Words set as code, joined by commas."""
    return ", ".join(f"`{word}`" for word in words) or nothing


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"
