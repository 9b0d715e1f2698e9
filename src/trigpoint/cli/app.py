"""The commands, found in the modules of this folder; every refusal is one sentence and one exit code."""

from __future__ import annotations

import importlib
import pkgutil
import sys
import warnings
from functools import cache

import typer

import trigpoint.cli as package
from trigpoint.records.without_pandas import start_without_pandas

app = typer.Typer(
    help="Judged, traceable figures from the case records of children's services.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)


@app.callback()
def _trigpoint() -> None:
    """Judged, traceable figures from the case records of children's services."""


def _gather(first: str = "") -> None:
    """Add the command that a module of this folder with a function `register` is named by; all of them without name.

    A command loads what it needs and no more: loading files need not wait for the engine, nor a page for Spark.
    """
    names = {found.name for found in pkgutil.iter_modules(package.__path__)} - {"app", "__main__", "demo"}
    for name in sorted({first} & names or names):
        _add(name)


@cache
def _add(name: str) -> None:
    module = importlib.import_module(f"{package.__name__}.{name}")
    if hasattr(module, "register"):
        module.register(app)


def main(arguments: list[str] | None = None) -> None:
    """Run one command. Exit codes: 0 done, 1 done with issues to read, 2 usage, 3 input refused and nothing changed."""
    start_without_pandas()
    given = sys.argv[1:] if arguments is None else arguments
    _gather(given[0] if given else "")
    warnings.filterwarnings("ignore", category=DeprecationWarning)
    warnings.showwarning = _say_warning
    try:
        app(arguments)
    except KeyboardInterrupt:
        sys.exit(130)
    except Exception as error:
        from trigpoint.tasks.failure import FAILURES, exit_code, sentences  # noqa: PLC0415 - it knows every room

        if not isinstance(error, FAILURES):
            raise
        for sentence in sentences(error):
            typer.echo(sentence, err=True)
        sys.exit(exit_code(error))


def _say_warning(message: Warning | str, *_: object, **__: object) -> None:
    typer.echo(str(message), err=True)
