"""Annex A of Ofsted's inspections: eleven lists in a workbook, or single lists as CSV, as councils really write them.

Lists and their columns are recognised by headings, codes by what was learnt of how they are written; a council's own
mapping file stands beside them. List 11, of adopters, is checked and not loaded: the records have no place for it.
"""

from trigpoint.sources.annex_a.mapping import UnknownSpelling
from trigpoint.sources.annex_a.mapping import write as write_mapping
from trigpoint.sources.annex_a.reading import read, recognise, tables, year
from trigpoint.sources.annex_a.writing import write

__all__ = ["UnknownSpelling", "read", "recognise", "tables", "write", "write_mapping", "year"]
