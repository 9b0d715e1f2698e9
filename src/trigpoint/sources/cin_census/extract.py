"""Record tables as the census of one year sees them: which episodes of need belong, and what lies in each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

import pyarrow as pa

from trigpoint.records import TABLES
from trigpoint.sources.ssda903.extract import Extract, Record

YES = frozenset({"Y", "YES", "1", "T", "TRUE"})

INSIDE = {
    "ssd_cin_assessments": ("cina", "cina_assessment_start_date"),
    "ssd_cin_plans": ("cinp", "cinp_cin_plan_start_date"),
    "ssd_s47_enquiry": ("s47e", "s47e_s47_start_date"),
    "ssd_initial_cp_conference": ("icpc", "icpc_icpc_date"),
    "ssd_cp_plans": ("cppl", "cppl_cp_plan_start_date"),
}
"""Tables whose rows lie in an episode of need: how their columns begin, and the column that dates them."""

_COLUMNS = {
    "ssd_person": (
        "pers_person_id pers_upn pers_upn_unknown pers_sex pers_gender pers_ethnicity pers_dob pers_expected_dob "
        "pers_death_date"
    ),
    "ssd_linked_identifiers": "link_person_id link_identifier_type link_identifier_value",
    "ssd_disability": "disa_person_id disa_disability_code",
    "ssd_cin_episodes": (
        "cine_referral_id cine_person_id cine_referral_date cine_cin_primary_need_code cine_referral_source_code "
        "cine_referral_nfa cine_close_reason cine_close_date"
    ),
    "ssd_cin_assessments": (
        "cina_assessment_id cina_person_id cina_referral_id cina_assessment_start_date cina_assessment_auth_date"
    ),
    "ssd_assessment_factors": "cinf_assessment_id cinf_assessment_factors_factors",
    "ssd_cin_plans": (
        "cinp_cin_plan_id cinp_person_id cinp_referral_id cinp_cin_plan_start_date cinp_cin_plan_end_date"
    ),
    "ssd_s47_enquiry": (
        "s47e_s47_enquiry_id s47e_person_id s47e_referral_id s47e_s47_start_date s47e_s47_end_date s47e_s47_nfa "
        "s47e_s47_outcome_cp_conference_flag"
    ),
    "ssd_initial_cp_conference": (
        "icpc_icpc_id icpc_person_id icpc_referral_id icpc_s47_enquiry_id icpc_icpc_date icpc_icpc_target_date"
    ),
    "ssd_cp_plans": (
        "cppl_cp_plan_id cppl_person_id cppl_referral_id cppl_cp_plan_start_date cppl_cp_plan_end_date "
        "cppl_cp_plan_ola cppl_cp_plan_initial_category cppl_cp_plan_latest_category"
    ),
    "ssd_cp_reviews": "cppr_cp_plan_id cppr_cp_review_date",
}
"""The columns of each record table that a census is made of: others are not taken out of Arrow."""


def is_yes(flag: str | None) -> bool:
    """Whether a flag of the records says yes."""
    return flag is not None and flag.strip().upper() in YES


@dataclass
class Episode:
    """A referral with the rows of other tables that lie in its episode of need, by table, in the order of days."""

    referral: Record
    inside: dict[str, list[Record]] = field(default_factory=lambda: {name: [] for name in INSIDE})

    @property
    def referred_on(self) -> date | None:
        """Day of the referral."""
        day: date | None = self.referral["cine_referral_date"]
        return day


class CensusExtract:
    """Records of one authority as they stood on the reference date of the census that ends in `year`.

    A row belongs to the episode that it names. Where it names none, or one that is not there, it belongs to the
    latest episode of the child that had begun by its day. What began after the reference date is not there.
    """

    def __init__(self, tables: Mapping[str, pa.Table], year: int) -> None:
        needed = {name: tables[name].select(columns.split()) for name, columns in _COLUMNS.items() if name in tables}
        self.held = Extract(needed, year)
        self._episodes: dict[str, list[Episode]] = {}
        referrals = self.held.by("ssd_cin_episodes", "cine_person_id")
        for child in sorted(referrals):
            self._episodes[child] = [Episode(row) for row in sorted(referrals[child], key=_referred)]
        for table, (stem, start) in INSIDE.items():
            self._place(table, stem, start)
        self.factors = self.held.by("ssd_assessment_factors", "cinf_assessment_id")
        self.reviews = self.held.by("ssd_cp_reviews", "cppr_cp_plan_id")
        self.disabilities = self.held.by("ssd_disability", "disa_person_id")
        self.identifiers = self.held.by("ssd_linked_identifiers", "link_person_id")
        self.protections = self.held.by("ssd_cp_plans", "cppl_person_id")

    def children(self) -> Iterator[tuple[str, list[Episode]]]:
        """Every child with an episode that belongs to the census, and those episodes, in the order of ids and days."""
        for child, episodes in self._episodes.items():
            if mine := [one for one in episodes if self._belongs(one)]:
                yield child, mine

    def _place(self, table: str, stem: str, start: str) -> None:
        key = TABLES[table].key
        for row in sorted(self.held.rows(table), key=lambda row: (row[start] or date.min, row[key] or "")):
            day = row[start]
            episode = self._episode(row[f"{stem}_person_id"], row[f"{stem}_referral_id"], day)
            if episode is not None and (day is None or day <= self.held.last):
                episode.inside[table].append(row)

    def _episode(self, child: str | None, referral: str | None, day: date | None) -> Episode | None:
        own = self._episodes.get(child or "", [])
        named = next((one for one in own if one.referral["cine_referral_id"] == referral), None)
        if named is not None or day is None:
            return named
        return next((one for one in reversed(own) if one.referred_on and one.referred_on <= day), None)

    def _belongs(self, episode: Episode) -> bool:
        """Referred in the year, or open on some day of it; a referral without further action opens nothing."""
        referred, closed = episode.referred_on, episode.referral["cine_close_date"]
        if referred is not None and referred >= self.held.first:
            return referred <= self.held.last
        if closed is not None:
            return bool(closed >= self.held.first)
        return not is_yes(episode.referral["cine_referral_nfa"])


def _referred(row: Record) -> tuple[date, str]:
    return row["cine_referral_date"] or date.min, row["cine_referral_id"] or ""
