"""A post at a date."""

from trigpoint.cases.person import TeamBreakdowns
from trigpoint.language import Breakdown, CaseView, Child, Flag, Key, Number

_NO_FTE = "No full-time equivalent recorded"


class Post(CaseView, TeamBreakdowns, state=True, of_workers=True, needs=("ext_post",)):
    """One row per established post at the date: filled for good, filled by an agency worker, or vacant.

    Full-time equivalents are stored in hundredths.
    """

    id = Key("Post")
    child = Child("Child (none: the row is about a post)")
    role = Breakdown("Role")
    filled_by = Breakdown("Filled by")
    is_care_team = Flag("In a children in care team")
    is_fostering_or_adoption_team = Flag("In a fostering or adoption team")
    fte = Number("Full-time equivalent", _NO_FTE, parts=100)
    permanent_fte = Number("Full-time equivalent of a permanent worker", _NO_FTE, parts=100)
    agency_fte = Number("Full-time equivalent of an agency worker", _NO_FTE, parts=100)
    in_post_fte = Number("Full-time equivalent of a permanent or agency worker", _NO_FTE, parts=100)
    vacant_fte = Number("Full-time equivalent not filled for good", _NO_FTE, parts=100)
    posts = Number("One post")
    agency_people = Number("One agency worker", extra=True)
    in_post_people = Number("One permanent or agency worker, a permanent one once a role", extra=True)
