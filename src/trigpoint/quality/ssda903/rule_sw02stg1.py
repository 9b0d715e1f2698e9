"""Rule SW02STG1."""

from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import SWEpisodes

rule_sw02stg1 = ReturnRule(
    code="SW02STG1",
    title="The social worker's id is missing, or begins neither with SW nor with XX",
    mend="record the registration id as Social Work England gives it, SW and the number",
    source=SOURCE,
    lists=SWEpisodes,
    fields=("SW_ID",),
    since=2024,
    fails=lambda row: (row.SW_ID or "")[:2].upper() not in {"SW", "XX"},
    examples="""
        fails: SWEpisodes
        fails: SWEpisodes SW_ID=1234SW
        fails: SWEpisodes SW_ID=S
        passes: SWEpisodes SW_ID=SW1234
        passes: SWEpisodes SW_ID=XX1234
        passes: SWEpisodes SW_ID=sw1234
    """,
)
