"""Writes a bill of materials from the lock file, as CycloneDX 1.6: the same bytes each time."""

from __future__ import annotations

import json
import re
import sys
import tomllib
import uuid
from pathlib import Path
from typing import Any

HOME = Path(__file__).resolve().parent.parent
_NAME = re.compile(
    r"^(?P<name>[A-Za-z0-9._-]+)(?:\[[^]]*\])?==(?P<version>[^ ;\\]+)(?:\s*;\s*(?P<marker>[^\\]+?))?\s*\\?$"
)
_HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})")


def components(lock: str) -> list[dict[str, Any]]:
    """Every package of a lock file: name, version, when it is needed, and the hashes of its files."""
    found: list[dict[str, Any]] = []
    for line in lock.splitlines():
        if begun := _NAME.match(line):
            purl = f"pkg:pypi/{re.sub(r'[-_.]+', '-', begun['name']).lower()}@{begun['version']}"
            one: dict[str, Any] = {
                "type": "library",
                "bom-ref": purl,
                "name": begun["name"],
                "version": begun["version"],
                "purl": purl,
                "hashes": [],
            }
            if begun["marker"]:
                one["properties"] = [{"name": "trigpoint:marker", "value": begun["marker"]}]
            found.append(one)
        elif found and (said := _HASH.search(line)):
            found[-1]["hashes"].append({"alg": "SHA-256", "content": said[1]})
    return found


def bill(lock: Path, project: Path) -> dict[str, Any]:
    """The bill of materials of the project that a lock file is of."""
    own = tomllib.loads(project.read_text(encoding="utf-8"))["project"]
    text = lock.read_text(encoding="utf-8")
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, text)}",
        "version": 1,
        "metadata": {
            "component": {
                "type": "application",
                "bom-ref": own["name"],
                "name": own["name"],
                "version": own["version"],
                "licenses": [{"license": {"id": own["license"]}}],
            }
        },
        "components": components(text),
    }


if __name__ == "__main__":
    json.dump(bill(HOME / "requirements" / "base.txt", HOME / "pyproject.toml"), sys.stdout, indent=1)
    sys.stdout.write("\n")
