"""A backup: one archive of database, store and files, every part with its hash; and back."""

from __future__ import annotations

import hashlib
import hmac
import io
import json
import os
import re
import tarfile
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath
from typing import IO, Any

from trigpoint.store import Store, StoreError
from trigpoint.web.administration.dump import DumpError, dump, has_tables, load
from trigpoint.web.environment import Environment
from trigpoint.web.weak import sqlite_file

MANIFEST = "manifest.json"
_ENDING = ".trigpoint-backup.tar"
_LEFT_OUT = ("writer.lock", "worker.lock", "secret", "trial-password")
_DUMP = "database"
_MADE = "%Y%m%dT%H%M%SZ"
_NAME = re.compile(rf"\d{{8}}T\d{{6}}Z{re.escape(_ENDING)}")
_SCRATCH = "scratch-"


class BackupError(RuntimeError):
    """Why there is no backup, or why one is not restored: a sentence."""


@dataclass(frozen=True)
class Checked:
    """A backup whose every part is as it was written: when it was made, how many parts, how large they are."""

    path: Path
    made: datetime
    parts: int
    size: int


def back_up(told: Environment, folder: Path, engine: str) -> Checked:
    """Write a backup into a folder, check it, and only then give it its name. Raises BackupError.

    Nobody loads meanwhile: the store is locked. Keys are left out, for whoever has both can read who was looked at.
    """
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    made = datetime.now(UTC)
    path = folder / f"{made.strftime(_MADE)}{_ENDING}"
    aside = path.with_suffix(".part")
    try:
        with Store(told.store).writing(), tempfile.TemporaryDirectory(prefix=_SCRATCH, dir=folder) as scratch:
            database = Path(scratch) / _DUMP
            dump(database)
            _write(aside, told, database, {"made": made.isoformat(), "engine": engine, "key": fingerprint(told)})
        checked = check(aside)
        os.replace(aside, path)
    except (OSError, StoreError, DumpError, tarfile.TarError) as error:
        raise BackupError(f"No backup was made: {error}") from error
    finally:
        aside.unlink(missing_ok=True)
    return Checked(path, checked.made, checked.parts, checked.size)


def check(archive: Path) -> Checked:
    """Read a whole backup and hold every part against its hash. Raises BackupError at the first that differs."""
    manifest, found = _read(archive)
    said: dict[str, dict[str, Any]] = manifest.get("content", {})
    if not said:
        raise BackupError(f"{archive} is no backup of Trigpoint: it has no {MANIFEST}.")
    for name, one in said.items():
        if found.get(name) != one["sha256"]:
            raise BackupError(f"{name} in {archive} is missing or not as it was written: take another backup.")
    if extra := found.keys() - said.keys():
        raise BackupError(f"{archive} holds what was not put there: {sorted(extra)[0]}. Take another backup.")
    size = sum(one["size"] for one in said.values())
    return Checked(archive, datetime.fromisoformat(manifest["made"]), len(said), size)


def restore(archive: Path, told: Environment, engine: str) -> Checked:
    """Put a backup back into a database without tables and folders without files.

    Raises BackupError and changes nothing when the backup is damaged, of another kind of database or made with another
    key, or when something is there already.
    """
    checked = check(archive)
    _may_restore(_read(archive)[0], told, engine)
    homes = {"store": told.store, "data": told.data}
    try:
        with tempfile.TemporaryDirectory() as scratch:
            for name, file in _members(archive):
                home, _, inside = name.partition("/")
                if home in homes and inside:
                    _copy(file, homes[home] / inside)
                elif name == _DUMP:
                    _copy(file, Path(scratch) / _DUMP)
            load(Path(scratch) / _DUMP)
    except (OSError, DumpError) as error:
        raise BackupError(f"The backup could not be put back: {error}") from error
    return checked


def _may_restore(manifest: dict[str, Any], told: Environment, engine: str) -> None:
    """Go on only into an empty place of the same kind with the same key. Raises BackupError."""
    if manifest["engine"] != engine:
        raise BackupError(f"The backup is of {manifest['engine']} and this is {engine}: restore it into the same kind.")
    if manifest["key"] != fingerprint(told):
        raise BackupError("TRIGPOINT_CHILD_KEY is not the one of the backup: the log could not say who saw a child.")
    for place in (told.store, told.data):
        if place.exists() and not all(one.name in _LEFT_OUT or _is_database(one, told) for one in place.iterdir()):
            raise BackupError(f"{place} is not empty: restore into empty folders, then exchange them.")
    if own := sqlite_file(told.database):
        own.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    if has_tables():
        raise BackupError("The database has tables already: restore into an empty one, then exchange them.")


def newest_backup(folder: Path) -> Path | None:
    """The newest backup of a folder; None where there is none."""
    return max(backups(folder), key=made_at, default=None)


def backups(folder: Path) -> list[Path]:
    """The backups of a folder by their names; other files are not ours."""
    return sorted(path for path in folder.glob(f"*{_ENDING}") if _NAME.fullmatch(path.name))


def made_at(backup: Path) -> datetime:
    """When a backup was made, which its name says: a copy would have another time."""
    return datetime.strptime(backup.name.removesuffix(_ENDING), _MADE).replace(tzinfo=UTC)


def unfinished(folder: Path) -> list[Path]:
    """What stands in a folder while a backup is made, and is left when the machine stops meanwhile."""
    aside = (path for path in folder.glob("*.part") if _NAME.fullmatch(path.with_suffix(".tar").name))
    return sorted([*aside, *folder.glob(f"{_SCRATCH}*/{_DUMP}")])


def fingerprint(told: Environment) -> str:
    """What tells one key of children from another, and from which nobody finds the key."""
    return hmac.new(told.child_key.encode(), b"which key is this", hashlib.sha256).hexdigest()[:16]


def _write(archive: Path, told: Environment, database: Path, manifest: dict[str, Any]) -> None:
    """The parts in the order of their names, then what they are."""
    content: dict[str, dict[str, object]] = {}
    handle = os.open(archive, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as file, tarfile.open(fileobj=file, mode="w") as tar:
        for name, path in _parts(told, database):
            with path.open("rb") as part:
                content[name] = {"size": path.stat().st_size, "sha256": _hash(part)}
                part.seek(0)
                info = tar.gettarinfo(name=str(path), arcname=name)
                tar.addfile(info, part)
        text = json.dumps({**manifest, "content": content}, indent=1).encode()
        info = tarfile.TarInfo(MANIFEST)
        info.size = len(text)
        tar.addfile(info, io.BytesIO(text))
        file.flush()
        os.fsync(file.fileno())


def _parts(told: Environment, database: Path) -> Iterator[tuple[str, Path]]:
    yield _DUMP, database
    for home, folder in (("store", told.store), ("data", told.data)):
        for path in sorted(folder.rglob("*")) if folder.is_dir() else ():
            if path.is_file() and not (path.is_symlink() or path.name in _LEFT_OUT or _is_database(path, told)):
                yield f"{home}/{path.relative_to(folder).as_posix()}", path


def _is_database(path: Path, told: Environment) -> bool:
    """Whether a file is SQLite's own, which is backed up by SQLite."""
    own = sqlite_file(told.database)
    return own is not None and path.parent == own.parent and path.name.startswith(own.name)


def _read(archive: Path) -> tuple[dict[str, Any], dict[str, str]]:
    """What a backup says of its parts, and the hash of each as it is."""
    manifest: dict[str, Any] = {}
    found: dict[str, str] = {}
    try:
        for name, file in _members(archive):
            if name == MANIFEST:
                manifest = json.load(file)
            else:
                found[name] = _hash(file)
    except (OSError, ValueError, tarfile.TarError) as error:
        raise BackupError(f"{archive} cannot be read: {error}. Take another backup.") from error
    return manifest, found


def _hash(file: IO[bytes]) -> str:
    made = hashlib.sha256()
    while part := file.read(1 << 20):
        made.update(part)
    return made.hexdigest()


def _members(archive: Path) -> Iterator[tuple[str, IO[bytes]]]:
    """Every part with its plain name, to be read in turn."""
    with tarfile.open(archive) as tar:
        for member in tar:
            file = tar.extractfile(member) if member.isfile() else None
            if file is None or member.name.startswith("/") or ".." in PurePosixPath(member.name).parts:
                raise BackupError(f"{archive} holds {member.name!r}, which no backup of Trigpoint does.")
            yield member.name, file


def _copy(source: IO[bytes], target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    with target.open("xb") as file:
        while part := source.read(1 << 20):
            file.write(part)
