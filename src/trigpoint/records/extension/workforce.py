"""Posts and supervision."""

from trigpoint.records.table import Table, date, scaled, text


class Post(Table, name="ext_post"):
    """An established post and a spell of who filled it."""

    post_id = text(key=True, note="one row per post and spell")
    role = text(required=True, note="social_worker | team_manager | iro | family_support | other")
    team = text()
    fte = scaled(100, required=True, note="full-time equivalent")
    filled_by = text(required=True, note="permanent | agency | vacant")
    professional_id = text()
    start_date = date(required=True)
    end_date = date()


class Supervision(Table, name="ext_supervision"):
    """A supervision held."""

    supervision_id = text(key=True)
    professional_id = text(required=True, note="ssd_professionals.prof_professional_id")
    held_on = date(required=True)
