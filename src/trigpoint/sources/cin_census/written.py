"""The rows of a census from record tables: one tree a child, the same for the file and for the rules."""

from __future__ import annotations

from collections.abc import Iterator

from trigpoint.records.codes import code_set
from trigpoint.records.returns import cin_census
from trigpoint.sources.cin_census.extract import CensusExtract, Episode, is_yes
from trigpoint.sources.cin_census.people import FORMER_UPN
from trigpoint.sources.cin_census.rows import Row, filled
from trigpoint.sources.cin_census.written_protection import enquiries, protections, unlinked
from trigpoint.sources.ssda903.extract import Record

_GENDER_OF_SEX = {"M": "1", "F": "2", "U": "0"}
_UNBORN = "U"


def children(extract: CensusExtract, year: int) -> Iterator[tuple[str, list[Row]]]:
    """Every child of the census with its groups as rows."""
    for child, episodes in extract.children():
        person = extract.held.people.get(child, {})
        yield (
            child,
            [
                _identifiers(extract, child, person, year),
                _characteristics(extract, child, person),
                *(_details(extract, one) for one in episodes),
            ],
        )


def _identifiers(extract: CensusExtract, child: str, person: Record, year: int) -> Row:
    known = extract.held.known
    birth = person.get("pers_dob")
    # whoever was born after the reference date was expected on it; the day that was expected then is not kept
    born, due = known(birth), person.get("pers_expected_dob") or birth
    former = [row for row in extract.identifiers.get(child, []) if row["link_identifier_type"] == FORMER_UPN]
    sex = _UNBORN if birth and not born else person.get("pers_sex") or (_UNBORN if due and not born else None)
    upn = person.get("pers_upn")
    cells = {
        "LAchildID": child,
        "UPN": upn,
        "FormerUPN": former[-1]["link_identifier_value"] if former else None,
        "UPNunknown": None if upn else person.get("pers_upn_unknown"),
        "PersonBirthDate": born,
        "ExpectedPersonBirthDate": None if born else due,
        "PersonDeathDate": known(person.get("pers_death_date")),
    }
    if cin_census.ChildIdentifiers.columns["Sex"].holds_in(year):
        return filled(cin_census.ChildIdentifiers, {**cells, "Sex": sex})
    gender = person.get("pers_gender")
    told = gender if gender in code_set("GENDER", year) else _GENDER_OF_SEX.get(sex or "", sex)
    return filled(cin_census.ChildIdentifiers, {**cells, "GenderCurrent": told})


def _characteristics(extract: CensusExtract, child: str, person: Record) -> Row:
    codes = dict.fromkeys(row["disa_disability_code"] for row in extract.disabilities.get(child, []))
    inner = [filled(cin_census.Disabilities, {"Disability": code}) for code in codes if code]
    return filled(cin_census.ChildCharacteristics, {"Ethnicity": person.get("pers_ethnicity")}, inner)


def _details(extract: CensusExtract, episode: Episode) -> Row:
    row = episode.referral
    closed = extract.held.known(row["cine_close_date"])
    nfa = row["cine_referral_nfa"]
    cells = {
        "CINreferralDate": row["cine_referral_date"],
        "ReferralSource": row["cine_referral_source_code"],
        "PrimaryNeedCode": row["cine_cin_primary_need_code"],
        "CINclosureDate": closed,
        "ReasonForClosure": row["cine_close_reason"] if closed or not row["cine_close_date"] else None,
        "DateOfInitialCPC": unlinked(extract, episode),
        "ReferralNFA": None if nfa is None else str(int(is_yes(nfa))),
    }
    inner = [
        *_assessments(extract, episode),
        *_plans(extract, episode),
        *enquiries(extract, episode),
        *protections(extract, episode),
    ]
    return filled(cin_census.CINdetails, cells, inner)


def _assessments(extract: CensusExtract, episode: Episode) -> Iterator[Row]:
    """Assessments authorised in the year or open at its end; factors are told of when they were authorised."""
    for row in episode.inside["ssd_cin_assessments"]:
        done = extract.held.known(row["cina_assessment_auth_date"])
        if done and done < extract.held.first:
            continue
        texts = [f["cinf_assessment_factors_factors"] for f in extract.factors.get(row["cina_assessment_id"], [])]
        codes = [code.strip() for text in texts if text for code in text.split(";")]
        listed = dict.fromkeys(code for code in codes if code) if done else {}
        cells = {"AssessmentActualStartDate": row["cina_assessment_start_date"], "AssessmentAuthorisationDate": done}
        inner = [filled(cin_census.AssessmentFactorsList, {"AssessmentFactors": code}) for code in listed]
        yield filled(cin_census.Assessments, cells, inner)


def _plans(extract: CensusExtract, episode: Episode) -> Iterator[Row]:
    """Child in need plans with a day in the year."""
    for row in episode.inside["ssd_cin_plans"]:
        start, end = row["cinp_cin_plan_start_date"], row["cinp_cin_plan_end_date"]
        if extract.held.overlaps(start, end):
            cells = {"CINPlanStartDate": start, "CINPlanEndDate": extract.held.known(end)}
            yield filled(cin_census.CINplanDates, cells)
