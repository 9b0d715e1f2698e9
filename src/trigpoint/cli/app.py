"""The commands, found in the modules of this folder; every refusal is one sentence and one exit code."""

from __future__ import annotations

import importlib
import pkgutil
import sys
import warnings

import typer

import trigpoint.cli as package
from trigpoint.tasks.failure import FAILURES, exit_code, sentences

app = typer.Typer(
    help="Judged, traceable figures from the case records of children's services.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)


def _gather() -> None:
    """A module of this folder with a function `register` adds its command."""
    for found in pkgutil.iter_modules(package.__path__, package.__name__ + "."):
        if found.name.rpartition(".")[2] not in {"app", "__main__", "demo"}:
            module = importlib.import_module(found.name)
            if hasattr(module, "register"):
                module.register(app)


def main(arguments: list[str] | None = None) -> None:
    """Run one command. Exit codes: 0 done, 1 done with issues to read, 2 usage, 3 input refused and nothing changed."""
    _gather()
    warnings.filterwarnings("ignore", category=DeprecationWarning)
    warnings.showwarning = _say_warning
    try:
        app(arguments)
    except KeyboardInterrupt:
        sys.exit(130)
    except FAILURES as error:
        for sentence in sentences(error):
            typer.echo(sentence, err=True)
        sys.exit(exit_code(error))


def _say_warning(message: Warning | str, *_: object, **__: object) -> None:
    typer.echo(str(message), err=True)
