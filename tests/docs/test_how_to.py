"""The worked guides do what they say: the commands in their order, and the files they have the reader write."""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from manual import DOCS, ROOT, blocks, command_lines, titled

from trigpoint.cli.app import main
from trigpoint.tasks.load import load

# Files of the reader's own that no test has: returns, and a published workbook.
READERS_OWN = {"return", "borderfield", "downloads/statistical-neighbours.xlsx"}


def run(words: list[str], project: Path) -> subprocess.CompletedProcess[str]:
    """A command in a copy of the project, on the copy's own source."""
    env = {**os.environ, "PYTHONPATH": str(project / "src")}
    return subprocess.run([sys.executable, *words], cwd=project, env=env, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which every command of getting-started was typed in its order."""
    folder = tmp_path_factory.mktemp("reader")
    with contextlib.chdir(folder):
        for line in command_lines(DOCS / "getting-started.md"):
            if READERS_OWN.isdisjoint(line):
                with pytest.raises(SystemExit) as ended:
                    main(line[1:])
                assert ended.value.code == 0, " ".join(line)
    return folder


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the project, for files that a guide adds to it."""
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    (tmp_path / "tests").mkdir()
    shutil.copy(ROOT / "tests" / "web_settings.py", tmp_path / "tests")
    for folder in ("src", "tests/spec"):
        shutil.copytree(ROOT / folder, tmp_path / folder, ignore=shutil.ignore_patterns("__pycache__"))
    return tmp_path


def add(page: str, copy: Path) -> list[str]:
    """Write every file of a guide into the copy."""
    written = titled(DOCS / "how-to" / page)
    for path, body in written.items():
        (copy / path).parent.mkdir(parents=True, exist_ok=True)
        (copy / path).write_text(body, encoding="utf-8")
    return list(written)


def test_getting_started_can_be_followed_to_its_end(reader: Path) -> None:
    promised = {"figures.csv", "stability.parquet", "children.json", "late.csv", "girls.csv", "issues.csv"}
    assert promised <= {path.name for path in reader.iterdir()}
    assert (reader / "report" / "index.html").exists()


def test_the_measure_that_the_guide_adds_classes_its_worked_children(copy: Path) -> None:
    (path,) = add("add-a-measure.md", copy)
    name = Path(path).stem  # pytest ends with 5, not 0, when no test has it
    done = run(["-m", "pytest", "tests/spec", "-k", name], copy)
    assert done.returncode == 0, done.stdout[-2000:]


def test_the_source_that_the_guide_adds_passes_the_tests_that_it_adds(copy: Path) -> None:
    _, test = add("add-a-source.md", copy)
    done = run(["-m", "pytest", test], copy)
    assert done.returncode == 0, done.stdout[-2000:]


def test_the_rule_that_the_guide_shows_is_the_one_that_is_there() -> None:
    ((path, body),) = titled(DOCS / "how-to" / "add-a-rule.md").items()
    assert body == (ROOT / path).read_text(encoding="utf-8")


def test_the_pack_that_the_guide_adds_becomes_a_report(copy: Path, reader: Path) -> None:
    add("add-a-report.md", copy)
    shutil.copytree(reader / "store", copy / "store")
    for line in command_lines(DOCS / "how-to" / "add-a-report.md"):
        done = run(["-m", "trigpoint.cli", *line[1:]], copy)
        assert done.returncode == 0, f"{' '.join(line)}\n{done.stderr[-2000:]}"
    assert (copy / "health-report" / "h1.html").exists()


def test_the_lists_of_an_inspection_are_loaded_and_their_mapping_file_is_taken(tmp_path: Path) -> None:
    page = DOCS / "how-to" / "annex-a.md"
    mapping = next(body for language, _, body in blocks(page) if language == "csv")
    with contextlib.chdir(tmp_path):
        for line in command_lines(page):
            with pytest.raises(SystemExit) as ended:
                main(line[1:])
            assert ended.value.code == 0, " ".join(line)
        Path("lists/mapping.csv").write_text(mapping, encoding="utf-8")
        done = load([Path("lists")], Path("again"), date(2026, 10, 31))
    assert not done.must_be_read
    assert (tmp_path / "lists-figures.csv").read_text(encoding="utf-8").count("cpp_at_period_end") > 1


def test_the_figures_that_the_guide_supplies_are_answered(tmp_path: Path, reader: Path) -> None:
    page = DOCS / "how-to" / "supply.md"
    shutil.copytree(reader / "store", tmp_path / "store")
    with contextlib.chdir(tmp_path):
        for path, body in titled(page).items():
            Path(path).write_text(body, encoding="utf-8")
        for line in command_lines(page):
            with pytest.raises(SystemExit) as ended:
                main(line[1:])
            assert ended.value.code == 0, " ".join(line)
        answered = Path("reoffending-figures.csv").read_text(encoding="utf-8")
    assert "36.5" in answered
    assert "suppressed" in answered


def test_the_comparators_that_the_guide_loads_stand_beside_the_measure(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = DOCS / "how-to" / "comparators.md"
    said = []
    with contextlib.chdir(tmp_path):
        for path, body in titled(page).items():
            Path(path).write_text(body, encoding="utf-8")
        for line in command_lines(page):
            with pytest.raises(SystemExit) as ended:
                main(line[1:])
            assert ended.value.code == 0, " ".join(line)
            said.append(capsys.readouterr().out)
    headline, variant, another_time = said[2], said[4], said[5]
    assert "20.4  plain mean of 1 of 10, set of May 2025" in headline
    assert "Like for like." in headline
    assert "from its closure." in variant
    assert "to another month than March." in another_time


def test_the_targets_that_the_guide_writes_are_taken_and_its_scorecard_is_judged(tmp_path: Path, reader: Path) -> None:
    page = DOCS / "how-to" / "targets.md"
    shutil.copytree(reader / "store", tmp_path / "store")
    with contextlib.chdir(tmp_path):
        for path, body in titled(page).items():
            Path(path).write_text(body, encoding="utf-8")
        for line in command_lines(page):
            with pytest.raises(SystemExit) as ended:
                main(line[1:])
            assert ended.value.code == (1 if "--check" in line else 0), " ".join(line)
        judged = Path("judged.csv").read_text(encoding="utf-8")
    assert "Amber,Within tolerance" in judged
    assert "Better than target,On target" in judged


def test_the_events_and_the_commentary_that_the_guide_writes_stand_in_its_report(tmp_path: Path, reader: Path) -> None:
    page = DOCS / "how-to" / "events-and-commentary.md"
    shutil.copytree(reader / "store", tmp_path / "store")
    with contextlib.chdir(tmp_path):
        for path, body in titled(page).items():
            Path(path).write_text(body, encoding="utf-8")
        for line in command_lines(page):
            with pytest.raises(SystemExit) as ended:
                main(line[1:])
            assert ended.value.code == 0, " ".join(line)
        told = Path("october-report", "kpi-2.html").read_text(encoding="utf-8")
    assert "7 September 2026: Inspection of help and protection (inspection)" in told
    assert "Director of practice, 9 November 2026. Also about KPI 3" in told
