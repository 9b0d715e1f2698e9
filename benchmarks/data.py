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
    part_of_nation: bool = False

    @property
    def folder(self) -> Path:
        """Where the records are; TRIGPOINT_NATIONAL_DATA names a folder of authorities already invented."""
        nation = self.part_of_nation or self.name == "national"
        given = os.environ.get("TRIGPOINT_NATIONAL_DATA", "") if nation else ""
        return Path(given) if given else HOME / ("national" if nation else self.name)

    @property
    def store(self) -> Path:
        """The store that the records are loaded into."""
        return HOME / f"{self.name}-store"

    def files(self) -> list[Path]:
        """The folders of records (of a part of the nation its first authorities), invented now if need be."""
        if self.part_of_nation:
            (nation,) = NATIONAL.files()
            return sorted(path for path in nation.iterdir() if path.is_dir())[: self.authorities]
        made = self.folder.with_name(f"{self.folder.name}.whole")
        if not self.folder.exists() or (self.folder.parent == HOME and not made.exists()):
            self.folder.parent.mkdir(parents=True, exist_ok=True)
            synthesize(self.children, 10, 1, AS_AT, self.folder, authorities=self.authorities, form="parquet")
            made.touch()
        return [self.folder]


ONE = Scale("one", "one authority, about 2,000 children looked after, ten years", 2000, 1)
NATIONAL = Scale("national", "153 authorities, about 80,000 children looked after, ten years", 523, 153)
GROWTH = tuple(
    Scale(f"nation-{count}", f"{count} of the 153 authorities, ten years", 523, count, part_of_nation=True)
    for count in (1, 10, 50)
)
"""Parts of the nation: with the whole of it they show how time grows with data."""
SMALL = Scale("small", "two authorities, about 40 children looked after, ten years", 20, 2)
SCALES = {scale.name: scale for scale in (ONE, NATIONAL, SMALL, *GROWTH)}
