"""DuckDB and a real Spark cluster of two workers must give the same figures and the same rows."""
