"""Where children stand, by token: for the access log, which knows no ids."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from django.conf import settings

from trigpoint.store import StoreError
from trigpoint.tasks.allocated import allocated
from trigpoint.tasks.stored import snapshot_of
from trigpoint.web.access.tokens import token


def teams_by_token() -> Mapping[str, str]:
    """The team of each child of the newest snapshot, by the child's token; nothing where there is no snapshot."""
    try:
        newest = snapshot_of(settings.ENVIRONMENT.store)
    except StoreError:
        return {}
    return _teams(newest.path.parents[1], newest.id, settings.ENVIRONMENT.child_key)


@lru_cache(maxsize=2)
def _teams(store: Path, snapshot: str, key: str) -> Mapping[str, str]:
    del key  # the tokens are made with it: another key has other tokens
    homes = allocated(snapshot_of(store, snapshot))
    return {token(child): home.team for (_, child), home in homes.items() if home.team}
