"""Reports: one page model, filled once, then written in each format; charts as our own SVG.

A renderer only writes what the page model says. May import: packs, judgement, comparators, figures (and language).
"""
