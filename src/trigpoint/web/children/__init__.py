"""The only way from a task to a page for rows about children: scoped to who asks, restricted cases held back, logged.

No other room of the application may call a task that returns such rows; the import rules hold it to that.
"""
