"""Who the children are: Header, UASC, previous permanence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from trigpoint.sources.ssda903.care import Names, Row
from trigpoint.sources.ssda903.view import View

_SEX = {"1": "M", "2": "F"}
"""Codes to 2023/24, in the words of today."""
_UPN = re.compile(r"UN\d", re.IGNORECASE)
YES_NO = {"1": "Y", "0": "N"}
UASC = "UASC"


def people(view: View) -> Iterator[Row]:
    """A person for every row of the Header, and for every child that only other modules know."""
    known = {row["CHILD"] for row in view.rows("Header")}
    for row in view.rows("Header"):
        unknown_upn = bool(row["UPN"] and _UPN.fullmatch(row["UPN"]))
        yield {
            "pers_person_id": row["CHILD"],
            "pers_upn": None if unknown_upn else row["UPN"],
            "pers_upn_unknown": row["UPN"].upper() if unknown_upn else None,
            "pers_sex": _SEX.get(row["SEX"], row["SEX"]),
            "pers_ethnicity": row["ETHNIC"],
            "pers_dob": row["DOB"],
            "pers_is_mother": YES_NO.get(row["MOTHER"], row["MOTHER"]),
        }
    sexes = {row["CHILD"]: _SEX.get(row["SEX"], row["SEX"]) for row in view.rows("UASC")}
    others = {row["CHILD"]: None for module in view.modules for row in view.rows(module)}
    for child in (child for child in others if child not in known):
        yield {"pers_person_id": child, "pers_dob": view.births.get(child), "pers_sex": sexes.get(child)}


def mothers(view: View) -> Iterator[Row]:
    """The child of a looked-after mother, of whom the return knows the date of birth."""
    names = Names()
    for row in view.rows("Header"):
        if row["MC_DOB"]:
            identity = names.name(row["CHILD"], "mother", row["MC_DOB"])
            yield {"moth_table_id": identity, "moth_person_id": row["CHILD"], "moth_childs_dob": row["MC_DOB"]}


def immigration(view: View) -> Iterator[Row]:
    """Unaccompanied asylum-seeking children; the return knows no start, only when the status ceases."""
    names = Names()
    for row in view.rows("UASC"):
        yield {
            "immi_immigration_status_id": names.name(row["CHILD"], "uasc", row["DUC"]),
            "immi_person_id": row["CHILD"],
            "immi_immigration_status": UASC,
            "immi_immigration_status_end_date": row["DUC"],
        }


def previous_permanence(view: View) -> Iterator[Row]:
    """The arrangement before care; its date stays as written, for it may be known only in part."""
    names = Names()
    for row in view.rows("PrevPerm"):
        yield {
            "lapp_table_id": names.name(row["CHILD"], "perm", None),
            "lapp_person_id": row["CHILD"],
            "lapp_previous_permanence_option": row["PREV_PERM"],
            "lapp_previous_permanence_la": row["LA_PERM"],
            "lapp_previous_permanence_order_date": row["DATE_PERM"],
        }
