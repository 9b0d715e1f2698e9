"""Where children looked after are placed: how far, in whose care, of which type (20, 21, N35, N36)."""

from datetime import date
from decimal import Decimal
from typing import NamedTuple

from .care_states import current_episode, looked_after, why_unaccompanied
from .common import YES, Choice, Row, Tables, by_key, counted, judged, remembered, smallest
from .periods import Period

FOSTER = ("U1", "U2", "U3", "U4", "U5", "U6")
RELATIVES = ("U1", "U2", "U3")
FOR_ADOPTION = ("A3", "A4", "A5", "A6")
FAR = "distance not known"
GROUPS = {
    "Foster placements": FOSTER,
    "Placed for adoption": FOR_ADOPTION,
    "Placed with parents": ("P1",),
    "Independent and supported living": ("P2", "H5", "K3"),
    "Secure units and children's homes": ("K1", "K2"),
    "Other residential settings": ("R1", "R2", "R3", "R4", "R5", "S1"),
    "Temporary placements": ("T0", "T1", "T2", "T3", "T4"),
}


class Place(NamedTuple):
    """A placement as looked up: what is missing is empty."""

    type: str = ""
    provider: str = ""
    distance: Decimal | None = None
    is_inside: bool | None = None


@remembered
def inside(tables: Tables, as_at: date) -> dict[str, bool]:
    found = {}
    for placement, rows in by_key(tables["ext_placement_location"], lambda row: row["placement_id"]).items():
        said = smallest(row["inside_boundary"] for row in rows)
        if said:
            found[placement] = said.upper() in YES
    return found


@remembered
def places(tables: Tables, as_at: date) -> dict[str, Place]:
    found = {}
    for placement, rows in by_key(tables["ssd_cla_placement"], lambda row: row["clap_cla_placement_id"]).items():
        written = [row["clap_cla_placement_distance"] for row in rows]
        distance = smallest(Decimal(value) for value in written if value)
        if distance is not None and distance >= Decimal("999.9"):
            distance = None
        kind = smallest(row["clap_cla_placement_type"] for row in rows) or ""
        provider = smallest(row["clap_cla_placement_provider"] for row in rows) or ""
        found[placement] = Place(kind, provider, distance)
    return found


def current_place(tables: Tables, as_at: date, child: str, s: date) -> Place:
    episode = current_episode(tables, as_at, child, s)
    found = places(tables, as_at).get(episode.placement) if episode is not None else None
    if episode is None or found is None:
        return Place()
    return found._replace(is_inside=inside(tables, as_at).get(episode.placement))


def is_far(place: Place, is_outside_asked: bool) -> bool | None:
    """Over 20 miles, and where asked outside the boundary; nothing where that cannot be said."""
    over = None if place.distance is None else place.distance > 20
    if not is_outside_asked:
        return over
    outside = None if place.is_inside is None else not place.is_inside
    if over is False or outside is False:
        return False
    return None if over is None or outside is None else True


def over_20_miles(tables: Tables, as_at: date, choice: Choice, period: Period) -> list[Row]:
    rows = []
    for child, short_term in looked_after(tables, as_at, period.last):
        excluded = short_term
        place = current_place(tables, as_at, child, period.last)
        if choice["missing"] == "exclude" and place.distance is None:
            excluded = excluded or FAR
        far = is_far(place, choice["boundary"] == "outside")
        unknown = "not known" if far is None else ""
        rows.append(judged(child, child, excluded=excluded, met=bool(far), unknown=unknown))
    return rows


def why_not_near(place: Place, choice: Choice) -> str:
    if choice["kin"] == "exclude" and place.type in RELATIVES:
        return "placed with relatives or friends"
    if place.distance is None:
        return FAR
    if choice["p1"] == "exclude" and place.type == "P1":
        return "placed with parents"
    return "placed for adoption" if choice["adoptive"] == "exclude" and place.type in FOR_ADOPTION else ""


def within_20_miles(tables: Tables, as_at: date, choice: Choice, period: Period) -> list[Row]:
    rows = []
    for child, short_term in looked_after(tables, as_at, period.last):
        excluded = short_term
        place = current_place(tables, as_at, child, period.last)
        excluded = excluded or why_unaccompanied(tables, as_at, child, period.last, choice)
        excluded = excluded or why_not_near(place, choice)
        met = place.distance is not None and place.distance <= 20
        rows.append(judged(child, child, excluded=excluded, met=met))
    return rows


def own_or_kin(tables: Tables, as_at: date, choice: Choice, period: Period) -> list[Row]:
    rows = []
    for child, short_term in looked_after(tables, as_at, period.last):
        excluded = short_term
        place = current_place(tables, as_at, child, period.last)
        if place.type and place.type not in FOSTER:
            continue
        excluded = excluded or why_unaccompanied(tables, as_at, child, period.last, choice)
        unknown = ""
        if not place.type:
            unknown = "no type"
        elif place.type not in RELATIVES and not place.provider:
            unknown = "no provider"
        met = not unknown and (place.type in RELATIVES or place.provider == "PR1")
        rows.append(judged(child, child, excluded=excluded, met=met, unknown=unknown))
    return rows


def by_type(tables: Tables, as_at: date, choice: Choice, period: Period) -> list[Row]:
    rows = []
    for child, excluded in looked_after(tables, as_at, period.last):
        kind = current_place(tables, as_at, child, period.last).type
        groups = [name for name, types in GROUPS.items() if kind in types]
        category = (groups[0] if groups else "Other placements") if kind else ""
        rows.append(counted(child, child, excluded=excluded, category=category))
    return rows


def out_of_area(tables: Tables, as_at: date, choice: Choice, period: Period) -> list[Row]:
    rows = []
    for child, short_term in looked_after(tables, as_at, period.last):
        excluded = short_term
        place = current_place(tables, as_at, child, period.last)
        if place.type in FOR_ADOPTION:
            excluded = excluded or "placed for adoption"
        unknown = "location not known" if place.is_inside is None else ""
        rows.append(judged(child, child, excluded=excluded, met=place.is_inside is False, unknown=unknown))
    return rows
