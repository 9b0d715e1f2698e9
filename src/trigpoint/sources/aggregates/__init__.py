"""Supplied aggregates: figures that another body counted, as tidy CSV or in the workbook made for it.

`read` checks every row and takes all of a file or nothing; `write` lays rows as CSV; `template` and `fill` make the
workbook. The measures are given, never imported. May import: records, language.
"""

from trigpoint.sources.aggregates.columns import SCHEMA
from trigpoint.sources.aggregates.read import Taken, read
from trigpoint.sources.aggregates.template import template
from trigpoint.sources.aggregates.write import write

__all__ = ["SCHEMA", "Taken", "read", "template", "write"]
