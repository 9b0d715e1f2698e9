"""What the manual says of measures, commands and records, written from their declarations. May import: everything."""
