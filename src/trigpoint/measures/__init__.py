"""The library: one small file a measure in a folder a domain, found by walking the folders.

A measure classifies the rows of a case view; it computes nothing, imports no engine, holds no SQL and no loop.
A supplied measure says what another body is asked for instead.
Adding a measure is adding one file whose name is the measure's id. May import: language, cases.
"""

from trigpoint.measures.library import AMENDMENTS, EVERY, MEASURES, SUPPLIED, definition_sets

__all__ = ["AMENDMENTS", "EVERY", "MEASURES", "SUPPLIED", "definition_sets"]
