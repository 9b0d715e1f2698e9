"""Check the quality of a snapshot's data: the rules of its returns, the worklist, what was skipped and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, cast

import pyarrow as pa

from trigpoint.language.rule import Rule
from trigpoint.quality.check_return import Finding, check_return
from trigpoint.quality.library import rules
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.records.collector import held_back
from trigpoint.records.returns import LookUps
from trigpoint.store import Snapshot
from trigpoint.tasks.allocated import Allocated, allocated
from trigpoint.tasks.known_findings import marked, remember
from trigpoint.tasks.progress import Progress, silent
from trigpoint.tasks.record_worklist import record_outcomes, record_rows
from trigpoint.tasks.returns import FORMS, LoadedReturn, NoReturn, returns
from trigpoint.tasks.rule_outcome import Outcome, RuleOutcome
from trigpoint.tasks.stored import snapshot_of
from trigpoint.tasks.worklist import Row, return_rows, worklist

RECORDS = "records"
"""The family of rules that look at records, whatever they came from."""


class QualityError(ValueError):
    """A check that cannot be made, in one sentence."""


@dataclass(frozen=True)
class QualityCheck:
    """The worklist of a snapshot and what became of every rule.

    `made` names returns that were made from records; `effects` (`check_records.EFFECTS`) is there when asked for.
    """

    snapshot: Snapshot
    worklist: pa.Table
    outcomes: Sequence[RuleOutcome] = field(default_factory=list)
    made: Sequence[str] = field(default_factory=list)
    effects: pa.Table | None = None

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
    effects: bool = False,
    progress: Progress = silent,
) -> QualityCheck:
    """Run the rules, all or those named, on a snapshot; what is found is remembered in the store.

    A rule is named by its code or by its family: `ssda903`, `cin_census`, `records`. `rules_of` is the year whose rules
    are run instead of those of the return's own year. With `effects` the figures that failing records distort are
    calculated again without them and with them mended. Raises QualityError and StoreError.
    """
    taken = snapshot_of(store, snapshot)
    refuse_unknown(wanted)
    work = _Work(allocated(taken))
    with held_back():
        _check_returns(work, taken, wanted, look_ups, rules_of, progress)
    if records := [name for name in rules(RECORDS) if not wanted or RECORDS in wanted or name in wanted]:
        work.of_records(taken, records, progress, effects=effects, named=bool(wanted) and RECORDS not in wanted)
    as_at = date.fromisoformat(taken.manifest["as_at"])
    with held_back():
        complete = list(marked(work.found, store, as_at))
        listed = worklist(complete)
    if not wanted:
        remember(complete, store, taken.id, as_at)
    return QualityCheck(taken, listed, work.outcomes, work.made, work.effects)


def _check_returns(
    work: _Work,
    taken: Snapshot,
    wanted: Sequence[str],
    look_ups: LookUps | None,
    rules_of: int | None,
    progress: Progress,
) -> None:
    chosen = {form: mine for form in FORMS if (mine := _chosen(form, wanted))}
    for loaded in returns(taken, list(chosen), look_ups):
        if isinstance(loaded, NoReturn):
            mine = chosen[loaded.form]
            work.outcomes += [_outcome(loaded, rule, "skipped", reason=loaded.reason) for rule in mine]
        else:
            progress(f"{loaded.authority}: rules of {loaded.form}")
            work.of_return(loaded, chosen[loaded.form], rules_of)


class _Work:
    """What one family of rules after another finds."""

    def __init__(self, who: Allocated) -> None:
        self.who = who
        self.found: list[Row] = []
        self.outcomes: list[RuleOutcome] = []
        self.made: list[str] = []
        self.effects: pa.Table | None = None

    def of_return(self, loaded: LoadedReturn, chosen: Sequence[ReturnRule[Any]], rules_of: int | None) -> None:
        rows, became = _of_return(loaded, chosen, rules_of)
        self.found += return_rows(loaded, rows, self.who)
        self.outcomes += became
        self.made += [f"{loaded.form} of {loaded.authority}"] if loaded.is_made else []

    def of_records(
        self, taken: Snapshot, chosen: Sequence[str], progress: Progress, *, effects: bool, named: bool
    ) -> None:
        from trigpoint.tasks.check_records import check_records, record_rules  # noqa: PLC0415 - it needs the engine

        done = check_records(taken, record_rules(chosen), effect=effects, whole=named, progress=progress)
        self.found += record_rows(done)
        self.outcomes += record_outcomes(done)
        self.effects = done.effects if effects else None


def _chosen(form: str, wanted: Sequence[str]) -> list[ReturnRule[Any]]:
    every = [cast("ReturnRule[Any]", rule) for rule in rules(form).values()]
    return [rule for rule in every if not wanted or form in wanted or _named(rule, wanted)]


def _named(rule: ReturnRule[Any], wanted: Sequence[str]) -> bool:
    return rule.code in wanted or rule.id in wanted


def refuse_unknown(wanted: Sequence[str]) -> None:
    """Raises QualityError when a word is no rule's code and no family."""
    known = {word for form in FORMS for rule in _chosen(form, ()) for word in (rule.code, rule.id, form)}
    known |= {RECORDS, *rules(RECORDS)}
    if strange := [word for word in wanted if word not in known]:
        families = ", ".join((*FORMS, RECORDS))
        raise QualityError(f"There is no rule {strange[0]!r}: name rules by their code, or a family: {families}.")


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
    loaded: LoadedReturn | NoReturn, rule: ReturnRule[Any], outcome: Outcome, found: int = 0, reason: str = ""
) -> RuleOutcome:
    said: Rule = rule
    return RuleOutcome(loaded.authority, loaded.form, rule.code, said.title, said.severity, outcome, found, reason)
