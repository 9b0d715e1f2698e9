"""What changes a paper: beginning it, rows and their versions, who is to agree. A change voids what was decided."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db import IntegrityError, transaction
from django.utils import timezone

from trigpoint.tasks.target_paper import Begun
from trigpoint.tasks.target_proposal import Proposed
from trigpoint.web.pages import RefusedError
from trigpoint.web.targets.models import (
    Body,
    Decision,
    PaperHappening,
    PaperState,
    Proposal,
    ProposalVersion,
    TargetPaper,
)

_TOLD = ("removed", "definition_now", "definition_then", "counted_variant", "counted_set")


@dataclass(frozen=True)
class Typed:
    """What was typed about a row."""

    fields: Mapping[str, str]
    removed: bool = False
    definition_now: str = ""
    definition_then: str = ""
    counted_variant: str = ""
    counted_set: str = ""


class OvertakenError(Exception):
    """Somebody else saved the row meanwhile; the version that stands now."""

    def __init__(self, now: ProposalVersion) -> None:
        super().__init__(f"{now.proposed_by.title} saved version {now.number} of this row meanwhile.")
        self.now = now


def begin_paper(pack: str, starts: date, begun: Begun, account: int) -> TargetPaper | None:
    """A new paper with a row a figure; None where one of the set and year is open already."""
    try:
        with transaction.atomic():
            paper = TargetPaper.objects.create(
                pack=pack, target_set=begun.target_set, starts=starts, title=begun.title, begun_by_id=account
            )
            _add(paper, begun.rows, account)
            tell(paper, account, f"began the paper with {len(begun.rows)} measures")
    except IntegrityError:
        return None
    return paper


def add_row(paper: TargetPaper, row: Proposed, account: int) -> Proposal:
    """Put a measure into the paper that the pack does not print. Raises RefusedError where it is there already."""
    with transaction.atomic():
        held = _held(paper)
        if held.proposals.filter(measure=row.measure, variant=row.variant, period_type=row.period_type).exists():
            raise RefusedError("This measure stands in the paper already: change its row.")
        (made,) = _add(held, [row], account)
        change(held, account, f"added {row.title}")
    return made


def save_row(proposal: Proposal, base: int, typed: Typed, account: int) -> ProposalVersion:
    """Append a version of a row that began from version `base`; the last one where nothing differs.

    Raises OvertakenError where another person saved the row since, RefusedError where the paper is closed.
    """
    with transaction.atomic():
        paper = _held(proposal.paper)
        last = proposal.versions.order_by("number").last()
        assert last is not None
        if last.number != base:
            raise OvertakenError(last)
        told = {name: getattr(typed, name) for name in _TOLD}
        if dict(last.fields) == dict(typed.fields) and all(getattr(last, name) == told[name] for name in told):
            return last
        made = ProposalVersion.objects.create(
            proposal=proposal, number=last.number + 1, fields=dict(typed.fields), proposed_by_id=account, **told
        )
        what = "removed" if typed.removed and not last.removed else "changed"
        change(paper, account, f"{what} {proposal.title}")
    return made


def add_body(paper: TargetPaper, name: str, planned: date | None, account: int) -> bool:
    """Name who is to agree; whether it was new."""
    with transaction.atomic():
        held = _held(paper)
        _, is_new = Body.objects.get_or_create(paper=held, name=name, defaults={"planned": planned})
        if is_new:
            change(held, account, f"named {name} to agree")
    return is_new


def remove_body(paper: TargetPaper, body: Body, account: int) -> None:
    """Nobody asks this body any more. What it had decided stays in the diary."""
    with transaction.atomic():
        held = _held(paper)
        change(held, account, f"took {body.name} from those who agree")
        body.delete()


def change(paper: TargetPaper, account: int, what: str) -> None:
    """Say what changed. Decisions in force are void, and what was put forward is followed by the next draft."""
    held = Decision.objects.filter(body__paper=paper, voided=None).select_related("body")
    names = [one.body.name for one in held]
    if names or paper.state == PaperState.FOR_AGREEMENT:
        paper.draft, paper.state = paper.draft + 1, PaperState.DRAFT
        paper.save(update_fields=["draft", "state"])
    tell(paper, account, what, shaped=True)
    if names:
        held.update(voided=timezone.now(), voided_because=what[:300])
        tell(paper, account, f"voided by this change: the decision of {', '.join(names)}. This is draft {paper.draft}")


def tell(paper: TargetPaper, account: int, what: str, *, shaped: bool = False) -> None:
    """A line in the paper's diary; `shaped` where it made the paper what is agreed."""
    PaperHappening.objects.create(paper=paper, account_id=account or None, what=what[:300], shaped=shaped)


def _held(paper: TargetPaper) -> TargetPaper:
    """The paper, held against others until the end of the transaction. Raises RefusedError where it is closed."""
    held = TargetPaper.objects.select_for_update().get(pk=paper.pk)
    if not held.is_open:
        raise RefusedError(f"This paper is {held.state}: begin another to change targets.")
    return held


def _add(paper: TargetPaper, rows: Sequence[Proposed], account: int) -> list[Proposal]:
    first = paper.proposals.count()
    made = []
    for place, row in enumerate(rows, start=first):
        names = ("code", "title", "group", "measure", "variant", "period_type", "added")
        one = Proposal.objects.create(
            paper=paper,
            position=place,
            also=[list(pair) for pair in row.also],
            before=dict(row.before),
            **{name: getattr(row, name) for name in names},
        )
        said = {name: text for name, text in row.fields.items() if text}
        ProposalVersion.objects.create(proposal=one, number=1, fields=said, proposed_by_id=account)
        made.append(one)
    return made
