"""The explorer's pages say what was prepared: figures, equations that add up, groups that add up, links that last."""

from __future__ import annotations

import re
import shutil
from dataclasses import replace
from datetime import date
from html import unescape
from pathlib import Path

import pyarrow.compute as pc
import pytest
from django.conf import settings as django_settings
from django.test import Client
from pytest_django import DjangoAssertNumQueries, Settings

from trigpoint.language.period import PeriodType
from trigpoint.reports.control_view import ControlView
from trigpoint.tasks.choices import chosen, offer
from trigpoint.tasks.explored import explored
from trigpoint.tasks.explored_subject import Beside
from trigpoint.tasks.load import load
from trigpoint.tasks.prepared_figures import prepared_figures, read_prepared
from trigpoint.tasks.stored import snapshot_of
from trigpoint.tasks.targets import load_targets
from trigpoint.web.explore.models import SavedView
from trigpoint.web.jobs.models import Job

from .conftest import MEASURES, MakeAccount, SignIn

pytestmark = pytest.mark.django_db
MEASURE = "assessments_within_working_days_pct"
END = date(2026, 10, 31)


def text_of(client: Client, path: str, status: int = 200) -> str:
    """The words of a page without its markup."""
    response = client.get(path)
    assert response.status_code == status, (path, response.status_code)
    body = re.sub(r"<(script|style|svg).*?</\1>", " ", response.content.decode(), flags=re.S)
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", body)).split())


def prepared_row(store: Path, measure: str, kind: PeriodType = PeriodType.MONTH, **where: str) -> dict[str, object]:
    """One prepared figure as it stands in the file."""
    found = prepared_figures(store)
    assert found
    table = read_prepared(found, measure)
    wanted = {"variant": "", "period_type": str(kind), "breakdown": "", "group": "", **where}
    keep = pc.field("period_end") == END
    for name, value in wanted.items():
        keep = keep & (pc.field(name) == value)
    (row,) = table.filter(keep).to_pylist()
    return dict(row)


def test_the_list_has_the_figures_and_finds_measures_misspelt(store: Path, sign_in: SignIn) -> None:
    client = sign_in("viewer")
    row = prepared_row(store, MEASURE)
    whole = text_of(client, "/measures/")
    assert f"{row['numerator']:,.0f} of {row['denominator']:,.0f}" in whole
    assert "not calculated yet" in whole  # measures that were not prepared are listed with the reason
    for words in ("asessments 45", "assessments_within", "authorised working days", "KPI3"):
        assert "Assessments completed within 45 working days" in text_of(client, f"/measures/?q={words}"), words
    assert "Nothing fits every word" in text_of(client, "/measures/?q=zeppelin")


def test_the_page_of_a_measure_equals_its_prepared_figure(store: Path, sign_in: SignIn) -> None:
    client = sign_in("viewer")
    row = prepared_row(store, MEASURE)
    text = text_of(client, f"/measures/{MEASURE}/?period=month:{END}")
    met, counted = int(str(row["numerator"]).partition(".")[0]), int(str(row["denominator"]).partition(".")[0])
    not_met = counted - met - int(str(row["unknown"]))
    assert f"{row['value']:.0f}%" in text
    assert f"{met} of {counted}" in text
    for term in (f"{counted} counted", f"{met} met", f"{not_met} not met", f"{row['unknown']} not known"):
        assert term in text
    assert str(row["trace"]) in text
    assert "working days from start to authorisation is at most 45" in text


@pytest.mark.parametrize("measure", MEASURES)
def test_every_prepared_measure_has_a_page_in_every_view(measure: str, sign_in: SignIn) -> None:
    client = sign_in("viewer")
    for path in (f"/measures/{measure}/", f"/measures/{measure}/?view=control", f"/measures/{measure}/definition/",
                 f"/measures/{measure}/compare/?by=age_band&sort=low"):  # fmt: skip
        assert client.get(path).status_code == 200, path


@pytest.mark.parametrize("measure", MEASURES)
def test_the_terms_of_an_equation_add_up(measure: str, store: Path) -> None:
    found = prepared_figures(store)
    assert found
    offered = offer(found, measure)
    page = explored(offered, chosen(offered, {}), Beside(store, "Borderfield Council"), "?")
    before = [part for part in page.parts if part.look in {"f0", "fx"}]
    (counted,) = (part for part in page.parts if part.look == "fc")
    after = [part for part in page.parts if part.look in {"fm", "fn", "fu"} and part.sign in "=+"]
    assert before[0].count - sum(part.count for part in before[1:]) == counted.count
    assert not after or sum(part.count for part in after) == counted.count


@pytest.mark.parametrize("measure", MEASURES)
def test_a_control_chart_draws_no_limit_that_no_figure_can_reach(measure: str, store: Path) -> None:
    found = prepared_figures(store)
    assert found
    offered = offer(found, measure)
    page = explored(offered, chosen(offered, {}), Beside(store, "Borderfield Council"), "?", control=True)
    assert isinstance(page.control, ControlView)
    chart = page.control.chart
    assert chart.low is not None
    assert chart.high is not None
    assert 0 <= chart.low <= chart.high
    assert chart.unit != "%" or chart.high <= 100
    assert all(chart.scale.low <= line.value <= chart.scale.high for line in chart.references)
    assert len(chart.signals) < len(chart.points)


def test_groups_add_up_to_the_whole_and_each_has_its_own_page(store: Path, sign_in: SignIn) -> None:
    client = sign_in("viewer")
    whole = prepared_row(store, MEASURE)
    text = text_of(client, f"/measures/{MEASURE}/")
    assert f"add up to {whole['numerator']:.0f} of {whole['denominator']:.0f}." in text
    assert "; the whole is" not in text
    found = prepared_figures(store)
    assert found
    table = read_prepared(found, MEASURE).filter((pc.field("breakdown") == "team") & (pc.field("period_end") == END))
    team = next(row["group"] for row in table.to_pylist() if row["denominator"])
    row = prepared_row(store, MEASURE, breakdown="team", group=team)
    one = text_of(client, f"/measures/{MEASURE}/?team={team}")
    assert f"{row['numerator']:.0f} of {row['denominator']:.0f}" in one
    assert str(row["trace"]) in one


def test_a_control_chart_says_its_limits_and_where_there_is_none_why(sign_in: SignIn) -> None:
    client = sign_in("viewer")
    assert "Signal rules:" in text_of(client, f"/measures/{MEASURE}/?view=control")
    none = text_of(client, f"/measures/{MEASURE}/?view=control&period=rolling12:{END}")
    assert "No control chart. A chart of rolling12 figures is not offered" in none


def test_the_records_before_are_read_until_new_ones_are_calculated(
    own_store: Path, shared_store: Path, sign_in: SignIn
) -> None:
    before = snapshot_of(own_store).id
    newest = load([shared_store.parent / "web-records"], own_store, END).snapshot
    assert newest is not None
    text = text_of(sign_in("viewer"), f"/measures/{MEASURE}/")
    assert f"(snapshot {before})" in text
    assert f"Snapshot {newest.id}: not calculated yet" in text
    asked = text_of(sign_in("viewer"), f"/measures/{MEASURE}/?snapshot={newest.id}")
    assert f"The figures of snapshot {newest.id} are not calculated yet" in asked


def test_what_is_not_calculated_says_who_calculates_it(store: Path, sign_in: SignIn, settings: Settings,
                                                         tmp_path: Path) -> None:  # fmt: skip
    assert "is not calculated for snapshot" in text_of(sign_in("viewer"), "/measures/foi_in_timescale_pct/")
    other = tmp_path / "store"
    shutil.copytree(store, other)
    for file in other.glob("snapshots/*/views/figures-*"):
        file.unlink()
    settings.ENVIRONMENT = replace(django_settings.ENVIRONMENT, store=other)
    text = text_of(sign_in("viewer"), f"/measures/{MEASURE}/")
    assert "are not calculated yet" in text
    assert "Calculate them" not in text
    analyst = sign_in("analyst")
    assert "Calculate them" in text_of(analyst, f"/measures/{MEASURE}/")
    answer = analyst.post("/calculate-figures/")
    job = Job.objects.get()
    assert answer["Location"] == f"/jobs/{job.pk}/"
    assert job.arguments == {"snapshot": next(other.glob("snapshots/0*")).name, "definitions": "national"}


@pytest.mark.parametrize("query", ["period=month", "period=x:2026-10-31", "period=month:2026-10-30", "team=Nowhere",
                                   "variant=n%3D99", "definitions=atlantis", "period=month%3A%00"])  # fmt: skip
def test_a_link_that_asks_for_nothing_there_is_answered_in_a_sentence(query: str, sign_in: SignIn) -> None:
    answer = sign_in("viewer").get(f"/measures/{MEASURE}/?{query}")
    assert answer.status_code in {200, 400}
    if answer.status_code == 400:
        assert "This cannot be shown" in answer.content.decode()


def test_a_loaded_target_gives_the_figure_its_position(
    store: Path, sign_in: SignIn, settings: Settings, tmp_path: Path
) -> None:
    other, row = tmp_path / "store", prepared_row(store, MEASURE)
    shutil.copytree(store, other)
    low, aim = round(float(str(row["value"]))) - 1, round(float(str(row["value"]))) + 1
    file = tmp_path / "agreed.toml"
    file.write_text(
        'set = "agreed"\ntitle = "Agreed"\nagreed_by = "The board"\n\n[[target]]\n'
        f'measure = "{MEASURE}"\nperiod_types = ["month"]\ntarget = {aim}\ntolerance = [{low}, 100]\n'
        'good = "high"\nfrom = 2020-04-01\n',
        encoding="utf-8",
    )
    load_targets(file, other)
    settings.ENVIRONMENT = replace(django_settings.ENVIRONMENT, store=other)
    client = sign_in("viewer")
    text = text_of(client, f"/measures/{MEASURE}/?view=control")
    assert f"Within tolerance {row['numerator']:.0f} of {row['denominator']:.0f} · target {aim}%" in text
    assert "Target may or may not be met." in text
    assert "Within tolerance" in text_of(client, "/measures/?q=assessments+45")
    assert "Within tolerance" not in text_of(client, f"/measures/{MEASURE}/?period=ytd:{END}")


def test_a_measure_that_there_is_not_is_missing(sign_in: SignIn) -> None:
    client = sign_in("analyst")
    for rest in ("", "definition/", "children/", "children/export/", "why/", "compare/"):
        assert client.get(f"/measures/no_such_measure/{rest}").status_code == 404


def test_the_definition_page_shows_clauses_versions_and_worked_children(sign_in: SignIn) -> None:
    client = sign_in("viewer")
    text = text_of(client, f"/measures/{MEASURE}/definition/")
    assert "Authorised before it started" in text
    assert "met (day 45: 29 March, 1 April and 6 May are holidays)" in text
    changed = text_of(client, "/measures/iha_20wd_pct/definition/?definitions=kent")
    assert "Refused a health assessment within the 3 months before" in changed
    assert "Divisional Management Team, 6 February 2018" in changed
    assert "From 1 April 2018 In force" in changed
    before = text_of(client, "/measures/iha_20wd_pct/definition/?definitions=kent&period=month:2018-03-31")
    assert "From 1 April 2013 In force" in before


def test_a_saved_view_is_listed_followed_shared_and_removed_by_its_owner_alone(
    sign_in: SignIn, make: MakeAccount
) -> None:
    owner, other = sign_in(make("viewer")), sign_in(make("analyst"))
    path = f"/measures/{MEASURE}/?view=control&evil=1"
    answer = owner.post("/saved-views/", {"title": "  My   view ", "path": path, "keep": "newest"})
    view = SavedView.objects.get()
    assert (answer["Location"], view.title) == (f"/measures/{MEASURE}/?view=control", "My view")
    assert "My view" in text_of(owner, "/measures/")
    assert "My view" not in text_of(other, "/measures/")
    assert other.get(f"/saved-views/{view.pk}/")["Location"] == view.path
    assert other.post(f"/saved-views/{view.pk}/remove/").status_code == 403
    assert owner.post(f"/saved-views/{view.pk}/remove/").status_code == 302
    assert not SavedView.objects.exists()


@pytest.mark.parametrize("path", ["https://evil.example/measures/", "//evil.example/measures/", "/account/", "x", ""])
def test_only_an_address_of_the_explorer_is_saved(path: str, sign_in: SignIn) -> None:
    answer = sign_in("viewer").post("/saved-views/", {"title": "A view", "path": path})
    assert answer.status_code == 400
    assert not SavedView.objects.exists()


def test_a_pinned_link_answers_after_the_next_load_and_says_when_its_records_are_gone(
    store: Path, sign_in: SignIn, settings: Settings, tmp_path: Path
) -> None:
    client = sign_in("viewer")
    snapshot = next(store.glob("snapshots/0*")).name
    pinned = f"/measures/{MEASURE}/?period=month:{END}&snapshot={snapshot}"
    client.post(
        "/saved-views/", {"title": "Kept", "path": f"/measures/{MEASURE}/", "pinned": pinned, "keep": "records"}
    )
    kept = SavedView.objects.get().path
    client.get(kept)  # says once that it was saved
    assert f"snapshot={snapshot}" in kept
    assert text_of(client, kept) == text_of(client, pinned)
    other = tmp_path / "store"
    shutil.copytree(store, other)
    (other / "snapshots" / snapshot).rename(other / "snapshots" / "0002-aaaaaaaa")
    pointer = other / "current.json"
    pointer.write_text(pointer.read_text().replace(snapshot, "0002-aaaaaaaa"))
    settings.ENVIRONMENT = replace(django_settings.ENVIRONMENT, store=other)
    assert f"The records of snapshot {snapshot} were deleted" in text_of(client, kept, 410)


def test_a_page_takes_few_queries_however_many_groups_it_has(
    sign_in: SignIn, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    client = sign_in("viewer")
    for path in ("/measures/", f"/measures/{MEASURE}/", f"/measures/{MEASURE}/compare/"):
        client.get(path)
        with django_assert_max_num_queries(6):
            client.get(path)


def test_several_measures_of_one_team_stand_beside_each_other(store: Path, sign_in: SignIn) -> None:
    client = sign_in("viewer")
    row = prepared_row(store, MEASURE)
    text = text_of(client, f"/compare/?measures={MEASURE},cla_at_period_end")
    assert f"{row['numerator']:.0f} of {row['denominator']:.0f}" in text
    assert "Children looked after" in text
