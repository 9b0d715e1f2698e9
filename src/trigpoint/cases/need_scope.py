"""Which children in need a stock is about: the scopes that its measures share."""

from collections.abc import Mapping
from typing import Any

from trigpoint.cases.child_in_need import ChildInNeed
from trigpoint.language import Predicate

IN_NEED: Mapping[str, Predicate] = {"Referral ended in no further action": ChildInNeed.is_no_further_action == 1}

SCOPES: Mapping[str, Mapping[str, Any]] = {
    "all_statutory": {},
    "cin_only": {
        "exclude": {
            "Subject of a child protection plan": ChildInNeed.is_on_plan == 1,
            "Looked after": ChildInNeed.is_looked_after == 1,
        },
        "needs": ("ssd_cp_plans", "ssd_cla_episodes"),
    },
    "cin_plan": {"where": ChildInNeed.has_need_plan == 1, "needs": ("ssd_cin_plans",)},
}
