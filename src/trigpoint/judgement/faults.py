"""Everything that is wrong with a file that people wrote, one sentence each: file, row, key, what, how to mend."""


class Faults(ValueError):  # noqa: N818 - it is the answer to the person, not a fault of ours
    """A file that cannot be taken, and nothing of it was; `faults` are its sentences."""

    def __init__(self, *faults: str) -> None:
        self.faults = faults
        super().__init__("\n".join(faults))
