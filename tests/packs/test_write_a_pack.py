"""The page about packs: its files load, and together they use every key that a pack takes."""

from __future__ import annotations

import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "docs"))

from manual import DOCS, command_lines, titled

from trigpoint.cli.app import main
from trigpoint.packs import load as packs

PAGE = DOCS / "how-to" / "write-a-pack.md"
FILES = titled(PAGE)
KEYS = {
    "": packs._TOP,
    "page": packs._PAGE,
    "page.words": packs._WORDS,
    "page.beside": {"label", "variant", "published_variant"},
    "page.count": {"label", "measure", "variant", "period_type", "published_variant"},
    "context": {"label", "measure", "variant", "period_type", "published"},
    "distribution": {"title", "group", "measure", "variant", "period_type", "where", "published"},
    "change": {"kind", "title", "text", "now", "proposed"},
    "agreed": {"body", "date", "decision"},
    "words": set(packs._STATES),
    "exceptions": packs._RULE,
}
ONLY_SAID = {("distribution", "published")}  # a published report's audit tables belong to its own pack


def used(table: dict[str, Any], place: str = "") -> Iterator[tuple[str, str]]:
    for key, value in table.items():
        yield place, key
        inside = f"{place}.{key}".removeprefix(".")
        for each in value if isinstance(value, list) else [value]:
            if isinstance(each, dict) and key != "where":
                yield from used(each, inside)


def test_the_files_of_the_page_use_every_key() -> None:
    shown = {pair for body in FILES.values() for pair in used(tomllib.loads(body))}
    assert shown == {(place, key) for place, keys in KEYS.items() for key in keys} - ONLY_SAID
    assert {key for _, key in ONLY_SAID} <= set(PAGE.read_text(encoding="utf-8").split("`"))


def test_the_commands_of_the_page_find_its_files_sound(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    for name, body in FILES.items():
        Path(name).write_text(body, encoding="utf-8")
    for line in command_lines(PAGE):
        with pytest.raises(SystemExit) as ended:
            main(line[1:])
        assert ended.value.code == 0, " ".join(line)
    said = capsys.readouterr().out
    assert [f"{name} is a good pack" in said for name in FILES] == [True] * 3
