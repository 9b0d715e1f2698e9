"""Whether children took part in their reviews (definition 26, settled N22)."""

import ibis
import ibis.expr.types as ir

from trigpoint.engine.care import CHILD
from trigpoint.engine.months import birthday, month_of
from trigpoint.engine.people import people
from trigpoint.engine.records import Records, as_flag, plain
from trigpoint.engine.states import running

TOOK_PART, SILENT, ABSENT, NO_CODE = "Took part", "Attended without speaking", "Did not take part", "No code"
SILENT_OR_NO_CODE = "Attended without speaking at one, no code at another"
SPANS = ("", "_in_quarter", "_in_year_to_date", "_in_12_months")
"""Endings of the columns about the month, the financial quarter, the year to date and the 12 months."""

_WORDS = {TOOK_PART: ("PN1", "PN2", "PN3", "PN5", "PN6"), SILENT: ("PN4",), ABSENT: ("PN7",)}
_BITS = {TOOK_PART: 1, SILENT: 2, ABSENT: 4, NO_CODE: 8}


def with_participation(records: Records, table: ir.Table) -> ir.Table:
    """Reviews with what their `code` says, and whether the child was 4 on the day `held_on`."""
    known = [(table.code.isin(codes), word) for word, codes in _WORDS.items()]
    nothing = ibis.null("string")
    coded = ibis.cases(*known, else_=nothing)
    is_under_4 = (table.code == "PN0").fill_null(False)
    born = records.shared("people", people).select(*CHILD, "born_on")
    table = table.mutate(
        participation=ibis.cases((is_under_4, nothing), else_=coded.fill_null(NO_CODE)),
        participation_coded=coded,
        is_code_for_under_4=as_flag(is_under_4),
    )
    table = table.left_join(born, list(CHILD)).pipe(plain)
    is_4 = as_flag(birthday(table.born_on, 4) <= table.held_on)
    unknown = table.born_on.isnull() | table.held_on.isnull()
    return table.mutate(is_4_or_over=ibis.cases((unknown, ibis.null("int64")), else_=is_4)).drop("born_on")


def participation_line(reviews: ir.Table) -> ir.Table:
    """What a child's reviews of the month, quarter, year to date and 12 months say together, as a line.

    `reviews` has `authority, child, held_on, participation`; each span has a number of its own, for `said`: which of
    the words of `_BITS` were said.
    """
    names = {f"{word}{span}": (word, span) for span in SPANS for word in _BITS}
    month = month_of(reviews.held_on)
    parts = []
    for span, end in zip(SPANS, _ends(month), strict=True):
        for when, step in ((month, 1), (end, -1)):
            is_so = {
                name: as_flag(reviews.participation == word) * step if of == span else ibis.literal(0, "int64")
                for name, (word, of) in names.items()
            }
            parts.append(reviews.select(*CHILD, month=when, **is_so))
    line = running(ibis.union(*parts), CHILD, list(names))
    found = {f"said{span}": sum(as_flag(line[f"{w}{span}"] > 0) * bit for w, bit in _BITS.items()) for span in SPANS}
    return line.select(*CHILD, "from_month", "to_month", **found)


def _ends(month: ir.IntegerValue) -> list[ir.IntegerValue]:
    """The first month that no longer holds a review of this month: of each span."""
    into_year = (month + 9) % 12
    return [
        (month + 1).cast("int64"),
        (month - into_year % 3 + 3).cast("int64"),
        (month - into_year + 12).cast("int64"),
        (month + 12).cast("int64"),
    ]


def said(table: ir.Table) -> dict[str, ir.Value]:
    """The columns of a table with a participation line: `participation`, `participation_coded` (reviews without a code
    left out) and `is_held`, with each span's ending."""
    return {name: column for span in SPANS for name, column in _said(table[f"said{span}"], span).items()}


def _said(number: ir.IntegerValue, span: str) -> dict[str, ir.Value]:
    took_part, silent, absent, no_code = (number.isin([n for n in range(16) if n & bit]) for bit in _BITS.values())
    nothing = ibis.null("string")
    return {
        f"participation{span}": ibis.cases(
            (absent, ABSENT),
            (silent & no_code, SILENT_OR_NO_CODE),
            (silent, SILENT),
            (no_code, NO_CODE),
            (took_part, TOOK_PART),
            else_=nothing,
        ),
        f"participation_coded{span}": ibis.cases(
            (absent, ABSENT), (silent, SILENT), (took_part, TOOK_PART), else_=nothing
        ),
        f"is_held{span}": as_flag(number > 0),
    }
