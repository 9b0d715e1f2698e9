"""Several measures beside each other: of the whole, of a group and by a breakdown, as a page, a link and a file."""

from __future__ import annotations

import csv
import io
import shutil
from dataclasses import replace
from datetime import date
from fractions import Fraction
from pathlib import Path
from zipfile import ZipFile

import pytest
from django.conf import settings as django_settings
from pytest_django import Settings

from trigpoint.figures.rounding import half_up
from trigpoint.language.period import PeriodType
from trigpoint.tasks.calculate import figures
from trigpoint.tasks.prepared_figures import prepared_figures, read_prepared
from trigpoint.tasks.targets import load_targets
from trigpoint.web.explore.models import SavedView
from trigpoint.web.jobs.models import Job
from trigpoint.web.jobs.queue import do_next

from .conftest import SignIn
from .test_explore_pages import END, MEASURE, text_of

pytestmark = pytest.mark.django_db
STOCK, CONFERENCES = "cla_at_period_end", "icpc_15wd_pct"
BOTH = f"/compare/?measures={MEASURE},{STOCK}"


def row_of(
    store: Path, measure: str, kind: PeriodType = PeriodType.MONTH, end: date = END, variant: str = ""
) -> dict[str, object]:
    """A prepared figure of the whole."""
    found = prepared_figures(store)
    assert found
    rows = read_prepared(found, measure).to_pylist()
    wanted = (variant, str(kind), end, "")
    return next(r for r in rows if (r["variant"], r["period_type"], r["period_end"], r["breakdown"]) == wanted)


def counts(row: dict[str, object]) -> str:
    return f"{row['numerator']:,.0f} of {row['denominator']:,.0f}"


def displayed(row: dict[str, object]) -> int:
    return int(half_up(Fraction(str(row["value"])), 0))


def read(answer: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(answer.decode("utf-8-sig"))))


def test_each_measure_has_its_figure_movement_position_and_target(
    store: Path, sign_in: SignIn, settings: Settings, tmp_path: Path
) -> None:
    other, row = tmp_path / "store", row_of(store, MEASURE)
    shutil.copytree(store, other)
    file = tmp_path / "agreed.toml"
    file.write_text(
        'set = "agreed"\ntitle = "Agreed"\nagreed_by = "The board"\n\n[[target]]\n'
        f'measure = "{MEASURE}"\nperiod_types = ["month"]\ntarget = 1\ntolerance = [0, 100]\n'
        'good = "high"\nfrom = 2020-04-01\n',
        encoding="utf-8",
    )
    load_targets(file, other)
    settings.ENVIRONMENT = replace(django_settings.ENVIRONMENT, store=other)
    before = row_of(store, MEASURE, end=date(2026, 9, 30))
    text = text_of(sign_in("viewer"), BOTH)
    now = text.partition("Where each stands")[2].partition("Every period")[0]
    assert f"{counts(row)}" in now
    moved = displayed(row) - displayed(before)
    assert ("No change" if not moved else f"{'Up' if moved > 0 else 'Down'} {abs(moved)} point") in now
    assert "Better than range 1%" in now or "On target 1%" in now
    assert "No target" in now  # of the other measure
    every = text.partition("Period that ends in")[2]
    assert counts(before) in every.partition("Sep 2026")[2].partition("Aug 2026")[0]


def test_a_kind_a_month_and_a_variant_are_asked_of_each_that_has_them(store: Path, sign_in: SignIn) -> None:
    client = sign_in("viewer")
    row = row_of(store, MEASURE, PeriodType.QUARTER, date(2026, 6, 30), "n=20")
    text = text_of(client, f"/compare/?measures={MEASURE}:n%3D20,{STOCK}&kind=quarter&to=2026-08")
    now = text.partition("Where each stands")[2].partition("Every period")[0]
    assert "n=20 Q1 2026/27" in now
    assert counts(row) in now
    assert "not made for quarters 31 Aug 2026" in now
    page = client.get(f"/compare/?measures={MEASURE}:n%3D20").content.decode()
    assert f'<option value="{MEASURE}:n=20" selected>' in page
    assert "no period ended by then" in text_of(client, f"/compare/?measures={MEASURE}&to=2010-01")


def test_a_team_has_its_figures_beside_those_of_the_whole(store: Path, sign_in: SignIn) -> None:
    client = sign_in("viewer")
    rows = figures(store, [MEASURE], [PeriodType.MONTH], END, 1, ["team"], "").to_pylist()
    mine = next(row for row in rows if row["breakdown"] == "team" and row["denominator"])
    whole = row_of(store, MEASURE)
    text = text_of(client, f"{BOTH}&team={mine['group']}")
    now = text.partition("Where each stands")[2].partition("Every period")[0]
    assert f"{counts(mine)}" in now
    assert f"{counts(whole)}" in now
    assert "Targets are agreed for the whole authority" in text
    assert "nothing in this group" in text_of(client, f"{BOTH}&team=No+such+team")


def test_a_breakdown_has_every_group_of_every_measure_and_links_to_each(store: Path, sign_in: SignIn) -> None:
    rows = [
        row
        for row in figures(store, [MEASURE], [PeriodType.MONTH], END, 1, ["age_band"], "").to_pylist()
        if row["breakdown"] and row["denominator"]
    ]
    answer = sign_in("viewer").get(f"{BOTH}&by=age_band").content.decode()
    assert len(rows) > 1
    for row in rows:
        line = answer.partition(f"age_band={row['group'].replace(' ', '+')}")[2].partition("</tr>")[0]
        assert counts(row) in line, row["group"]
    assert "by=age_band&amp;age_band" not in answer


def test_the_files_hold_what_the_page_shows(store: Path, sign_in: SignIn) -> None:
    client, row = sign_in("viewer"), row_of(store, MEASURE)
    answer = client.get(f"/compare/figures/?measures={MEASURE},{STOCK}&by=sex&form=csv")
    assert answer["Content-Disposition"] == 'attachment; filename="measures-2026-10-31.csv"'
    lines = read(answer.content)
    newest = [one for one in lines if one["last_day"] == f"{END}" and one["measure"] == MEASURE]
    assert {one["group"] for one in newest} >= {"Whole authority", "Female", "Male"}
    total = next(one for one in newest if one["group"] == "Whole authority")
    assert (total["numerator"], total["denominator"]) == (f"{row['numerator']:.0f}", f"{row['denominator']:.0f}")
    assert total["trace"] == row["trace"]
    assert {one["measure"] for one in lines} == {MEASURE, STOCK}
    book = client.get(f"/compare/figures/?measures={MEASURE}&form=xlsx").content
    assert "xl/worksheets/sheet1.xml" in ZipFile(io.BytesIO(book)).namelist()
    assert client.get(f"/compare/figures/?measures={MEASURE}&form=pdf").status_code == 400


def test_what_is_not_calculated_is_asked_for_at_once_and_then_shown(own_store: Path, sign_in: SignIn) -> None:
    client, path = sign_in("viewer"), f"{BOTH},{CONFERENCES}&age_band=5+to+9&back=25"
    assert "Being calculated" in text_of(client, path)
    asked = Job.objects.count()
    assert asked == 3  # one for each measure
    text_of(client, path)
    assert Job.objects.count() == asked
    for _ in range(asked):
        do_next()
    text = text_of(client, path)
    assert "2 years" in text
    assert "Oct 2024" in text


def test_a_comparison_is_saved_with_all_that_it_asks(sign_in: SignIn) -> None:
    client = sign_in("viewer")
    wanted = {"measures": f"{MEASURE}:n=20,{STOCK}", "kind": "month", "to": "2026-08", "back": "25"}
    content = client.get("/compare/", wanted).content.decode()
    path = content.partition('name="path" value="')[2].partition('"')[0].replace("&amp;", "&")
    client.post("/saved-views/", {"title": "Mine", "path": path, "keep": "newest"})
    kept = SavedView.objects.get()
    answer = client.get(kept.path)
    assert answer.status_code == 200
    assert answer.content.decode().count("n=20") == content.count("n=20")
    assert {"to=2026-08", "kind=month", "back=25"} <= set(kept.path.partition("?")[2].split("&"))
    far = client.post("/saved-views/", {"title": "Far", "path": f"/compare/?measures={'x' * 1200}"})
    assert far.status_code == 400


@pytest.mark.parametrize(
    ("rest", "status"),
    [
        (f"measures={MEASURE}&kind=week", 400),
        (f"measures={MEASURE}&to=October", 400),
        (f"measures={MEASURE}&by=shoe_size", 400),
        (f"measures={MEASURE}&back=7", 400),
        (f"measures={MEASURE}:n%3Dmany", 400),
        ("measures=no_such_measure", 404),
        (f"measures={','.join(f'{MEASURE}:n={number}' for number in range(13))}", 400),
    ],
)
def test_what_cannot_be_asked_is_said_in_a_sentence(rest: str, status: int, sign_in: SignIn) -> None:
    client = sign_in("viewer")
    for path in ("/compare/", "/compare/figures/"):
        assert client.get(f"{path}?{rest}").status_code == status
