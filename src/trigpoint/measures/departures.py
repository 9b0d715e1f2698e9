"""Where a report departs from the national definition, so that no benchmark is held against another thing."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Departure:
    """Whose form it is, what it does otherwise, and the variant that gives it (empty: none does)."""

    whose: str
    otherwise: str
    variant: str = ""


DEPARTURES: dict[str, tuple[Departure, ...]] = {
    "cpp_second_or_subsequent_pct": (
        Departure("Birmingham", "looks back 24 months only; its label speaks of children on a plan", "lookback=24m"),
    ),
    "care_leavers_suitable_accommodation_pct": (
        Departure("Kent", "counts only those in touch; nationally all of the age band", "denominator=in_touch"),
    ),
    "care_leavers_eet_pct": (
        Departure("Kent", "counts only those in touch; nationally all of the age band", "denominator=in_touch"),
        Departure("Birmingham", "adds up birthdays since April, so its denominator grows through the year"),
    ),
    "cla_reviews_in_timescale_pct": (
        Departure("Birmingham and Herefordshire", "count meetings, not children", "basis=meeting"),
    ),
    "cla_placed_within_20_miles_pct": (
        Departure("National tables", "count placements over 20 miles and outside the boundary, of all children"),
        Departure("Kent to 2017/18", "counted children placed with family and friends", "kin=include"),
    ),
    "cla_3plus_placements_pct": (
        Departure("National tables", "take the year to 31 March; a month's figure looks back 12 months from its end"),
    ),
    "cla_long_term_stability_pct": (
        Departure("Kent", "names neither the age nor the two and a half years in its title"),
    ),
    "cpp_ended_3m_pct": (Departure("Birmingham", "takes the plans ended in three months; national tables a year"),),
    "referral_decision_24h_pct": (
        Departure("National guidance", "one working day, not 24 hours", "limit=1wd"),
        Departure("Birmingham", "counts the referrals decided, not those received, in the month"),
    ),
    "rereferrals_12m_pct": (Departure("DfE table C1", "also gives the share of children", "level=child"),),
    "iha_20wd_pct": (
        Departure("Kent from 2018/19", "leaves out refusals of the last three months", "refusal=exclude_3m"),
        Departure("Cheshire East", "counts assessments by paediatricians", "performer=paediatrician"),
    ),
    "iha_referral_in_time_pct": (
        Departure("Cheshire East", "allows 48 hours where Kent allows five working days", "limit=48h"),
    ),
    "cla_health_assessment_pct": (
        Departure("DfE", "counts children looked after for 12 months at 31 March", "scope=oc2"),
    ),
    "cla_dental_check_pct": (Departure("DfE", "counts children looked after for 12 months at 31 March", "scope=oc2"),),
    "rhi_in_timescale_pct": (
        Departure(
            "Statutory guidance", "72 hours; over Easter that is four days less than 3 working days", "limit=72h"
        ),
    ),
    "adoption_a1_days": (
        Departure("Birmingham", "also gives 12 months; the scorecard's threshold is for three years"),
    ),
    "adoption_a2_days": (
        Departure(
            "Kent and the Children's Trust", "take a single period; the scorecard's threshold is for three years"
        ),
    ),
    "cla_ceased_adopted_or_sgo_pct": (
        Departure("Kent", "leaves unaccompanied children out; they are most of those who leave care there"),
    ),
    "caseload_average_sw": (
        Departure(
            "Birmingham", "does not say whether it divides by people or by full-time equivalents", "by=headcount"
        ),
    ),
    "agency_social_workers_pct": (
        Departure(
            "Birmingham", "divides by established posts, team managers included", "denominator=established_posts"
        ),
    ),
    "cin_open_duration_pct": (
        Departure("DfE", "counts two years or more, of every open episode", "op=ge"),
        Departure("A Children's Trust", "prints bands under titles that say more than", "band=1-2y"),
    ),
    "care_proceedings_26w_pct": (
        Departure("A Children's Trust", "counts open proceedings that are on track", "status=on_track"),
    ),
    "audit_good_or_better_pct": (
        Departure("A Children's Trust", "has two targets over one distribution", "grade=ri_or_better"),
    ),
    "referrals_rate_per_10000": (
        Departure(
            "Herefordshire",
            "prints a month's number beside a year's rate; make a month yearly first",
            "annualise=scaled",
        ),
    ),
}
