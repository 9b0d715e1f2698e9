"""Kinds of work, one a file."""
