"""What is said when a file of published figures cannot be taken."""


class BenchmarksError(ValueError):
    """A published file that cannot be taken, in one sentence: file, where, what, how to mend."""
