"""Data-quality rules, declared like measures: each yields the rows that fail it. No reading of files, no engine."""
