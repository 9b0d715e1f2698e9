"""The worked children of a measure as tables."""

from __future__ import annotations

import re
from datetime import date

from _generate.markdown import long_day, table


def worked(examples: str) -> list[str]:
    """Each worked table: a sentence that says what is asked, then the children and what is expected of each."""
    lines: list[str] = []
    for block in re.split(r"\n\s*\n", examples.strip()):
        asked, heads, *children = (_cells(line) for line in block.strip().splitlines())
        lines += [_asked(asked), "", *table([head.capitalize() for head in heads], children)]
    return lines


def _cells(line: str) -> list[str]:
    return [re.sub(r"\s+", " ", cell).strip() for cell in line.split("|")]


def _asked(parts: list[str]) -> str:
    kind, _, end = parts[0].partition(" to ")
    said = [f"{kind.capitalize().replace('_', ' ')} to {_day(end)}"]
    figure = ""
    for part in parts[1:]:
        word, _, rest = part.partition(" ")
        if word == "figure":
            figure = "no value" if rest == "none" else rest
        elif word == "as":
            said.append(f"as at {_day(rest.removeprefix('at '))}")
        elif word == "population":
            year, people = rest.split()
            said.append(f"population of {year}: {int(people):,}")
        else:
            said.append(f"{word} `{rest}`")
    return f"{', '.join(said)}. Figure: **{figure}**."


def _day(text: str) -> str:
    return long_day(date.fromisoformat(text))
