"""Published files as answers: the right type, shown or saved, and nothing in them may load from elsewhere."""

from __future__ import annotations

from pathlib import PurePosixPath

from django.http import HttpResponse

_TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".pdf": "application/pdf",
    ".csv": "text/csv; charset=utf-8",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".ods": "application/vnd.oasis.opendocument.spreadsheet",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    ".json": "application/json",
    ".parquet": "application/vnd.apache.parquet",
}
_SHOWN = {".html", ".css", ".svg", ".png", ".pdf"}


def served(name: str, content: bytes, *, save: bool = False) -> HttpResponse:
    """A file as an answer; what a browser cannot show, or may not, is saved under its name."""
    plain = PurePosixPath(name).name
    ending = PurePosixPath(plain).suffix.lower()
    answer = HttpResponse(content, content_type=_TYPES.get(ending, "application/octet-stream"))
    how = "inline" if ending in _SHOWN and not save else "attachment"
    answer["Content-Disposition"] = f'{how}; filename="{plain}"'
    return answer
