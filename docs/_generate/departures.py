"""What reports do otherwise than the national definition, on the page of a measure."""

from _generate.markdown import table
from trigpoint.measures.departures import DEPARTURES


def departures(measure: str) -> list[str]:
    """The section, or nothing where all do the same."""
    rows = [
        (each.whose, f"{each.otherwise[:1].upper()}{each.otherwise[1:]}.", f"`{each.variant}`" if each.variant else "")
        for each in DEPARTURES.get(measure, ())
    ]
    if not rows:
        return []
    return ["## Where reports differ", "", *table(["Whose", "What is otherwise", "Variant"], rows)]
