"""Files that are whole or absent: written under a temporary name, sent to the disk, then given their name."""

from __future__ import annotations

import io
import os
import secrets
import shutil
from contextlib import suppress
from pathlib import Path
from typing import Any

TEMPORARY = ".tmp-"
"""Whatever bears a name that begins so may be swept by the next writer."""


class NewFile(io.RawIOBase):
    """A file that does not exist yet, written from the beginning; `seal` sends it to the disk."""

    def __init__(self, path: Path) -> None:
        self._handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)

    def writable(self) -> bool:
        return True

    def write(self, data: Any) -> int:
        # os.write may take less than it is given: a short write is not an error until the next one fails.
        left = memoryview(data).cast("B")
        size = left.nbytes
        while left.nbytes:
            left = left[os.write(self._handle, left) :]
        return size

    def seal(self) -> None:
        """Wait until every byte is on the disk, then close."""
        os.fsync(self._handle)
        self.close()

    def close(self) -> None:
        if not self.closed:
            super().close()
            os.close(self._handle)


def temporary(folder: Path, tag: str = "") -> Path:
    """A name in `folder` that nobody else has and that the next writer sweeps."""
    return folder / f"{TEMPORARY}{tag}{os.getpid()}-{secrets.token_hex(4)}"


def write_file(path: Path, data: bytes) -> None:
    """Write a new file and wait for the disk; its name is durable only once its folder is synced."""
    file = NewFile(path)
    try:
        file.write(data)
        file.seal()
    finally:
        file.close()


def settle(path: Path) -> None:
    """Wait until a file's bytes, or a folder's names, are on the disk."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def make_folder(folder: Path) -> None:
    """Make a folder with a durable name, unless it is there."""
    if not folder.is_dir():
        make_folder(folder.parent)
        folder.mkdir(exist_ok=True)
        settle(folder.parent)


def place(temporary_path: Path, final: Path) -> None:
    """Give a finished file or folder its name, durably; when that fails it is gone again."""
    os.rename(temporary_path, final)
    try:
        settle(final.parent)
    except BaseException:
        remove(final)
        raise


def replace_file(path: Path, data: bytes) -> None:
    """Replace a file by rename; when the disk refuses afterwards the old bytes are put back."""
    before = path.read_bytes() if path.exists() else None
    _swap(path, data)
    try:
        settle(path.parent)
    except BaseException:
        with suppress(OSError):
            if before is None:
                path.unlink()
            else:
                _swap(path, before)
        raise


def _swap(path: Path, data: bytes) -> None:
    aside = temporary(path.parent)
    try:
        write_file(aside, data)
        os.replace(aside, path)
    except BaseException:
        with suppress(OSError):
            aside.unlink(missing_ok=True)
        raise


def remove(path: Path) -> None:
    """Take away a file or a whole folder. A name that is shared is freed first, so that nobody sees half of it."""
    if path.is_dir() and not path.name.startswith(TEMPORARY):
        aside = temporary(path.parent)
        os.rename(path, aside)
        path = aside
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
