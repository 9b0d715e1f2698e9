"""A council's own pack of three pages, the targets in force, and what people do with a paper: for target setting."""

from __future__ import annotations

from django.test import Client
from django.utils import timezone

from trigpoint.web.targets.models import Body, Proposal, TargetPaper

PACK = """
id = "ours"
title = "Children in care report"
report = "Children in care report"
target_set = "ours"
periods = 13
[[page]]
code = "1"
title = "Reviews held on time"
measure = "cla_reviews_in_timescale_pct"
period_type = "snapshot"
beside = [{ label = "without UASC", variant = "uasc=exc" }]
[[page]]
code = "2"
title = "Conferences in 15 days"
measure = "icpc_15wd_pct"
period_type = "rolling12"
[[page]]
code = "3"
title = "Referrals again"
measure = "rereferrals_12m_pct"
period_type = "rolling12"
"""
OLD = """
set = "ours"
title = "Our targets"
agreed_by = "Improvement board"
[[target]]
measure = "cla_reviews_in_timescale_pct"
period_types = ["snapshot"]
style = "rag"
good = "high"
target = 95
bands = "Red::90;Amber:90:95;Green:95:"
from = 2026-04-01
[[target]]
measure = "cla_reviews_in_timescale_pct"
variant = "uasc=exc"
period_types = ["snapshot"]
style = "rag"
good = "high"
target = 95
bands = "Red::90;Amber:90:95;Green:95:"
from = 2026-04-01
[[target]]
measure = "icpc_15wd_pct"
period_types = ["month", "rolling12"]
good = "high"
target = 80
tolerance = [75, 85]
from = 2026-04-01
[[target]]
measure = "cla_at_period_end"
period_types = ["snapshot"]
good = "low"
target = 100
tolerance = [90, 110]
from = 2026-04-01
"""


def row(paper: TargetPaper, measure: str) -> Proposal:
    return paper.proposals.get(measure=measure)


def fields(proposal: Proposal, **changed: str) -> dict[str, str]:
    """What a form would send of the row as it stands, with some fields typed otherwise."""
    last = proposal.versions.order_by("number").last()
    assert last is not None
    return {**last.fields, "base": str(last.number), **changed}


def save(client: Client, proposal: Proposal, **changed: str) -> int:
    path = f"/targets/{proposal.paper_id}/rows/{proposal.pk}/"
    return client.post(path, fields(proposal, **changed)).status_code


def put_forward(client: Client, paper: TargetPaper, *names: str) -> None:
    for name in names:
        planned = timezone.localdate().isoformat()
        client.post(f"/targets/{paper.pk}/bodies/", {"name": name, "planned": planned})
    client.post(f"/targets/{paper.pk}/forward/")
    paper.refresh_from_db()


def decide(client: Client, paper: TargetPaper, name: str, decision: str = "agreed", draft: int = 0) -> int:
    body = Body.objects.get(paper=paper, name=name)
    said = {"decision": decision, "on": timezone.localdate().isoformat(), "words": "As minuted"}
    path = f"/targets/{paper.pk}/bodies/{body.pk}/"
    return client.post(path, {**said, "draft": str(draft or paper.draft)}).status_code
