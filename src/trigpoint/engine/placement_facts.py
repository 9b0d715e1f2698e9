"""What is known of the placement a child is in at each month's end (definition 20, settled N12)."""

import ibis
import ibis.expr.types as ir

from trigpoint.engine.care import CHILD, episodes
from trigpoint.engine.records import Records, is_yes, plain, present
from trigpoint.engine.states import timeline

_UNKNOWN_FROM = 9_999
"""Tenths of a mile: the return writes 999.9 for a distance that is not known."""

_KINDS = {
    "Foster placements": ("U1", "U2", "U3", "U4", "U5", "U6"),
    "Placed for adoption": ("A3", "A4", "A5", "A6"),
    "Placed with parents": ("P1",),
    "Independent and supported living": ("P2", "H5", "K3"),
    "Secure units and children's homes": ("K1", "K2"),
    "Other residential settings": ("R1", "R2", "R3", "R4", "R5", "S1"),
    "Temporary placements": ("T0", "T1", "T2", "T3", "T4"),
}
"""Any other code is among the other placements."""

FACTS = ("type_code", "kind", "provider_code", "distance_tenths", "is_outside_boundary")


def placement_line(records: Records) -> ir.Table:
    """A line per child: the placement of the episode that stands at each month's end, with the columns of `FACTS`."""
    every = records.shared("episodes", episodes)
    every = every.filter(every.from_month < every.to_month)
    spells = every.select(*CHILD, "from_month", "to_month", "is_dropped", "started_on", "id", "place", "placement")
    best = ["is_dropped", ibis.desc("started_on"), ibis.desc("id"), ibis.desc("place")]
    line = timeline(spells, CHILD, best, ["placement"])
    facts = line.left_join(_facts(records), ["authority", "placement"]).pipe(plain)
    return facts.select(*CHILD, "from_month", "to_month", *FACTS)


def _facts(records: Records) -> ir.Table:
    """One row per placement; of several rows the smallest value of each column."""
    raw = records.table("ssd_cla_placement")
    raw = raw.filter(present(raw.clap_cla_placement_id))
    table = raw.group_by(authority=raw.authority, placement=raw.clap_cla_placement_id).agg(
        type_code=raw.clap_cla_placement_type.strip().nullif("").min(),
        provider_code=raw.clap_cla_placement_provider.strip().nullif("").min(),
        distance=raw.clap_cla_placement_distance.min(),
    )
    table = table.left_join(_locations(records), ["authority", "placement"]).pipe(plain)
    known = ibis.cases((table.distance < _UNKNOWN_FROM, table.distance))
    return table.mutate(distance_tenths=known.cast("int64"), kind=_kind(table.type_code))


def _kind(code: ir.StringValue) -> ir.StringValue:
    return ibis.cases(
        (code.isnull(), ibis.null("string")),
        *((code.isin(codes), kind) for kind, codes in _KINDS.items()),
        else_="Other placements",
    )


def _locations(records: Records) -> ir.Table:
    raw = records.table("ext_placement_location")
    raw = raw.filter(present(raw.placement_id) & present(raw.inside_boundary))
    said = raw.group_by(authority=raw.authority, placement=raw.placement_id).agg(inside=raw.inside_boundary.min())
    return said.select("authority", "placement", is_outside_boundary=1 - is_yes(said.inside))
