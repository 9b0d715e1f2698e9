"""The measured figures of the page on performance, copied from what `make bench` wrote."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

BEGIN, END = "<!-- results: begin -->", "<!-- results: end -->"
_GROWTH = "## How it grows"
_NONE = "No results have been written yet: `make bench` writes them."


def pages(root: Path) -> Iterator[tuple[str, str]]:
    """`performance.md` with everything between its two marks replaced by `benchmarks/results.md`."""
    before, _, rest = (root / "docs" / "performance.md").read_text(encoding="utf-8").partition(BEGIN)
    _, _, after = rest.partition(END)
    results = root / "benchmarks" / "results.md"
    text = results.read_text(encoding="utf-8").strip() if results.exists() else _NONE
    text = text.replace(_GROWTH, f"{_GROWTH}\n\n![Seconds by number of authorities](images/growth.svg)")
    yield "performance.md", f"{before}{BEGIN}\n\n{text}\n\n{END}{after}"
