"""The manual as tests read it: its pages, links, fenced blocks and command lines, and the generator's own module."""

from __future__ import annotations

import importlib
import re
import shlex
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
PAGES = sorted(DOCS.rglob("*.md"))
OUTSIDE = [ROOT / "README.md", ROOT / "CONTRIBUTING.md"]

_LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
_FENCE = re.compile(r"^```(\w+)(?: title=\"([^\"]+)\")?\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def generator(name: str) -> ModuleType:
    """`docs/generate.py` or a module of `docs/_generate`."""
    if str(DOCS) not in sys.path:
        sys.path.insert(0, str(DOCS))
    return importlib.import_module(name)


def text(page: Path) -> str:
    return page.read_text(encoding="utf-8")


def named(page: Path) -> str:
    return str(page.relative_to(ROOT))


def links(page: Path) -> list[str]:
    """Links that lead inside the project."""
    return [link for link in _LINK.findall(text(page)) if "://" not in link]


def blocks(page: Path) -> Iterator[tuple[str, str, str]]:
    """Language, title and text of every fenced block."""
    yield from _FENCE.findall(text(page))


def titled(page: Path) -> dict[str, str]:
    """Files that a page tells the reader to write, by their path."""
    return {title: body for _, title, body in blocks(page) if title}


def command_lines(page: Path) -> list[list[str]]:
    """Every `trigpoint ...` line of a page's shell blocks, as words."""
    lines = [line for language, _, body in blocks(page) if language == "bash" for line in body.splitlines()]
    return [shlex.split(line) for line in lines if line.startswith("trigpoint ")]


def anchors(page: Path) -> set[str]:
    """Names of the headings, as MkDocs makes them."""
    heads = re.findall(r"^#+ (.+)$", text(page), re.MULTILINE)
    return {re.sub(r"[-\s]+", "-", re.sub(r"[^\w\s-]", "", head).strip().lower()) for head in heads}
