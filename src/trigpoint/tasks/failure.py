"""What can go wrong that a person can mend, and the exit code of each."""

from collections.abc import Iterable

from trigpoint.comparators.benchmarks_error import BenchmarksError
from trigpoint.engine.backends import EngineError
from trigpoint.figures.disclosure.rules import RuleError
from trigpoint.judgement.faults import Faults
from trigpoint.packs.load import PackError
from trigpoint.reports.page import PageError
from trigpoint.sources import Refused
from trigpoint.store import StoreError
from trigpoint.tasks.check_quality import QualityError
from trigpoint.tasks.disclose import DisclosureError
from trigpoint.tasks.library import LibraryError
from trigpoint.tasks.write_table import EndingError, OutputError

FAILURES = (
    Refused,
    StoreError,
    LibraryError,
    OutputError,
    BenchmarksError,
    Faults,
    PackError,
    PageError,
    EngineError,
    RuleError,
    DisclosureError,
    QualityError,
)
"""Every failure that is told in a sentence instead of a trace."""

_REFUSED, _USAGE = 3, 2


def sentences(error: Exception) -> list[str]:
    """What, where and how to mend: one sentence each, the first fifty."""
    if isinstance(error, Faults):
        return _first_fifty(error.faults)
    if not isinstance(error, Refused):
        return [str(error)]
    return [*_first_fifty(map(str, error.issues)), "Nothing was loaded; the store is as it was before."]


def _first_fifty(sentences: Iterable[str]) -> list[str]:
    told = list(sentences)
    return [*told[:50], f"... and {len(told) - 50} more."] if len(told) > 50 else told


def exit_code(error: Exception) -> int:
    """3 when input was refused and nothing changed, 2 when the request was wrong or its engine is not there."""
    return _USAGE if isinstance(error, LibraryError | EndingError | EngineError | QualityError) else _REFUSED
