"""Report packs: which measures, in which words and order, judged by which target set; TOML that a council can write.

Nothing here calculates, judges or draws. May import: judgement, measures (and figures, language).
"""
