"""Modules about outcomes and adoption, from record tables."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise

from trigpoint.sources.ssda903.extract import SHORT_BREAKS, Extract, Record
from trigpoint.sources.ssda903.outcomes import CHECKS, UNDER_FIVES, is_under_five
from trigpoint.sources.ssda903.written_children import flag


def oc2(extract: Extract) -> Iterator[Record]:
    """Children looked after for the whole year; what was completed in it."""
    health = extract.by("ssd_cla_health", "clah_person_id")
    immunised = extract.by("ssd_cla_immunisations", "clai_person_id")
    misuse = extract.by("ssd_cla_substance_misuse", "clas_person_id")
    convicted = extract.by("ssd_cla_convictions", "clac_person_id")
    scores = extract.by("ssd_sdq_scores", "csdq_person_id")
    for child in sorted(extract.children):
        if not in_care_all_year(extract, child):
            continue
        used = _in_year(extract, misuse.get(child, []), "clas_substance_misuse_date")
        score = _newest(_in_year(extract, scores.get(child, []), "csdq_sdq_completed_date"), "csdq_sdq_completed_date")
        known = [row for row in immunised.get(child, []) if extract.known(row["clai_immunisations_status_date"])]
        shots = _newest(known, "clai_immunisations_status_date")
        yield {
            "CHILD": child,
            "SDQ_SCORE": score.get("csdq_sdq_score"),
            "SDQ_REASON": score.get("csdq_sdq_reason"),
            "CONVICTED": _convicted(extract, child, convicted.get(child, [])),
            "IMMUNISATIONS": flag(shots.get("clai_immunisations_status") or "N"),
            "SUBSTANCE_MISUSE": int(bool(used)),
            "INTERVENTION_RECEIVED": _helped(used),
            **_checks(extract, child, health.get(child, [])),
        }


def _convicted(extract: Extract, child: str, rows: list[Record]) -> int | str:
    """Whether a child of ten or over was convicted in the year; younger ones are not asked."""
    born = extract.people.get(child, {}).get("pers_dob")
    old_enough = born is None or (born.year + 10, born.month, born.day) <= (extract.last.year, 3, 31)
    return int(bool(_in_year(extract, rows, "clac_cla_conviction_date"))) if old_enough else ""


def _helped(used: list[Record]) -> int | str:
    """Whether a child with a substance misuse problem was helped; nothing is asked of others."""
    return int(any(flag(row["clas_intervention_received"]) == "1" for row in used)) if used else ""


def _checks(extract: Extract, child: str, rows: list[Record]) -> Record:
    done = [
        check_of(row["clah_health_check_type"] or "")
        for row in _in_year(extract, rows, "clah_health_check_date")
        if (row["clah_health_check_status"] or "").lower() == "completed"
    ]
    young = is_under_five(extract.people.get(child, {}).get("pers_dob"), extract.last)
    enough = {"HEALTH_ASSESSMENT": UNDER_FIVES if young else 1}
    asked = [name for name in CHECKS if young or name != "HEALTH_CHECK"]  # developmental checks end at five
    return {name: int(done.count(name) >= enough.get(name, 1)) for name in asked}


def check_of(kind: str) -> str:
    """The column of OC2 that counts a kind of check, by the words in its name."""
    name = kind.lower()
    if "dent" in name or "teeth" in name:
        return "TEETH_CHECK"
    if "develop" in name or "surveillance" in name:
        return "HEALTH_CHECK"
    return "HEALTH_ASSESSMENT" if "health" in name else ""


def _in_year(extract: Extract, rows: list[Record], column: str) -> list[Record]:
    return [row for row in rows if extract.in_year(row[column])]


def _newest(rows: list[Record], column: str) -> Record:
    return max(rows, key=lambda row: row[column], default={})


def in_care_all_year(extract: Extract, child: str) -> bool:
    """Whether unbroken episodes cover the year, none of them under an agreed series of short breaks."""
    spells = [
        (row["clae_cla_episode_start_date"], row["clae_cla_episode_ceased_date"])
        for row in extract.care[child]
        if row["clae_cla_episode_start_date"]
        and extract.overlaps(row["clae_cla_episode_start_date"], row["clae_cla_episode_ceased_date"])
    ]
    unbroken = all(end == start for (_, end), (start, _) in pairwise(spells))
    still = spells[-1][1] is None or spells[-1][1] > extract.last
    statuses = {extract.status(child, start) for start, _ in spells}
    return unbroken and still and spells[0][0] <= extract.first and not statuses & SHORT_BREAKS


def oc3(extract: Extract) -> Iterator[Record]:
    """Care leavers at their birthday in the year."""
    for row in extract.rows("ext_care_leaver_birthday"):
        if extract.in_year(row["birthday_on"]):
            yield {
                "CHILD": row["person_id"],
                "IN_TOUCH": row["in_touch"],
                "ACTIV": row["activity"],
                "ACCOM": row["accommodation"],
            }


def ad1(extract: Extract) -> Iterator[Record]:
    """Adoptions of the year."""
    for row in extract.rows("ssd_permanence"):
        adopted = "adopt" in (row["perm_permanence_order_type"] or "").lower()
        if adopted and extract.in_year(row["perm_permanence_order_date"]):
            yield {
                "CHILD": row["perm_person_id"],
                "DATE_INT": row["perm_adm_decision_date"],
                "DATE_MATCH": row["perm_matched_date"],
                "FOSTER_CARE": flag(row["perm_adopted_by_carer_flag"]),
                "NB_ADOPTR": row["perm_number_of_adopters"],
                "SEX_ADOPTR": row["perm_adopter_sex"],
                "LS_ADOPTR": row["perm_adopter_legal_status"],
            }


def placed_adoption(extract: Extract) -> Iterator[Record]:
    """Decisions for adoption that stood on some day of the year."""
    for row in extract.rows("ssd_permanence"):
        decided, reversed_on = row["perm_adm_decision_date"], row["perm_decision_reversed_date"]
        until = min((day for day in (reversed_on, row["perm_permanence_order_date"]) if day), default=None)
        if decided and row["perm_person_id"] in extract.children and extract.overlaps(decided, until):
            ceased = extract.known(reversed_on)
            yield {
                "CHILD": row["perm_person_id"],
                "DATE_PLACED": decided,
                "DATE_PLACED_CEASED": ceased,
                "REASON_PLACED_CEASED": row["perm_decision_reversed_reason"] if ceased else None,
            }


BUILD: dict[str, Callable[[Extract], Iterable[Record]]] = {
    "OC2": oc2,
    "OC3": oc3,
    "AD1": ad1,
    "PlacedAdoption": placed_adoption,
}
