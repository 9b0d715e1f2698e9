"""A required field of the records."""

from trigpoint.language import Breakdown, CaseView, Child, Key, Number


class RequiredField(CaseView, state=True, needs=("ssd_person",)):
    """One row per authority and required field of a table that it gave, at the as-at date only.

    A field is populated when it holds something valid: a code of its code set (of any year), a plain yes or no, a day
    that is not after the as-at date, otherwise anything that is not blank.
    """

    id = Key("Required field")
    child = Child("Child (none: the row is about a field)")
    table = Breakdown("Table")
    rule = Breakdown("Rule")
    populated = Number("Populated")
    instances = Number("Rows in which the field is required")
