"""What speaks for a proposal: its figure in any variant, counted as proposed, three years of it, the best quarter."""

# ruff: noqa: F401, F811 - fixtures of the room's own tests are named as arguments

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client
from django.utils import timezone

from trigpoint.comparators import invented
from trigpoint.language.period import PeriodType
from trigpoint.store import Store
from trigpoint.tasks.calculate import figures
from trigpoint.tasks.target_proposal import Proposed, read
from trigpoint.web.people.actor import Held
from trigpoint.web.people.models import Account, Grant
from trigpoint.web.people.samples import make_account
from trigpoint.web.targets.models import Decision, PaperHappening, TargetPaper

from .conftest import AS_AT, PASSWORD, SignIn
from .own_targets import decide, fields, put_forward, row, save
from .test_targets_room import STARTS, owner, pack, packed, paper, work_off

pytestmark = pytest.mark.django_db
REVIEWS, COUNT = "cla_reviews_in_timescale_pct", "cla_at_period_end"


def made_of(store: Path, measure: str, variant: str, on: date | None = STARTS, definitions: str = "national") -> str:
    """The latest figure as counts, from the task itself."""
    table = figures(
        store, [measure], [PeriodType.SNAPSHOT], AS_AT, 1, (), variant or "headline", definitions, defined_on=on
    )
    (found,) = (one for one in table.to_pylist() if not one["breakdown"])
    counts = [found["numerator"], found["denominator"]]
    return " of ".join(f"{value:,.0f}" for value in counts if value is not None)


def words(client: Client, path: str) -> str:
    page = client.get(path).content.decode()
    return " ".join(re.sub(r"<[^>]+>", " ", re.sub(r"<svg.*?</svg>", " ", page, flags=re.S)).split())


def test_the_paper_and_a_row_can_be_looked_at_in_another_variant(paper: TargetPaper, owner: Client) -> None:
    store = settings.ENVIRONMENT.store
    whole, without = made_of(store, REVIEWS, ""), made_of(store, REVIEWS, "uasc=exc")
    assert whole != without
    page = f"/targets/{paper.pk}/"
    assert f"31 Oct 2026, {whole}" in words(owner, page)
    assert f"31 Oct 2026, {without}" in words(owner, f"{page}?variant=uasc%3Dexc")
    one = f"{page}rows/{row(paper, REVIEWS).pk}/"
    assert without in words(owner, f"{one}?variant=uasc%3Dexc").partition("Last 12 figures")[2]
    assert whole in words(owner, f"{one}?variant=nonsense").partition("Last 12 figures")[2]


def test_an_amended_measure_is_counted_as_it_is_proposed_and_its_target_moves_with_it(
    paper: TargetPaper,
    owner: Client,
) -> None:
    given = {"measure": COUNT, "period_type": "snapshot", "title": "Children in care"}
    owner.post(f"/targets/{paper.pk}/add/", given)
    work_off()
    added = row(paper, COUNT)
    wrong = owner.post(f"/targets/{paper.pk}/rows/{added.pk}/", fields(added, counted_variant="no=such"))
    assert b"has no variant" in wrong.content
    told = {"target": "100", "good": "low", "tolerance_low": "90", "tolerance_high": "110", "rationale": "Ours alone"}
    assert save(owner, added, counted_variant="uasc=exc", **told) == 302
    store = settings.ENVIRONMENT.store
    page = words(owner, f"/targets/{paper.pk}/rows/{added.pk}/")
    whole, without = made_of(store, COUNT, "", None), made_of(store, COUNT, "uasc=exc")
    assert f"By today&#39;s definition {whole}; counted as proposed {without}." in page
    assert "Counted by the variant uasc=exc" in words(owner, f"/targets/{paper.pk}/")
    put_forward(owner, paper, "Panel")


def test_an_amended_measure_is_calculated_by_another_set_of_definitions(
    paper: TargetPaper,
    owner: Client,
) -> None:
    conferences = row(paper, "icpc_15wd_pct")
    path = f"/targets/{paper.pk}/rows/{conferences.pk}/"
    assert save(owner, conferences, counted_set="kent", rationale="As the county counts") == 302
    assert "The baseline is not calculated yet" in words(owner, path)
    work_off()
    assert "counted as proposed" in words(owner, path).lower()
    owner.post(f"/targets/{paper.pk}/draw/")
    work_off()
    drawn = words(owner, f"/targets/{paper.pk}/drawn/")
    assert "Counted by the kent definitions" in drawn
    assert "Effect" in drawn


def test_a_row_that_is_counted_otherwise_has_a_target_for_that_figure_too() -> None:
    one = Proposed(
        code="1", title="Children in care", group="", measure=COUNT, variant="", period_type="snapshot",
        fields={"style": "two_sided", "good": "low", "target": "100", "tolerance_low": "90", "tolerance_high": "110",
                "rationale": "x"}, counted_variant="uasc=exc",
    )  # fmt: skip
    found = read(one, STARTS, "ours")
    assert [(target.variant, target.period_type) for target in found.targets] == [
        ("", "snapshot"),
        ("uasc=exc", "snapshot"),
    ]
    assert one.changed == "New"


def test_the_best_quarter_and_three_years_stand_beside_a_proposal(paper: TargetPaper, owner: Client) -> None:
    store = settings.ENVIRONMENT.store
    page = f"/targets/{paper.pk}/"
    assert "None is published" in words(owner, page)
    with Store(store).writing() as writer:
        writer.add_entry("benchmarks", invented.values(AS_AT.year))
        writer.add_entry("benchmarks", invented.neighbours())
    said = words(owner, page)
    assert "12 months to Oct 2024" in said
    assert "12 months to Oct 2025" in said
    assert re.search(r"Best quarter: above \d+% \(Year to 31 March 2026", said)
    assert re.search(r"Target (in it|on its edge|\d+ points? away)", said)
    one = words(owner, f"{page}rows/{row(paper, 'icpc_15wd_pct').pk}/")
    assert "Year to 31 March 2024" in one


@pytest.fixture
def both(db: None) -> Account:
    """Somebody who may propose and agree."""
    account = make_account("both", Held("information_manager"), PASSWORD)
    Grant.objects.create(account=account, role="approver", kind="authority", starts=date(2020, 1, 1))
    return account


@pytest.mark.parametrize("part", ["names", "removes", "puts forward"])
def test_who_named_who_agrees_or_put_it_forward_cannot_agree_whatever_roles_they_hold(
    part: str,
    paper: TargetPaper,
    owner: Client,
    sign_in: SignIn,
    both: Account,
) -> None:
    helper, path = sign_in(both), f"/targets/{paper.pk}"
    today = timezone.localdate().isoformat()
    if part == "names":
        helper.post(f"{path}/bodies/", {"name": "Panel", "planned": today})
        put_forward(owner, paper)
    elif part == "removes":
        owner.post(f"{path}/bodies/", {"name": "Board", "planned": today})
        helper.post(f"{path}/bodies/", {"remove": paper.bodies.get().pk})
        put_forward(owner, paper, "Panel")
    else:
        owner.post(f"{path}/bodies/", {"name": "Panel", "planned": today})
        put_forward(helper, paper)
    assert paper.state == "for agreement"
    assert decide(helper, paper, "Panel") == 403
    Grant.objects.filter(account=both, role="information_manager").delete()
    assert decide(helper, paper, "Panel") == 403  # the same request under the role that may agree alone
    assert not Decision.objects.exists()
    assert decide(sign_in("approver"), paper, "Panel") == 302
    assert PaperHappening.objects.filter(what__startswith="recorded for", shaped=True).count() == 0
