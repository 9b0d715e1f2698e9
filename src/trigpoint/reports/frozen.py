"""Rewrites an Office file so that nothing of its making is left: no clock, no program, no other English than ours."""

from __future__ import annotations

import re
from datetime import date, datetime, time
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from trigpoint.reports.report import Report

_NEVER = (1980, 1, 1, 0, 0, 0)  # the earliest date that a zip can hold
_STAMPED = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*(</dcterms:)")
_PROGRAM = (  # instead of the one that made the library's template
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Properties xmlns="http://schemas.openxmlformats.org/'
    b'officeDocument/2006/extended-properties"><Application>Trigpoint</Application></Properties>'
)


def frozen(office: bytes, day: str) -> bytes:
    """The file with every member dated alike, so that the same report gives the same bytes.

    Workbooks inside it, which the library dates by the clock, get `day`; so does what it says of itself.
    """
    out = BytesIO()
    with ZipFile(BytesIO(office)) as given, ZipFile(out, "w", ZIP_DEFLATED) as made:
        for name in given.namelist():
            member = ZipInfo(name, _NEVER)
            member.compress_type = ZIP_DEFLATED
            content = given.read(name)
            if name.endswith(".xlsx"):
                content = frozen(content, day)
            elif name == "docProps/core.xml":
                content = _STAMPED.sub(rb"\g<1>" + f"{day}T00:00:00Z".encode() + rb"\g<2>", content)
            elif name == "docProps/app.xml":
                content = _PROGRAM
            if name.endswith(".xml"):
                content = content.replace(b'lang="en-US"', b'lang="en-GB"')
            made.writestr(member, content)
    return out.getvalue()


def day_of(report: Report) -> str:
    """The day that stands in a file's properties: the last one that the report speaks of, as 2026-12-31."""
    days = [line.now.end for line in report.lines if line.history]
    return max(days).isoformat() if days else "2000-01-01"


def describe(properties: Any, report: Report) -> None:
    """What an Office file says of itself; `properties` are the library's core properties of a document or a deck."""
    stamp = report.stamp
    properties.title = f"{report.title}, {stamp.period}"
    properties.subject = stamp.authority
    properties.author = properties.last_modified_by = "Trigpoint"
    properties.keywords = f"snapshot {stamp.snapshot}; definitions {stamp.definitions}"
    properties.comments, properties.category = "", stamp.handling
    properties.language, properties.revision = "en-GB", 1
    properties.created = properties.modified = datetime.combine(date.fromisoformat(day_of(report)), time())
