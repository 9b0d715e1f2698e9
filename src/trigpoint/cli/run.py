"""`trigpoint run`."""

from datetime import date, datetime
from pathlib import Path
from typing import Annotated

import typer

from trigpoint.cli.options import Quiet, day, progress, words
from trigpoint.tasks.failure import FAILURES
from trigpoint.tasks.run_schedule import run_schedule
from trigpoint.tasks.schedule import read_schedule

_File = Annotated[Path, typer.Argument(metavar="SCHEDULE.toml", help="What is made, how often, into which folder.")]
_On = Annotated[date | None, typer.Option("--on", parser=day, metavar="YYYY-MM-DD", help="Another day than today.")]
_Only = Annotated[str, typer.Option("--job", help="Only these jobs, separated by commas.")]
_Again = Annotated[bool, typer.Option("--again", help="Make what is there already once more.")]
_Check = Annotated[bool, typer.Option("--check", help="Only check the schedule; make nothing.")]


def register(app: typer.Typer) -> None:
    app.command("run")(_run)


def _run(
    file: _File,
    on: _On = None,
    job: _Only = "",
    again: _Again = False,
    check: _Check = False,
    quiet: Quiet = False,
) -> None:
    """Make the lists, quality checks and packs that are due and not yet there: for cron or a timer to call.

    Example: trigpoint run schedule.toml
    """
    schedule = read_schedule(file)
    if check:
        typer.echo(f"{file.name} is a good schedule: {len(schedule.jobs)} jobs.")
        return
    only = words(job)
    if strange := [name for name in only if name not in {one.name for one in schedule.jobs}]:
        raise typer.BadParameter(f"the schedule has no job {strange[0]!r}.", param_hint="--job")
    with progress(off=quiet) as tell:
        made = run_schedule(
            schedule, on or datetime.now().astimezone().date(), FAILURES, only=only, again=again, progress=tell
        )
    for one in made:
        typer.echo(f"{one.job}: {one.outcome}{f', {one.folder}' if one.folder else ''}")
        if one.reason:
            typer.echo(f"  {one.reason}", err=True)
    raise typer.Exit(1 if any(one.outcome == "failed" for one in made) else 0)
