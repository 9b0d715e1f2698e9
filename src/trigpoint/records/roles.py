"""Roles of workers that decide whose work a child is."""

SOCIAL_WORKERS = ("allocated case worker", "allocated social worker", "social worker")
"""Roles, in small letters, whose worker comes before others when several are involved with a child."""
