"""`make demo`: `python -m trigpoint.cli.demo`."""

from pathlib import Path

import typer

from trigpoint.cli.options import progress
from trigpoint.tasks.demonstrate import PACKS, PLACE, demonstrate


def main() -> None:
    """Write the demonstration into `demo/` and say where to look."""
    out = Path("demo")
    with progress(off=False) as tell:
        took = demonstrate(out, progress=tell)
    for what, seconds in took:
        typer.echo(f"{seconds:6.1f} s  {what}")
    typer.echo(
        f"""
{PLACE} is invented; nobody in it is real. Look at:
  {out}/packs/birmingham/index.html   the contract report: open it in a browser
  {out}/packs/*/                      {len(PACKS)} reports in every format: html, pdf, docx, pptx, xlsx, ods, csv
  {out}/published/*/                  the same reports from the figures that five councils published
  {out}/quality/index.html            what is wrong with its records, and a worklist for each team
  {out}/figures.csv                   every figure of 36 months, with its trace
  {out}/cases.csv                     the children behind one of them
  {out}/issues.csv                    what was wrong with the records
Then: .venv/bin/trigpoint --help, and docs/getting-started.md."""
    )


if __name__ == "__main__":
    main()
