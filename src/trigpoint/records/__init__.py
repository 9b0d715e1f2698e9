"""The record model: tables of a case system as typed columns, code sets by year, the working-day calendar.

Nothing here reads a file of records or knows a measure. May import: language.
"""

from trigpoint.records import extension, ssd
from trigpoint.records.table import TABLES, Field, Table

__all__ = ["TABLES", "Field", "Table", "extension", "ssd"]
