"""A child who went missing in the months up to a date."""

from trigpoint.cases.person import PersonBreakdowns, TeamBreakdowns
from trigpoint.language import CaseView, Child, Key, Number


class MissingChild(CaseView, PersonBreakdowns, TeamBreakdowns, state=True, needs=("ssd_missing", "ssd_cla_episodes")):
    """One row per looked-after child who went missing in the 12 months up to the date; overlapping episodes are one."""

    id = Key("Child")
    child = Child()
    episodes_in_month = Number("Episodes begun in the month")
    episodes_in_12_months = Number("Episodes begun in the 12 months to the date")
    episodes_in_90_days = Number("Episodes begun in the 90 days to the date")
