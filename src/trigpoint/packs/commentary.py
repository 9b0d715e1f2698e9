"""What people wrote about the figures of a pack for one period: comments about one page or several, and trends."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Action:
    """What is being done, by which role, by when."""

    text: str
    owner: str
    by: str


@dataclass(frozen=True, kw_only=True)
class Comment:
    """What happened, why and what is being done about the figures of `pages` (their codes); `signed` names a role."""

    pages: tuple[str, ...]
    happened: str
    why: str = ""
    actions: tuple[Action, ...] = ()
    back_on_target: str = ""
    signed: str = ""


@dataclass(frozen=True, kw_only=True)
class TrendSet:
    """The trend of a page in the word of a person, named by role, who set it on a day for a reason."""

    page: str
    word: str
    by: str
    reason: str
    on: date


@dataclass(frozen=True, kw_only=True)
class PackCommentary:
    """The commentary of the pack `pack` for the period that ends on `period`; a page has one comment and one trend."""

    pack: str
    period: date
    comments: tuple[Comment, ...] = ()
    trends: tuple[TrendSet, ...] = ()
