"""The command line: parses arguments, calls one task, prints. May import: tasks."""

from trigpoint.cli.app import main

__all__ = ["main"]
