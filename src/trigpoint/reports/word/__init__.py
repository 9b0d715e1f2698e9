"""Builds a Word document: its XML, its styles, its tables and blocks. Only `formats.docx` uses it."""
