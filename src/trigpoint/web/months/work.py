"""The long work of a month. Each kind finds what it did before: its worker may have been stopped at any instant."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.dateparse import parse_datetime

from trigpoint.tasks.board_lines import board_lines
from trigpoint.tasks.check_load import check_load, load_once
from trigpoint.tasks.freeze import freeze
from trigpoint.tasks.prepared_figures import prepare_figures
from trigpoint.tasks.progress import Progress
from trigpoint.tasks.publish_month import MonthError, no_longer_published, of_job, publish_month, write_packs
from trigpoint.tasks.retractions import retract
from trigpoint.tasks.settled_since import settled_since
from trigpoint.tasks.stored import snapshot_of
from trigpoint.web.jobs.models import Job
from trigpoint.web.jobs.queue import ask_after_load, kind
from trigpoint.web.months import uploads
from trigpoint.web.months.agreed_words import printed_states
from trigpoint.web.months.asked import asked_preview, asked_publication, job_name
from trigpoint.web.months.calculating import put_lines
from trigpoint.web.months.clearance import clearance
from trigpoint.web.months.flow_models import AcceptedSnapshot, Load
from trigpoint.web.months.links import month_key
from trigpoint.web.months.models import Happening, Month, MonthPack, Publication
from trigpoint.web.months.previews import preview_folder, put_previews
from trigpoint.web.months.state import LineState
from trigpoint.web.months.unanswered import forget_unanswered

Outcome = Mapping[str, Any]


@kind("check_load")
def check(job: Job, progress: Progress) -> Outcome:
    """Check files that were brought; the store stays as it is. Files that nobody answered are removed when due."""
    forget_unanswered()
    load = Load.objects.get(pk=job.arguments["load"])
    folder = uploads.folder_of(load.folder)
    aside = folder / "check"
    shutil.rmtree(aside, ignore_errors=True)
    try:
        report = check_load(
            uploads.paths_of(load.folder, load.files),
            settings.ENVIRONMENT.store,
            load.as_at,
            aside,
            authority=load.authority,
            issues=folder / "issues.csv",
            progress=progress,
        )
    except uploads.UploadError as error:
        raise MonthError(str(error)) from None
    finally:
        shutil.rmtree(aside, ignore_errors=True)
    load.report = report.said()
    load.state = Load.State.REFUSED if report.refused else Load.State.CHECKED
    load.save(update_fields=["report", "state"])
    return {"said": "checked", "onward": reverse("load", args=[load.pk])}


@kind("load")
def load_records(job: Job, progress: Progress) -> Outcome:
    """Load files that a person accepted, as one snapshot."""
    load = Load.objects.get(pk=job.arguments["load"])
    if load.state != Load.State.LOADED:
        try:
            paths = uploads.paths_of(load.folder, load.files)
        except uploads.UploadError as error:
            raise MonthError(str(error)) from None
        made = load_once(
            paths,
            settings.ENVIRONMENT.store,
            load.as_at,
            f"{load.folder} job {job.pk}",
            authority=load.authority,
            progress=progress,
        )
        with transaction.atomic():
            load.snapshot, load.state = made.id, Load.State.LOADED
            load.save(update_fields=["snapshot", "state"])
            AcceptedSnapshot.objects.get_or_create(
                snapshot=made.id, defaults={"accepted_by_id": load.answered_by_id or 0, "because": load.because}
            )
    if load.from_drop:
        uploads.take_from_drop(load.files)
    uploads.forget(load.folder)
    ask_after_load()
    return {"said": f"snapshot {load.snapshot}", "onward": reverse("load", args=[load.pk])}


@kind("freeze")
def freeze_month(job: Job, progress: Progress) -> Outcome:
    """Freeze accepted records for a month, with the audits that were agreed."""
    told = job.arguments
    progress("freezing")
    period = date.fromisoformat(told["period"])
    accepted = AcceptedSnapshot.objects.get(snapshot=told["snapshot"])
    made = freeze(settings.ENVIRONMENT.store, snapshot_of(settings.ENVIRONMENT.store, told["snapshot"]))
    with transaction.atomic():
        month, _ = Month.objects.select_for_update().get_or_create(period=period)
        month.accepted, month.accepted_at, month.accepted_by = (
            accepted.snapshot,
            accepted.accepted,
            accepted.accepted_by,
        )
        if month.snapshot != made.id or month.frozen_at is None or told["packs"] != _packs(month) or _is_new(month):
            month.snapshot, month.frozen_at, month.frozen_by_id = made.id, timezone.now(), job.asked_by_id
            month.calculated_at = month.calculated_by = None
            said = f"froze snapshot {made.id} for the month"
            Happening.objects.create(month=month, account_id=job.asked_by_id, what=said)
        month.publish_on = date.fromisoformat(told["publish_on"])
        month.save()
        if told["packs"] != _packs(month):
            month.packs.all().delete()
            MonthPack.objects.bulk_create(MonthPack(month=month, pack=p, audience=a) for p, a in told["packs"])
    if made.id != accepted.snapshot:  # with audits that were agreed since: it is the newest now
        ask_after_load()
    return {"said": f"snapshot {made.id} is frozen", "onward": reverse("month", args=[month_key(period)])}


def _is_new(month: Month) -> bool:
    """Whether the council's words or own packs are others than those that the month was frozen with."""
    packs = month.packs.values_list("pack", flat=True)
    return month.frozen_at is not None and settled_since(settings.ENVIRONMENT.store, month.frozen_at, packs)


def _packs(month: Month) -> list[list[str]]:
    return [[one.pack, one.audience] for one in month.packs.all()] if month.pk else []


@kind("calculate")
def calculate(job: Job, progress: Progress) -> Outcome:
    """Calculate the figures of a month and put them onto its board."""
    month = Month.objects.get(pk=job.arguments["month"])
    store = settings.ENVIRONMENT.store
    if not month.snapshot:
        raise MonthError(f"{month} is not frozen: freeze it first.")
    prepare_figures(store, month.snapshot, progress=progress)
    onward = reverse("month_reasonable", args=[month_key(month.period)])
    if job.runs > 1 and month.calculated_at is not None and month.calculated_at > job.asked:
        return {"said": "calculated", "onward": onward}  # by a run of this job whose worker was stopped afterwards
    packs = list(dict.fromkeys(month.packs.values_list("pack", flat=True)))
    without = no_longer_published(store, month.period)
    asked = store, month.snapshot, month.period, packs
    found = board_lines(*asked, without=without, settled=month.frozen_at, progress=progress)
    return {"said": put_lines(month, found, job.asked_by_id), "onward": onward}


@kind("preview")
def preview(job: Job, progress: Progress) -> Outcome:
    """Write the packs of a month as they would be published now."""
    month = Month.objects.get(pk=job.arguments["month"])
    fresh = preview_folder(month).with_name(f"{month_key(month.period)}.new")
    shutil.rmtree(fresh, ignore_errors=True)
    write_packs(asked_preview(month, printed_states(month)), fresh, progress)
    put_previews(month, fresh)
    return {"said": "written", "onward": reverse("month_publish", args=[month_key(month.period)])}


@kind("publish")
def publish(job: Job, progress: Progress) -> Outcome:
    """Publish a month as one release, once: the row of the publication is completed from the release."""
    publication = Publication.objects.select_related("month", "published_by").get(job=job)
    is_out = of_job(settings.ENVIRONMENT.store, job_name(publication)) is not None
    states = [] if is_out else _cleared(publication)
    told = asked_publication(publication, states, tuple(job.arguments.get("forms", ())))
    release = publish_month(told, Path(settings.ENVIRONMENT.data) / "aside", progress)
    with transaction.atomic():
        publication = Publication.objects.select_for_update().select_related("month").get(job=job)
        if not publication.release:
            publication.release = release.id
            publication.replaces = (release.manifest["replaces"].get("releases") or [""])[-1]
            publication.published = parse_datetime(release.manifest["created"])
            publication.save()
            what = f"published {publication.month} as release {release.id}"
            Happening.objects.create(month=publication.month, account_id=publication.published_by_id, what=what)
    return {"said": f"release {release.id}", "onward": reverse("library_release", args=[release.id])}


def _cleared(publication: Publication) -> list[LineState]:
    """The lines as they are published. Raises MonthError where something has come in the way since it was asked for."""
    found = clearance(publication.month)
    if found.obstacles:
        first = found.obstacles[0]
        what = f"{first.count} {first.words}".strip()
        raise MonthError(f"It cannot be published as things stand now: {what}.")
    if publication.published_by_id in found.signers:
        raise MonthError("Who publishes signed it off meanwhile: someone else must publish it.")
    return found.states


@kind("retract")
def retract_release(job: Job, progress: Progress) -> Outcome:
    """Take a publication back."""
    publication = Publication.objects.select_related("month").get(pk=job.arguments["publication"])
    progress("taking back")
    told = retract(settings.ENVIRONMENT.store, publication.release, job.arguments["why"], job.arguments["by"])
    what = f"took back release {publication.release}: {told.why}"[:300]
    Happening.objects.get_or_create(month=publication.month, account=job.asked_by, what=what)
    return {"said": "taken back", "onward": reverse("library_release", args=[publication.release])}
