"""Rule 1012. It runs on whichever of the modules a return has, so it asks for Episodes alone."""

from collections.abc import Iterator

from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns import Collection, ReturnRow
from trigpoint.records.returns.ssda903 import AD1, OC2, Episodes, Missing, PlacedAdoption, PrevPerm, Reviews

TOLD_OF_CARE: tuple[type[ReturnRow], ...] = (PlacedAdoption, Missing, Reviews, AD1, PrevPerm, OC2)


def _without_care(collection: Collection) -> Iterator[ReturnRow]:
    for module in TOLD_OF_CARE:
        yield from (row for row in collection.rows(module) if not row.child.rows(Episodes))


rule_1012 = ReturnRule(
    code="1012",
    title="Something is returned about a child who has no episode of care this year",
    mend="return the child's episodes, or take out what is returned about the child",
    source=SOURCE,
    who="performance team",
    lists=Episodes,
    fields=("CHILD",),
    finds=_without_care,
    examples="""
        fails: *PlacedAdoption; *Missing; *Reviews; *AD1; *PrevPerm; *OC2; Episodes child=2
        passes: PlacedAdoption; Missing; Reviews; AD1; PrevPerm; OC2; Episodes
        passes: OC3; UASC; Header; SWEpisodes
    """,
)
