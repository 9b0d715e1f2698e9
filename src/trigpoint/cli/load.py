"""`trigpoint load`."""

from datetime import date
from pathlib import Path
from typing import Annotated, Any

import typer

from trigpoint.cli.options import Quiet, Store, day, progress
from trigpoint.sources import Database
from trigpoint.tasks.feeds import feeds, in_words
from trigpoint.tasks.load import load

_Paths = Annotated[list[Path] | None, typer.Argument(help="Files, folders of files, or a folder of such folders.")]
_Database = Annotated[
    str, typer.Option("--database", metavar="URL", help="Database to read, such as postgresql://user@host/database.")
]


def register(app: typer.Typer) -> None:
    app.command("load")(_load)


def _load(
    store: Store,
    as_at: Annotated[date, typer.Option("--as-at", parser=day, metavar="YYYY-MM-DD", help="Day the records speak of.")],
    paths: _Paths = None,
    database: _Database = "",
    schema: Annotated[str, typer.Option("--schema", help="Schema that holds the tables.")] = "",
    issues: Annotated[Path | None, typer.Option("--issues", help="CSV file for every issue found.")] = None,
    mapping: Annotated[
        Path | None,
        typer.Option("--mapping-out", help="Mapping file to write, for spellings of Annex A that are not understood."),
    ] = None,
    authority: Annotated[str, typer.Option("--authority", help="Name of the authority.")] = "",
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Check only; load nothing.")] = False,
    quiet: Quiet = False,
) -> None:
    """Recognise files by their content, or read a database; check, make one snapshot or none.

    Example: trigpoint load extract/ --store store --as-at 2026-10-31 --issues issues.csv
    """
    options: dict[str, Any] = {
        "authority": authority,
        "database": _source(paths, database, schema),
        "dry_run": dry_run,
        "issues": issues,
        "mapping": mapping,
    }
    with progress(off=quiet) as tell:
        done = load(paths or [], store, as_at, **options, apart=True, progress=tell)
    rows = sum(count["loaded"] for count in done.rows.values())
    made = f"Snapshot {done.snapshot.id}" if done.snapshot else "Dry run, nothing loaded"
    typer.echo(f"{made}: {rows:,} rows in {len(done.rows)} tables, as at {as_at.isoformat()}.")
    _tell_issues(done.issues, issues, told=done.must_be_read)
    if done.snapshot:
        for line in in_words(done.snapshot, feeds(done.snapshot)):
            typer.echo(line)
    raise typer.Exit(1 if done.must_be_read else 0)


def _source(paths: list[Path] | None, database: str, schema: str) -> Database | None:
    """The database that is meant, if any; naming nothing to load is a usage error."""
    if not paths and not database:
        raise typer.BadParameter("name files or folders, or a database with --database.", param_hint="PATHS")
    if schema and not database:
        raise typer.BadParameter("a schema is of a database: give --database too.", param_hint="--schema")
    return Database(database, schema) if database else None


def _tell_issues(found: object, file: Path | None, *, told: bool) -> None:
    listed = list(found)  # type: ignore[call-overload]
    errors = [issue for issue in listed if issue.kind == "error"]
    for issue in errors[:10]:
        typer.echo(str(issue), err=True)
    if len(errors) > 10:
        typer.echo(f"... and {len(errors) - 10:,} more errors.", err=True)
    if listed:
        where = f"all in {file}" if file else "--issues FILE writes them all"
        typer.echo(f"{len(errors):,} errors and {len(listed) - len(errors):,} warnings; {where}.", err=told)
