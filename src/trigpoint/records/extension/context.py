"""Population, and dated events that explain breaks in a series."""

from trigpoint.records.table import Table, date, integer, text


class Population(Table, name="ext_population"):
    """Population of an area by age, sex and year; the latest published by the end of a period is used."""

    area = text(required=True, note="new local authority code or name")
    age_from = integer(required=True, note="completed years, included")
    age_to = integer(required=True, note="completed years, included")
    sex = text(note="M | F; empty = both")
    year = integer(required=True, note="mid-year")
    children = integer(required=True)
    source = text(required=True)
    published_on = date(note="latest published by the period's end is used")


class Event(Table, name="ext_event"):
    """A dated event that explains a break in a series."""

    event_id = text(key=True)
    happened_on = date(required=True)
    title = text(required=True)
    kind = text(required=True, note="go_live | inspection | process_change | recording_change | other")
    measures = text(note="semicolon list of measure ids; empty = all")
    team = text(note="empty = all teams")
