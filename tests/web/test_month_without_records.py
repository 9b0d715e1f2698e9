"""A month outlives the records it was made from: they are deleted when their time is over, its pages still open."""

from __future__ import annotations

import pytest

from .conftest import SignIn
from .month_samples import line_of, make_month

pytestmark = pytest.mark.django_db


def test_every_page_of_the_month_opens(sign_in: SignIn) -> None:
    month = make_month()  # of a snapshot that the store does not hold
    line = line_of(month, "icpc_15wd_pct").pk
    client = sign_in("information_manager")
    paths = ("", "calculate/", "reasonable/", f"reasonable/{line}/", "publish/")
    opened = {path: client.get(f"/month/2026-10/{path}").status_code for path in paths}
    assert opened == dict.fromkeys(paths, 200)
    assert client.get(f"/month/lines/{line}/").status_code == 200
    said = client.get("/month/2026-10/reasonable/").content.decode()
    assert "The records it was made from are no longer kept." in said
