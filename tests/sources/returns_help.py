"""Invented returns: modules as rows of text, written to a folder, and random ones that contradict nothing."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path

from hypothesis import strategies as st

from trigpoint.sources.ssda903.modules import MODULES, YEARS

Row = dict[str, str]
Return = dict[str, list[Row]]

_PLACES = [("U4", "PR1"), ("K2", "PR4"), ("U1", "PR1"), ("P1", "PR0"), ("T0", "")]


def write_return(folder: Path, modules: Return, form: str = "%d/%m/%Y") -> Path:
    """Write modules under names that say nothing. Dates are given ISO and written in `form`."""
    for number, (name, rows) in enumerate(modules.items()):
        with (folder / f"file{number}.csv").open("w", encoding="utf-8", newline="") as opened:
            writer = csv.DictWriter(opened, MODULES[name].names, restval="")
            writer.writeheader()
            writer.writerows({key: _written(value, form) for key, value in row.items()} for row in rows)
    return folder


def _written(value: str, form: str) -> str:
    try:
        return f"{date.fromisoformat(value):{form}}" if len(value) == 10 else value
    except ValueError:
        return value


def episodes(*rows: str) -> list[Row]:
    """Rows of Episodes from words: child, start, reason, end or -, reason or -, then legal status and placement."""
    found = []
    for row in rows:
        child, start, rne, end, rec, *more = [word.replace("-", "", 1) if word == "-" else word for word in row.split()]
        status, place = (*more, "C2", "U4")[:2] if len(more) != 1 else (more[0], "U4")
        found.append({"CHILD": child, "DECOM": start, "RNE": rne, "DEC": end, "REC": rec, "LS": status, "PLACE": place})
        found[-1] |= {"CIN": "N1", "PLACE_PROVIDER": "PR1"}
    return found


def read_rows(path: Path) -> list[Row]:
    """Rows of a written module, sorted."""
    with path.open(encoding="utf-8", newline="") as opened:
        return sorted(csv.DictReader(opened), key=lambda row: sorted(row.items()))


@st.composite
def returns(draw: st.DrawFn) -> tuple[int, Return]:
    """A year and a return of it in which nothing is wrong, with only what record tables can carry."""
    year = draw(st.sampled_from(YEARS))
    found: Return = {name: [] for name, module in MODULES.items() if module.since <= year}
    for number in range(draw(st.integers(1, 3))):
        _child(draw, found, year, f"C{number}", starts=number == 0)
    return year, found


def _child(draw: st.DrawFn, found: Return, year: int, child: str, *, starts: bool) -> None:
    first, last = date(year - 1, 4, 1), date(year, 3, 31)
    born = draw(st.dates(date(year - 17, 1, 1), date(year - 3, 1, 1))).replace(day=20)
    sex = draw(st.sampled_from("MF" if year > 2024 else "12"))
    chain = _chain(draw, child, first, last, starts=starts)
    found["Episodes"] += chain
    common = {"CHILD": child, "DOB": str(born)}
    mother = draw(st.sampled_from(["", "0", "1"])) if sex in "F2" else ""
    baby = {"MOTHER": mother, "MC_DOB": str(first + timedelta(3)) if mother == "1" else ""}
    upn = draw(st.sampled_from(["A123456789012", "UN3", ""]))
    found["Header"].append({**common, "SEX": sex, "ETHNIC": "WBRI", "UPN": upn, **baby})
    if draw(st.booleans()):
        adult = born.replace(year=born.year + 18)
        found["UASC"].append({**common, "SEX": sex, "DUC": str(draw(st.sampled_from([adult, first, last])))})
    elif home := draw(st.sampled_from(["", "XA1 1AB"])):
        _at_home(chain, home)
    day = st.dates(first, last).map(str)
    in_care = _days_in_care(chain, first, last).map(str)
    for held in draw(st.lists(day, max_size=3, unique=True)):
        found["Reviews"].append({**common, "REVIEW": held, "REVIEW_CODE": draw(st.sampled_from(["PN1", "PN5"]))})
    for start in draw(st.lists(in_care, max_size=2, unique=True)):
        end = draw(st.sampled_from(["", str(last)]))
        found["Missing"].append({**common, "MISSING": "M", "MIS_START": start, "MIS_END": end})
        if "SWEpisodes" in found:
            worker = {"SW_ID": "SW1", "SW_DECOM": start, "SW_DEC": end, "SW_REASON": "MANAGE"}
            found["SWEpisodes"].append({**common, **worker})
        if "DoLo" in found:
            found["DoLo"].append({**common, "DOLO_START": start, "DOLO_END": end})
    found["PrevPerm"].append({**common, "PREV_PERM": "P1", "LA_PERM": "SCO", "DATE_PERM": "zz/05/2015"})
    _outcomes(draw, found, common, chain, year)


def _at_home(chain: Sequence[Row], home: str) -> None:
    """Every episode but short breaks gives the home, another after the first."""
    for at, row in enumerate(chain):
        row["HOME_POST"] = "" if row["LS"] == "V3" else home if at < 2 else "XB2 2DE"


def _days_in_care(chain: Sequence[Row], first: date, last: date) -> st.SearchStrategy[date]:
    start, end = date.fromisoformat(chain[0]["DECOM"]), chain[-1].get("DEC", "")
    return st.dates(max(start, first), date.fromisoformat(end) if end else last)


def _chain(draw: st.DrawFn, child: str, first: date, last: date, *, starts: bool) -> list[Row]:
    changes = draw(st.lists(st.dates(first + timedelta(2), last), max_size=4, unique=True).map(sorted))
    start = first + timedelta(1) if starts else draw(st.dates(first - timedelta(900), first))
    ceased = draw(st.sampled_from(["", "E4A", "E11", "E41"])) if changes else ""
    rows: list[Row] = []
    for at, day in enumerate([start, *(changes[:-1] if ceased else changes)]):
        reason = draw(st.sampled_from("LPTBU")) if at else ("S" if starts else draw(st.sampled_from("SP")))
        place, provider = draw(st.sampled_from(_PLACES))
        if reason == "L":
            place, provider = rows[-1]["PLACE"], rows[-1]["PLACE_PROVIDER"]
        here = {"PLACE": place, "PLACE_PROVIDER": provider, "URN": "SC1" if place == "K2" else "", "PL_POST": ""}
        if rows:
            moved = reason != "L"
            rows[-1] |= {"DEC": str(day), "REC": "X1", "REASON_PLACE_CHANGE": "CARPL" if moved else ""}
        status = draw(st.sampled_from(["C2", "V2", "E1", "V3"] if rows else ["C2", "V2", "E1"]))
        rows.append({"CHILD": child, "DECOM": str(day), "RNE": reason, "LS": status, "CIN": "N1", **here})
    if ceased:
        rows[-1] |= {"DEC": str(changes[-1]), "REC": ceased}
    return rows


def _not_asked(born: date, year: int) -> list[str]:
    """What the return does not ask of a child of this age on 31 March."""
    at = year - born.year - ((born.month, born.day) > (3, 31))
    return [*(["CONVICTED"] if at < 10 else []), *(["HEALTH_CHECK"] if at >= 5 else [])]


def _outcomes(draw: st.DrawFn, found: Return, common: Row, chain: Sequence[Row], year: int) -> None:
    flag = st.sampled_from("01")
    first = date(year - 1, 4, 1)
    closed = chain[-1].get("REC", "")
    if not closed and chain[0]["DECOM"] <= str(first) and not any(row["LS"] == "V3" for row in chain):
        misuse = draw(flag)
        score = draw(st.sampled_from([("12", ""), ("", "SDQ2"), ("", "")]))
        flags = {name: draw(flag) for name in ("CONVICTED", "HEALTH_CHECK", "IMMUNISATIONS", "TEETH_CHECK")}
        flags |= {"HEALTH_ASSESSMENT": draw(flag), "SUBSTANCE_MISUSE": misuse}
        flags |= dict.fromkeys(_not_asked(date.fromisoformat(common["DOB"]), year), "")
        received = draw(flag) if misuse == "1" else ""
        scores = {"SDQ_SCORE": score[0], "SDQ_REASON": score[1], "INTERVENTION_RECEIVED": received}
        found["OC2"].append({**common, **scores, **flags})
    if closed == "E11":
        decided = str(date.fromisoformat(chain[-1]["DEC"]) - timedelta(300))
        adopters = {"FOSTER_CARE": draw(flag), "NB_ADOPTR": "2", "SEX_ADOPTR": "MF", "LS_ADOPTR": "L11"}
        found["AD1"].append({**common, "DATE_INT": decided, "DATE_MATCH": decided, **adopters})
        found["PlacedAdoption"].append({**common, "DATE_PLACED": decided})
    elif draw(st.booleans()):
        ceased = draw(st.sampled_from([("", ""), (str(first + timedelta(9)), "RD1")]))
        row = {"DATE_PLACED": str(first - timedelta(60)), "DATE_PLACED_CEASED": ceased[0]}
        found["PlacedAdoption"].append({**common, **row, "REASON_PLACED_CEASED": ceased[1]})
    if draw(st.booleans()):
        found["OC3"].append(
            {**common, "IN_TOUCH": "YES", "ACTIV": "F2", "ACCOM": draw(st.sampled_from(["B1", "X2", "0"]))}
        )
