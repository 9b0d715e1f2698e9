"""What a payload leaves to be told: each thing with the child's number and the path of its item."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from trigpoint.sources.issue import LISTED, Issue, IssueKind

_PLACE = re.compile(r"\[\d+\]")


class Told:
    """Issues of one file, listed one by one up to the first thousand of a kind; the rest are counted."""

    def __init__(self, file: str) -> None:
        self._file = file
        self._issues: list[Issue] = []
        self._counted: Counter[tuple[str, str, IssueKind]] = Counter()
        self._purged: dict[str, list[int]] = {}

    def tell(self, number: int, path: str, what: str, mend: str, kind: IssueKind = "error") -> None:
        """One thing about the item at `path` of the child with this number."""
        like = _PLACE.sub("[]", path), mend, kind
        self._counted[like] += 1
        if self._counted[like] <= LISTED:
            self._issues.append(Issue(self._file, number, path, what, mend, kind))

    def purged(self, number: int, path: str) -> None:
        """An item that is marked to be purged."""
        self._purged.setdefault(_PLACE.sub("[]", path), []).append(number)

    def issues(self) -> Iterator[Issue]:
        """Everything told."""
        yield from self._issues
        for (path, mend, kind), count in self._counted.items():
            if count > LISTED:
                what = f"{count - LISTED:,} more like the {LISTED:,} listed one by one"
                yield Issue(self._file, None, path, what, mend, kind)
        for path, numbers in self._purged.items():
            what = f"{len(numbers):,} marked purge were left out with all that is in them; the first is of child "
            mend = "nothing need be done if they were deleted from the case system"
            yield Issue(self._file, numbers[0], path, f"{what}{numbers[0]:,}", mend, "warning")
