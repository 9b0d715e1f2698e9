"""What needs doing this week, by child, for a worker, a team or a service."""
