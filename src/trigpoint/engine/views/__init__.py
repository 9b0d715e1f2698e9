"""One builder per case view, under the same file name as in `cases/`: `build(records) -> table`.

A builder reads record tables, knows nothing dated after the as-at date, and yields exactly the declared columns.
"""
