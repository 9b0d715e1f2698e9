"""Writes the pages of the manual that come from declarations. `--check` changes nothing and names those out of date."""

from __future__ import annotations

import sys
from pathlib import Path

from _generate import commands, measures, record_rules, records, results, rules

DOCS = Path(__file__).parent
GENERATED_FOLDER = DOCS / "measures"


def wanted() -> dict[Path, str]:
    """Every generated page with the text it should have."""
    declared = [*measures.pages(), *records.pages(), *rules.pages(), *record_rules.pages()]
    found = [*declared, *commands.pages(), *results.pages(DOCS.parent)]
    return {DOCS / name: text for name, text in found}


def out_of_date(pages: dict[Path, str]) -> list[Path]:
    """Pages that are missing, differ, or belong to a measure that is gone."""
    gone = set(GENERATED_FOLDER.glob("*.md")) - set(pages)
    changed = {path for path, text in pages.items() if not path.exists() or path.read_text(encoding="utf-8") != text}
    return sorted(gone | changed)


def main(arguments: list[str]) -> int:
    """0 when every page is as it should be, or was made so; 1 when `--check` finds one that is not."""
    pages = wanted()
    stale = out_of_date(pages)
    if "--check" in arguments:
        for path in stale:
            sys.stderr.write(f"{path.relative_to(DOCS.parent)} is out of date: run `make fix` and commit it.\n")
        return 1 if stale else 0
    for path in stale:
        if path not in pages:
            path.unlink()
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(pages[path], encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
