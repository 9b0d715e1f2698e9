"""`trigpoint pack`."""

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from trigpoint.cli.options import Quiet, SnapshotId, month, progress
from trigpoint.tasks.fill_pack import About, checked, fill_pack, fill_published


def register(app: typer.Typer) -> None:
    app.command("pack")(_pack)


def _pack(
    name: Annotated[str, typer.Argument(metavar="NAME|FILE", help="A pack of the library, or your own TOML file.")],
    store: Annotated[Path | None, typer.Option("--store", help="Folder of the store.", file_okay=False)] = None,
    period: Annotated[
        date | None, typer.Option("--period", parser=month, metavar="YYYY-MM", help="Month of the report.")
    ] = None,
    out: Annotated[Path | None, typer.Option("--out", help="Folder to write.", file_okay=False)] = None,
    form: Annotated[
        str, typer.Option("--format", metavar="html,pdf,...", help="How to write it: one or several, with commas.")
    ] = "html",
    published: Annotated[
        bool, typer.Option("--published", help="Fill it from the figures its report published, without a store.")
    ] = False,
    audience: Annotated[
        str, typer.Option("--audience", help="Hide small numbers for internal, panel, public, or a council's own.")
    ] = "internal",
    rules: Annotated[Path | None, typer.Option("--rules", help="The council's own rules of audiences (TOML).")] = None,
    earlier: Annotated[
        list[Path] | None, typer.Option("--earlier", help="Figures published for this audience before.")
    ] = None,
    check: Annotated[bool, typer.Option("--check", help="Only check the pack; write nothing.")] = False,
    authority: Annotated[str, typer.Option("--authority", help="Which authority of the store.")] = "",
    place: Annotated[str, typer.Option("--place", help="Its name as printed.")] = "",
    definitions: Annotated[str, typer.Option("--definitions", help="Another definition set than the pack's.")] = "",
    snapshot: SnapshotId = "",
    quiet: Quiet = False,
) -> None:
    """Fill a report pack: every figure, target, chart and table of one month, all pages or none.

    Example: trigpoint pack birmingham --store store --period 2026-10 --out report
    """
    if check:
        pack = checked(name)
        typer.echo(f"{name} is a good pack: {len(pack.pages)} pages.")
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
            about = About(
                authority=authority,
                place=place,
                definitions=definitions,
                snapshot=snapshot,
                audience=audience,
                rules=rules,
                earlier=tuple(earlier or ()),
            )
            written = fill_pack(name, store, period, out, forms, about, tell)
    typer.echo(f"{len(written)} files; begin with {written[0]}.")
