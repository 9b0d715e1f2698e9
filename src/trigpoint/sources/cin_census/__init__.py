"""The children in need census of 2017 to 2026: one XML file, read child by child and written from record tables.

What the records have no place for is kept only in the return as it was given: AssessmentInternalReviewDate,
NumberOfPreviousCPP, and InitialCPCtarget where no conference was held.
"""

from trigpoint.sources.cin_census.header import YEARS
from trigpoint.sources.cin_census.reading import read, recognise, tables, year
from trigpoint.sources.cin_census.writing import made_from, write

__all__ = ["YEARS", "made_from", "read", "recognise", "tables", "write", "year"]
