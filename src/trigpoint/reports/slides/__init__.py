"""Builds a deck of slides: its layouts, its charts and notes. Only `formats.pptx` uses it."""
