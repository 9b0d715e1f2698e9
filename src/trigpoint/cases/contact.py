"""A contact."""

from trigpoint.cases.person import PersonBreakdowns
from trigpoint.language import Breakdown, CaseView, Child, Column, Date, Flag, Key


class Contact(CaseView, PersonBreakdowns, needs=("ssd_contacts",)):
    """One row per child in a contact."""

    id = Key("Contact")
    child = Child()
    contacted_on = Date("Date of contact")
    is_duplicate = Flag("Same child, date and source as another contact")
    is_new_referral = Flag("Outcome is a new referral", "No outcome recorded")
    is_on_open_case = Flag("Outcome is that the case is open already")
    contact = Column("Contact, the same for children of one family", extra=True)
    referred_on = Date("Date of the first referral on or after the contact", extra=True)
    referral_limit_on = Date("3rd day after the contact", limit=True, extra=True)
    received_on = Date("Date received", extra=True)
    decided_on = Date("Date decided", "No decision recorded", extra=True)
    limit_on = Date("1st working day after receipt", limit=True, extra=True)
    limit_24h_on = Date("Last day within 24 hours of receipt", limit=True, extra=True)
    source = Breakdown("Source of contact")
