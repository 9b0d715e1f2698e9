"""Forms of the council's settings, read as the rows that are kept of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from trigpoint.tasks.configure import Row, Setting
from trigpoint.tasks.month_plan import STEPS, USUAL
from trigpoint.tasks.retention import HOLD, PERIODS
from trigpoint.web.administration.granting import day_of, reason_of

CARE_WORDS = (
    ("looked after", "looked after"),
    ("cared for", "cared for"),
    ("in care", "in care"),
    ("", "as each pack and measure says it"),
)
POSITIONS = (
    ("better", "Better than range"),
    ("on target", "On target"),
    ("within", "Within tolerance"),
    ("outside", "Outside tolerance"),
)
"""The positions against a target, with the words that they have without a council's own."""


def settled(setting: Setting, given: Mapping[str, str], now: Sequence[Row], errors: dict[str, str]) -> tuple[Row, ...]:
    """The whole of a setting after the form: what there is, without what it removes, with what it adds."""
    if setting is Setting.WORDS:
        return _words(given, errors)
    if setting is Setting.RETENTION:
        return _periods(given, now, errors)
    if setting is Setting.TIMETABLE:
        return _steps(given, errors)
    if key := given.get("remove", ""):
        return tuple(row for row in now if row.key != key)
    new = _day_row(given, errors) if setting is Setting.CLOSURE_DAYS else _team_row(given, errors)
    return tuple(sorted((*(row for row in now if row.key != new.key), new), key=lambda row: row.key))


def typed(setting: Setting, rows: Sequence[Row]) -> dict[str, str]:
    """What the form shows before anybody typed: for words and periods, as they stand."""
    if setting is Setting.WORDS:
        start = {"care": ""} | {_field(name): words for name, words in POSITIONS}
        return start | {_field(row.key): row.value for row in rows}
    if setting is Setting.RETENTION:
        return {name: str(default) for name, _, default, _, _ in PERIODS} | {row.key: row.value for row in rows}
    if setting is Setting.TIMETABLE:
        return {step: str(day) for step, day in USUAL.items()} | {row.key: row.value for row in rows}
    return {}


def _words(given: Mapping[str, str], errors: dict[str, str]) -> tuple[Row, ...]:
    rows = [Row("care", given.get("care", ""))]
    if rows[0].value not in dict(CARE_WORDS):
        errors["care"] = "Choose one of the four."
    for name, _ in POSITIONS:
        said = given.get(_field(name), "").strip()
        if not 3 <= len(said) <= 30:
            errors[_field(name)] = "Give 3 to 30 letters: they stand in narrow columns."
        rows.append(Row(name, said))
    called = [row.value.lower() for row in rows[1:]]
    if len(set(called)) < len(called):
        errors[_field("outside")] = "Give each position other words: two of them are called the same."
    return tuple(rows)


def _periods(given: Mapping[str, str], now: Sequence[Row], errors: dict[str, str]) -> tuple[Row, ...]:
    """The periods of the form; one that the form does not ask for stays as it is."""
    rows, settled_now = [], {row.key: row for row in now}
    for name, _, _, least, most in PERIODS:
        if name not in given:
            rows += [settled_now[name]] if name in settled_now else []
            continue
        text = given[name].strip()
        if not (text.isascii() and text.isdigit() and least <= int(text) <= most):
            errors[name] = f"Give a whole number from {least} to {most}."
        rows.append(Row(name, text))
    return (*rows, Row(HOLD, "yes")) if given.get(HOLD) == "yes" else tuple(rows)


def _steps(given: Mapping[str, str], errors: dict[str, str]) -> tuple[Row, ...]:
    rows, latest = [], 1
    for step in STEPS:
        text = given.get(step, "").strip()
        if not (text.isascii() and text.isdigit() and 1 <= int(text) <= 60):
            errors[step] = "Give a whole number from 1 to 60."
        elif int(text) < latest:
            errors[step] = f"Give {latest} or more: a step is not due before the one before it."
        else:
            latest = int(text)
        rows.append(Row(step, text))
    return tuple(rows)


def _day_row(given: Mapping[str, str], errors: dict[str, str]) -> Row:
    first = day_of(given.get("starts", ""), "starts", errors)
    last = day_of(given.get("ends", ""), "ends", errors) or first
    if first is None and "starts" not in errors:
        errors["starts"] = "Give the day on which the council is closed."
    if first and last and (last < first or (last - first).days > 31):
        errors["ends"] = "Give a last day from the first on, and within a month of it."
    said = given.get("value", "").strip()
    if not 3 <= len(said) <= 100:
        errors["value"] = "Say what it is, in 3 to 100 letters, such as Christmas closure."
    return Row(f"{first or ''}", said, first, last)


def _team_row(given: Mapping[str, str], errors: dict[str, str]) -> Row:
    name, service = given.get("key", "").strip(), given.get("value", "").strip()
    starts, ends = (day_of(given.get(field, ""), field, errors) for field in ("starts", "ends"))
    if not 1 <= len(name) <= 100:
        errors["key"] = "Give the name of the team as the records write it."
    if len(service) > 100:
        errors["value"] = "Give the name of the service in up to 100 letters."
    if starts and ends and ends < starts:
        errors["ends"] = "Give a last day that is not before the first."
    return Row(name, service, starts, ends)


def _field(name: str) -> str:
    return name.replace(" ", "_")


__all__ = ["CARE_WORDS", "POSITIONS", "reason_of", "settled", "typed"]
