"""Published figures as tidy files for other programs; aggregates only."""
