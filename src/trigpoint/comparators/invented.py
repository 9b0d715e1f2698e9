"""Invented published figures in the tidy shape, for the demonstration and for tests. None of them is a statistic."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pyarrow as pa

from trigpoint.comparators.schema import NEIGHBOURS, VALUES

SOURCE = "Invented figures for demonstration, not statistics"
AUTHORITY_CODE, AUTHORITY, REGION = "X06000001", "Borderfield", "Marches"
_NEIGHBOURS = ("Ashmere", "Brackwater", "Coldharbour", "Dunmoor", "Eastmarch", "Fernleigh", "Granthope", "Heronsby")
_UNPUBLISHED = ("Ivelow", "Jarrowby")  # nobody publishes everything: a mean must say of how many it is
# published name: polarity, England, region, Borderfield, decimals
_SERIES: dict[str, tuple[str, str, str, str]] = {
    "ReReferral": ("low", "22.5", "21.1", "23.0"),
    "Continue_Assess_Comp": ("high", "80.9", "86.4", "87.2"),
    "CP_conf_15days": ("high", "79.4", "80.7", "78.2"),
    "PrevRegCPR": ("low", "23.9", "24.8", "25.3"),
    "Work_Force_AvgNumCase_SW": ("low", "15.8", "16.1", "16.4"),
    "LAC": ("none", "70", "79", "74"),
    "CPP_Total_Rateper10,000": ("none", "518.3", "540.6", "529.9"),
    "Section_47": ("none", "187.1", "194.4", "171.8"),
    "ISCP_Conf": ("none", "60.9", "66.2", "63.5"),
    "CIN": ("none", "332.9", "341.2", "325.4"),
    "CPP_rate": ("none", "42.6", "45.1", "43.3"),
}


def values(latest: int, years: int = 3) -> pa.Table:
    """Values for England, one region, Borderfield and ten neighbours, for the years up to `latest`."""
    rows = [
        row
        for name, (polarity, england, region, own) in _SERIES.items()
        for back in range(years)
        for row in _year(name, polarity, latest - back, Decimal(england), Decimal(region), Decimal(own), back)
    ]
    return pa.Table.from_pylist(rows, schema=VALUES)


def neighbours() -> pa.Table:
    """Borderfield's ten invented neighbours."""
    rows = [
        {
            "source": SOURCE,
            "area_code": AUTHORITY_CODE,
            "area": AUTHORITY,
            "rank": rank,
            "neighbour_code": _code(rank),
            "closeness": "Close",
            "version": "invented",
        }
        for rank in range(1, len(_NEIGHBOURS) + len(_UNPUBLISHED) + 1)
    ]
    return pa.Table.from_pylist(rows, schema=NEIGHBOURS)


def _code(rank: int) -> str:
    return f"X06{rank + 1:06d}"


def _year(
    name: str, polarity: str, year: int, england: Decimal, region: Decimal, own: Decimal, back: int
) -> list[dict[str, object]]:
    drift = Decimal(1) + Decimal(back) / 50  # earlier years lie 2% higher a year
    places = Decimal(1).scaleb(england.as_tuple().exponent)  # type: ignore[arg-type]
    spread = [region * (Decimal(93) + 2 * place) / 100 for place in range(len(_NEIGHBOURS))]
    areas: list[tuple[str, str, str, str, Decimal | None]] = [
        ("england", "X92000001", "England", "", england),
        ("region", "X12000001", REGION, "", region),
        ("authority", AUTHORITY_CODE, AUTHORITY, REGION, own),
    ]
    areas += [("authority", _code(n), area, REGION, spread[n - 1]) for n, area in enumerate(_NEIGHBOURS, start=1)]
    areas += [("authority", _code(n), area, REGION, None) for n, area in enumerate(_UNPUBLISHED, start=9)]
    return [
        {
            "source": SOURCE,
            "measure": name,
            "title": name,
            "polarity": polarity,
            "published": date(year, 11, 1),
            "level": level,
            "area_code": code,
            "area": area,
            "region": of,
            "year": str(year),
            "value": None if value is None else (value * drift).quantize(places),
            "reason": "suppressed" if value is None else "",
            "unit": "",
            "decimals": -int(england.as_tuple().exponent),
            "has_quartiles": True,
        }
        for level, code, area, of, value in areas
    ]
