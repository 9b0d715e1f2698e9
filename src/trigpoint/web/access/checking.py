"""Checks of the chain of the access log, kept so that the page need not wait for one."""

from __future__ import annotations

from itertools import islice

from django.utils import timezone

from trigpoint.web.access.log import faults
from trigpoint.web.access.models import ChainCheck, Head

_MOST = 50


def check_chain() -> ChainCheck:
    """Read the whole log, and keep what was found."""
    begun = timezone.now()
    head = Head.objects.filter(pk=1).first()
    found = list(islice(faults(), _MOST))
    return ChainCheck.objects.create(begun=begun, number=head.number if head else 0, faults=found)


def last_check() -> ChainCheck | None:
    """The newest check; None where there was none."""
    return ChainCheck.objects.order_by("-pk").first()
