"""Who worked with whom, and posts, as rules see them."""

from trigpoint.quality.record_column import After, Lost, Via
from trigpoint.quality.record_view import RecordView
from trigpoint.records import extension as ext
from trigpoint.records.ssd import CinEpisodes, Department, Involvements, Professionals


class Involvement(
    RecordView,
    of=Involvements,
    child=Involvements.invo_person_id,
    start=Involvements.invo_involvement_start_date,
    end=Involvements.invo_involvement_end_date,
):
    """A spell in which a worker was involved with a child."""

    person_lost = Lost(Involvements.invo_person_id)
    worker_lost = Lost(Involvements.invo_professional_id)
    team_lost = Lost(Involvements.invo_professional_team)
    referral_lost = Lost(Involvements.invo_referral_id)
    case_closed_on = Via(Involvements.invo_referral_id, CinEpisodes.cine_close_date, "Day the case was closed")
    fortnight_on = After(case_closed_on, "A fortnight after the case was closed", days=14)


class Post(RecordView, of=ext.Post, start=ext.Post.start_date, end=ext.Post.end_date):
    """A post and who filled it."""


class Worker(RecordView, of=Professionals):
    """A worker."""


class Team(RecordView, of=Department):
    """A team."""
