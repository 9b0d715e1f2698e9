"""The modules of a return written as one XML file, child by child."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from html import escape
from pathlib import Path

from trigpoint.sources.ssda903.modules import MODULES
from trigpoint.sources.ssda903.xml_form import CHILD, GROUPS, HEADER, IN_HEADER, RENAMED, ROOT, SHARED

Texts = Mapping[str, str]
"""One row: its cells as they are written, by column."""

_ELEMENTS = {column: element for element, column in RENAMED.items()}
_EPISODE = "EPISODE"
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
"""Characters that XML cannot hold; none stands in a return."""


def write_xml(modules: Mapping[str, Sequence[Texts]], path: Path) -> Path:
    """Write the rows of every module; a line an element, so that what is told of a line can be found.

    HEADER has place for one row of UASC, OC3 and AD1; another would stand in a group of its own.
    """
    by_child: dict[str, dict[str, list[Texts]]] = {}
    for name, rows in modules.items():
        for row in rows:
            by_child.setdefault(row["CHILD"], {}).setdefault(name, []).append(row)
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.write(f'<?xml version="1.0" encoding="utf-8"?>\n<{ROOT}>\n')
        for given in by_child.values():
            file.writelines(f"{line}\n" for line in _child(given))
        file.write(f"</{ROOT}>\n")
    return path


def _child(given: Mapping[str, Sequence[Texts]]) -> Iterator[str]:
    yield f"<{CHILD}>"
    yield f"<{HEADER}>"
    header = _header(given)
    yield from (_cell(name, text) for name, text in header.items() if text)
    for tag, module in GROUPS.items():
        if tag not in {HEADER, _EPISODE}:
            yield from _groups(tag, module, given.get(module, ()))
    for module in IN_HEADER:
        yield from _groups(module, module, given.get(module, ())[1:])
    yield f"</{HEADER}>"
    yield from _groups(_EPISODE, GROUPS[_EPISODE], given.get(GROUPS[_EPISODE], ()))
    yield f"</{CHILD}>"


def _header(given: Mapping[str, Sequence[Texts]]) -> dict[str, str]:
    """What stands in HEADER without a group; the flag UASC says whether the child has a row of that module."""
    found: dict[str, str] = {}
    for module in ("Header", *IN_HEADER):
        first = given.get(module, ({},))[0]
        for name in _columns(module):
            found[name] = found.get(name) or first.get(name, "")
    return found | {"UASC": str(int("UASC" in given))}


def _columns(module: str) -> list[str]:
    return [column.name for column in MODULES[module].in_xml]


def _groups(tag: str, module: str, rows: Sequence[Texts]) -> Iterator[str]:
    """A group a row. Empty elements are written too: they make a row of which nothing is known."""
    own = [name for name in _columns(module) if name not in SHARED]
    for row in rows:
        yield f"<{tag}>"
        yield from (_cell(name, row.get(name, "")) for name in own)
        yield f"</{tag}>"


def _cell(name: str, text: str) -> str:
    tag = _ELEMENTS.get(name, name)
    return f"<{tag}>{escape(_NO_XML.sub('?', text), quote=False)}</{tag}>" if text else f"<{tag}/>"
