"""What tests of several formats ask of a file: its parts, its text once printed, and that nothing foreign is inside."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import datetime
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

_NEVER_SAID = {"look", "kind", "shape", "tone", "arrow", "href", "file", "size", "trace", "swatch", "unit", "picture",
               "year", "fold", "title_shown", "label_shown", "text_of"}  # fmt: skip


def said(thing: object) -> Iterator[str]:
    """Every text that a block says, found by looking at all its fields."""
    if isinstance(thing, str):
        if thing:
            yield thing
    elif isinstance(thing, tuple):
        for each in thing:
            yield from said(each)
    elif is_dataclass(thing):
        for field in fields(thing):
            if field.name not in _NEVER_SAID:
                yield from said(getattr(thing, field.name))


def parts(office: bytes) -> Iterator[tuple[str, bytes]]:
    """Every member of a zipped file and of those inside it, with its name and content."""
    with ZipFile(BytesIO(office)) as opened:
        for member in opened.infolist():
            assert member.date_time == (1980, 1, 1, 0, 0, 0), f"{member.filename} tells when it was made"
            content = opened.read(member)
            yield member.filename, content
            if content.startswith(b"PK\x03\x04"):
                yield from parts(content)


def assert_nothing_foreign(path: Path) -> None:
    """No path of this machine, no name of its user, no hour of today stands anywhere in the file."""
    today = datetime.now().astimezone()
    foreign = {str(path.parent), str(Path.cwd()), str(Path.home()), "/tmp/", "python-docx", "python-pptx", "Macintosh"}
    foreign |= {f"{today:%Y-%m-%dT%H:}"} if today.hour else set()  # a report's own day is stamped at midnight
    for name, content in parts(path.read_bytes()):
        found = [each for each in foreign if len(each) > 1 and each.encode() in content]
        assert not found, f"{name} holds {found}"


def printed(path: Path, out: Path) -> list[str]:
    """The text of each page as LibreOffice prints it; skips where it is missing, but never in CI."""
    for tool, package in (("soffice", "libreoffice"), ("pdftotext", "poppler-utils")):
        if shutil.which(tool) is None:
            message = f"{tool} is missing: apt-get install --no-install-recommends {package}"
            pytest.fail(message) if os.environ.get("CI") else pytest.skip(message)
    home = (out / "office").as_uri()
    convert = ["soffice", f"-env:UserInstallation={home}", "--headless", "--convert-to", "pdf", "--outdir", str(out)]
    subprocess.run([*convert, str(path)], check=True, capture_output=True, timeout=240)
    pdf = out / f"{path.stem}.pdf"
    text = subprocess.run(["pdftotext", "-layout", str(pdf), "-"], check=True, capture_output=True, text=True).stdout
    return text.split("\f")[:-1]


def figures(text: str) -> list[str]:
    """Every percentage in a text, sorted."""
    return sorted(re.findall(r"\d[\d,.]*%", text))
