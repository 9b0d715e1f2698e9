"""Changes of the tables of this application, in order."""
