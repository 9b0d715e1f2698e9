"""Worklists of data quality: assigned, flagged, accepted until a day, checked again at the next load."""
