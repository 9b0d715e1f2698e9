"""Record tables read straight from a council's database, never written to: known columns of known tables only.

What is read is put aside as files for as long as a load takes, so that it is checked as files are.
"""

from trigpoint.sources.database.fetching import Database

__all__ = ["Database"]
