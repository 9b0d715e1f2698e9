"""The loads of a store."""

from pathlib import Path

from trigpoint.store import Store


def snapshots(store: Path) -> list[tuple[str, ...]]:
    """A heading and one row per snapshot, oldest first: id, as-at date, when, files, rows, hash."""
    rows: list[tuple[str, ...]] = [("id", "as at", "created", "files", "rows", "hash")]
    for found in Store(store).snapshots():
        said = found.manifest
        count = sum(table["loaded"] for table in said["rows"].values())
        number, _, digest = found.id.partition("-")
        rows.append(
            (
                found.id,
                said["as_at"],
                str(said["created"])[:19],
                str(len(said["files"])),
                f"{count:,}",
                digest or number,
            )
        )
    return rows
