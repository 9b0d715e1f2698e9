"""`trigpoint quality`."""

from collections import Counter
from pathlib import Path
from typing import Annotated

import pyarrow as pa
import typer

from trigpoint.cli.options import Out, Quiet, SnapshotId, Store, progress, words
from trigpoint.tasks.check_quality import QualityCheck, check_quality
from trigpoint.tasks.look_ups import look_ups
from trigpoint.tasks.report_quality import report_quality
from trigpoint.tasks.write_table import checked_ending, write_table

_Rules = Annotated[str, typer.Option("--rule", help="Codes or families (ssda903, cin_census, records), with commas.")]
_Outcomes = Annotated[
    Path | None, typer.Option("--outcomes", help="File for what became of every rule: ran, skipped, broken.")
]
_Report = Annotated[
    Path | None,
    typer.Option("--report", help="Folder for the report and a worklist for each team.", file_okay=False),
]
_Form = Annotated[str, typer.Option("--format", metavar="html,pdf,...", help="How to write the report.")]
_Postcodes = Annotated[
    Path | None,
    typer.Option("--postcodes", help="CSV of postcode, easting, northing, authority.", dir_okay=False),
]
_Providers = Annotated[
    Path | None,
    typer.Option(
        "--providers", help="CSV of urn, placements, providers, ended, postcode (Ofsted's list).", dir_okay=False
    ),
]
_Year = Annotated[
    int | None, typer.Option("--rules-of", min=2023, max=2027, help="Run the rules of this collection year instead.")
]
_Effects = Annotated[
    Path | None,
    typer.Option("--effects", help="File for the figures that failing records distort, calculated again."),
]
_Code = Annotated[str, typer.Option("--authority-code", help="Code of the returning authority, as in --postcodes.")]


def register(app: typer.Typer) -> None:
    app.command("quality")(_quality)


def _quality(
    store: Store,
    out: Out,
    rule: _Rules = "",
    outcomes: _Outcomes = None,
    report: _Report = None,
    form: _Form = "html",
    postcodes: _Postcodes = None,
    providers: _Providers = None,
    authority_code: _Code = "",
    rules_of: _Year = None,
    effects: _Effects = None,
    snapshot: SnapshotId = "",
    quiet: Quiet = False,
) -> None:
    """Write the worklist: every row that fails a data-quality rule, who can mend it, which measures it distorts.

    Example: trigpoint quality --store store --rule 142,ssda903 --out worklist.csv
    """
    checked_ending(out)
    known = look_ups(postcodes, providers, authority_code)
    with progress(off=quiet) as tell:
        found = check_quality(
            store,
            words(rule),
            snapshot=snapshot,
            rules_of=rules_of,
            look_ups=known,
            effects=effects is not None,
            progress=tell,
        )
        if report is not None:
            report_quality(found, store, report, words(form), tell)
    write_table(found.worklist, out)
    if outcomes is not None:
        write_table(pa.Table.from_pylist([vars(one) for one in found.outcomes]), outcomes)
    if effects is not None and found.effects is not None:
        write_table(found.effects, effects)
    _tell(found, out)
    raise typer.Exit(1 if found.count("broken") or found.worklist.num_rows else 0)


def _tell(found: QualityCheck, out: Path) -> None:
    severities = Counter(found.worklist["severity"].to_pylist())
    said = ", ".join(f"{count:,} {name}" for name, count in severities.most_common()) or "none"
    typer.echo(f"{found.worklist.num_rows:,} rows fail ({said}); the worklist is {out}.")
    typer.echo(f"{found.count('ran')} rules ran, {found.count('skipped')} were skipped, {found.count('broken')} broke.")
    for made in found.made:
        typer.echo(f"No return was loaded: the {made} was made from the records.")
    reasons = Counter(one.reason for one in found.outcomes if one.outcome == "skipped")
    for reason, count in reasons.most_common():
        typer.echo(f"  skipped {count}: {reason}")
    for one in found.outcomes:
        if one.outcome == "broken":
            typer.echo(f"  broken {one.family} {one.rule}: {one.reason}; report it as a fault.", err=True)
