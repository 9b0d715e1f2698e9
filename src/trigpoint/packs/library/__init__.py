"""The packs that come with Trigpoint, and the target sets that they are judged by."""

from importlib.resources import files
from pathlib import Path

_HERE = Path(str(files("trigpoint.packs.library")))


def pack_names() -> list[str]:
    """Names of the packs, in alphabetical order."""
    return sorted(path.stem for path in _HERE.glob("*.toml"))


def pack_file(name: str) -> Path | None:
    """The file of a pack of ours."""
    return _HERE / f"{name}.toml" if name in pack_names() else None


def target_file(target_set: str) -> Path | None:
    """The file of a target set of ours; what a council has loaded into its store comes before it."""
    path = _HERE / "targets" / f"{target_set}.toml"
    return path if path.is_file() and path.parent == _HERE / "targets" else None
