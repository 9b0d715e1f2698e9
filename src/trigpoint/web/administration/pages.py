"""Help, the accessibility statement, and the pages of whoever runs the application."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse

from trigpoint.web.pages import Frame, shown


def guide(request: HttpRequest) -> HttpResponse:
    """What each part is for, and whom to ask."""
    return shown(request, "administration/help.html.j2", Frame(title="Help and contact"))


def accessibility(request: HttpRequest) -> HttpResponse:
    """How accessible the application is, and what is known to be wrong."""
    return shown(request, "administration/accessibility.html.j2", Frame(title="Accessibility statement"))
