"""Rule 601."""

from collections.abc import Iterator

from trigpoint.quality.adopted import is_adoption_of_year, is_complete
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns import Collection, ReturnRow
from trigpoint.records.returns.ssda903 import AD1, Episodes


def _unsaid(collection: Collection) -> Iterator[ReturnRow]:
    for row in collection.rows(Episodes):
        if is_adoption_of_year(row):
            adoptions = row.child.rows(AD1)
            unfinished = [one for one in adoptions if not is_complete(one)]
            if unfinished or not adoptions:
                yield from (row, *unfinished)


rule_601 = ReturnRule(
    code="601",
    title="A child was adopted in the year, but what the return asks about the adoption is not complete",
    mend="record both dates, whether the foster carer adopted, and the adopters' number, sex and legal status",
    source=SOURCE,
    lists=Episodes,
    fields=("REC", "DEC", "DATE_INT", "DATE_MATCH", "FOSTER_CARE", "NB_ADOPTR", "SEX_ADOPTR", "LS_ADOPTR"),
    reads=(AD1,),
    finds=_unsaid,
    examples="""
        fails: *Episodes DEC=01/05/2026 REC=E11; *AD1 DATE_INT=01/02/2026
        fails: Episodes DEC=01/05/2026 REC=E12
        fails: Episodes DEC=31/03/2027 REC=E12; AD1 child=2 DATE_INT=01/02/2026
        fails: *Episodes DEC=01/04/2026 REC=E11; *AD1 DATE_INT=1/2/2026 DATE_MATCH=1/2/2026 FOSTER_CARE=0 NB_ADOPTR=2 SEX_ADOPTR=MF
        passes: Episodes DEC=01/05/2026 REC=E11; AD1 DATE_INT=1/2/2026 DATE_MATCH=1/2/2026 FOSTER_CARE=0 NB_ADOPTR=2 SEX_ADOPTR=MF LS_ADOPTR=L0
        passes: Episodes DEC=31/03/2026 REC=E11
        passes: Episodes DEC=01/04/2027 REC=E12
        passes: Episodes DEC=01/05/2026 REC=E13
        passes: Episodes REC=E11
    """,
)
