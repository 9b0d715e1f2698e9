"""Agreement: putting a paper forward, what the bodies decide, and what follows when the last of them agreed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from django.db import transaction
from django.utils import timezone

from trigpoint.web.jobs.models import Job
from trigpoint.web.jobs.queue import ask
from trigpoint.web.pages import RefusedError
from trigpoint.web.targets.changing import tell
from trigpoint.web.targets.models import Body, Decision, PaperState, TargetPaper
from trigpoint.web.targets.paper import Row, makers, rows_of, standings

BASELINE, DRAW, CARRY = "target_baseline", "target_paper", "target_agree"
"""The kinds of jobs: figures on next year's definitions, the drawn paper, the entry of the store."""


def in_the_way(paper: TargetPaper, rows: Sequence[Row] | None = None) -> Iterator[str]:
    """What stands in the way of putting a paper forward, a sentence each; `rows` where they were read already."""
    for row in rows_of(paper) if rows is None else rows:
        for said in row.faults.values():
            yield f"{row.proposal.title}: {said}"
    if not paper.bodies.exists():
        yield "Nobody is named who is to agree: name a body or a role below."


def put_forward(paper: TargetPaper, account: int) -> None:
    """Give the draft to those who agree. Raises RefusedError with what stands in the way."""
    if found := list(in_the_way(paper)):
        raise RefusedError(found[0])
    with transaction.atomic():
        held = TargetPaper.objects.select_for_update().get(pk=paper.pk)
        if held.state != PaperState.DRAFT:
            raise RefusedError(f"This paper is {held.state}: only a draft is put forward.")
        held.state = PaperState.FOR_AGREEMENT
        held.save(update_fields=["state"])
        tell(held, account, f"put draft {held.draft} forward", shaped=True)
    paper.state = held.state


def decide(body: Body, draft: int, *, agreed: bool, words: str, on: date, account: int) -> bool:
    """Record what a body decided about the draft that was read; whether the whole paper is agreed by it.

    Raises RefusedError where the paper changed meanwhile, and for who had a part in it, whatever roles they hold. A
    paper that was not agreed is a draft again.
    """
    with transaction.atomic():
        paper = TargetPaper.objects.select_for_update().get(pk=body.paper_id)
        if account in makers(paper):  # once more, now that nobody else can change the paper
            raise RefusedError("A second person must record this: you had a part in the paper.")
        if paper.state != PaperState.FOR_AGREEMENT:
            raise RefusedError(f"This paper is {paper.state}: only one that was put forward can be decided.")
        if paper.draft != draft:
            raise RefusedError(
                f"The paper has changed since you opened it: this is draft {paper.draft}. Read it first."
            )
        again = {"voided": timezone.now(), "voided_because": "decided again"}
        body.decisions.filter(voided=None).update(**again)
        Decision.objects.create(
            body=body, draft=draft, agreed=agreed, words=words, decided_on=on, decided_by_id=account
        )
        said = f": {words}" if words else ""
        tell(paper, account, f"recorded for {body.name}: {'agreed' if agreed else 'not agreed'}{said}")
        done = all(one.has_agreed for one in standings(paper))
        if done:
            paper.state, paper.agreed = PaperState.AGREED, timezone.now()
            tell(paper, account, f"agreed by all: draft {paper.draft}")
            ask_for(CARRY, paper, account)  # stands or falls with the decision
        elif not agreed:
            paper.state = PaperState.DRAFT
        paper.save(update_fields=["state", "agreed"])
    return done


def withdraw(paper: TargetPaper, because: str, account: int) -> None:
    """End an open paper without agreement. Raises RefusedError where it is closed."""
    with transaction.atomic():
        held = TargetPaper.objects.select_for_update().get(pk=paper.pk)
        if not held.is_open:
            raise RefusedError(f"This paper is {held.state} already.")
        held.state, held.because = PaperState.WITHDRAWN, because[:300]
        held.save(update_fields=["state", "because"])
        tell(held, account, f"withdrew the paper: {because}")


def ask_for(kind: str, paper: TargetPaper, account: int) -> Job:
    """Ask for long work about a paper."""
    what = {
        BASELINE: "The baseline",
        DRAW: "The target-setting paper",
        CARRY: "The agreed targets",
    }[kind]
    return ask(kind, f"{what} {paper.year} ({paper.pk}): {paper.title}"[:200], {"paper": paper.pk}, account)
