"""Rule 4220."""

from trigpoint.quality.cin_census import SOURCE
from trigpoint.quality.need import codes
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.records.returns.cin_census import ChildCharacteristics

_ETHNICITIES = codes(
    """
    ABAN AIND AOTH APKN BAFR BCRB BOTH CHNE MOTH MWAS MWBA MWBC NOBT OOTH REFU WBRI WIRI WIRT WOTH WROM
    """,
)

rule_4220 = ReturnRule(
    code="4220",
    title="The child's ethnicity is missing or is not one of the codes of the census",
    mend="record the ethnicity; REFU when the family did not say, NOBT when it is not yet known",
    source=SOURCE,
    lists=ChildCharacteristics,
    fields=("Ethnicity",),
    fails=lambda row: row.Ethnicity not in _ETHNICITIES,
    examples="""
        fails: ChildCharacteristics
        fails: ChildCharacteristics Ethnicity=WHIT
        passes: ChildCharacteristics Ethnicity=WBRI
        passes: ChildCharacteristics Ethnicity=NOBT
    """,
)
