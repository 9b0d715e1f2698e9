"""The manual says what is so: pages in step with declarations, commands that are taken, links that lead somewhere."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path
from typing import Any

import pytest
from manual import DOCS, OUTSIDE, PAGES, ROOT, anchors, command_lines, generator, links, named, text
from typer.main import get_command

from trigpoint.cli.app import app
from trigpoint.language.period import PeriodType
from trigpoint.measures import EVERY, MEASURES
from trigpoint.records import TABLES

HAND_WRITTEN = [page for page in PAGES if not text(page).startswith("<!-- Written by docs/generate.py")]
RECORDS = sorted((DOCS / "decisions").glob("0*.md"))


def resolved(words: tuple[str, ...]) -> Any:
    generator("_generate.commands").commands()
    command: Any = get_command(app)
    for word in words:
        command = command.commands[word]
    return command


COMMANDS: list[tuple[str, ...]] = generator("_generate.commands").commands()


def test_generated_pages_are_in_step_with_their_declarations(capsys: pytest.CaptureFixture[str]) -> None:
    code = generator("generate").main(["--check"])
    assert (capsys.readouterr().err, code) == ("", 0)


def test_the_check_names_a_page_that_is_out_of_date_and_one_that_should_be_gone() -> None:
    generate = generator("generate")
    pages = generate.wanted()
    changed, gone = DOCS / "commands.md", DOCS / "measures" / "index.md"
    pages[changed] += "x"
    del pages[gone]
    assert generate.out_of_date(pages) == sorted([changed, gone])


@pytest.mark.parametrize("measure", MEASURES)
def test_every_measure_has_a_page_with_its_title_and_its_variants(measure: str) -> None:
    page = text(DOCS / "measures" / f"{measure}.md")
    assert f"# {MEASURES[measure].title}\n" in page
    for key, values in MEASURES[measure].variants.items():
        for value, clauses in values.items():
            (row,) = re.findall(rf"^\| `{re.escape(f'{key}={value}')}` \| (.+) \|$", page, re.MULTILINE)
            assert (row == "The headline.") == (not clauses)
            assert len(row) > len("."), f"the page of {measure} does not say what {key}={value} changes"


def test_every_record_table_and_column_is_listed() -> None:
    page = text(DOCS / "records.md")
    missing = [
        f"{table.name}.{field}"
        for table in TABLES.values()
        for field in table.fields
        if f"\n### {table.name}\n" not in page or f"| `{field}` |" not in page
    ]
    assert missing == []


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_every_command_is_shown_in_use_and_every_option_is_explained(words: tuple[str, ...]) -> None:
    command = resolved(words)
    said = text(DOCS / "commands.md")
    for option in (o for p in command.params for o in p.opts if o.startswith("--")):
        assert re.search(rf"^ +{option}\b", said, re.MULTILINE), f"{option} stands in no help text"
    if not getattr(command, "commands", {}):
        shown = [line[1 : len(words) + 1] for page in HAND_WRITTEN for line in command_lines(page)]
        assert list(words) in shown, f"no page shows `trigpoint {' '.join(words)}`"


@pytest.mark.parametrize("line", [line for page in HAND_WRITTEN for line in command_lines(page)], ids=" ".join)
def test_every_command_line_of_the_manual_is_one_that_the_program_takes(line: list[str]) -> None:
    words = line[1:]
    depth = max(len(command) for command in COMMANDS if tuple(words[: len(command)]) == command)
    assert depth, f"`{' '.join(line)}` names no command"
    command = resolved(tuple(words[:depth]))
    made = command.make_context(" ".join(line[: depth + 1]), words[depth:])
    if "measure" in made.params:
        assert set(filter(None, made.params["measure"].split(","))) <= set(EVERY)
    if made.params.get("period_type"):
        assert set(made.params["period_type"].split(",")) <= set(PeriodType)


@pytest.mark.parametrize("page", [*PAGES, *OUTSIDE], ids=named)
def test_every_link_inside_the_project_leads_somewhere(page: Path) -> None:
    broken = []
    for link in links(page):
        path, _, anchor = link.partition("#")
        target = (page.parent / path).resolve() if path else page
        if not target.exists() or (anchor and anchor not in anchors(target)):
            broken.append(link)
    assert broken == []


@pytest.mark.parametrize("page", RECORDS, ids=named)
def test_every_decision_has_its_headings_its_number_and_a_line_in_the_index(page: Path) -> None:
    heads = re.findall(r"^## (.+)$", text(page), re.MULTILINE)
    assert len(heads) == 4
    assert (heads[0], heads[1], heads[3]) == ("Context", "Decision", "Consequence")
    assert heads[2] in {"What was measured", "What was weighed"}
    assert text(page).startswith(f"# {page.name[:4]}: ")
    assert f"[{page.name[:4]}]({page.name})" in text(DOCS / "decisions" / "index.md")


def test_decisions_are_numbered_without_a_gap() -> None:
    assert [int(page.name[:4]) for page in RECORDS] == list(range(1, len(RECORDS) + 1))


def grep(pattern: str, *paths: str) -> list[str]:
    """`file:line:text` of every match in tracked files."""
    found = subprocess.run(
        ["git", "grep", "-nIE", pattern, "--", *paths], cwd=ROOT, capture_output=True, text=True, check=False
    )
    if found.returncode > 1:
        pytest.skip(f"git cannot search here: {found.stderr.strip()}")
    return found.stdout.splitlines()


def test_no_tracked_file_names_a_folder_of_one_machine() -> None:
    assert grep(r"(^|[^A-Za-z0-9_.])/(work|tmp|home|root)/", ".", ":!tests") == []


def test_no_lock_file_or_page_names_the_address_of_a_registry() -> None:
    hosts = r"pypi\.org|pythonhosted\.org|--(extra-)?index-url|--find-links|npmjs\.(org|com)"
    assert grep(hosts, "requirements", "docs", "*.md", "*.toml", "*.yml", "*.yaml") == []
