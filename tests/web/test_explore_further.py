"""What is not prepared is calculated by a job when somebody asks; what was published stands beside the figures."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
import pytest

from trigpoint.figures.rounding import half_up
from trigpoint.language.period import PeriodType, last_day, month_of
from trigpoint.store import Release, Store
from trigpoint.tasks import library, published_figures, released_rows
from trigpoint.tasks.calculate import figures
from trigpoint.tasks.not_ready import NotReadyError
from trigpoint.tasks.publish import publish
from trigpoint.tasks.ready_lists import Rows, check_ready
from trigpoint.tasks.releases import figures_in
from trigpoint.tasks.retractions import retract
from trigpoint.tasks.stored import snapshot_of
from trigpoint.web.explore.models import SavedView
from trigpoint.web.jobs.models import Job, State
from trigpoint.web.jobs.queue import do_next

from .conftest import MEASURES, SignIn
from .test_explore_pages import END, MEASURE, text_of

pytestmark = pytest.mark.django_db
UASC = "cla_at_period_end"


def test_the_groups_of_a_variant_are_calculated_by_a_job_and_then_compared(own_store: Path, sign_in: SignIn) -> None:
    client, page = sign_in("viewer"), f"/measures/{UASC}/compare/?variant=uasc%3Dexc&by=age_band"
    assert "waiting its turn" in text_of(client, page)
    text_of(client, page)
    assert Job.objects.count() == 1  # asking again asks for nothing more
    done = do_next()
    assert done is not None
    assert done.state == State.DONE, done.trouble
    rows = figures(own_store, [UASC], [PeriodType.SNAPSHOT], END, 1, ["age_band"], "uasc=exc").to_pylist()
    wanted = {row["group"]: f"{row['numerator']:.0f}" for row in rows if row["breakdown"] and row["numerator"]}
    text = text_of(client, page)
    assert wanted
    assert all(f"{group} {count}" in text for group, count in wanted.items()), (wanted, text)
    assert "not calculated until somebody asks" not in text_of(client, f"/measures/{UASC}/?variant=uasc%3Dexc")


def test_how_far_back_stands_in_the_address_and_in_the_links(own_store: Path, sign_in: SignIn) -> None:
    client = sign_in("viewer")
    answer = client.get(f"/measures/{MEASURE}/compare/", {"back": "25", "by": "team"})
    assert "Being calculated" in answer.content.decode()
    do_next()
    text = client.get(f"/measures/{MEASURE}/compare/", {"back": "25", "by": "team"}).content.decode()
    assert "25 periods" in text
    assert "back=25" in text
    assert "choose one of 13, 25, 37" in text_of(client, f"/measures/{MEASURE}/?back=99", 400)
    assert "13 periods" in text_of(client, f"/measures/{MEASURE}/compare/")


def test_a_longer_line_than_is_prepared_has_its_figures(own_store: Path, sign_in: SignIn) -> None:
    client = sign_in("viewer")
    text_of(client, f"/measures/{MEASURE}/?back=61")
    do_next()
    row = next(
        row
        for row in figures(own_store, [MEASURE], [PeriodType.MONTH], last_day(month_of(END) - 50), 1).to_pylist()
        if not row["breakdown"]
    )
    text = text_of(client, f"/measures/{MEASURE}/?back=61")
    assert f"{row['period_end']:%b %Y}" in text or f"{row['period_end']:%B %Y}" in text


def test_no_list_of_what_is_prepared_waits_for_a_view(store: Path) -> None:
    for measure in MEASURES:
        declared = library.measure(measure)
        for variant in library.variants(declared):
            kind = library.versions(declared, variant)[0].periods[0]
            check_ready(store, wanted_rows(store, measure, kind, variant))


def wanted_rows(store: Path, measure: str, kind: PeriodType, variant: str = "") -> Rows:
    """The rows behind the last figure."""
    taken = snapshot_of(store)
    return Rows(snapshot=taken.id, definitions="national", measure=measure, kind=kind, end=END, variant=variant)


def test_a_list_on_a_view_that_is_not_prepared_is_a_job(
    own_store: Path, sign_in: SignIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    for view in own_store.glob("snapshots/*/views/assessment-*"):
        view.unlink()
    with pytest.raises(NotReadyError):
        check_ready(own_store, wanted_rows(own_store, MEASURE, PeriodType.MONTH))
    client = sign_in("analyst")
    for rest in ("children/", "why/"):
        assert "Being calculated" in text_of(client, f"/measures/{MEASURE}/{rest}?result=not_met")
    assert Job.objects.count() == 1
    with monkeypatch.context() as broken:
        broken.setattr("trigpoint.web.explore.work.prepare_rows", lambda *_: (_ for _ in ()).throw(ValueError))
        do_next()
    assert "This could not be calculated" in text_of(client, f"/measures/{MEASURE}/children/")
    assert "waiting its turn" in text_of(client, f"/measures/{MEASURE}/children/?again=yes")
    do_next()
    assert "Longest over first" in text_of(client, f"/measures/{MEASURE}/children/?result=not_met")


def test_what_was_published_stands_beside_the_figure_and_what_changed_since(
    own_store: Path, sign_in: SignIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    client, page = sign_in("viewer"), f"/measures/{MEASURE}/"
    assert "No release holds this figure yet" in text_of(client, page)
    first = publish(own_store, END, 3, [MEASURE], title="The October pack").release
    said = text_of(client, page)
    assert f"The October pack release {first.id} The same today" in said

    def otherwise(release: Release) -> pa.Table:
        table = figures_in(release)
        values = [None if value is None else value + 5 for value in table["value"].to_pylist()]
        return table.set_column(table.column_names.index("value"), "value", pa.array(values, pa.float64()))

    monkeypatch.setattr(released_rows, "figures_in", otherwise)
    released_rows._kept.clear()
    second = publish(own_store, END, 3, [MEASURE], title="Again", replaces="One was forgotten").release
    said = text_of(client, page)
    assert f"Replaced by release {second.id}" in said
    assert "% today : the records changed." in said
    assert "September 2026" in said.partition("Earlier figures that are others today")[2]
    retract(own_store, second.id, "The wrong file was loaded", "Director")
    assert "Taken back: The wrong file was loaded" in text_of(client, page)
    released_rows._kept.clear()


@pytest.mark.parametrize(("most", "times"), [(10_000_000, 1), (0, 2)])
def test_many_releases_are_read_once_while_they_fit(
    own_store: Path, monkeypatch: pytest.MonkeyPatch, sign_in: SignIn, most: int, times: int
) -> None:
    made = publish(own_store, END, 3, [MEASURE], title="The October pack").release
    many = [Release(made.path.with_name(f"{n:04}-copy"), made.manifest) for n in range(30)]
    read: list[Release] = []

    def counted(release: Release) -> pa.Table:
        read.append(release)
        return figures_in(made)

    monkeypatch.setattr(published_figures, "with_figures", lambda *_: many)
    monkeypatch.setattr(released_rows, "figures_in", counted)
    monkeypatch.setattr(released_rows, "_kept", {})
    monkeypatch.setattr(released_rows, "_MOST_BYTES", most)
    client = sign_in("viewer")
    assert text_of(client, f"/measures/{MEASURE}/").count("The October pack release") == 30
    text_of(client, f"/measures/{MEASURE}/?back=13")
    assert len(read) == 30 * times


@pytest.mark.parametrize(
    "rest", ["compare/?by=age_band&sort=high&back=13", "why/?before=2026-08-31", "children/?result=met"]
)
def test_a_view_can_be_saved_on_every_page_that_lists(rest: str, sign_in: SignIn) -> None:
    client = sign_in("analyst")
    content = client.get(f"/measures/{MEASURE}/{rest}").content.decode()
    path = content.partition('name="path" value="')[2].partition('"')[0].replace("&amp;", "&")
    pinned = content.partition('name="pinned" value="')[2].partition('"')[0].replace("&amp;", "&")
    assert set(rest.partition("?")[2].split("&")) <= set(path.partition("?")[2].split("&"))
    assert "snapshot=" in pinned
    sent = {"title": "Mine", "path": path, "pinned": pinned, "keep": "records"}
    assert client.post("/saved-views/", sent).status_code == 302
    assert SavedView.objects.get().path.startswith(f"/measures/{MEASURE}/{rest.partition('/')[0]}/?")
    assert client.get(SavedView.objects.get().path).status_code == 200


def test_a_group_has_what_releases_hold_of_it_and_says_where_one_holds_none(own_store: Path, sign_in: SignIn) -> None:
    client = sign_in("viewer")
    rows = figures(own_store, [MEASURE], [PeriodType.MONTH], END, 1, ["age_band", "team+age_band"], "").to_pylist()
    crossed = next(row for row in rows if row["breakdown"] == "team+age_band" and row["numerator"])
    team, age = crossed["group"].split(" + ")
    mine = next(row for row in rows if (row["breakdown"], row["group"]) == ("age_band", age))
    page, both = f"/measures/{MEASURE}/?age_band={age}", f"/measures/{MEASURE}/?team={team}&age_band={age}"
    assert "No release holds this figure yet" in text_of(client, page)
    whole = publish(own_store, END, 1, [MEASURE], title="Totals").release
    text = text_of(client, page)
    assert f"Totals release {whole.id} It holds the figure of the whole only" in text
    split = publish(own_store, END, 1, [MEASURE], ["age_band"], title="By age", replaces="Ages were forgotten").release
    text = text_of(client, page)
    assert f"Replaced by release {split.id}" in text
    shown = text.partition("This figure in each release")[2].partition("By age")[0].partition("October 2026")[2]
    assert shown.split()[0] == f"{half_up(Fraction(100 * int(mine['numerator']), int(mine['denominator'])), 0)}%"
    assert f"By age release {split.id} The same today" in text
    text_of(client, both)
    do_next()
    assert "It holds no figure by team and age" in text_of(client, both)
    third = publish(
        own_store, END, 1, [MEASURE], ["age_band+team"], title="Crossed", replaces="Both were asked"
    ).release
    assert f"Crossed release {third.id} The same today" in text_of(client, both)


def test_what_the_authoritys_own_packs_printed_of_a_group_counts_and_what_others_were_given_does_not(
    own_store: Path, sign_in: SignIn, tmp_path: Path
) -> None:
    table = figures(own_store, [MEASURE], [PeriodType.MONTH], END, 2, ["age_band"], "")
    total = table.filter(pc.field("breakdown") == "")
    parts = table.filter(pc.field("breakdown") == "age_band")
    mine = next(row for row in parts.to_pylist() if row["period_end"] == END and row["denominator"])
    hidden = parts.set_column(parts.column_names.index("value"), "value", pa.array([1.0] * len(parts), pa.float64()))
    files = {
        "figures.parquet": total,
        "packs/internal/figures.parquet": parts,
        "packs/public/figures.parquet": hidden,
    }
    with Store(own_store).writing() as writer:
        draft = writer.release()
        for number, (name, held) in enumerate(files.items()):
            pq.write_table(held, tmp_path / f"{number}.parquet")
            draft.put_file(name, tmp_path / f"{number}.parquet")
        release = draft.commit(
            {"month": f"{END}", "to": "2026-10", "periods": 1, "definitions": "national", "title": "Packs of October"}
        )
    text = text_of(sign_in("viewer"), f"/measures/{MEASURE}/?age_band={mine['group']}")
    assert f"Packs of October release {release.id} The same today" in text
    assert "others today" not in text
    assert len(released_rows._rows(release).filter(pc.field("breakdown") != "")) == sum(
        row["period_end"] == END for row in parts.to_pylist()
    )
