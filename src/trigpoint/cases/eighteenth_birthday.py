"""A young person who turns 18 while looked after."""

from trigpoint.cases.person import PersonBreakdowns, TeamBreakdowns
from trigpoint.language import CaseView, Child, Date, Flag, Key


class EighteenthBirthday(CaseView, PersonBreakdowns, TeamBreakdowns, needs=("ssd_cla_episodes", "ssd_person")):
    """One row per young person who was looked after on the day before the 18th birthday.

    That is the last day on which one can be: those who leave care at 18 leave on the birthday.
    """

    id = Key("Child")
    child = Child()
    birthday_on = Date("18th birthday")
    issued_on = Date("Date the health history was given", "Not given")
    is_uasc = Flag("Unaccompanied asylum-seeking child on the day before")
