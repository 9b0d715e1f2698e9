"""The SSDA903 return: its modules and their columns, declared once. Source: DfE's guide to the return, 2017/18 on."""

from __future__ import annotations

from datetime import date

from trigpoint.records.returns.form import (
    ReturnRow,
    birth,
    code,
    due,
    flag,
    ident,
    number,
    past,
    text,
)


class Header(ReturnRow, file="header.csv", since=2018):
    """One row for each child of the return. `UASC` stands in XML alone."""

    CHILD: str | None = ident()
    SEX: str | None = code("SEX")
    DOB: date | None = birth()
    ETHNIC: str | None = code("ETHNIC")
    UPN: str | None = text()
    MOTHER: str | None = code("MOTHER")
    MC_DOB: date | None = past()
    UASC: str | None = flag(in_csv=False)


class UASC(ReturnRow, file="uasc.csv", since=2018):
    """Unaccompanied asylum-seeking children, with the day on which they ceased or will cease to be."""

    CHILD: str | None = ident()
    SEX: str | None = code("SEX")
    DOB: date | None = birth()
    DUC: date | None = due()


class Episodes(ReturnRow, file="episodes.csv", since=2018):
    """Episodes of care: a new one begins when placement or legal status changes."""

    CHILD: str | None = ident()
    DECOM: date | None = past()
    RNE: str | None = code("REASON_NEW_EPISODE")
    LS: str | None = code("LEGAL_STATUS")
    CIN: str | None = code("CATEGORY_OF_NEED")
    PLACE: str | None = code("PLACEMENT")
    PLACE_PROVIDER: str | None = code("PLACE_PROVIDER")
    DEC: date | None = past()
    REC: str | None = code("REASON_EPISODE_CEASED")
    REASON_PLACE_CHANGE: str | None = code("REASON_PLACE_CHANGE")
    HOME_POST: str | None = text()
    PL_POST: str | None = text()
    URN: str | None = text()


class Reviews(ReturnRow, file="reviews.csv", since=2018):
    """Reviews held and how the child took part."""

    CHILD: str | None = ident()
    DOB: date | None = birth()
    REVIEW: date | None = past()
    REVIEW_CODE: str | None = code("REVIEW_CODE")


class Missing(ReturnRow, file="missing.csv", since=2018):
    """Episodes of being missing or away from placement without authorisation."""

    CHILD: str | None = ident()
    DOB: date | None = birth()
    MISSING: str | None = code("MISSING")
    MIS_START: date | None = past()
    MIS_END: date | None = past()


class OC2(ReturnRow, file="oc2.csv", since=2018):
    """Health and behaviour of children looked after for a year."""

    CHILD: str | None = ident()
    DOB: date | None = birth()
    SDQ_SCORE: int | None = number()
    SDQ_REASON: str | None = code("SDQ_REASON")
    CONVICTED: str | None = flag()
    HEALTH_CHECK: str | None = flag()
    IMMUNISATIONS: str | None = flag()
    TEETH_CHECK: str | None = flag()
    HEALTH_ASSESSMENT: str | None = flag()
    SUBSTANCE_MISUSE: str | None = flag()
    INTERVENTION_RECEIVED: str | None = flag()
    INTERVENTION_OFFERED: str | None = flag()


class OC3(ReturnRow, file="oc3.csv", since=2018):
    """Care leavers around a birthday: in touch, activity, accommodation."""

    CHILD: str | None = ident()
    DOB: date | None = birth()
    IN_TOUCH: str | None = code("IN_TOUCH")
    ACTIV: str | None = code("ACTIV")
    ACCOM: str | None = code("ACCOM")


class AD1(ReturnRow, file="ad1.csv", since=2018):
    """Children who were adopted."""

    CHILD: str | None = ident()
    DOB: date | None = birth()
    DATE_INT: date | None = past()
    DATE_MATCH: date | None = past()
    FOSTER_CARE: str | None = flag()
    NB_ADOPTR: int | None = number()
    SEX_ADOPTR: str | None = code("SEX_ADOPTR")
    LS_ADOPTR: str | None = code("LS_ADOPTR")


class PlacedAdoption(ReturnRow, file="placed_for_adoption.csv", since=2018):
    """Decisions that a child should be placed for adoption."""

    CHILD: str | None = ident()
    DOB: date | None = birth()
    DATE_PLACED: date | None = past()
    DATE_PLACED_CEASED: date | None = past()
    REASON_PLACED_CEASED: str | None = code("REASON_PLACED_CEASED")


class PrevPerm(ReturnRow, file="previous_permanence.csv", since=2018):
    """What permanence a child had before; a part of DATE_PERM may be unknown, written zz."""

    CHILD: str | None = ident()
    DOB: date | None = birth()
    PREV_PERM: str | None = code("PREV_PERM")
    LA_PERM: str | None = text()
    DATE_PERM: str | None = text()


class SWEpisodes(ReturnRow, file="sw_episodes.csv", since=2024):
    """Social workers of a child, one after another."""

    CHILD: str | None = ident()
    DOB: date | None = birth()
    SW_ID: str | None = text()
    SW_DECOM: date | None = past()
    SW_DEC: date | None = past()
    SW_REASON: str | None = code("SW_REASON")


class DoLo(ReturnRow, file="dolo.csv", since=2027):
    """Deprivation of liberty orders."""

    CHILD: str | None = ident()
    DOB: date | None = birth()
    DOLO_START: date | None = past()
    DOLO_END: date | None = past()


MODULES: tuple[type[ReturnRow], ...] = (
    Header,
    UASC,
    Episodes,
    Reviews,
    Missing,
    OC2,
    OC3,
    AD1,
    PlacedAdoption,
    PrevPerm,
    SWEpisodes,
    DoLo,
)
"""Every module in the order of the return."""
