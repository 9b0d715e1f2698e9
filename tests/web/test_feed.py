"""The feed: what was published for an audience, to who shows a key of it, and not a figure more."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pyarrow as pa
import pyarrow.csv as arrow_csv
import pyarrow.parquet as pq
import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import Settings

from trigpoint.figures.table import SCHEMA
from trigpoint.store import Store
from trigpoint.tasks.feed import FEED
from trigpoint.web.feed.models import FeedKey, make_key

from .conftest import MakeAccount, SignIn

pytestmark = pytest.mark.django_db
Release = Callable[..., str]


def figures(value: float | None, measure: str = "referrals_received", end: date = date(2026, 9, 30)) -> pa.Table:
    """A table with one figure."""
    row: dict[str, object] = dict.fromkeys(SCHEMA.names)
    texts = {field.name: "" for field in SCHEMA if pa.types.is_string(field.type)}
    said = {"measure": measure, "period_type": "month", "period_end": end, "value": value, "snapshot": "s"}
    return pa.Table.from_pylist([row | texts | said], schema=SCHEMA)


@pytest.fixture
def release(tmp_path: Path, settings: Settings) -> Release:
    """Publishes a month: the figure that each audience was given."""
    store = tmp_path / "published"
    settings.ENVIRONMENT = replace(settings.ENVIRONMENT, store=store)

    def published(replaces: str = "", **given: float | None) -> str:
        with Store(store).writing() as writer:
            draft = writer.release()
            for audience, value in given.items():
                stream = io.BytesIO()
                pq.write_table(figures(value), stream)
                draft.put_file(f"packs/{audience}/figures.parquet", stream.getvalue())
            before = {"releases": [replaces], "why": "a late record"} if replaces else {}
            return draft.commit({"month": "2026-09-30", "replaces": before}).id

    return published


def with_key(audience: str, by: int) -> Client:
    key = make_key("Power BI", audience, timezone.localdate() + timedelta(30), by)
    return Client(headers={"Authorization": f"Bearer {key}"})


def values(client: Client, **query: str) -> list[object]:
    return [row["value"] for row in client.get("/feed/figures.json", query).json()["figures"]]


def test_a_key_opens_what_its_audience_was_given(release: Release, make: MakeAccount) -> None:
    release(internal=41.0, public=None)
    by = make("administrator").pk
    assert values(with_key("internal", by)) == [41.0]
    assert values(with_key("public", by)) == [None]


def test_a_key_cannot_ask_for_another_audience(release: Release, make: MakeAccount) -> None:
    release(internal=41.0, public=None)
    answer = with_key("public", make("administrator").pk).get("/feed/figures.json", {"audience": "internal"})
    assert answer.status_code == 400
    assert b"41" not in answer.content


@pytest.mark.parametrize("header", ["", "Bearer ", "Bearer tpf_guess", "Basic dHBm"])
def test_without_a_key_there_is_nothing(release: Release, header: str) -> None:
    release(public=7.0)
    answer = Client(headers={"Authorization": header}).get("/feed/figures.csv")
    assert answer.status_code == 401
    assert b"referrals" not in answer.content


def test_a_key_that_was_ended_or_is_over_opens_nothing(release: Release, make: MakeAccount, sign_in: SignIn) -> None:
    release(public=7.0)
    admin = make("administrator")
    client = with_key("public", admin.pk)
    FeedKey.objects.update(until=timezone.localdate() - timedelta(1))
    assert client.get("/feed/figures.json").status_code == 401
    FeedKey.objects.update(until=timezone.localdate())
    assert client.get("/feed/figures.json").status_code == 200
    sign_in(admin).post(f"/feed/keys/{FeedKey.objects.get().pk}/end/")
    assert client.get("/feed/figures.json").status_code == 401


def test_a_commissioner_reads_no_internal_figure_and_an_analyst_does(release: Release, sign_in: SignIn) -> None:
    release(internal=41.0, public=None)
    assert values(sign_in("commissioner")) == [None]
    assert sorted(values(sign_in("analyst")), key=str) == [41.0, None]


def test_what_was_replaced_is_told_only_when_asked_for(release: Release, make: MakeAccount) -> None:
    first = release(public=7.0)
    release(public=8.0, replaces=first)
    client = with_key("public", make("administrator").pk)
    assert values(client) == [8.0]
    assert values(client, state="replaced") == [7.0]


def test_the_three_forms_hold_the_same_figures(release: Release, make: MakeAccount) -> None:
    release(public=7.0)
    client = with_key("public", make("administrator").pk)
    parquet = pq.read_table(io.BytesIO(client.get("/feed/figures.parquet").content))
    csv = arrow_csv.read_csv(io.BytesIO(client.get("/feed/figures.csv").content))
    assert parquet.schema.names == csv.column_names == FEED.names
    assert parquet["value"].to_pylist() == csv["value"].to_pylist() == values(client) == [7.0]


@pytest.mark.parametrize(
    ("query", "count"), [({"measure": "x"}, 0), ({"since": "2026-10-01"}, 0), ({"since": "2026-09-30"}, 1)]
)
def test_a_question_narrows_it(release: Release, make: MakeAccount, query: dict[str, str], count: int) -> None:
    release(public=7.0)
    assert len(values(with_key("public", make("administrator").pk), **query)) == count


@pytest.mark.parametrize("query", [{"since": "yesterday"}, {"state": "lost"}, {"audience": "world"}])
def test_a_wrong_question_gets_a_sentence(release: Release, make: MakeAccount, query: dict[str, str]) -> None:
    release(public=7.0)
    answer = with_key("public", make("administrator").pk).get("/feed/figures.csv", query)
    assert answer.status_code == 400
    assert answer.json()["error"].endswith(".")


def test_the_description_names_every_column_and_every_form() -> None:
    said = Client().get("/feed/openapi.json").json()
    assert set(said["components"]["schemas"]["Figure"]["properties"]) == set(FEED.names)
    assert {path.rpartition(".")[2] for path in said["paths"]} == {"csv", "json", "parquet"}


def test_only_a_hash_of_a_key_is_kept_and_it_is_shown_once(sign_in: SignIn) -> None:
    client = sign_in("administrator")
    until = (timezone.localdate() + timedelta(30)).isoformat()
    page = client.post("/feed/keys/", {"name": "Power BI", "audience": "public", "until": until}).content.decode()
    key = page.partition('<code id="key">')[2].partition("<")[0]
    assert key.startswith("tpf_")
    assert key not in FeedKey.objects.get().digest
    assert key not in client.get("/feed/").content.decode()


def test_a_key_without_name_or_end_is_not_made(sign_in: SignIn) -> None:
    answer = sign_in("administrator").post("/feed/keys/", {"name": "", "audience": "world", "until": "2999-01-01"})
    assert answer.status_code == 400
    assert not FeedKey.objects.exists()
