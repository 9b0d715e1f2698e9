"""What one file may hold. Checked before it is parsed, so that no file can exhaust the machine."""

MAX_FILE_BYTES = 500_000_000
MAX_RECORD_BYTES = 1_000_000
"""One row of a CSV file, line breaks inside quotes included."""
MAX_CELL_BYTES = 32_767
"""The most that a cell of Excel takes."""
MAX_COLUMNS = 400
MAX_ROWS = 20_000_000
"""Rows that a Parquet file may announce: a small file can unpack to very many."""
MAX_UNPACKED_BYTES = 4_000_000_000
"""Bytes that a Parquet file may announce when unpacked."""
MAX_DEPTH = 40
"""Elements within elements that XML, or values within values that JSON may have."""
MAX_ELEMENTS = 30_000_000
"""Elements of one XML file."""
MAX_CPU_SECONDS = 120
"""Processor time that reading may take, and for each megabyte so much more."""
SECONDS_PER_MEGABYTE = 2
MAX_MEMORY_BYTES = 4_000_000_000
"""Memory that reading may take, and for each byte of the largest file so much more."""
MEMORY_PER_BYTE = 20
