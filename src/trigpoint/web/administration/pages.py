"""Help, the accessibility statement, and the pages of whoever runs the application."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from trigpoint.web.access.checking import last_check
from trigpoint.web.jobs.models import Job, State
from trigpoint.web.pages import Frame, shown
from trigpoint.web.people.models import Account, SignedIn


def guide(request: HttpRequest) -> HttpResponse:
    """What each part is for, and whom to ask."""
    return shown(request, "administration/help.html.j2", Frame(title="Help and contact"))


def accessibility(request: HttpRequest) -> HttpResponse:
    """How accessible the application is, and what is known to be wrong."""
    return shown(request, "administration/accessibility.html.j2", Frame(title="Accessibility statement"))


def administration(request: HttpRequest) -> HttpResponse:
    """Where everything is that a system administrator looks after, and how the application is."""
    now = timezone.now()
    context = {
        "accounts": Account.objects.filter(is_active=True).count(),
        "sessions": SignedIn.objects.filter(expire_date__gt=now).count(),
        "waiting": Job.objects.filter(state=State.QUEUED).count(),
        "failed": Job.objects.filter(state=State.FAILED).order_by("-pk")[:5],
        "check": last_check(),
    }
    frame = Frame(title="Administration", nav="administration", look="administration")
    return shown(request, "administration/administration.html.j2", frame, context)
