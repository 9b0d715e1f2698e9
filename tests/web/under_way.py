"""Work of every kind half done: lines in each state, a paper, a round of audits, a restricted case."""

from __future__ import annotations

from datetime import timedelta

from django.conf import settings
from django.urls import reverse
from django.utils import timezone

from trigpoint.store import Store
from trigpoint.web.audits.models import Round
from trigpoint.web.months import approval, challenge
from trigpoint.web.months.comments import save
from trigpoint.web.months.models import Line
from trigpoint.web.months.state import line_state
from trigpoint.web.months.words import Words

from .conftest import MakeAccount, SignIn
from .month_samples import line_of, make_month


def under_way(make: MakeAccount, sign_in: SignIn) -> None:
    """Make all of it, as people would."""
    _lines(make)
    director = make("approver")
    owner = sign_in("target_owner")
    owner.post("/targets/begin/", {"pack": "birmingham"})
    owner.post("/targets/1/bodies/", {"name": "Panel", "planned": timezone.localdate().isoformat()})
    lead, auditor = sign_in("audit_lead"), make("auditor")
    due = (timezone.localdate() + timedelta(30)).isoformat()
    asked = {"name": "2026-27 Q3", "kind": "practice", "work_type": "cp plan", "size": "3", "due": due}
    lead.post("/audits/new/", asked | {"questions": ["history", "drift"]})
    found = Round.objects.get()
    keys = list(found.cases.values_list("pk", flat=True))
    lead.post(f"/audits/{found.pk}/give/", {"case": keys[:1], "auditor": auditor.pk})
    form = {"q-history": "Y", "q-drift": "N", "grade": "Good", "findings": "Slow.", "base": 0, "do": "hand_in"}
    sign_in(auditor).post(f"/audits/cases/{keys[0]}/", form)
    action = {"what": "Train", "owner": "Team manager", "by": due}
    sign_in(auditor).post(f"/audits/cases/{keys[0]}/promise/", action)
    case = {"child": "P1", "because": "Family of a member of staff.", "named": [director.pk]}
    sign_in("information_governance").post("/restricted/new/", case)
    key = {"name": "Power BI", "audience": "public", "until": due}
    sign_in("administrator").post("/feed/keys/", key)
    view = {"title": "Mine", "path": "/measures/icpc_15wd_pct/", "pinned": "/measures/icpc_15wd_pct/", "keep": "newest"}
    sign_in("viewer").post(reverse("save_view"), view)


def _lines(make: MakeAccount) -> None:
    """A line returned, one submitted, one accepted and one signed off; one has no figure."""
    today = timezone.localdate()
    month = make_month(calculated_by=make("analyst"))
    newest = Store(settings.ENVIRONMENT.store).current()
    assert newest is not None
    month.snapshot = newest.id
    month.save()
    writer, other, director = (make(role).actor(today) for role in ("commentator", "information_manager", "approver"))
    words = Words(happened="Three were late.", why="Two chairs were ill.")

    def says(measure: str, *, accepted: bool | None) -> Line:
        line = line_of(month, measure)
        comment = save(writer, line, words, 0, submit=True).comment
        assert comment is not None
        if accepted is not None:
            challenge.say(other, comment, 1, "" if accepted else "Which three?", accepted=accepted)
        return line

    says("icpc_15wd_pct", accepted=False)
    says("cpp_visits_in_timescale_pct", accepted=None)
    says("cla_reviews_in_timescale_pct", accepted=True)
    line = says("cla_at_period_end", accepted=True)
    approval.sign(director, month, {line.pk: line_state(line).digest})
