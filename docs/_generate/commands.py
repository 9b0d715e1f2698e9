"""Every command's own help text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from typer.main import get_command
from typer.testing import CliRunner

from _generate.markdown import page
from trigpoint.cli.app import _gather, app

_WIDTH = 100


def commands() -> list[tuple[str, ...]]:
    """Every command as the words that a person types after `trigpoint`; the program itself is the empty one."""
    _gather()
    return [(), *_below(get_command(app), ())]


def pages() -> Iterator[tuple[str, str]]:
    """Path below `docs/` and text."""
    lines = [
        "# Commands",
        "",
        "Each text is what the command prints with `--help`. "
        "[Getting started](getting-started.md) shows them in the order in which they are used.",
        "",
    ]
    for words in commands():
        name = " ".join(("trigpoint", *words))
        lines += [f"## `{name}`", "", "```text", help_text(words), "```", ""]
    yield "commands.md", page(*lines)


def help_text(words: tuple[str, ...]) -> str:
    """What a command prints with `--help`. Raises RuntimeError when it does not."""
    env = {"COLUMNS": str(_WIDTH), "TERMINAL_WIDTH": str(_WIDTH), "NO_COLOR": "1"}
    result = CliRunner().invoke(
        app, [*words, "--help"], prog_name="trigpoint", env=env, terminal_width=_WIDTH, max_content_width=_WIDTH
    )
    if result.exit_code:
        raise RuntimeError(f"trigpoint {' '.join(words)} --help failed: {result.exception!r}")
    return "\n".join(line.rstrip() for line in result.output.strip().splitlines())


def _below(command: Any, words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    inner = getattr(command, "commands", {})  # only a group of commands has any
    for name in sorted(inner):
        yield (*words, name)
        yield from _below(inner[name], (*words, name))
