"""Who writes about a measure: the account it was given to, else who has the title that the pack names, else anyone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from trigpoint.web.months.models import Line, MeasureOwner
from trigpoint.web.people.actions import Action
from trigpoint.web.people.actor import Actor
from trigpoint.web.people.can import can
from trigpoint.web.people.models import Account
from trigpoint.web.people.roles import ROLES

_ANYONE = "Anyone who comments"


@dataclass(frozen=True)
class Owners:
    """The accounts that measures were given to, and the titles that an account has."""

    given: Mapping[str, tuple[int, str]]
    titles: frozenset[str]

    def words(self, line: Line) -> str:
        """Who writes about a line, as the board says it."""
        account = self.given.get(line.measure)
        return account[1] if account else line.owner or _ANYONE

    def is_for(self, line: Line, actor: Actor) -> bool:
        """Whether the comment of a line is this person's to write: theirs by name or title, or nobody's."""
        if not can(actor, Action.COMMENT):
            return False
        if (account := self.given.get(line.measure)) is not None:
            return account[0] == actor.account
        return line.owner == actor.title or line.owner not in self.titles


def owners() -> Owners:
    """As they are now. A closed account owns nothing."""
    given = MeasureOwner.objects.filter(account__is_active=True).select_related("account")
    titles = Account.objects.filter(is_active=True).values_list("title", flat=True)
    return Owners({one.measure: (one.account_id, one.account.title) for one in given}, frozenset(titles) - {""})


def roles_with(action: Action) -> str:
    """The roles that may do something, as people call them: Performance information manager or Director."""
    return " or ".join(role.words for role in ROLES.values() if action in role.actions)
