"""The description of the feed in the words of OpenAPI 3.1."""

from __future__ import annotations

from importlib.metadata import version
from typing import Any

from trigpoint.tasks.feed import FEED, STATES

_TYPES = {"int64": "integer", "double": "number"}
_ASKED = {
    "measure": "Ids of measures, separated by commas.",
    "period_type": "Period types, separated by commas: month, quarter, ytd, rolling12, ...",
    "audience": "For whom the figures were published: public, panel or internal. A key has one of them.",
    "state": f"What became of the release: {', '.join(STATES)}. Default: current.",
    "since": "Figures of periods that end on or after this day, as 2026-04-01.",
}
_FORMS = {"csv": "text/csv", "json": "application/json", "parquet": "application/vnd.apache.parquet"}


def description(place: str) -> dict[str, Any]:
    """What can be asked and what comes back. It names no figure, so anyone may read it."""
    return {
        "openapi": "3.1.0",
        "info": {
            "title": f"Published figures of {place}",
            "version": version("trigpoint"),
            "description": "Aggregates only, as they were published, small numbers withheld as each audience requires.",
        },
        "paths": {f"/feed/figures.{form}": {"get": _get(form, kind)} for form, kind in _FORMS.items()},
        "components": {
            "securitySchemes": {"key": {"type": "http", "scheme": "bearer"}},
            "schemas": {"Figure": {"type": "object", "properties": _columns()}},
        },
        "security": [{"key": []}],
    }


def _get(form: str, kind: str) -> dict[str, Any]:
    schema: dict[str, Any] = {"type": "string", "format": "binary"}
    if form == "json":
        items = {"type": "array", "items": {"$ref": "#/components/schemas/Figure"}}
        schema = {"type": "object", "properties": {"figures": items}, "required": ["figures"]}
    problem = {"type": "object", "properties": {"error": {"type": "string"}}, "required": ["error"]}
    said = {"content": {"application/json": {"schema": problem}}}
    return {
        "summary": f"Published figures as {form}",
        "operationId": f"figures_{form}",
        "parameters": [
            {"name": name, "in": "query", "required": False, "description": words, "schema": {"type": "string"}}
            for name, words in _ASKED.items()
        ],
        "responses": {
            "200": {"description": "The figures", "content": {kind: {"schema": schema}}},
            "400": {"description": "The question cannot be answered: the sentence says why"} | said,
            "401": {"description": "No key, or one that has ended"} | said,
        },
    }


def _columns() -> dict[str, Any]:
    return {field.name: _column(str(field.type)) for field in FEED}


def _column(kind: str) -> dict[str, Any]:
    if kind.startswith("date"):
        return {"type": ["string", "null"], "format": "date"}
    return {"type": [_TYPES.get(kind, "string"), "null"]}
