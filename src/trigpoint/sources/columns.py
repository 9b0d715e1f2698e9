"""Arrow's words as this room uses them: the published type stubs know too little of what compute functions take."""

from __future__ import annotations

from typing import Any, TypeAlias

import pyarrow.compute
import pyarrow.csv
import pyarrow.parquet

Column: TypeAlias = Any
"""A `pa.Array`; in a sheet it holds text, or days and moments."""
Chunked: TypeAlias = Any
"""A `pa.ChunkedArray`."""

pc: Any = pyarrow.compute
pacsv: Any = pyarrow.csv
pq: Any = pyarrow.parquet
