"""What a load said of its files, as the manifest of its snapshot keeps it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class IssueTold:
    """Issues of a file and column that say the same, told as the first; `count` is how many they are."""

    kind: str
    what: str
    count: int
    file: str = ""
    column: str = ""
    mend: str = ""

    @property
    def sentence(self) -> str:
        """The column and what is wrong with it."""
        return f"{self.column}: {self.what}" if self.column else self.what


def issues_told(manifest: Mapping[str, Any]) -> list[IssueTold]:
    """The issues, commonest first; snapshots of earlier versions hold kind, sentence and count alone."""
    told = manifest.get("told", ())
    return [IssueTold(**one) if isinstance(one, Mapping) else IssueTold(*one) for one in told]
