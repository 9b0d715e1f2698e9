"""Previews of a month's packs: written by a job, kept beside the application, served to those who may see them."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime
from pathlib import Path

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from trigpoint.web.jobs.queue import ask
from trigpoint.web.library.serving import served
from trigpoint.web.months.links import month_key
from trigpoint.web.months.models import Month
from trigpoint.web.months.month_pages import month_of_address
from trigpoint.web.people.middleware import actor_of


def preview(request: HttpRequest, period: str) -> HttpResponse:
    """Ask for the packs as they would be published now."""
    month = month_of_address(period)
    actor = actor_of(request)
    if not month.snapshot:
        return redirect("month_publish", period)
    job = ask("preview", f"preview of {month}", {"month": month.pk}, actor.account)
    return redirect("job", job.pk) if job.asked_by_id == actor.account else redirect("month_publish", period)


def preview_file(request: HttpRequest, period: str, file: str) -> HttpResponse:
    """A page of a preview, or what it is drawn with."""
    del request
    home = preview_folder(month_of_address(period)).resolve()
    path = (home / file).resolve()
    if not path.is_relative_to(home) or not path.is_file() or path.suffix == ".parquet":
        raise Http404
    return served(path.name, path.read_bytes())


def preview_folder(month: Month) -> Path:
    """Where the previews of a month lie."""
    return Path(settings.ENVIRONMENT.data) / "previews" / month_key(month.period)


def previewed(month: Month) -> dict[str, str]:
    """The first page of each preview there is, by audience and pack; empty where it is older than the month's state."""
    home = preview_folder(month)
    found = {}
    for index in home.glob("*/*/*.html"):
        if index.name == "index.html" or (
            index.stem == index.parent.name and not (index.parent / "index.html").exists()
        ):
            found["|".join(index.relative_to(home).parts[:2])] = index.relative_to(home).as_posix()
    return found


def previewed_at(month: Month) -> datetime | None:
    """When they were written."""
    home = preview_folder(month)
    return datetime.fromtimestamp(home.stat().st_mtime, UTC) if home.is_dir() else None


def put_previews(month: Month, fresh: Path) -> None:
    """Put newly written previews in the place of the old ones."""
    home = preview_folder(month)
    home.parent.mkdir(parents=True, exist_ok=True)
    shutil.rmtree(home, ignore_errors=True)
    fresh.rename(home)
