"""The SSDA903 return: the eleven CSV files of a collection year, and the deprivation of liberty file from 2026/27.

Files are recognised by their headings, never by their names; the collection year by codes, tables and dates. What the
records have no place for is not carried: HOME_POST and INTERVENTION_OFFERED.
"""

from trigpoint.sources.ssda903.reading import read, recognise, tables, year
from trigpoint.sources.ssda903.writing import write

__all__ = ["read", "recognise", "tables", "write", "year"]
