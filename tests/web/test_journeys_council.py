"""Next year's targets, and what must be in order around them: roles, words, restricted cases, the access log."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest
from django.utils import timezone

from trigpoint.web.people.roles import ROLES as EVERY

from . import test_journeys_month, test_journeys_practice
from .browser import chromium
from .journey import Judge, Person, signed_in
from .served import SCRIPTS, Served

pytestmark = pytest.mark.browser
ROLES = frozenset({"target_owner", "approver", "administrator", "information_governance"})
TODAY = timezone.localdate().isoformat()
LATER = (timezone.localdate() + timedelta(60)).isoformat()
TITLE = "Conferences in 15 days"


@pytest.fixture(scope="module")
def judge() -> Iterator[Judge]:
    with chromium() as opened:
        yield Judge(opened)


def test_every_role_has_a_journey() -> None:
    assert set(EVERY) == ROLES | test_journeys_month.ROLES | test_journeys_practice.ROLES


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda on: "with JavaScript" if on else "without JavaScript")
def test_targets_are_agreed_and_the_council_stays_in_order(script: bool, judge: Judge, served: Served) -> None:
    with served.story(own_pack=True) as base:
        sign_in = partial(signed_in, judge, base, script=script)
        with sign_in("target-owner") as owner:
            _proposes(owner)
        with sign_in("administrator") as administrator:
            _gives_a_role(administrator)
        with sign_in("target-owner") as owner:
            _may_not_agree(owner)
        with sign_in("approver") as director:
            _agrees(director)
        with sign_in("analyst") as analyst:
            child = _sees_a_child(analyst)
        with sign_in("information-governance") as guardian:
            _finds_who_saw(guardian, child)
            _restricts(guardian, child)
        with sign_in("analyst") as analyst:
            _sees_that_one_is_held_back(analyst, child)
        with sign_in("administrator") as administrator:
            _settles(administrator)
            _makes_a_key(administrator)


def _proposes(owner: Person) -> None:
    owner.refused(400, "Begin the paper")
    owner.sees("Choose the pack whose targets are set.")
    owner.picks("Pack", "Children in care report (ours)")
    owner.presses("Begin the paper")
    owner.sees("The paper is begun", "Nobody is named who is to agree")
    owner.follows(TITLE)
    owner.types("Target", "82")
    owner.refused(400, "Save the proposal")
    owner.sees("Say why it changes")
    assert owner.page.input_value("#target") == "82"
    owner.types("Why", "A step up each year.")
    owner.presses("Save the proposal")
    owner.opens("/targets/1/")
    owner.sees("1 changes", "A step up each year.")
    owner.types("Body or role", "Corporate parenting panel")
    owner.types("To decide on", LATER)
    owner.presses("Add")
    owner.presses("Put it forward")
    owner.sees("Draft 1 is with those who agree")


def _gives_a_role(administrator: Person) -> None:
    administrator.follows("People and roles", within="main")
    administrator.follows("Target owner", within="table")
    administrator.follows("Give a role")
    administrator.refused(400, "Give the role")
    administrator.sees("There is a problem", "Choose a role.")
    administrator.picks("Role", "Director")
    administrator.types("Why", "Stands in for the director in November.")
    administrator.presses("Give the role")
    administrator.sees("The role is given.", "Director")
    administrator.opens("/administration/people/")
    administrator.follows("System administrator", within="table")
    administrator.sees("These are your own roles.")


def _may_not_agree(owner: Person) -> None:
    owner.opens("/targets/1/")
    owner.sees("You proposed this. Someone else must agree it.")
    said = {"decision": "agreed", "on": TODAY, "words": "As minuted", "draft": "1"}
    assert owner.sends("/targets/1/bodies/1/", **said) == 403


def _agrees(director: Person) -> None:
    director.opens("/targets/1/")
    director.follows("Record the decision")
    director.refused(400, "Record the decision")
    director.ticks("It agreed")
    director.types("Decided on", TODAY)
    director.types("In its words", "As minuted.")
    director.presses("Record the decision")
    director.waits_for("The targets stand in the store", anew=True)
    director.follows("Targets", within="header nav")
    director.page.locator("main a[href='/targets/sets/ours/']").click()
    director.page.locator("main a[href*='icpc']").first.click()
    director.sees("80% and above", "82% and above")


def _sees_a_child(analyst: Person) -> str:
    analyst.opens("/measures/cla_at_period_end/children/")
    return analyst.page.locator("main table tbody th").first.inner_text()


def _finds_who_saw(guardian: Person, child: str) -> None:
    guardian.types("Number of the child in the case system", child)
    guardian.presses("Find who has seen this child")
    guardian.sees("Performance analyst", "1 time")
    guardian.sees_no(child)
    guardian.follows("Each time")
    assert Path(guardian.saves("Take them away as CSV").path()).stat().st_size > 100
    guardian.follows("Access log", within="header nav")
    guardian.picks("Who", guardian.page.locator("#account option", has_text="Target owner").first.inner_text())
    guardian.picks("Refused", "only what was refused")
    guardian.presses("Show")
    guardian.sees("refused", "agree a target")
    guardian.presses("Check it now")
    guardian.waits_for("Done")
    guardian.opens("/access-log/")
    guardian.sees("Yes: every entry")
    guardian.follows("What was unusual")


def _restricts(guardian: Person, child: str) -> None:
    guardian.follows("Restricted cases", within="header nav")
    guardian.follows("Restrict a case")
    guardian.refused(400, "Restrict the case")
    guardian.types("Number of the child in the case system", child)
    guardian.types("Why", "Family of a member of staff.")
    guardian.presses("Restrict the case")
    guardian.sees("The case is restricted.", "1 case is restricted")
    guardian.sees_no(child)


def _sees_that_one_is_held_back(analyst: Person, child: str) -> None:
    analyst.opens("/measures/cla_at_period_end/children/")
    analyst.sees("1 restricted")
    analyst.sees_no(child)


def _settles(administrator: Person) -> None:
    administrator.follows("Words", within="main")
    administrator.refused(400, "Keep these words")
    administrator.page.locator("main input[type=radio]").last.check()
    administrator.types("Why", "Agreed by the corporate parenting panel.")
    administrator.presses("Keep these words")
    administrator.sees("Kept.", "Agreed by the corporate parenting panel.")
    administrator.opens("/administration/closed/")
    administrator.types("Day", "2026-12-29")
    administrator.types("What it is", "Offices closed")
    administrator.types("Why", "Agreed by the chief executive.")
    administrator.presses("Add the closure")
    administrator.sees("29 December 2026", "Offices closed")
    administrator.presses("Remove")
    administrator.sees("There are none.")


def _makes_a_key(administrator: Person) -> None:
    administrator.opens("/feed/")
    administrator.refused(400, "Make the key")
    administrator.types("Which program", "Power BI")
    administrator.page.locator("main input[type=radio]").first.check()
    administrator.types("Last day", LATER)
    administrator.presses("Make the key")
    administrator.sees("The key, this once")
    if administrator.script:
        administrator.presses("Copy the key", leaves=False)
    administrator.follows("Continue")
    administrator.presses("End")
    administrator.sees("ended")
