"""A month walked by everyone who has a part in it: from the files of an extract to packs that others read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from functools import partial
from pathlib import Path

import pytest

from .browser import PHONE, chromium
from .journey import Judge, Person, signed_in
from .served import SCRIPTS, Served

pytestmark = pytest.mark.browser
ROLES = frozenset(
    {
        "analyst",
        "information_manager",
        "commentator",
        "head_of_service",
        "approver",
        "panel",
        "viewer",
        "commissioner",
        "feed",
    }
)
LINE = "Children in care who went missing in 12 months"
SignIn = Callable[..., AbstractContextManager[Person]]
PACK = "kent-missing-monthly"
BAD = "authority,pers_person_id,pers_sex,pers_expected_dob,pers_dob\nX1,C1,F,,2015-04-01\nX1,C3,M,,not a day\n"


@pytest.fixture(scope="module")
def judge() -> Iterator[Judge]:
    with chromium() as opened:
        yield Judge(opened)


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda on: "with JavaScript" if on else "without JavaScript")
def test_a_month_from_its_files_to_its_readers(
    script: bool, judge: Judge, served: Served, shared_store: Path, tmp_path: Path
) -> None:
    (tmp_path / "ssd_person.csv").write_text(BAD)
    records = sorted((shared_store.parent / "web-records").iterdir())
    with served.story() as base:
        sign_in = partial(signed_in, judge, base, script=script)
        _prepares(sign_in, tmp_path / "ssd_person.csv", records)
        _speaks_and_signs(sign_in)
        with sign_in("panel", width=PHONE) as councillor:
            _reads(councillor)
        with sign_in("viewer") as viewer:
            _looks_round(viewer)
        with sign_in("commissioner") as commissioner:
            _reads(commissioner)
            _takes_figures(commissioner)
        with sign_in("feed") as program:
            _takes_figures(program)
        with sign_in("approver") as director:
            _takes_back(director)
        with sign_in("panel", width=PHONE) as councillor:
            _reads_that_it_was_taken_back(councillor)


def _prepares(sign_in: SignIn, bad: Path, records: list[Path]) -> None:
    """From the files to figures that somebody has looked behind."""
    with sign_in("analyst") as analyst:
        _declines_a_bad_file(analyst, bad)
        _loads(analyst, records)
    with sign_in("information-manager") as manager:
        _freezes(manager)
    with sign_in("analyst") as analyst:
        _calculates(analyst)
        _looks_behind_a_figure(analyst)


def _speaks_and_signs(sign_in: SignIn) -> None:
    """From the comments to the packs."""
    with sign_in("information-manager") as manager:
        _gives_a_measure_to_its_owner(manager)
    with sign_in("commentator") as owner:
        _comments(owner)
    with sign_in("approver") as director:
        _returns(director)
    with sign_in("commentator") as owner:
        _answers(owner)
    with sign_in("head-of-service") as head:
        _comments_and_may_not_sign(head)
    with sign_in("information-manager") as manager:
        _accepts_both(manager)
    with sign_in("approver") as director:
        _signs(director)
    with sign_in("information-manager") as manager:
        _publishes(manager)


def _declines_a_bad_file(analyst: Person, file: Path) -> None:
    analyst.sees("No month has been begun")
    analyst.follows("Load other records", within="main")
    analyst.refused(422, "Check these files")
    analyst.sees("There is a problem", "Choose at least one")
    analyst.brings("Files of the extract", [file])
    analyst.types("Day on which the extract was taken", "2026-10-31")
    analyst.presses("Check these files")
    analyst.waits_for("1 error")
    analyst.sees("not a day", "row 3")
    analyst.refused(422, "Accept and load")
    analyst.sees("Rows would be refused")
    analyst.types("Reason", "Row 3 has no date of birth.")
    analyst.presses("Decline")
    analyst.sees("The store is as it was", "Row 3 has no date of birth.")


def _loads(analyst: Person, records: list[Path]) -> None:
    analyst.opens("/month/load/")
    analyst.brings("Files of the extract", records)
    analyst.types("Day on which the extract was taken", "2026-10-31")
    analyst.presses("Check these files")
    analyst.waits_for("No errors")
    analyst.sees("The last time is what snapshot 0001")
    analyst.presses("Accept and load")
    analyst.waits_for("It was loaded as snapshot 0002")
    analyst.follows("What the snapshot holds")
    analyst.sees("Accepted by Performance analyst")


def _freezes(manager: Person) -> None:
    manager.follows("Freeze a month")
    manager.refused(422, "Freeze")
    manager.sees("Choose at least one pack")
    manager.picks("Month", "October 2026")
    for audience in ("Internal", "Panel", "Public"):
        manager.ticks(f"({PACK}) for {audience}")
    manager.presses("Freeze")
    manager.waits_for("is frozen")
    manager.follows("Continue")
    manager.sees("October 2026", "The figures are not calculated yet")


def _calculates(analyst: Person) -> None:
    analyst.follows("Calculate the figures")
    analyst.presses("Calculate")
    analyst.waits_for("Done: 9 figures")
    analyst.follows("Continue")
    analyst.sees("The usual range is the mean")
    analyst.opens("/month/2026-10/")
    analyst.follows("Times that children in care went missing", within="table")
    analyst.follows("Why it is another figure than before")
    analyst.waits_for("Rows that stand differently")
    analyst.sees("That you saw this list is logged")


def _looks_behind_a_figure(analyst: Person) -> None:
    analyst.follows("Measures", within="header")
    analyst.types("Search titles, codes and definitions", "conference")
    analyst.presses("Search")
    analyst.follows("Initial child protection conferences", within="main")
    analyst.follows("Control chart")
    analyst.opens("/measures/icpc_15wd_pct/")
    analyst.follows("Open the list of children")
    analyst.sees("Names are hidden")
    analyst.follows("Export, giving a reason")
    analyst.refused(400, "Export the list")
    analyst.types("What do you need it for?", "To ask the team why these conferences were late.")
    assert analyst.saves("Export the list").suggested_filename.endswith((".xlsx", ".csv"))


def _gives_a_measure_to_its_owner(manager: Person) -> None:
    manager.follows("Who writes about which measure")
    manager.picks(f"Who writes about {LINE}", "Measure owner (commentator)")
    manager.presses("Save")
    manager.sees("1 measure changed.")


def _comments(owner: Person) -> None:
    owner.opens("/month/2026-10/?show=all")
    owner.follows(LINE)
    owner.types("What happened", "Eight of eighty went missing.")
    if owner.script:
        owner.waits_for("Draft saved at")
    else:
        owner.presses("Save draft")
        owner.sees("Saved as a draft")
    owner.opens("/month/2026-10/?show=all")
    owner.follows(LINE)
    assert owner.page.input_value("#happened") == "Eight of eighty went missing."
    owner.types("Action 1", "See every child within a day")
    owner.refused(422, "Submit to be challenged")
    owner.sees("There is a problem")
    owner.types("Why", "Two homes were full.")
    owner.types("Role", "Head of children in care")
    owner.types("By", "2027-01-31")
    owner.presses("Submit to be challenged")
    owner.sees("Submitted. Someone else now challenges or accepts it.")


def _returns(director: Person) -> None:
    director.opens("/month/2026-10/")
    director.follows(LINE)
    director.presses("Return it with this reason")
    director.sees("Say in up to")
    director.types("Why you return it", "Say which homes are meant.")
    director.presses("Return it with this reason")
    director.sees("Returned with your reason.")


def _answers(owner: Person) -> None:
    owner.opens("/month/2026-10/?show=mine")
    owner.sees("Returned: Say which homes are meant.")
    owner.follows(LINE)
    owner.types("Why", "Two homes outside the county were full.")
    owner.presses("Submit to be challenged")
    owner.sees("Version 2")


def _comments_and_may_not_sign(head: Person) -> None:
    head.opens("/month/2026-10/")
    head.follows("Return interview offered", within="table")
    head.types("What happened", "One interview of two was offered.")
    head.types("Why", "The family moved.")
    head.presses("Submit to be challenged")
    address = head.page.url
    digest = head.page.locator("input[name=line]")
    assert digest.count() == 0
    head.sees_no("Sign off what")
    line = address.rstrip("/").rpartition("/")[2]
    assert head.sends("/month/2026-10/sign-off/", line=f"{line}:anything") == 403


def _accepts_both(manager: Person) -> None:
    for title in (LINE, "Return interview offered"):
        manager.opens("/month/2026-10/?show=all")
        manager.follows(title, within="table")
        manager.presses("Accept the comment")
        manager.sees("Accepted. It can be signed off now.")


def _signs(director: Person) -> None:
    director.opens("/month/2026-10/?show=mine")
    director.follows(LINE, within="table")
    director.presses("Sign off")
    director.sees("1 measure signed off.", "Signed off by Director")
    director.opens("/month/2026-10/?show=mine")
    boxes = director.page.locator("input[name=line]")
    for place in range(boxes.count()):
        boxes.nth(place).check()
    director.presses("Sign off what is ticked")
    director.sees("8 measures signed off.")
    director.opens("/month/2026-10/?show=signed")
    director.sees("9 of 9 measures are signed off")


def _publishes(manager: Person) -> None:
    manager.follows("Go to publishing")
    manager.presses("Write the previews")
    manager.waits_for("Done")
    manager.follows("Continue")
    manager.follows("Open the preview")
    manager.sees("Preview.")
    manager.opens("/month/2026-10/publish/")
    manager.sees("Nothing stands in the way.")
    manager.presses("Publish the packs")
    manager.waits_for("Done")
    manager.follows("Continue")
    manager.sees("Every file is as it was published", "Signed off", "Director")


def _reads(reader: Person) -> None:
    reader.opens("/library/")
    reader.sees_no("Internal")
    reader.follows("October 2026")
    reader.follows("Open it")
    reader.sees("Signed off by Director")
    reader.follows(LINE)
    reader.sees("Two homes outside the county were full.")
    reader.opens("/library/")


def _looks_round(viewer: Person) -> None:
    for words in ("This month", "Measures", "Scorecards", "Targets"):
        viewer.follows(words, within="header nav")
    assert viewer.sends("/month/2026-10/publish/") == 403
    viewer.opens("/account/")
    viewer.sees("Viewer of figures")


def _takes_figures(reader: Person) -> None:
    reader.follows("Feed", within="header nav")
    for words in ("CSV of everything current", "JSON", "Parquet"):
        assert len(reader.fetches(words)) > 500


def _takes_back(director: Person) -> None:
    director.opens("/month/2026-10/")
    director.follows("Take back or publish again")
    director.refused(422, "Take it back")
    director.types("Why it is taken back", "A child could be recognised.")
    director.presses("Take it back")
    director.waits_for("Done")
    director.opens("/month/2026-10/")
    director.sees("Taken back on", "was taken back", "A child could be recognised.", "Taken back, not in force")
    director.opens("/month/2026-10/publish/")
    director.sees("and taken back", "A child could be recognised. It is not in force")


def _reads_that_it_was_taken_back(councillor: Person) -> None:
    councillor.opens("/library/?show=all")
    councillor.sees("Taken back")
    councillor.follows("October 2026")
    councillor.sees("A child could be recognised.")
