"""Commentary as an entry of the store, and back: one row a comment and one a trend that a person set."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

import pyarrow as pa

from trigpoint.packs.commentary import Action, Comment, PackCommentary, TrendSet

_ACTION = pa.struct([pa.field(name, pa.string()) for name in ("text", "owner", "by")])
_COMMENT, _TREND = "comment", "trend"
_TEXTS = ("happened", "why", "back_on_target", "signed")
_FIELDS: list[pa.Field[Any]] = [
    pa.field("pack", pa.string(), nullable=False),
    pa.field("period", pa.date32(), nullable=False),
    pa.field("kind", pa.string(), nullable=False),
    pa.field("pages", pa.list_(pa.string()), nullable=False),
    *(pa.field(name, pa.string()) for name in _TEXTS),
    pa.field("actions", pa.list_(_ACTION)),
    *(pa.field(name, pa.string()) for name in ("word", "by", "reason")),
    pa.field("on", pa.date32()),
]
SCHEMA = pa.schema(_FIELDS)


def to_table(said: PackCommentary) -> pa.Table:
    """Commentary as a table for an entry of kind `commentary`."""
    about = {"pack": said.pack, "period": said.period}
    rows: list[dict[str, Any]] = [about | _row(comment) for comment in said.comments]
    rows += [about | vars(trend) | {"kind": _TREND, "pages": [trend.page]} for trend in said.trends]
    return pa.Table.from_pylist(rows, schema=SCHEMA)


def from_table(table: pa.Table) -> PackCommentary:
    """The commentary of an entry."""
    rows = table.to_pylist()
    return PackCommentary(
        pack=rows[0]["pack"],
        period=rows[0]["period"],
        comments=tuple(_comment(row) for row in rows if row["kind"] == _COMMENT),
        trends=tuple(_trend(row) for row in rows if row["kind"] == _TREND),
    )


def newest(tables: Sequence[pa.Table], pack: str, period: date) -> PackCommentary:
    """The commentary of a pack and period from the newest of the entries' tables (oldest first); empty without one."""
    for table in reversed(tables):
        found = from_table(table)
        if (found.pack, found.period) == (pack, period):
            return found
    return PackCommentary(pack=pack, period=period)


def _row(comment: Comment) -> dict[str, Any]:
    lists = {"pages": list(comment.pages), "actions": [vars(action) for action in comment.actions]}
    return vars(comment) | lists | {"kind": _COMMENT}


def _comment(row: dict[str, Any]) -> Comment:
    actions = tuple(Action(**action) for action in row["actions"])
    return Comment(pages=tuple(row["pages"]), actions=actions, **{name: row[name] for name in _TEXTS})


def _trend(row: dict[str, Any]) -> TrendSet:
    return TrendSet(page=row["pages"][0], **{name: row[name] for name in ("word", "by", "reason", "on")})
