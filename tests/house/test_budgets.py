"""House rules that take more than a line to see: length of modules and functions, what each folder says of itself."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from trigpoint.measures import EVERY

ROOT = Path(__file__).parents[2]
MODULE_LINES, FUNCTION_LINES = 400, 40

MODULES = sorted(path for folder in ("src", "tests", "docs", "benchmarks") for path in (ROOT / folder).rglob("*.py"))
ROOMS = sorted(path for path in (ROOT / "src").rglob("__init__.py"))


def called(path: Path) -> str:
    return str(path.relative_to(ROOT))


def functions(tree: ast.Module) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def test_there_are_modules_to_look_at() -> None:
    assert len(MODULES) > 100
    assert ROOT / "src" / "trigpoint" / "__init__.py" in ROOMS


def test_no_module_is_longer_than_its_budget() -> None:
    lengths = {called(path): len(path.read_text(encoding="utf-8").splitlines()) for path in MODULES}
    assert {name: length for name, length in lengths.items() if length > MODULE_LINES} == {}


def test_no_function_is_longer_than_its_budget() -> None:
    long = {}
    for path in MODULES:
        for function in functions(ast.parse(path.read_text(encoding="utf-8"))):
            length = (function.end_lineno or function.lineno) - function.lineno + 1
            if length > FUNCTION_LINES:
                long[f"{called(path)}:{function.lineno} {function.name}"] = length
    assert long == {}


@pytest.mark.parametrize("folder", ["figures", "reports", "tasks", "web", "cli"])
def test_no_page_report_or_command_names_a_particular_measure(folder: str) -> None:
    """What holds for one measure is said where it is declared, or in data: a measure is added by adding its file."""
    named = {
        f"{called(path)}:{node.lineno} {node.value}"
        for path in (ROOT / "src" / "trigpoint" / folder).rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and node.value in EVERY
    }
    assert named == set()


@pytest.mark.parametrize("path", ROOMS, ids=called)
def test_every_folder_begins_by_saying_in_a_sentence_what_lives_there(path: Path) -> None:
    said = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
    assert said, f"{called(path)} has no docstring"
    first = said.split("\n\n")[0]
    assert first.endswith("."), f"{called(path)} does not end its first sentence with a full stop"
