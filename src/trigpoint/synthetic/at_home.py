"""Children placed with their parents are in care under an order: nobody is accommodated by agreement at home."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from trigpoint.synthetic.legal import VOLUNTARY, Legal
from trigpoint.synthetic.spells import meets
from trigpoint.synthetic.stays import AT, Stays


def under_an_order(lived: Stays, law: Legal) -> Stays:
    """The stays, those with parents while a child was accommodated being with relatives instead."""
    rows = np.flatnonzero(lived.kind == AT["P1"])
    home, agreed = lived.take(rows), law.status == VOLUNTARY
    end = law.end[agreed] - 1
    freely = meets(home.period, home.start, home.end - 1, law.period[agreed], law.start[agreed], end)
    # all the time with one carer is told alike
    carers = np.unique(home.carer[freely])
    kind = np.where((lived.kind == AT["P1"]) & np.isin(lived.carer, carers), AT["U3"], lived.kind)
    return replace(lived, kind=kind)
