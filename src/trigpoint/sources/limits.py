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
MAX_WORKBOOK_BYTES = 100_000_000
"""An Excel workbook or OpenDocument spreadsheet as it lies on the disk."""
MAX_WORKBOOK_PARTS = 500
MAX_WORKBOOK_LISTING_BYTES = 200_000
"""The list of parts at the end of a workbook's archive, which is read before anything else is known of it."""
MAX_WORKBOOK_UNPACKED_BYTES = 500_000_000
MAX_UNPACKED_RATIO = 100
"""Times its own size to which a workbook may unpack; only of workbooks that unpack to more than the next."""
RATIO_COUNTS_FROM_BYTES = 10_000_000
MAX_SHEET_ROWS = 1_048_576
MAX_SHEET_CELLS = 5_000_000
"""Rows times columns up to the last filled cell of a sheet: a single far cell would otherwise fill the memory."""
