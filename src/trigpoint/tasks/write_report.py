"""Write a filled report in the formats asked for: all of them, or none."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path

from trigpoint.packs.load import PackError
from trigpoint.reports.formats import formats, writer
from trigpoint.reports.report import Report
from trigpoint.tasks.progress import Progress, silent


def write_report(report: Report, out: Path, forms: Sequence[str], progress: Progress = silent) -> list[Path]:
    """Write every format aside, then move the files into `out`; the files there, in the order of the formats.

    A format that fails leaves `out` as it was. Raises PackError for a format that there is not.
    """
    unknown = [form for form in forms if form not in formats()]
    if unknown:
        raise PackError(f"There is no format {unknown[0]!r}; give some of {', '.join(formats())}.")
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=out, prefix=".writing-") as aside:
        written: list[Path] = []
        for form in forms:
            progress(f"writing {form}")
            written += writer(form)(report, Path(aside))
        return [path.replace(out / path.name) for path in written]
