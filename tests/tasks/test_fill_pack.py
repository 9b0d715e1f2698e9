"""Every pack of the library filled from the records of a small invented authority."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from trigpoint.packs.library import pack_names
from trigpoint.packs.model import Pack
from trigpoint.reports.report import Report
from trigpoint.synthetic import synthesize
from trigpoint.tasks import fill_pack as filling
from trigpoint.tasks.checked_pack import checked
from trigpoint.tasks.fill_pack import fill_pack
from trigpoint.tasks.load import load
from trigpoint.tasks.progress import Progress
from trigpoint.tasks.write_report import write_report

AS_AT = date(2026, 3, 31)
LONG = "herefordshire"  # one pack is enough to look back five years
SLOW = ("cheshire-east", "childrens-trust", "kent")
PACKS = [pytest.param(name, marks=pytest.mark.long if name in SLOW else ()) for name in pack_names()]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """80 looked-after children, four years."""
    home = tmp_path_factory.mktemp("small")
    folder = synthesize(80, 4, 1, AS_AT, home / "records", form="parquet")[0]
    load([folder], home / "store", AS_AT, issues=home / "issues.csv")
    return home / "store"


def filled(name: str, store: Path, out: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Pack, Report]:
    """The pack and the report that was written."""
    kept: list[Report] = []

    def write(made: Report, folder: Path, forms: Sequence[str], progress: Progress) -> list[Path]:
        kept.append(made)
        return write_report(made, folder, forms, progress)

    if name != LONG:
        monkeypatch.setattr(filling, "checked", lambda asked, *_: replace(checked(asked), detail=0))
    monkeypatch.setattr(filling, "write_report", write)
    written = fill_pack(name, store, AS_AT, out)
    assert written[0].name == "index.html"
    return checked(name), kept[0]


@pytest.mark.parametrize("name", PACKS)
def test_every_pack_is_filled_from_records(
    name: str, store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A line a page; whatever is counted from records has a figure or says why not, and a trace to it."""
    pack, made = filled(name, store, tmp_path / "out", monkeypatch)
    assert [line.code for line in made.lines] == [page.code for page in pack.pages]
    for line in made.lines:
        for past in line.history:
            assert (past.figure.value is None) == bool(past.reason), (line.code, past.period)
            assert past.figure.trace or past.figure.value is None
    if not pack.target_set:
        assert {line.target for line in made.lines} == {"None"}
        assert "outside" not in made.pages[0].lede
    known = sum(line.now.figure.value is not None for line in made.lines)
    assert known >= len(made.lines) / 2, f"{name}: {known} of {len(made.lines)} have a figure"
