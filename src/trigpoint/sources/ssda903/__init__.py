"""The SSDA903 return: eleven CSV files of a collection year and one on deprivation of liberty from 2026/27, or XML.

Files are recognised by their headings or their outermost element, never by their names; the collection year by codes,
tables and dates. Returns of several years become one history. INTERVENTION_OFFERED is not carried: the records have no
place for it.
"""

from trigpoint.sources.ssda903.made import made_from
from trigpoint.sources.ssda903.modules import YEARS
from trigpoint.sources.ssda903.reading import is_whole, read, read_years, recognise, tables, year
from trigpoint.sources.ssda903.writing import write

__all__ = ["YEARS", "is_whole", "made_from", "read", "read_years", "recognise", "tables", "write", "year"]
