"""Where a line of a month stands: its comment, who wrote it, what was said to it, whether its sign-off still holds."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from django.db.models import QuerySet

from trigpoint.web.months.models import Approval, Challenge, Comment, CommentVersion, Line, Month

_NOT_APPLICABLE = "[z]"


class NotNowError(Exception):
    """What was asked cannot be done as things stand; the sentence says why and what to do."""


@dataclass(frozen=True)
class LineState:
    """A line with everything that people did about it, oldest first."""

    line: Line
    comment: Comment | None
    versions: tuple[CommentVersion, ...]
    challenges: tuple[Challenge, ...]
    approvals: tuple[Approval, ...]
    drafted: datetime | None
    calculated_by: int | None

    @property
    def newest(self) -> CommentVersion | None:
        """The words of the comment as they stand; None where nobody has saved any."""
        return self.versions[-1] if self.versions else None

    @property
    def stage(self) -> str:
        """The state of the comment: empty where none is saved."""
        return self.comment.state if self.comment and self.versions else ""

    @property
    def accepted(self) -> CommentVersion | None:
        """The words that were accepted; None while they are being written or challenged."""
        return self.newest if self.stage == Comment.State.ACCEPTED else None

    @property
    def writers(self) -> frozenset[int]:
        """Accounts that wrote any version of the comment."""
        return frozenset(version.written_by_id for version in self.versions)

    @property
    def makers(self) -> frozenset[int]:
        """Accounts that may not sign the line off: who wrote about it, calculated it or waived its figure."""
        others = {self.calculated_by, self.line.waived_by_id}
        return self.writers | {one for one in others if one}

    @property
    def told(self) -> Challenge | None:
        """What was last said to the comment."""
        return self.challenges[-1] if self.challenges else None

    @cached_property
    def digest(self) -> str:
        """What a sign-off covers: the figure or its waiver, the comment with its actions and where that stands."""
        said: list[object] = [self.line.digest, self.line.waived]
        if (newest := self.newest) is not None:
            said += [self.stage, newest.number, newest.happened, newest.why, newest.back_on_target]
            said += [newest.actions, sorted(newest.serves)]
        return hashlib.sha256(json.dumps(said, ensure_ascii=False, sort_keys=True).encode()).hexdigest()

    @property
    def approval(self) -> Approval | None:
        """The sign-off in force. One whose digest is not today's is none, even before it is voided."""
        held = self.standing
        return held if held is not None and held.digest == self.digest else None

    @property
    def standing(self) -> Approval | None:
        """The sign-off that nobody has voided, whatever it covers."""
        return next((one for one in self.approvals if one.voided is None), None)

    @property
    def is_missing(self) -> bool:
        """Whether its figure is waited for. Where there were no cases there is nothing to wait for."""
        return bool(self.line.missing) and not self.line.waived and self.line.figure != _NOT_APPLICABLE

    @property
    def hindrance(self) -> str:
        """Why it cannot be signed off, as a sentence; empty where it can be."""
        if self.approval is not None:
            return "It is signed off already."
        if self.is_missing:
            return "Its figure is missing: wait for it, or publish it as not available."
        if self.stage and self.stage != Comment.State.ACCEPTED:
            return f"Its comment is {Comment.State(self.stage).label}."
        if self.line.due and not self.stage:
            return f"A comment is required and not written: {self.line.due}."
        return ""


def line_states(month: Month, lines: Iterable[int] | None = None) -> list[LineState]:
    """The lines of a month (or some of them) in their order, in a fixed number of queries."""
    found = month.lines.select_related("waived_by").prefetch_related(
        "comments__versions__written_by", "comments__challenges__said_by", "comments__drafts", "approvals__signed_by"
    )
    chosen = found if lines is None else found.filter(pk__in=list(lines))
    return [_state(line, month) for line in chosen]


def line_state(line: Line) -> LineState:
    """One line."""
    return line_states(line.month, [line.pk])[0]


def locked(month: Month) -> QuerySet[Line]:
    """The lines of a month, for this transaction alone: whoever changes anything that people sign locks them first."""
    lines = month.lines.select_for_update().order_by("pk")
    len(lines)
    return lines


def _state(line: Line, month: Month) -> LineState:
    comments = list(line.comments.all())
    comment = comments[0] if comments else None
    return LineState(
        line=line,
        comment=comment,
        versions=tuple(comment.versions.all()) if comment else (),
        challenges=tuple(comment.challenges.all()) if comment else (),
        approvals=tuple(line.approvals.all()),
        drafted=max(_drafted(comment), default=None),
        calculated_by=month.calculated_by_id,
    )


def _drafted(comment: Comment | None) -> Iterator[datetime]:
    return (draft.saved for draft in comment.drafts.all()) if comment else iter(())
