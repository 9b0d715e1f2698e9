"""The published library: every pack ever published, the hashes of its files, what replaced it, what was taken back."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path, PurePosixPath

from trigpoint.store import Release, Store, StoreError
from trigpoint.tasks.publish_month import PACKS
from trigpoint.tasks.retractions import Retraction, retractions


@dataclass(frozen=True)
class PublishedFile:
    """A file by its name in the release, its size in bytes, and the SHA-256 it was published with."""

    name: str
    size: int
    sha256: str

    @property
    def short(self) -> str:
        """Its name inside its pack."""
        return "/".join(PurePosixPath(self.name).parts[3:]) or PurePosixPath(self.name).name

    @property
    def form(self) -> str:
        """Its format, by ending."""
        return PurePosixPath(self.name).suffix.removeprefix(".").lower()


@dataclass(frozen=True)
class PublishedPack:
    """A pack for an audience: its files, and the one to open first."""

    pack: str
    title: str
    audience: str
    files: tuple[PublishedFile, ...]

    @property
    def first(self) -> PublishedFile | None:
        """The page that a reader begins with: the index, or the only page there is."""
        pages = [file for file in self.files if file.form == "html"]
        return next((page for page in pages if page.short == "index.html"), pages[0] if pages else None)

    @property
    def downloads(self) -> list[PublishedFile]:
        """The whole pack as one file, in each format it was written in."""
        whole = [file for file in self.files if file.short == f"{self.pack}.{file.form}"]
        return sorted(whole, key=lambda file: file.form)


@dataclass(frozen=True)
class Published:
    """A release with packs. `replaced_by` is the release that took its place; `retracted` says why it was taken back.

    `people` says by role who had which part; `because` why it took the place of those it `replaces`.
    """

    release: str
    title: str
    month: date
    created: datetime
    as_at: str
    snapshot: str
    packs: tuple[PublishedPack, ...]
    people: dict[str, list[str]]
    replaces: tuple[str, ...]
    because: str
    replaced_by: str
    retracted: Retraction | None

    @property
    def audiences(self) -> frozenset[str]:
        """For whom it has a pack."""
        return frozenset(pack.audience for pack in self.packs)

    def seen_by(self, audiences: frozenset[str]) -> list[PublishedPack]:
        """Its packs for some audiences."""
        return [pack for pack in self.packs if pack.audience in audiences]


def shelf(store: Path) -> list[Published]:
    """Every release with packs, newest first. Raises StoreError."""
    taken_back = retractions(store)
    found = [one for one in Store(store).releases() if one.manifest.get("packs")]
    later: dict[str, str] = {}
    for release in found:
        for replaced in release.manifest["replaces"].get("releases", ()):
            later.setdefault(replaced, release.id)
    return [_published(one, later.get(one.id, ""), taken_back.get(one.id)) for one in reversed(found)]


def on_shelf(store: Path, release: str) -> Published | None:
    """The release of this id, where it has packs."""
    return next((one for one in shelf(store) if one.release == release), None)


def read_published(store: Path, file: PublishedFile, release: str) -> bytes:
    """A published file, as it was published. Raises StoreError where its bytes are others now."""
    path = Store(store).release(release).path / file.name
    try:
        content = path.read_bytes()
    except OSError:
        content = b""
    if hashlib.sha256(content).hexdigest() != file.sha256:
        raise StoreError(f"{file.name} of release {release} is not as it was published: put it back from a backup.")
    return content


def changed_files(store: Path, release: str) -> list[str]:
    """Files of a release that are no longer as they were published."""
    return Store(store).release(release).changed()


def _published(release: Release, replaced_by: str, retracted: Retraction | None) -> Published:
    said = release.manifest
    return Published(
        release=release.id,
        title=said["title"],
        month=date.fromisoformat(said["month"]),
        created=datetime.fromisoformat(said["created"]),
        as_at=said["as_at"],
        snapshot=said["snapshot"],
        packs=tuple(_packs(release)),
        people={name: list(titles) for name, titles in said["people"].items()},
        replaces=tuple(said["replaces"].get("releases", ())),
        because=said["replaces"].get("why", ""),
        replaced_by=replaced_by,
        retracted=retracted,
    )


def _packs(release: Release) -> Iterator[PublishedPack]:
    content = release.manifest["content"]
    for one in release.manifest["packs"]:
        home = f"{PACKS}/{one['audience']}/{one['pack']}/"
        files = tuple(
            PublishedFile(name, said["size"], said["sha256"])
            for name, said in sorted(content.items())
            if name.startswith(home)
        )
        yield PublishedPack(one["pack"], one["title"], one["audience"], files)
