"""What needs doing, what is recorded wrongly, how well it was done: the people who work with children's records."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest
from django.utils import timezone

from .browser import PHONE, chromium
from .journey import Judge, Person, signed_in
from .served import SCRIPTS, Served

pytestmark = pytest.mark.browser
ROLES = frozenset({"worker", "team_manager", "quality_officer", "audit_lead", "auditor"})
ROUND = "2026-27 Q3"
LATER = (timezone.localdate() + timedelta(60)).isoformat()


@pytest.fixture(scope="module")
def judge() -> Iterator[Judge]:
    with chromium() as opened:
        yield Judge(opened)


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda on: "with JavaScript" if on else "without JavaScript")
def test_records_are_used_mended_and_audited(script: bool, judge: Judge, served: Served) -> None:
    with served.story() as base:
        sign_in = partial(signed_in, judge, base, script=script)
        with sign_in("worker", width=PHONE) as worker:
            _sees_the_week(worker)
        with sign_in("team-manager", width=PHONE) as manager:
            _flags_a_record(manager)
        with sign_in("quality-officer") as officer:
            _settles_the_flag(officer)
            _assigns_and_accepts(officer)
        with sign_in("audit-lead") as lead:
            _draws_a_round(lead)
        with sign_in("auditor") as auditor:
            _audits(auditor)
        with sign_in("audit-lead") as lead:
            _returns_the_audit(lead)
        with sign_in("auditor") as auditor:
            _hands_in_again(auditor)
        with sign_in("audit-lead") as lead:
            _agrees(lead)


def _sees_the_week(worker: Person) -> None:
    worker.sees("this week", "Data as at 31 October 2026", "days old")
    worker.sees_no("All teams")
    worker.opens("/measures/cla_at_period_end/")
    worker.follows("Open the list of children")
    worker.sees("in other parts of the authority")


def _flags_a_record(manager: Person) -> None:
    manager.sees("this week", "Missed")
    manager.presses("Recorded wrongly?")
    manager.sees("Say what happened")
    manager.types("What happened", "The visit was made on the day; it was written up late.")
    manager.presses("Send to data quality")
    manager.sees("Thank you. The data quality officer sees it from now on.")
    assert Path(manager.saves("Excel list").path()).stat().st_size > 2000
    if manager.script:
        assert manager.page.get_by_role("button", name="Print this week").is_visible()


def _settles_the_flag(officer: Person) -> None:
    officer.sees("Data quality worklist")
    officer.follows("Recorded wrongly", within="main")
    officer.sees("1 record is said not to tell what happened", "it was written up late")
    officer.types("What came of it", "Mended in the case system.")
    officer.presses("Settle")
    officer.sees("Settled.", "Nobody has flagged a record.")


def _assigns_and_accepts(officer: Person) -> None:
    officer.opens("/quality/")
    officer.page.locator("main table th a").first.click()
    officer.page.wait_for_load_state()
    officer.refused(400, "Assign")
    officer.sees("Nothing was ticked")
    boxes = officer.page.locator("input[name=finding]")
    boxes.first.check()
    officer.types("Who is to mend them", "Business support")
    officer.presses("Assign")
    officer.sees("1 given to Business support.", "given to Business support")
    boxes.last.check()
    officer.types("Why they may stand", "The other authority holds the record.")
    officer.refused(400, "Accept")
    officer.sees("Until when? Give a day after today")
    assert boxes.last.is_checked()
    assert officer.page.input_value("#reason") == "The other authority holds the record."
    officer.types("Until", LATER)
    officer.presses("Accept")
    officer.sees("1 accepted until", "The other authority holds the record.")
    boxes.first.check()
    assert Path(officer.saves("Excel list").path()).stat().st_size > 2000
    officer.opens("/quality/log/")
    officer.sees("Data-cleansing log")


def _draws_a_round(lead: Person) -> None:
    lead.sees("No round has been drawn yet.")
    lead.follows("Draw a new round")
    lead.refused(400, "Draw the cases")
    lead.sees("There is a problem")
    lead.types("Name of the round", ROUND)
    lead.ticks("Practice audit")
    lead.types("How many cases", "2")
    lead.types("Due by", LATER)
    boxes = lead.page.locator("input[name=questions]")
    for place in range(boxes.count()):
        boxes.nth(place).set_checked(place < 2)
    lead.presses("Draw the cases")
    lead.sees("2 of", "cases were drawn", "Seed")
    lead.ticks("Case 1")
    lead.picks("Give those ticked to", "Auditor")
    lead.presses("Give")
    lead.sees("1 given to Auditor.")
    lead.ticks("Case 2")
    lead.picks("Give those ticked to", "Audit lead")
    lead.presses("Give")


def _audits(auditor: Person) -> None:
    auditor.sees("1 audit is yours to do.")
    auditor.follows(f"{ROUND}, case 1")
    auditor.ticks("Yes")
    if auditor.script:
        auditor.waits_for("Saved at")
    else:
        auditor.presses("Save", within="main form")
        auditor.sees("Saved.")
    auditor.page.reload()
    assert auditor.page.get_by_label("Yes").first.is_checked()
    auditor.refused(400, "Hand in")
    auditor.sees("There is a problem")
    auditor.page.get_by_label("No", exact=True).nth(1).check()
    auditor.ticks("Good")
    auditor.types("What was found", "The plan drifted for a month.")
    auditor.presses("Hand in")
    auditor.sees("Handed in. A second person will look at it.")


def _returns_the_audit(lead: Person) -> None:
    lead.opens("/audits/")
    lead.follows(ROUND, within="table")
    lead.page.locator("main table th a").first.click()
    lead.page.wait_for_load_state()
    lead.sees("The plan drifted for a month.")
    lead.refused(400, "Return to the auditor")
    lead.sees("There is a problem")
    lead.types("Why", "Say which plan.")
    lead.presses("Return to the auditor")
    lead.sees("Returned to the auditor.")
    lead.page.locator("main table th a").nth(1).click()
    lead.page.wait_for_load_state()
    for box in lead.page.get_by_label("Yes").all():
        box.check()
    lead.ticks("Outstanding")
    lead.presses("Hand in")
    lead.page.locator("main table th a").nth(1).click()
    lead.page.wait_for_load_state()
    lead.sees_no("The grade that stands")
    number = lead.page.url.rstrip("/").rpartition("/")[2]
    assert lead.sends(f"/audits/cases/{number}/judge/", grade="Good", reason="Mine", do="stand") == 403


def _hands_in_again(auditor: Person) -> None:
    auditor.follows(f"{ROUND}, case 1")
    auditor.sees("Say which plan.")
    auditor.types("What was found", "The protection plan drifted for a month.")
    auditor.presses("Hand in")
    auditor.follows("1", within="main table")
    auditor.types("What", "Check every plan after four weeks")
    auditor.types("Which role", "Team manager")
    auditor.refused(400, "Add the action")
    assert auditor.page.input_value("#what") == "Check every plan after four weeks"
    auditor.types("By when", LATER)
    auditor.presses("Add the action")
    auditor.sees("Action added.")


def _agrees(lead: Person) -> None:
    lead.opens("/audits/")
    lead.types("What came of it", "Done in every team.")
    lead.presses("Close")
    lead.sees("No action is open.")
    lead.follows(ROUND, within="table")
    lead.page.locator("main table th a").first.click()
    lead.page.wait_for_load_state()
    lead.presses("Let it stand")
    lead.sees("Moderated.", "1 of 2 audits are moderated")
