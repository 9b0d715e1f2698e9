"""Long work, done by a worker beside the pages: a table of jobs, each done once however often the worker is stopped."""
