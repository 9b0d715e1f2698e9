"""Decisions, matches and orders towards permanence: AD1, PlacedAdoption, and the episodes that ended in an order."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import takewhile, zip_longest
from typing import Any

from trigpoint.sources.ssda903.care import Care, Names, Row
from trigpoint.sources.ssda903.children import YES_NO
from trigpoint.sources.ssda903.view import View

ADOPTION = "Adoption"
ADOPTED = {"E11", "E12"}
"""Reasons with which an episode ends in an adoption order."""
ORDERS = {
    "E41": "Child arrangements order",
    **dict.fromkeys(("E43", "E44", "E45", "E46", "E47", "E48"), "Special guardianship order"),
}
"""Reasons with which it ends in another order, and the order."""
_WITH_ADOPTERS = {"A3", "A4", "A5", "A6"}


def permanence(view: View) -> Iterator[Row]:
    """A row for each way towards adoption, and one for each other order that ended care."""
    names = Names()
    decided, matched = (_by_child(view.rows(m), d) for m, d in (("PlacedAdoption", "DATE_PLACED"), ("AD1", "DATE_INT")))
    for child in dict.fromkeys([*decided, *matched, *view.cares]):
        care = view.cares.get(child) or Care(child, [])
        adopted = [row for row in care.episodes if row["REC"] in ADOPTED]
        # the newest decision belongs to the newest match and the newest order: older decisions were reversed
        newest = [rows[::-1] for rows in (decided.get(child, []), matched.get(child, []), adopted)]
        ways: Iterator[Any] = zip_longest(*newest, fillvalue={})
        newest_first = [_way(care, names, *way, newest=not place) for place, way in enumerate(ways)]
        yield from reversed(newest_first)
        for row in care.episodes:
            if row["REC"] in ORDERS:
                yield {**_order(care, row, ORDERS[row["REC"]]), "perm_table_id": _name(names, care, row["DEC"])}


def _by_child(rows: list[Row], column: str) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = {}
    for row in sorted(rows, key=lambda row: (row[column] or date.min, row["place"])):
        found.setdefault(row["CHILD"], []).append(row)
    return found


def _name(names: Names, care: Care, day: date | None) -> str:
    return names.name(care.child, "permanence", day)


def _way(care: Care, names: Names, decision: Row, match: Row, order: Row, *, newest: bool) -> Row:
    decided = decision.get("DATE_PLACED") or match.get("DATE_INT")
    period = care.period_on(order.get("DEC") or decided)
    carer = match.get("FOSTER_CARE")
    return {
        "perm_table_id": _name(names, care, decided or order.get("DEC")),
        "perm_person_id": care.child,
        "perm_cla_id": period.id if period else None,
        "perm_adm_decision_date": decided,
        "perm_matched_date": match.get("DATE_MATCH"),
        "perm_adopter_sex": match.get("SEX_ADOPTR"),
        "perm_adopter_legal_status": match.get("LS_ADOPTR"),
        "perm_number_of_adopters": match.get("NB_ADOPTR"),
        "perm_adopted_by_carer_flag": YES_NO.get(carer, carer) if carer else None,
        "perm_placed_for_adoption_date": _placed(care, order) if order or newest else None,
        "perm_decision_reversed_date": decision.get("DATE_PLACED_CEASED"),
        "perm_decision_reversed_reason": decision.get("REASON_PLACED_CEASED"),
        **(_order(care, order, ADOPTION) if order else {}),
    }


def _order(care: Care, row: Row, kind: str) -> Row:
    period = care.period_on(row["DEC"])
    return {
        "perm_person_id": care.child,
        "perm_cla_id": period.id if period else None,
        "perm_permanence_order_date": row["DEC"],
        "perm_permanence_order_type": kind,
    }


def _placed(care: Care, order: Row) -> date | None:
    """Start of the last unbroken stay with adopters, up to the order when there is one."""
    until = (order.get("DECOM") or date.max, order.get("place", 0))
    before = [row for row in care.episodes if row["DECOM"] and (row["DECOM"] < until[0] or row["place"] == until[1])]
    stay = list(takewhile(lambda row: row["PLACE"] in _WITH_ADOPTERS, reversed(before)))
    return stay[-1]["DECOM"] if stay else None
