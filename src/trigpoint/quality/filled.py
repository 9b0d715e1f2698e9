"""Items of the SSDA903 return that are filled together or not at all, and which cells of a row are filled."""

from __future__ import annotations

from collections.abc import Sequence

from trigpoint.records.returns import ReturnRow

ADOPTION = ("DATE_INT", "DATE_MATCH", "FOSTER_CARE", "NB_ADOPTR", "SEX_ADOPTR", "LS_ADOPTR")
"""What AD1 says of an adoption."""

LEAVING = ("IN_TOUCH", "ACTIV", "ACCOM")
"""What OC3 says of a care leaver."""

CHECKS = ("IMMUNISATIONS", "TEETH_CHECK", "HEALTH_ASSESSMENT", "SUBSTANCE_MISUSE")
"""What OC2 must say of every child looked after for a year."""

HEALTH = ("CONVICTED", "HEALTH_CHECK", *CHECKS, "INTERVENTION_RECEIVED", "INTERVENTION_OFFERED")
"""What OC2 says of a child besides the strengths and difficulties score."""


def any_filled(row: ReturnRow, names: Sequence[str]) -> bool:
    """Whether at least one of the cells holds anything."""
    return any(row.filled(name) for name in names)


def partly_filled(row: ReturnRow, names: Sequence[str]) -> bool:
    """Whether some of the cells hold something and others nothing."""
    return len({row.filled(name) for name in names}) > 1
