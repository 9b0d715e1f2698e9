"""Check the quality of a snapshot's data: the rules of its returns, the worklist, what was skipped and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, Literal, cast

import pyarrow as pa

from trigpoint.language.rule import Rule
from trigpoint.quality.check_return import Finding, check_return
from trigpoint.quality.library import rules
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.records.returns import LookUps
from trigpoint.store import Snapshot
from trigpoint.tasks.allocated import allocated
from trigpoint.tasks.known_findings import marked, remember
from trigpoint.tasks.progress import Progress, silent
from trigpoint.tasks.returns import FORMS, LoadedReturn, returns
from trigpoint.tasks.stored import snapshot_of
from trigpoint.tasks.worklist import Row, return_rows, worklist

Outcome = Literal["ran", "skipped", "broken"]


class QualityError(ValueError):
    """A check that cannot be made, in one sentence."""


@dataclass(frozen=True)
class RuleOutcome:
    """What became of one rule in one authority's data: how many rows fail, or why it was skipped, or how it broke."""

    authority: str
    family: str
    rule: str
    title: str
    severity: str
    outcome: Outcome
    found: int = 0
    reason: str = ""


@dataclass(frozen=True)
class QualityCheck:
    """The worklist of a snapshot and what became of every rule. `made` names returns that were made from records."""

    snapshot: Snapshot
    worklist: pa.Table
    outcomes: Sequence[RuleOutcome] = field(default_factory=list)
    made: Sequence[str] = field(default_factory=list)

    @property
    def as_at(self) -> date:
        """The day that the records speak of."""
        return date.fromisoformat(self.snapshot.manifest["as_at"])

    def count(self, outcome: Outcome) -> int:
        """How many rules had an outcome."""
        return sum(one.outcome == outcome for one in self.outcomes)


def check_quality(
    store: Path,
    wanted: Sequence[str] = (),
    *,
    snapshot: str = "",
    rules_of: int | None = None,
    look_ups: LookUps | None = None,
    progress: Progress = silent,
) -> QualityCheck:
    """Run the rules, all or those named, on a snapshot; what is found is remembered in the store.

    A rule is named by its code or by its family, `ssda903`. `rules_of` is the year whose rules are run instead of
    those of the return's own year. Raises QualityError and StoreError.
    """
    taken = snapshot_of(store, snapshot)
    chosen = {form: _chosen(form, wanted) for form in FORMS}
    refuse_unknown(wanted)
    who = allocated(taken)
    found: list[Row] = []
    outcomes: list[RuleOutcome] = []
    made: list[str] = []
    for loaded in returns(taken, look_ups):
        progress(f"{loaded.authority}: rules of {loaded.form}")
        rows, became = _of_return(loaded, chosen[loaded.form], rules_of)
        found += return_rows(loaded, rows, who)
        outcomes += became
        made += [f"{loaded.form} of {loaded.authority}"] if loaded.is_made else []
    as_at = date.fromisoformat(taken.manifest["as_at"])
    complete = list(marked(found, store, as_at))
    if not wanted:
        remember(complete, store, taken.id, as_at)
    return QualityCheck(taken, worklist(complete), outcomes, made)


def _chosen(form: str, wanted: Sequence[str]) -> list[ReturnRule[Any]]:
    every = [cast("ReturnRule[Any]", rule) for rule in rules(form).values()]
    return [rule for rule in every if not wanted or form in wanted or _named(rule, wanted)]


def _named(rule: ReturnRule[Any], wanted: Sequence[str]) -> bool:
    return rule.code in wanted or rule.id in wanted


def refuse_unknown(wanted: Sequence[str]) -> None:
    """Raises QualityError when a word is no rule's code and no family."""
    known = {word for form in FORMS for rule in _chosen(form, ()) for word in (rule.code, rule.id, form)}
    if strange := [word for word in wanted if word not in known]:
        raise QualityError(
            f"There is no rule {strange[0]!r}: name rules by their code, or a family: {', '.join(FORMS)}."
        )


def _of_return(
    loaded: LoadedReturn, chosen: Sequence[ReturnRule[Any]], rules_of: int | None
) -> tuple[Sequence[Finding], list[RuleOutcome]]:
    checked = check_return(chosen, loaded.collection, rules_of)
    counts = Counter(finding.rule.code for finding in checked.findings)

    def each() -> Iterator[RuleOutcome]:
        for rule in checked.ran:
            yield _outcome(loaded, rule, "ran", counts[rule.code])
        for rule, why in checked.skipped:
            yield _outcome(loaded, rule, "skipped", reason=why)
        for rule, why in checked.broken:
            yield _outcome(loaded, rule, "broken", reason=why)

    return checked.findings, list(each())


def _outcome(
    loaded: LoadedReturn, rule: ReturnRule[Any], outcome: Outcome, found: int = 0, reason: str = ""
) -> RuleOutcome:
    said: Rule = rule
    return RuleOutcome(loaded.authority, loaded.form, rule.code, said.title, said.severity, outcome, found, reason)
