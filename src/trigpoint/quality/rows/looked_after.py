"""Episodes, placements, legal statuses, reviews, visits, health and missing episodes as rules see them."""

from trigpoint.quality.record_column import After, Followers, Last, Lost, Own, Via
from trigpoint.quality.record_view import RecordView
from trigpoint.records import extension as ext
from trigpoint.records import ssd
from trigpoint.records.ssd import ClaCarePlan, ClaEpisodes, ClaHealth, ClaPlacement, ClaReviews, ClaVisits, Missing


class ClaEpisode(
    RecordView,
    of=ClaEpisodes,
    child=ClaEpisodes.clae_person_id,
    start=ClaEpisodes.clae_cla_episode_start_date,
    end=ClaEpisodes.clae_cla_episode_ceased_date,
    line=(ClaEpisodes.clae_person_id, ClaEpisodes.clae_cla_id),
):
    """An episode of being looked after; those of one period of care follow one another."""

    period = Own(ClaEpisodes.clae_cla_id, "Period of care")
    placement = Own(ClaEpisodes.clae_cla_placement_id, "Placement")
    person_lost = Lost(ClaEpisodes.clae_person_id)
    placement_lost = Lost(ClaEpisodes.clae_cla_placement_id)
    referral_lost = Lost(ClaEpisodes.clae_referral_id)
    ceased_reason = Own(ClaEpisodes.clae_cla_episode_ceased_reason, "Reason it ceased")
    eighteenth_birthday = After(RecordView.born_on, "18th birthday", years=18)
    likely_start = Via(ClaEpisodes.clae_cla_placement_id, ClaPlacement.clap_cla_placement_start_date)


class Placement(
    RecordView,
    of=ClaPlacement,
    child=ClaPlacement.clap_person_id,
    start=ClaPlacement.clap_cla_placement_start_date,
    end=ClaPlacement.clap_cla_placement_end_date,
):
    """A placement."""

    person_lost = Lost(ClaPlacement.clap_person_id)
    period_lost = Lost(ClaPlacement.clap_cla_id)
    episodes = Followers(ClaEpisodes.clae_cla_placement_id, "Episodes in it")
    episodes_ended_on = Last(
        ClaEpisodes.clae_cla_placement_id, ClaEpisodes.clae_cla_episode_ceased_date, "End of the last episode in it"
    )
    sixty_days_on = After(episodes_ended_on, "60 days after the last episode in it ended", days=60)


class LegalStatus(
    RecordView,
    of=ssd.LegalStatus,
    child=ssd.LegalStatus.lega_person_id,
    start=ssd.LegalStatus.lega_legal_status_start_date,
    end=ssd.LegalStatus.lega_legal_status_end_date,
    line=(ssd.LegalStatus.lega_person_id,),
):
    """A legal status."""

    person_lost = Lost(ssd.LegalStatus.lega_person_id)


class ClaReview(RecordView, of=ClaReviews, child=ClaReviews.clar_cla_person_id, start=ClaReviews.clar_cla_review_date):
    """A looked-after review; it stands without its date while it is only planned."""

    person_lost = Lost(ClaReviews.clar_cla_person_id)
    period_lost = Lost(ClaReviews.clar_cla_id)
    due_on = Own(ClaReviews.clar_cla_review_due_date, "Day by which it was due")


class ClaVisit(RecordView, of=ClaVisits, child=ClaVisits.clav_person_id, start=ClaVisits.clav_cla_visit_date):
    """A visit to a looked-after child."""

    person_lost = Lost(ClaVisits.clav_person_id)
    period_lost = Lost(ClaVisits.clav_cla_id)


class CarePlan(
    RecordView,
    of=ClaCarePlan,
    child=ClaCarePlan.lacp_person_id,
    start=ClaCarePlan.lacp_cla_care_plan_start_date,
    end=ClaCarePlan.lacp_cla_care_plan_end_date,
):
    """A care plan."""

    person_lost = Lost(ClaCarePlan.lacp_person_id)


class HealthCheck(RecordView, of=ClaHealth, child=ClaHealth.clah_person_id, start=ClaHealth.clah_health_check_date):
    """A health or dental check."""

    person_lost = Lost(ClaHealth.clah_person_id)


class MissingEpisode(
    RecordView,
    of=Missing,
    child=Missing.miss_person_id,
    start=Missing.miss_missing_episode_start_date,
    end=Missing.miss_missing_episode_end_date,
    line=(Missing.miss_person_id,),
):
    """A missing episode."""

    person_lost = Lost(Missing.miss_person_id)
    sixty_days_on = After(RecordView.start, "60 days after its start", days=60)


class ReturnInterview(RecordView, of=ext.ReturnInterview):
    """A return interview."""

    missing_lost = Lost(ext.ReturnInterview.missing_table_id)
