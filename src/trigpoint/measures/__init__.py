"""The library: one small file a measure in a folder a domain, found by walking the folders.

A measure classifies the rows of a case view; it computes nothing, imports no engine, holds no SQL and no loop.
Adding a measure is adding one file whose name is the measure's id. May import: language, cases.
"""

from trigpoint.measures.library import AMENDMENTS, MEASURES, definition_sets

__all__ = ["AMENDMENTS", "MEASURES", "definition_sets"]
