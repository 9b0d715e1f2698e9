"""Saving and submitting comments: every saved text stays a version, and nobody saves over what they have not seen."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from django.db import transaction

from trigpoint.web.access.log import log
from trigpoint.web.months.approval import void_stale
from trigpoint.web.months.diary import happened
from trigpoint.web.months.models import Comment, CommentVersion, Line
from trigpoint.web.months.state import LineState, NotNowError, line_state, line_states, locked
from trigpoint.web.months.words import Words, of_version
from trigpoint.web.pages import RefusedError
from trigpoint.web.people.actions import Action
from trigpoint.web.people.actor import Actor
from trigpoint.web.people.can import refusal


class BehindError(Exception):
    """Someone saved another version since the writer began; `newest` is what stands now."""

    def __init__(self, newest: CommentVersion) -> None:
        super().__init__(f"version {newest.number} was saved meanwhile")
        self.newest = newest


def begun(line: Line) -> Comment:
    """The comment of a line, begun if there is none. Inside a transaction that holds the month's lines."""
    found = line.comments.first()
    if found is None:
        found = Comment.objects.create(month=line.month)
        found.lines.add(line)
    return found


def save(actor: Actor, line: Line, words: Words, base: int, *, submit: bool = False) -> LineState:
    """Save what a person wrote about a line as a new version, and hand it on to be challenged where asked.

    `base` is the number of the version that they began from, 0 for none. What is saved already is not saved twice. A
    new version of an accepted comment is a draft again and voids the sign-offs of its lines.

    Raises:
        RefusedError: the person may not comment.
        BehindError: someone else saved meanwhile; nothing is changed.
        NotNowError: a line has a comment of its own, or there is nothing to save.
    """
    if why := refusal(actor, Action.COMMENT):
        raise RefusedError(why)
    with transaction.atomic():
        locked(line.month)
        comment = begun(line)
        state = line_state(line)
        words = replace(words, lines=tuple(sorted({*words.lines, line.key})))
        newest = state.newest
        same = newest is not None and of_version(newest) == words
        if newest is not None and not same and base != newest.number:
            raise BehindError(newest)
        if newest is None and words.is_empty:
            raise NotNowError("Nothing is written yet: say what happened.")
        before = [one.pk for one in comment.lines.all()]
        if not same:
            _set_lines(comment, line, words.lines)
        own = newest is not None and newest.written_by_id == actor.account
        if not same or (submit and not own and state.stage != Comment.State.ACCEPTED):
            newest = _version(comment, actor, words, base, newest)
        _move(comment, actor, newest, submit=submit, same=same)
        _end_draft(comment, actor, words, newest)
        after = {*before, *(one.pk for one in comment.lines.all())}
        void_stale(line.month, "the comment was changed", after)
    return line_state(line)


def _version(comment: Comment, actor: Actor, words: Words, base: int, newest: CommentVersion | None) -> CommentVersion:
    return CommentVersion.objects.create(
        comment=comment,
        number=newest.number + 1 if newest else 1,
        base=base,
        happened=words.happened,
        why=words.why,
        back_on_target=words.back_on_target,
        actions=words.as_fields()["actions"],
        serves=list(words.lines),
        written_by_id=actor.account,
    )


def _move(comment: Comment, actor: Actor, newest: CommentVersion | None, *, submit: bool, same: bool) -> None:
    """The state after a save, and the diary's line about it."""
    title = comment_title(comment)
    if same and comment.state in {Comment.State.ACCEPTED, Comment.State.SUBMITTED}:
        return
    if submit and newest is not None:
        newest.submitted = True
        newest.save(update_fields=["submitted"])
        comment.state = Comment.State.SUBMITTED
        happened(comment.month, actor, f"submitted the comment on {title}")
        log(actor, Action.COMMENT, str(comment.month), detail=f"submitted the comment on {title}")
    elif not same:
        was = Comment.State(comment.state)
        # a returned comment stays returned until it is submitted again: the reason must stay in sight
        comment.state = was if was is Comment.State.RETURNED else Comment.State.DRAFT
        reopened = "reopened" if was is Comment.State.ACCEPTED else "saved a draft of"
        happened(comment.month, actor, f"{reopened} the comment on {title}")
    comment.save(update_fields=["state"])


def _end_draft(comment: Comment, actor: Actor, words: Words, newest: CommentVersion | None) -> None:
    """Forget the writer's draft; what they had typed in other windows stays until they throw it away."""
    held = comment.drafts.filter(account_id=actor.account).first()
    if held is None or newest is None or not held.fields.get("earlier"):
        comment.drafts.filter(account_id=actor.account).delete()
        return
    held.fields, held.base = held.fields | words.as_fields(), newest.number
    held.save()


def comment_title(comment: Comment) -> str:
    """What a comment is about: the title of its first line, and how many more."""
    titles = [line.title for line in comment.lines.all()]
    if len(titles) < 2:
        return "".join(titles)
    return f"{titles[0]} and {len(titles) - 1} other{'s' if len(titles) > 2 else ''}"


def _set_lines(comment: Comment, line: Line, keys: Iterable[str]) -> None:
    """Have the comment serve these lines and its own. Raises NotNowError for one that has a comment of its own."""
    wanted = {*keys, line.key}
    chosen = [state for state in line_states(line.month) if state.line.key in wanted]
    for state in chosen:
        other = state.comment
        if other is not None and other.pk != comment.pk and (state.versions or state.drafted):
            raise NotNowError(f"{state.line.title} has a comment of its own: leave it out here, or write there.")
    for state in chosen:
        if state.comment is not None and state.comment.pk != comment.pk:
            state.comment.lines.remove(state.line)
    comment.lines.set([state.line for state in chosen])
