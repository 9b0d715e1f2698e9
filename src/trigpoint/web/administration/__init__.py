"""Settings of the council, people and their roles, the access log's pages, and the commands of whoever runs it."""
