"""The children behind a figure: rows that equal it, scope, what is held back, files, and why a figure changed."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections import Counter
from datetime import date
from html import unescape
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from django.test import Client
from django.utils import timezone

from trigpoint.language.period import PeriodType
from trigpoint.tasks.allocated import allocated
from trigpoint.tasks.choices import Choice
from trigpoint.tasks.list_cases import cases
from trigpoint.tasks.stored import snapshot_of
from trigpoint.web.access.log import who_has_seen
from trigpoint.web.access.models import Logged
from trigpoint.web.access.tokens import token
from trigpoint.web.children.behind_figure import Asked, behind, every_row
from trigpoint.web.children.bridge import Asked as Bridged
from trigpoint.web.children.bridge import bridge, children_of
from trigpoint.web.children.export import Listing, NotExportedError, export, plain
from trigpoint.web.children.models import RestrictedCase
from trigpoint.web.jobs.queue import do_next
from trigpoint.web.people.actions import Action
from trigpoint.web.people.actor import Actor

from .conftest import MakeAccount, SignIn
from .test_explore_pages import END, prepared_row, text_of

pytestmark = pytest.mark.django_db
MEASURE = "assessments_within_working_days_pct"
LIST = f"/measures/{MEASURE}/children/"


def asked(store: Path, measure: str = MEASURE, result: str = "", kind: PeriodType = PeriodType.MONTH) -> Asked:
    """The list behind the headline figure of the last month."""
    taken = snapshot_of(store)
    (authority,) = taken.manifest["collected"]
    choice = Choice(measure, kind, END, "", (), authority)
    return Asked(store=store, choice=choice, snapshot=taken.id, definitions="national", result=result)


def actor(make: MakeAccount, role: str, **place: str) -> Actor:
    """Someone new with a role."""
    return make(role, **place).actor(timezone.localdate())


def teams(store: Path, measure: str = MEASURE) -> Counter[str]:
    """How many rows of the list stand in each team."""
    found = behind_rows(store, measure)
    return Counter(str(row["team"]) for row in found if row["team"])


def behind_rows(store: Path, measure: str = MEASURE) -> list[dict[str, object]]:
    """Every row of the figure, from the task itself."""
    return list(cases(store, measure, PeriodType.MONTH, END).to_pylist())


def test_the_rows_of_each_result_are_as_many_as_the_figure_says(store: Path, make: MakeAccount) -> None:
    row = prepared_row(store, MEASURE)
    found = behind(actor(make, "analyst"), Action.SEE_CHILDREN, asked(store))
    assert found.results["met"] == row["numerator"]
    counted = sum(found.results.get(name, 0) for name in ("met", "not_met", "unknown"))
    assert (counted, found.results.get("unknown", 0)) == (row["denominator"], row["unknown"])
    assert (found.results.get("excluded", 0), found.results.get("pending", 0)) == (row["excluded"], row["pending"])
    assert found.matching == sum(found.results.values()) == found.inside


def test_a_list_is_narrowed_by_result_and_group_as_the_figure_is(store: Path, sign_in: SignIn) -> None:
    team = teams(store).most_common(1)[0][0]
    row = prepared_row(store, MEASURE, breakdown="team", group=team)
    client = sign_in("analyst")
    text = text_of(client, f"{LIST}?result=met&team={team}")
    assert f"{row['numerator']:.0f} met, team {team}, October 2026" in text


def test_two_groups_together_have_a_figure_that_their_rows_make(own_store: Path, sign_in: SignIn) -> None:
    store = own_store
    rows = [row for row in behind_rows(store) if row["result"] in {"met", "not_met", "unknown"}]
    (team, age), many = Counter((str(row["team"]), str(row["age_band"])) for row in rows).most_common(1)[0]
    met = sum((row["team"], row["age_band"], row["result"]) == (team, age, "met") for row in rows)
    client = sign_in("analyst")
    assert "waiting its turn" in text_of(client, f"/measures/{MEASURE}/?team={team}&age_band={age}")
    do_next()
    assert f"{met} of {many}" in text_of(client, f"/measures/{MEASURE}/?team={team}&age_band={age}")
    assert f"{met} met, team {team}, age {age}" in text_of(client, f"{LIST}?result=met&team={team}&age_band={age}")


def test_the_longest_over_stands_first(store: Path, make: MakeAccount) -> None:
    found = behind(actor(make, "analyst"), Action.SEE_CHILDREN, asked(store, result="not_met"))
    over = [row["over"] for row in found.rows]
    assert over == sorted(over, reverse=True)
    assert all(row["over"] == row["working_days"] - 45 for row in found.rows)


def test_a_team_manager_sees_the_team_and_numbers_of_the_rest(store: Path, make: MakeAccount) -> None:
    team, many = teams(store).most_common(1)[0]
    whole = behind(actor(make, "analyst"), Action.SEE_CHILDREN, asked(store))
    found = behind(actor(make, "team_manager", team=team), Action.SEE_CHILDREN, asked(store))
    assert {row["team"] for row in found.rows} == {team}
    assert (found.inside, found.outside, found.matching) == (many, whole.matching - many, whole.matching)
    assert found.results == whole.results  # the figure is an aggregate: it stays whole


def test_restricted_children_are_counted_and_not_listed(store: Path, make: MakeAccount) -> None:
    whole = behind(actor(make, "analyst"), Action.SEE_CHILDREN, asked(store))
    child = whole.rows[0]["child_id"]
    mine = sum(row["child_id"] == child for row in behind_rows(store))
    RestrictedCase.objects.create(child=token(child), because="a colleague's", since=date(2020, 1, 1))
    found = behind(actor(make, "analyst"), Action.SEE_CHILDREN, asked(store))
    assert (found.restricted, found.inside) == (mine, whole.inside - mine)
    assert child not in {row["child_id"] for row in found.rows}


def test_only_the_page_that_is_shown_is_logged(store: Path, make: MakeAccount) -> None:
    found = behind(actor(make, "analyst"), Action.SEE_CHILDREN, asked(store), page=2, most=10)
    shown = {row["child_id"] for row in found.rows}
    every = {str(row["child_id"]) for row in behind_rows(store)}
    assert {child for child in every if list(who_has_seen(child))} == shown
    line = Logged.objects.get()
    assert (line.action, line.about) == ("see the children behind a figure", f"{MEASURE} month to {END}")
    assert "page 2 of" in line.detail


def test_the_pages_of_a_list_are_all_of_it_once(store: Path, make: MakeAccount) -> None:
    who = actor(make, "analyst")
    first = behind(who, Action.SEE_CHILDREN, asked(store), 1, most=7)
    pages = [behind(who, Action.SEE_CHILDREN, asked(store), page, most=7) for page in range(1, first.pages + 1)]
    ids = [row["record_id"] for page in pages for row in page.rows]
    assert sorted(ids) == sorted(str(row["record_id"]) for row in behind_rows(store))


def test_no_page_of_the_explorer_gives_a_viewer_a_child(store: Path, sign_in: SignIn) -> None:
    """Every address, with a ratio, a rate and a count: not one id of a child comes back."""
    children = {child for _, child in allocated(snapshot_of(store))}
    for file in snapshot_of(store).tables["ssd_person"]:
        children |= {str(child) for child in pq.read_table(file, columns=["pers_person_id"])[0].to_pylist()}
    children = {child for child in children if len(child) > 3}  # P1 is a code of placements too
    client = sign_in("viewer")
    for measure in (MEASURE, "cla_rate_per_10000", "referrals_received"):
        for rest in ("", "?view=control", "why/", "compare/", "definition/", "children/?result=not_met",
                     "children/export/"):  # fmt: skip
            answer = client.get(f"/measures/{measure}/{rest}")
            assert (answer.status_code == 403) is rest.startswith("children")
            words = set(re.findall(r"[\w-]+", unescape(answer.content.decode())))
            assert not words & children, (measure, rest)
    assert not Logged.objects.filter(children__gt=0).exists()


def test_who_may_see_children_does_get_them(store: Path, sign_in: SignIn) -> None:
    """The canary above can fail: the same words are there for an analyst."""
    child = str(behind_rows(store)[0]["child_id"])
    pages = "".join(text_of(sign_in("analyst"), f"{LIST}?page={page}") for page in (1, 2, 3))
    assert child in pages


def test_a_list_is_taken_away_only_with_a_reason(sign_in: SignIn) -> None:
    client = sign_in("analyst")
    answer = client.post(f"{LIST}export/?result=not_met", {"why": " short ", "form": "csv"})
    assert answer.status_code == 400
    assert "Say in a few words what you need the list for" in answer.content.decode()
    assert "short" in answer.content.decode()  # what was typed is kept
    assert not Logged.objects.filter(action=Action.EXPORT_CHILDREN).exists()


def taken(client: Client, form: str) -> bytes:
    """A file of the children who did not meet the measure."""
    answer = client.post(f"{LIST}export/?result=not_met", {"why": "to ask the team why", "form": form})
    assert answer.status_code == 200
    assert answer["Content-Disposition"] == f'attachment; filename="{MEASURE}-{END}.{form}"'
    return answer.content


def test_a_file_holds_the_rows_the_banner_and_stands_in_the_log(store: Path, sign_in: SignIn) -> None:
    lines = list(csv.reader(io.StringIO(taken(sign_in("analyst"), "csv").decode("utf-8-sig"))))
    banner = {line[0]: line[1] for line in lines[: lines.index([])]}
    assert banner["Because"] == "to ask the team why"
    assert (banner["Exported by"], banner["Filter"]) == ("Performance analyst", "result not met")
    head, *rows = lines[lines.index([]) + 1 :]
    assert head[:5] == ["Case", "Assessment", "Team", "Service", "Worker"]
    wanted = {str(row["record_id"]) for row in behind_rows(store) if row["result"] == "not_met"}
    assert {row[1] for row in rows} == wanted
    line = Logged.objects.get(action=Action.EXPORT_CHILDREN)
    assert line.children == len({row[0] for row in rows})
    assert "because: to ask the team why" in line.detail


def test_a_workbook_has_a_sheet_that_says_who_took_it_and_no_formula(sign_in: SignIn) -> None:
    book = zipfile.ZipFile(io.BytesIO(taken(sign_in("analyst"), "xlsx")))
    sheets = "".join(book.read(name).decode() for name in book.namelist() if "worksheets/" in name)
    assert "<f>" not in sheets
    assert "Exported by Performance analyst" in sheets
    assert "to ask the team why" in book.read("xl/sharedStrings.xml").decode()


@pytest.mark.parametrize("cell", ["=1+1", "+44", "-x", "@SUM(A1)", "\tx", "\rx"])
def test_no_cell_of_a_text_begins_like_a_formula(cell: str) -> None:
    assert plain(cell) == f"'{cell}"
    assert (plain(-5), plain(None), plain("a=b")) == ("-5", "", "a=b")


def test_a_file_holds_only_the_team_and_never_more_than_it_may(
    store: Path, make: MakeAccount, monkeypatch: pytest.MonkeyPatch
) -> None:
    team, many = teams(store).most_common(1)[0]
    who, listing = actor(make, "team_manager", team=team), Listing(
        title="A list", filters="", snapshot=snapshot_of(store).id, columns=[("child_id", "Case"), ("team", "Team")]
    )  # fmt: skip
    rows = every_row(asked(store))
    body = export(who, Action.EXPORT_CHILDREN, rows, listing, "a reason to have it", "csv").content.decode("utf-8-sig")
    _, *lines = list(csv.reader(io.StringIO(body.partition("\r\n\r\n")[2])))
    assert ({line[1] for line in lines}, len(lines)) == ({team}, many)
    monkeypatch.setattr("trigpoint.web.children.export.MOST", many - 1)
    with pytest.raises(NotExportedError, match="narrow it"):
        export(who, Action.EXPORT_CHILDREN, rows, listing, "a reason to have it", "csv")


def bridged(store: Path, measure: str, kind: PeriodType) -> Bridged:
    """The last month held against the month before."""
    one = asked(store, measure, kind=kind)
    return Bridged(store, one.choice, date(2026, 9, 30), one.snapshot, "", "national")


def test_the_lines_of_a_bridge_add_up_to_the_change(store: Path, make: MakeAccount) -> None:
    one = bridged(store, "cla_at_period_end", PeriodType.SNAPSHOT)
    found = bridge(one)
    number = {line.words: int(line.numerator.replace("−", "-").replace("+", "")) for line in found.lines}
    assert int(found.after.figure) - int(found.before.figure) == sum(number.values())
    assert found.after.figure == f"{prepared_row(store, one.choice.measure, PeriodType.SNAPSHOT)['value']:.0f}"
    who = actor(make, "analyst")
    for line in found.lines:
        if line.rows:
            rows = children_of(who, one, line.line)
            assert rows.all == line.rows == rows.inside


def test_the_children_of_a_bridge_are_those_of_the_scope(store: Path, make: MakeAccount) -> None:
    one = bridged(store, MEASURE, PeriodType.MONTH)
    line = next(line for line in bridge(one).lines if line.rows)
    team = next(iter(allocated(snapshot_of(store)).values())).team
    rows = children_of(actor(make, "team_manager", team=team), one, line.line)
    assert rows.outside + rows.inside == rows.all == line.rows
    assert {row["team"] for row in rows.rows} <= {team}


def test_why_it_changed_is_told_in_numbers_to_who_sees_figures_only(sign_in: SignIn) -> None:
    viewer = text_of(sign_in("viewer"), "/measures/cla_at_period_end/why/")
    assert "The lines add up exactly" in viewer
    assert "Your roles show figures only" in viewer
    assert "The children of a line" in text_of(sign_in("analyst"), "/measures/cla_at_period_end/why/")
