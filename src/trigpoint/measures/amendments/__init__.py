"""Dated amendments, one file a definition set: what a council counts differently, from when, why and who agreed."""
