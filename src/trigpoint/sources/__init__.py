"""Files or a database in, records out: recognised by content, checked, read into record tables with issues.

Nothing here writes to a store or knows a measure. May import: records.
"""

from trigpoint.sources.database import Database
from trigpoint.sources.issue import Issue, Refused
from trigpoint.sources.part import Part
from trigpoint.sources.planning import Plan, plan

__all__ = ["Database", "Issue", "Part", "Plan", "Refused", "plan"]
