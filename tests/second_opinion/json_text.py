"""JSON cells: flags by name, and the factors of an assessment in the forms in which they are exported."""

import json
from typing import Any

YES = ("Y", "YES", "1", "T", "TRUE")
FACTORS_COLUMN = "cinf_assessment_factors_json"


def flags(text: str) -> dict[str, str]:
    """Every key in capitals with its value as text, the empty ones left out; true is Y, false is N."""
    written: Any = json.loads(text) if text else None
    found = {}
    for key, value in (written or {}).items():
        said = "" if value is None else str(value).strip()
        if isinstance(value, bool):
            said = "Y" if value else "N"
        if said:
            found[key.strip().upper()] = said
    return found


def factors(text: str) -> set[str]:
    """Factors, in capitals: a list, codes with a flag each, or text with separators; FACTORS may stand around it."""
    written: Any = json.loads(text) if text else None
    if isinstance(written, dict) and "FACTORS" in written:
        written = written["FACTORS"]
    if isinstance(written, dict):
        written = [code for code, said in written.items() if str(said).upper() in YES]
    if isinstance(written, str):
        written = written.replace(",", ";").split(";")
    return {str(code).strip().upper() for code in written or []} - {""}


def what_is_said(column: str, text: str) -> str:
    """A cell for comparing: JSON written in two ways says the same."""
    if column == FACTORS_COLUMN:
        return ";".join(sorted(factors(text)))
    return str(sorted(flags(text).items())) if column.endswith("_json") and text else text
