"""The children's social care payload that DfE's API takes (JSON, version 1.0.1): children, what lies in them nested.

Recognised by its keys, never by its name. What the records have no place for is not carried: whether the API has
taken a payload, and anything that it does not define.
"""

from trigpoint.sources.dfe_api.reading import read, recognise, tables, year
from trigpoint.sources.dfe_api.writing import write

__all__ = ["read", "recognise", "tables", "write", "year"]
