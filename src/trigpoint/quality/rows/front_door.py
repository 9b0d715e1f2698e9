"""Contacts, early help and referrals as rules see them."""

from trigpoint.quality.record_column import After, Lost
from trigpoint.quality.record_view import RecordView
from trigpoint.records.ssd import CinEpisodes, Contacts, EarlyHelpEpisodes


class Contact(RecordView, of=Contacts, child=Contacts.cont_person_id, start=Contacts.cont_contact_date):
    """A contact."""

    person_lost = Lost(Contacts.cont_person_id)
    before_conception = After(RecordView.born_on, days=-300)


class EarlyHelpEpisode(
    RecordView,
    of=EarlyHelpEpisodes,
    child=EarlyHelpEpisodes.earl_person_id,
    start=EarlyHelpEpisodes.earl_episode_start_date,
    end=EarlyHelpEpisodes.earl_episode_end_date,
):
    """An early help episode."""

    person_lost = Lost(EarlyHelpEpisodes.earl_person_id)
    before_conception = After(RecordView.born_on, days=-300)


class Referral(
    RecordView,
    of=CinEpisodes,
    child=CinEpisodes.cine_person_id,
    start=CinEpisodes.cine_referral_date,
    end=CinEpisodes.cine_close_date,
    line=(CinEpisodes.cine_person_id,),
):
    """A referral and the episode of need it began."""

    person_lost = Lost(CinEpisodes.cine_person_id)
    team_lost = Lost(CinEpisodes.cine_referral_team)
    before_conception = After(RecordView.born_on, days=-300)
