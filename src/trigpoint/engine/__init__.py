"""The only room that knows Ibis: builds case views from records, classifies their rows, counts them for all periods.

Receives measures as arguments and paths of Parquet files; knows no measure by name and no store.
May import: language, records, cases, figures.
"""

from trigpoint.engine.engine import Engine

__all__ = ["Engine"]
