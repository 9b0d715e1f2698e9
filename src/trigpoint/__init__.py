"""Trigpoint: judged, traceable figures from the case records of children's services."""
