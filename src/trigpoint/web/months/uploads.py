"""Files that people bring: streamed into a folder of ours, named by us, gone when their load is answered."""

from __future__ import annotations

import hashlib
import os
import re
import secrets
import shutil
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from django.conf import settings

MOST_FILES = 200
MOST_BYTES = 200_000_000
MOST_TOGETHER = 2_000_000_000
ENDINGS = frozenset({".csv", ".xlsx", ".xml", ".parquet", ".json", ".zip"})


class UploadError(Exception):
    """Why files cannot be taken, a sentence with its remedy."""


class Brought(Protocol):
    """A file as it comes: from a browser, or from the drop folder."""

    @property
    def name(self) -> str | None:
        """As the person knows it."""

    @property
    def size(self) -> int | None:
        """Bytes, as it says itself."""

    def chunks(self) -> Iterator[bytes]:
        """Its bytes, part by part."""


@dataclass(frozen=True)
class Dropped:
    """A file of the drop folder, by its name there."""

    path: Path
    name: str
    size: int

    def chunks(self) -> Iterator[bytes]:
        """Its bytes, part by part."""
        with self.path.open("rb") as file:
            while part := file.read(1 << 20):
                yield part


def drop_folder() -> Path:
    """Where an extract may be put without a browser."""
    return Path(settings.ENVIRONMENT.data) / "drop"


def in_drop() -> list[Dropped]:
    """The files that lie in the drop folder; links and hidden files are no files of anybody's."""
    if not drop_folder().is_dir():
        return []
    found = sorted(path for path in drop_folder().iterdir() if not path.name.startswith("."))
    return [Dropped(path, path.name, path.stat().st_size) for path in found if path.is_file() and not path.is_symlink()]


def folder_of(name: str) -> Path:
    """The folder that holds the files of one load."""
    return Path(settings.ENVIRONMENT.data) / "uploads" / name


def take(files: Sequence[Brought]) -> tuple[str, list[dict[str, object]]]:
    """Keep files in a new folder: its name, and of each file its name, what it is kept as, its size and its SHA-256.

    Nobody else on the machine may read them. Raises UploadError; nothing is kept then.
    """
    if why := _refusal(files):
        raise UploadError(why)
    name = secrets.token_hex(8)
    folder = folder_of(name)
    folder.mkdir(mode=0o700, parents=True)
    try:
        return name, list(_kept(files, folder))
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise


def paths_of(name: str, files: Iterable[dict[str, str]]) -> list[Path]:
    """The files of a load. Raises UploadError when one is gone."""
    paths = [folder_of(name) / "files" / file["kept"] for file in files]
    if any(not path.is_file() for path in paths):
        raise UploadError("The files of this load are no longer kept: bring them again.")
    return paths


def forget(name: str) -> None:
    """Remove the files of a load, and what was made of them on the way."""
    if re.fullmatch(r"[0-9a-f]{16}", name):
        shutil.rmtree(folder_of(name), ignore_errors=True)


def take_from_drop(files: Iterable[dict[str, object]]) -> None:
    """Remove from the drop folder those files that were loaded, where they are still the same."""
    known = {str(file["name"]): file["sha256"] for file in files}
    for dropped in in_drop():
        if dropped.name in known:
            with dropped.path.open("rb") as file:
                same = hashlib.file_digest(file, "sha256").hexdigest() == known[dropped.name]
            if same:
                dropped.path.unlink()


def cleaned(name: str) -> str:
    """A name of ours for a file: the letters, digits and dashes of its own, which say what some formats hold."""
    stem, ending = os.path.splitext(name.replace("\\", "/").rpartition("/")[2])
    plain = re.sub(r"[^a-z0-9_-]+", "_", stem.lower()).strip("_-")[:80]
    return f"{plain or 'file'}{ending.lower()}"


def _refusal(files: Sequence[Brought]) -> str:
    """Why they cannot be taken; empty where they can."""
    if not files:
        return "Choose at least one file."
    if len(files) > MOST_FILES:
        return f"These are {len(files)} files: bring at most {MOST_FILES} together."
    if why := next((why for file in files if (why := _of_one(file))), ""):
        return why
    if sum(file.size or 0 for file in files) > MOST_TOGETHER:
        return f"The files are larger than {MOST_TOGETHER // 1_000_000_000} GB together: bring fewer."
    names = [cleaned(file.name or "") for file in files]
    twice = sorted({name for name in names if names.count(name) > 1})
    return f"Two files are called {twice[0]}: rename one." if twice else ""


def _of_one(file: Brought) -> str:
    if Path(file.name or "").suffix.lower() not in ENDINGS:
        return f"{file.name} is of no kind that can be read: bring files that end in {', '.join(sorted(ENDINGS))}."
    if (file.size or 0) > MOST_BYTES:
        return f"{file.name} is larger than {MOST_BYTES // 1_000_000} MB: split the extract, by year for example."
    return ""


def _kept(files: Sequence[Brought], folder: Path) -> Iterator[dict[str, object]]:
    home = folder / "files"
    home.mkdir(mode=0o700)
    together = 0
    for file in files:
        path = home / cleaned(file.name or "")
        digest, size = hashlib.sha256(), 0
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as kept:
            for part in file.chunks():
                size, together = size + len(part), together + len(part)
                if size > MOST_BYTES or together > MOST_TOGETHER:  # a browser may say less than it sends
                    raise UploadError(f"{file.name} is larger than it said: bring it again.")
                digest.update(part)
                kept.write(part)
        yield {"name": (file.name or "")[:200], "kept": path.name, "size": size, "sha256": digest.hexdigest()}
