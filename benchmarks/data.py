"""The invented records that everything is timed on, made and loaded once and then kept beside this file."""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from trigpoint.synthetic import synthesize

HOME = Path(__file__).parent / "data"
AS_AT = date(2026, 3, 31)


@dataclass(frozen=True)
class Scale:
    """A size of data: how many authorities with how many looked-after children each, over ten years."""

    name: str
    title: str
    children: int
    authorities: int

    @property
    def folder(self) -> Path:
        """Where the records are; TRIGPOINT_NATIONAL_DATA names a folder of authorities already invented."""
        given = os.environ.get("TRIGPOINT_NATIONAL_DATA", "") if self.authorities > 1 else ""
        return Path(given) if given else HOME / self.name

    @property
    def store(self) -> Path:
        """The store that the records are loaded into."""
        return HOME / f"{self.name}-store"

    def files(self) -> Path:
        """The folder of records, invented now when it is not there."""
        made = self.folder.with_name(f"{self.folder.name}.whole")
        if not self.folder.exists() or (self.folder.parent == HOME and not made.exists()):
            self.folder.parent.mkdir(parents=True, exist_ok=True)
            synthesize(self.children, 10, 1, AS_AT, self.folder, authorities=self.authorities, form="parquet")
            made.touch()
        return self.folder


ONE = Scale("one", "one authority, about 2,000 children looked after, ten years", 2000, 1)
NATIONAL = Scale("national", "153 authorities, about 80,000 children looked after, ten years", 523, 153)
SMALL = Scale("small", "two authorities, about 40 children looked after, ten years", 20, 2)
SCALES = {scale.name: scale for scale in (ONE, NATIONAL, SMALL)}
