"""Comparators: what England, the region and statistical neighbours published, and whether it is like for like.

Read from published files, never calculated from records. May import: figures, measures (and language).
"""
