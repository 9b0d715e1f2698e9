"""A paper of the database as the tasks know it, and what has to be known of it on every page."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass

from trigpoint.tasks.target_paper import Paper
from trigpoint.tasks.target_proposal import Proposed, read
from trigpoint.web.pages import words_of
from trigpoint.web.targets.models import Body, Decision, PaperState, Proposal, ProposalVersion, TargetPaper


@dataclass(frozen=True)
class Row:
    """A row with its last version, as the tasks read it, and what is wrong with it by field."""

    proposal: Proposal
    version: ProposalVersion
    proposed: Proposed
    faults: dict[str, str]

    @property
    def key(self) -> int:
        """The number by which addresses know it."""
        return int(self.proposal.pk)


@dataclass(frozen=True)
class Standing:
    """A body and its decision in force, None where it has none; `voided` the last one that a change made void."""

    body: Body
    decision: Decision | None
    voided: Decision | None = None

    @property
    def has_agreed(self) -> bool:
        """Whether it agreed to the draft as it stands."""
        return self.decision is not None and self.decision.agreed


def rows_of(paper: TargetPaper) -> list[Row]:
    """Every row of a paper, in its order."""
    found = paper.proposals.prefetch_related("versions__proposed_by")
    return [_row(paper, proposal) for proposal in found]


def row_of(paper: TargetPaper, proposal: Proposal) -> Row:
    """One row of a paper."""
    return _row(paper, proposal)


def proposed_with(proposal: Proposal, version: ProposalVersion) -> Proposed:
    """A row as the tasks read it, with one version of what is proposed."""
    return Proposed(
        code=proposal.code,
        title=proposal.title,
        group=proposal.group,
        measure=proposal.measure,
        variant=proposal.variant,
        period_type=proposal.period_type,
        also=tuple((variant, kind) for variant, kind in proposal.also),
        before=proposal.before,
        fields=version.fields,
        added=proposal.added,
        removed=version.removed,
        definition_now=version.definition_now,
        definition_then=version.definition_then,
        counted_variant=version.counted_variant,
        counted_set=version.counted_set,
    )


def standings(paper: TargetPaper) -> list[Standing]:
    """Who is to agree, with the decision in force of each."""
    every = Decision.objects.filter(body__paper=paper)
    held = {one.body_id: one for one in every if one.voided is None}
    void = {one.body_id: one for one in every if one.voided}
    return [Standing(body, held.get(body.pk), void.get(body.pk)) for body in paper.bodies.all()]


def makers(paper: TargetPaper) -> frozenset[int]:
    """The accounts that had a part in it: who began it, proposed a row, named or removed who agrees, put it forward."""
    wrote = ProposalVersion.objects.filter(proposal__paper=paper).values_list("proposed_by_id", flat=True)
    shaped = paper.happenings.filter(shaped=True, account__isnull=False).values_list("account_id", flat=True)
    return frozenset({paper.begun_by_id, *wrote, *(one for one in shaped if one)})


def paper_of(paper: TargetPaper, read_already: Sequence[Row] | None = None) -> Paper:
    """The paper as the tasks draw and carry it; with its rows where they were read already."""
    bodies = tuple(
        (one.body.name, _when(one), (one.decision.words or _said(one.decision)) if one.decision else "")
        for one in standings(paper)
    )
    rows = tuple(row.proposed for row in (rows_of(paper) if read_already is None else read_already))
    return Paper(paper.pack, paper.starts, rows, bodies, status_of(paper))


def status_of(paper: TargetPaper) -> str:
    """What stands at the foot of a paper: "Draft 3, not agreed"."""
    return {
        PaperState.AGREED: f"Agreed, draft {paper.draft}",
        PaperState.WITHDRAWN: f"Withdrawn, draft {paper.draft}",
        PaperState.FOR_AGREEMENT: f"Draft {paper.draft}, for agreement",
    }.get(PaperState(paper.state), f"Draft {paper.draft}, not agreed")


def digest(paper: Paper) -> str:
    """What a drawing of the paper depends on, as one word."""
    rows = [{**vars(row), "before": dict(row.before), "fields": dict(row.fields)} for row in paper.rows]
    said = [paper.pack, paper.starts.isoformat(), paper.status, paper.bodies, rows]
    return hashlib.sha256(json.dumps(said, sort_keys=True, default=str).encode()).hexdigest()


def _row(paper: TargetPaper, proposal: Proposal) -> Row:
    version = list(proposal.versions.all())[-1]
    proposed = proposed_with(proposal, version)
    return Row(proposal, version, proposed, dict(read(proposed, paper.starts, paper.target_set).faults))


def _when(one: Standing) -> str:
    if one.decision is not None:
        return words_of(one.decision.decided_on)
    return f"Planned for {words_of(one.body.planned)}" if one.body.planned else ""


def _said(decision: Decision) -> str:
    return "Agreed" if decision.agreed else "Not agreed"
