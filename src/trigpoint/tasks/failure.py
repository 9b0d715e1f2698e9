"""What can go wrong that a person can mend, and the exit code of each."""

from trigpoint.comparators.benchmarks_error import BenchmarksError
from trigpoint.engine.backends import EngineError
from trigpoint.figures.disclosure.rules import RuleError
from trigpoint.judgement.targets import TargetsError
from trigpoint.packs.load import PackError
from trigpoint.reports.page import PageError
from trigpoint.sources import Refused
from trigpoint.store import StoreError
from trigpoint.tasks.disclose import DisclosureError
from trigpoint.tasks.library import LibraryError
from trigpoint.tasks.write_table import EndingError, OutputError

FAILURES = (
    Refused,
    StoreError,
    LibraryError,
    OutputError,
    BenchmarksError,
    TargetsError,
    PackError,
    PageError,
    EngineError,
    RuleError,
    DisclosureError,
)
"""Every failure that is told in a sentence instead of a trace."""

_REFUSED, _USAGE = 3, 2


def sentences(error: Exception) -> list[str]:
    """What, where and how to mend: one sentence each, the first fifty."""
    if not isinstance(error, Refused):
        return [str(error)]
    told = [str(issue) for issue in error.issues]
    rest = [f"... and {len(told) - 50} more."] if len(told) > 50 else []
    return [*told[:50], *rest, "Nothing was loaded; the store is as it was before."]


def exit_code(error: Exception) -> int:
    """3 when input was refused and nothing changed, 2 when the request was wrong or its engine is not there."""
    return _USAGE if isinstance(error, LibraryError | EndingError | EngineError) else _REFUSED
