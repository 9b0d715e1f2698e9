"""Permanence and care leavers as rules see them."""

from trigpoint.quality.record_column import Lost, Own
from trigpoint.quality.record_view import RecordView
from trigpoint.records import ssd
from trigpoint.records.ssd import CareLeavers


class Permanence(RecordView, of=ssd.Permanence, child=ssd.Permanence.perm_person_id):
    """The way of a child to permanence."""

    person_lost = Lost(ssd.Permanence.perm_person_id)
    period_lost = Lost(ssd.Permanence.perm_cla_id)
    decided_on = Own(ssd.Permanence.perm_adm_decision_date, "Decision that the child should be adopted")
    matched_on = Own(ssd.Permanence.perm_matched_date, "Match with adopters")
    placed_on = Own(ssd.Permanence.perm_placed_for_adoption_date, "Placed for adoption")
    ordered_on = Own(ssd.Permanence.perm_permanence_order_date, "Permanence order")


class CareLeaver(RecordView, of=CareLeavers, child=CareLeavers.clea_person_id):
    """A care leaver as known today."""

    person_lost = Lost(CareLeavers.clea_person_id)
