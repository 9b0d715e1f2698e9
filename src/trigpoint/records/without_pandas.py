"""Starting without pandas, which no command uses and which takes longer to load than most commands take to run."""

from __future__ import annotations

import sys
import types
import warnings


def start_without_pandas() -> None:
    """Let Arrow make its first array while pandas seems too old for it: it looks once, and loads pandas to look.

    Nothing else changes: who imports pandas gets it, and Arrow still turns tables into it when asked to.
    """
    if "pandas" in sys.modules:
        return
    old = types.ModuleType("pandas")
    vars(old)["__version__"] = "0"
    sys.modules["pandas"] = old
    try:
        import pyarrow as pa  # noqa: PLC0415 - the look happens at the first array, which must be this one

        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            pa.array([0])
    finally:
        del sys.modules["pandas"]
