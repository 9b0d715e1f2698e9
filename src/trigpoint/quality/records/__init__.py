"""Rules of the records, one a file: what distorts a figure, how it is mended, and rows that fail and pass."""

from datetime import date

EXAMPLES_AS_AT = date(2024, 12, 31)
"""The as-at date of the worked examples."""

SOURCE = "Standard Safeguarding Dataset; how the measures are defined"

__all__ = ["EXAMPLES_AS_AT", "SOURCE"]
