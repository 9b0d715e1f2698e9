"""What the page of a comment shows: whose words stand in its form, what others saved, what was said before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property

from trigpoint.tasks.recent_figures import Recent, recent_figures
from trigpoint.web.environment import Environment
from trigpoint.web.months import drafts
from trigpoint.web.months.actions import open_actions
from trigpoint.web.months.clearance import Doubt, doubts
from trigpoint.web.months.models import AgreedAction, Comment, CommentVersion, Draft, Line
from trigpoint.web.months.owners import owners, roles_with
from trigpoint.web.months.state import LineState, line_state, line_states
from trigpoint.web.months.trail import Deed, trail
from trigpoint.web.months.words import Promise, Words, of_version
from trigpoint.web.people.actions import Action
from trigpoint.web.people.actor import Actor
from trigpoint.web.people.can import Thing, refusal

_ROWS = 2


@dataclass
class View:
    """The page for one person: `words`, `base` and `errors` are what they just sent, `theirs` was saved meanwhile."""

    actor: Actor
    line: Line
    words: Words | None = None
    base: int | None = None
    errors: dict[str, str] = field(default_factory=dict)
    theirs: CommentVersion | None = None
    more_rows: bool = False

    def __post_init__(self) -> None:
        """A draft that was begun before the newest version is shown beside it."""
        newest = self.state.newest
        if self.words is None and self.draft and self.is_typed and newest and newest.number > self.draft.base:
            self.theirs = newest

    @cached_property
    def state(self) -> LineState:
        """Where the line stands."""
        return line_state(self.line)

    @cached_property
    def draft(self) -> Draft | None:
        """What this person has typed and not saved."""
        return drafts.draft_of(self.actor, self.line)

    @property
    def is_typed(self) -> bool:
        """Whether this person's draft says what no version says."""
        words = drafts.words_in(self.draft) if self.draft else None
        return words is not None and all(words != of_version(version) for version in self.state.versions)

    @property
    def seen(self) -> str:
        """The mark of the draft that the form is filled with."""
        return drafts.mark_of(self.draft)

    @property
    def others(self) -> Sequence[Words]:
        """What this person has typed in other windows."""
        return drafts.aside(self.draft) if self.draft else ()

    @cached_property
    def form(self) -> Words:
        """The words in the form: what was just sent, else the person's draft, else what is saved."""
        if self.words is not None:
            return self.words
        if self.draft is not None and self.is_typed:
            return drafts.words_in(self.draft)
        return of_version(self.state.newest) if self.state.newest else Words(lines=(self.line.key,))

    @property
    def started(self) -> int:
        """The version that the form begins from: who has seen the newest begins from it."""
        newest = self.state.newest
        return self.base if self.base is not None else newest.number if newest else 0

    @property
    def action_rows(self) -> list[Promise]:
        """The actions in the form with empty rows below."""
        spare = _ROWS + 2 if self.more_rows else _ROWS
        return [*self.form.actions, *(Promise() for _ in range(spare))]

    @property
    def saved(self) -> Words | None:
        """What is saved."""
        return of_version(self.state.newest) if self.state.newest else None

    @cached_property
    def neighbours(self) -> list[LineState]:
        """Other lines of the month that the comment may serve as well."""
        mine = self.state.comment
        return [
            one
            for one in line_states(self.line.month)
            if one.line.pk != self.line.pk
            and (one.comment is None or not (one.versions or one.drafted) or (mine and one.comment.pk == mine.pk))
        ]

    @property
    def serves(self) -> list[Line]:
        """The lines that the saved comment is about."""
        return list(self.state.comment.lines.all()) if self.state.comment and self.state.versions else [self.line]

    @cached_property
    def published(self) -> datetime | None:
        """When the month was last published."""
        held = self.line.month.publications.filter(published__isnull=False).last()
        return held.published if held else None

    @cached_property
    def doubts(self) -> list[Doubt]:
        """What in the saved comment may identify a child, where a pack outside prints it, that nobody has cleared."""
        found = doubts(self.line.month, [self.state])
        return [one for one in found if not one.cleared_by]

    @property
    def beginnings(self) -> list[Deed]:
        """Who calculated the figure, and who said that it is published as not available."""
        return [deed for deed in trail(self.state, self.line.month) if deed.about_figure]

    @property
    def owner(self) -> str:
        """Who writes about it."""
        return owners().words(self.line)

    @property
    def may_write(self) -> bool:
        """Whether this person may comment."""
        return not refusal(self.actor, Action.COMMENT)

    @property
    def challenge_refusal(self) -> str:
        """Why this person may not answer the comment; empty where they may."""
        return refusal(self.actor, Action.CHALLENGE, Thing(makers=self.state.writers))

    @property
    def sign_refusal(self) -> str:
        """Why this person may not sign the line off; empty where they may."""
        return refusal(self.actor, Action.APPROVE, Thing(makers=self.state.makers))

    @property
    def is_submitted(self) -> bool:
        """Whether the comment waits for an answer."""
        return self.state.stage == Comment.State.SUBMITTED

    @cached_property
    def earlier(self) -> list[LineState]:
        """The same figure in the months before, newest first, where something was accepted about it."""
        lines = Line.objects.filter(key=self.line.key, month__period__lt=self.line.month.period)
        lines = lines.filter(comments__state=Comment.State.ACCEPTED).select_related("month").distinct()
        found = [line_state(line) for line in lines.order_by("-month__period")[:12]]
        return [one for one in found if one.accepted]

    @cached_property
    def open_actions(self) -> list[AgreedAction]:
        """What was promised about this figure and is not closed."""
        return list(open_actions([self.line]))

    @property
    def challengers(self) -> str:
        """The roles that answer a comment."""
        return roles_with(Action.CHALLENGE)

    @property
    def signers(self) -> str:
        """The roles that sign off."""
        return roles_with(Action.APPROVE)

    @staticmethod
    def words_of(version: CommentVersion) -> Words:
        """What a version says."""
        return of_version(version)

    def recent(self, environment: Environment) -> Recent | None:
        """The chart of the last figures, where they are prepared."""
        line = self.line
        end, place = line.month.period, environment.place
        return recent_figures(
            environment.store, line.month.snapshot, line.measure, line.variant, line.period_type, end, place
        )
