"""Commands that `trigpoint manage` runs."""
