"""Who supplies figures that case records cannot give, and which record-level measures they may supply as well."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Supplier:
    """One template: its name, who fills it in, and the record-level measures that it offers beside its own."""

    name: str
    title: str
    also: tuple[str, ...] = ()


HISTORY = "history"
"""The template that offers every measure, for figures published before Trigpoint."""

SUPPLIERS: dict[str, Supplier] = {
    supplier.name: supplier
    for supplier in (
        Supplier("cafcass", "Cafcass", ("care_proceedings_duration_weeks",)),
        Supplier("education", "Department for Education and schools data"),
        Supplier("finance", "Finance"),
        Supplier(
            "foi", "Freedom of information and complaints", ("foi_in_timescale_pct", "complaints_stage1_in_time_pct")
        ),
        Supplier("health", "Health"),
        Supplier(
            "hr",
            "Human resources",
            (
                "agency_social_workers_pct",
                "caseload_average_sw",
                "permanent_qsw_posts_pct",
                "sw_turnover_pct",
                "sw_vacancy_pct",
            ),
        ),
        Supplier("legacy", "Measures that are no longer collected"),
        Supplier("moj", "Ministry of Justice and youth justice"),
        Supplier("ofsted", "Ofsted"),
        Supplier(HISTORY, "Figures published before Trigpoint"),
    )
}
"""Every supplier by the name of its template."""
