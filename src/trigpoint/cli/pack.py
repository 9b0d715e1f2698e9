"""`trigpoint pack`."""

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from trigpoint.cli.options import Quiet, SnapshotId, month, progress
from trigpoint.tasks.checked_pack import checked
from trigpoint.tasks.fill_pack import About, fill_pack, fill_published

_Name = Annotated[str, typer.Argument(metavar="NAME|FILE", help="A pack of the library, or your own TOML file.")]
_Store = Annotated[Path | None, typer.Option("--store", help="Folder of the store.", file_okay=False)]
_Period = Annotated[date | None, typer.Option("--period", parser=month, metavar="YYYY-MM", help="Month of the report.")]
_Out = Annotated[Path | None, typer.Option("--out", help="Folder to write.", file_okay=False)]
_Form = Annotated[
    str, typer.Option("--format", metavar="html,pdf,...", help="How to write it: one or several, with commas.")
]
_Published = Annotated[
    bool, typer.Option("--published", help="Fill it from the figures its report published, without a store.")
]
_Audience = Annotated[
    str, typer.Option("--audience", help="Hide small numbers for internal, panel, public, or a council's own.")
]
_Rules = Annotated[Path | None, typer.Option("--rules", help="The council's own rules of audiences (TOML).")]
_Earlier = Annotated[list[Path] | None, typer.Option("--earlier", help="Figures published for this audience before.")]
_Check = Annotated[bool, typer.Option("--check", help="Only check the pack; write nothing.")]
_Authority = Annotated[str, typer.Option("--authority", help="Which authority of the store.")]
_Place = Annotated[str, typer.Option("--place", help="Its name as printed.")]
_Definitions = Annotated[str, typer.Option("--definitions", help="Another definition set than the pack's.")]


def register(app: typer.Typer) -> None:
    app.command("pack")(_pack)


def _pack(
    name: _Name,
    store: _Store = None,
    period: _Period = None,
    out: _Out = None,
    form: _Form = "html",
    published: _Published = False,
    audience: _Audience = "internal",
    rules: _Rules = None,
    earlier: _Earlier = None,
    check: _Check = False,
    authority: _Authority = "",
    place: _Place = "",
    definitions: _Definitions = "",
    snapshot: SnapshotId = "",
    quiet: Quiet = False,
) -> None:
    """Fill a report pack: every figure, target, chart and table of one month, all pages or none.

    Example: trigpoint pack birmingham --store store --period 2026-10 --out report
    """
    if check:
        typer.echo(f"{name} is a good pack: {len(checked(name, store).pages)} pages.")
        return
    if out is None:
        raise typer.BadParameter("--out is needed to fill a pack (or give --check).")
    forms = [each.strip() for each in form.split(",")]
    with progress(off=quiet) as tell:
        if published:
            written = fill_published(name, out, forms, tell)
        elif store is None or period is None:
            raise typer.BadParameter("--store and --period are needed to fill a pack (or give --published).")
        else:
            about = About(authority, place, definitions, snapshot, audience, rules, tuple(earlier or ()))
            written = fill_pack(name, store, period, out, forms, about, tell)
    typer.echo(f"{len(written)} files; begin with {written[0]}.")
