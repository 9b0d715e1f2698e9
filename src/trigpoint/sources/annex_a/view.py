"""The lists of one authority as their record tables need them: rows by list, and what several tables stand on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cached_property

from trigpoint.sources.annex_a.rows import ListRows, Row
from trigpoint.sources.ssda903.care import Names


class View:
    """Rows of the lists, in an order that does not depend on that of the file, so that ids stay as they are."""

    def __init__(self, lists: Mapping[int, ListRows]) -> None:
        self.lists = lists
        self._rows = {number: sorted(one.rows, key=_order) for number, one in lists.items()}

    def rows(self, number: int) -> list[Row]:
        """Rows of a list by child and content; none when the list is not there."""
        return self._rows.get(number, [])

    def every(self, *numbers: int) -> Iterator[Row]:
        """Rows of several lists, list by list."""
        for number in numbers:
            yield from self.rows(number)

    @cached_property
    def referrals(self) -> list[Row]:
        """Rows of list 3 and list 6 with an `id`; of one child and day they are one."""
        names, found = Names(), list[Row]()
        waiting: dict[tuple[str, date | None], list[Row]] = {}
        for row in self.rows(3):
            one = {**row, "id": names.name(row["child"], "referral", row["referred_on"])}
            found.append(one)
            waiting.setdefault((row["child"], row["referred_on"]), []).append(one)
        for row in self.rows(6):
            need = {name: row[name] for name in ("need", "closed_on", "closure", "team", "worker")}
            same = waiting.get((row["child"], row["start_on"]))
            if same:
                one = same.pop(0)
                one |= {name: value for name, value in need.items() if one.get(name) is None}
            else:
                identity = names.name(row["child"], "referral", row["start_on"])
                found.append({"child": row["child"], "referred_on": row["start_on"], "id": identity, **need})
        return found

    @cached_property
    def _by_child(self) -> dict[str, list[Row]]:
        by_child: dict[str, list[Row]] = {}
        for row in sorted((r for r in self.referrals if r["referred_on"]), key=lambda r: (r["referred_on"], r["id"])):
            by_child.setdefault(row["child"], []).append(row)
        return by_child

    def referral_on(self, child: str, day: date | None) -> str | None:
        """Id of the child's referral that was open on a day; of several the one that came last."""
        if day is None:
            return None
        begun = [row for row in self._by_child.get(child, []) if row["referred_on"] <= day]
        still = [row for row in begun if (row.get("closed_on") or date.max) >= day]
        return still[-1]["id"] if still else None

    @cached_property
    def assessments(self) -> list[Row]:
        """Rows of list 4, each with an `id` and the `referral` it belongs to."""
        names = Names()
        return [
            {
                **row,
                "id": names.name(row["child"], "assessment", row["start_on"]),
                "referral": self.referral_on(row["child"], row["start_on"] or row["authorised_on"]),
            }
            for row in self.rows(4)
        ]

    @cached_property
    def plans(self) -> list[Row]:
        """Rows of list 7, each with an `id`."""
        names = Names()
        return [{**row, "id": names.name(row["child"], "plan", row["start_on"])} for row in self.rows(7)]

    @cached_property
    def enquiries(self) -> list[Row]:
        """Rows of list 5, each with an `id`."""
        names = Names()
        return [{**row, "id": names.name(row["child"], "enquiry", row["start_on"])} for row in self.rows(5)]

    @cached_property
    def conferences(self) -> list[Row]:
        """The conferences that list 5 tells of, each once, with the last enquiry before it and the plan it began."""
        names, found = Names(), dict[tuple[str, date], Row]()
        begun = {(plan["child"], plan["start_on"]): plan["id"] for plan in self.plans}
        for row in sorted(self.enquiries, key=lambda row: row["start_on"] or date.min):
            if row["icpc_on"]:  # of several rows the last enquiry tells
                key = row["child"], row["icpc_on"]
                found[key] = {
                    **row,
                    "enquiry": row["id"] if row["start_on"] else None,
                    "plan": begun.get(key) if row["plan_made"] != "N" else None,
                }
        return [{**row, "id": names.name(child, "conference", day)} for (child, day), row in sorted(found.items())]

    @cached_property
    def care(self) -> list[Row]:
        """Rows of list 8, each with the `id` of its period of care, and that of its placement as `placement_id`."""
        names = Names()
        return [
            {
                **row,
                "id": names.name(row["child"], "care", row["start_on"]),
                "placement_id": names.name(row["child"], "place", row["placed_on"]),
            }
            for row in self.rows(8)
        ]


def _order(row: Row) -> tuple[str, ...]:
    return tuple(["" if value is None else str(value) for key, value in row.items() if key != "row"])
