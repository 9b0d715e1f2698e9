"""What goes on while the crowd browses: records are loaded, a month is frozen, calculated, signed off and published."""

from __future__ import annotations

import re
import time

from benchmarks.crowd_browser import Browser

PERIOD, PACK = "2026-10", "birmingham"
_ROUNDS = 5


def load(analyst: Browser, as_at: str) -> None:
    """Load what lies in the drop folder, as a person does: check, read the report, accept."""
    analyst.go("/month/load/", "")
    analyst.submit("Check the chosen files", {"as_at": as_at})
    if "/jobs/" in analyst.path:
        analyst.wait()
    _until(analyst, "Accept and load")
    analyst.submit("Accept and load", {"because": "It is a measurement."})
    if "/jobs/" in analyst.path:
        analyst.wait()
    _until(analyst, "It was loaded as snapshot")


def begin(analyst: Browser, manager: Browser) -> None:
    """Accept the newest records, freeze the month and calculate it."""
    analyst.go("/month/load/", "")
    waiting = analyst.links("/month/snapshots/")
    analyst.go(waiting[-1], "")
    if analyst.has("Accept these records"):
        analyst.submit("Accept these records")
    manager.go("/month/freeze/", "")
    packs = [value for value in manager.checkboxes("packs") if value.startswith(f"{PACK}|")]
    manager.submit("Freeze", {"packs": packs})
    manager.wait()
    analyst.go(f"/month/{PERIOD}/calculate/", "")
    analyst.submit("Calculate")
    analyst.wait()


def publish(manager: Browser, approver: Browser) -> str:
    """Say what is missing, comment, challenge, sign off and publish; the release."""
    for number in _lines(manager, "blocked"):
        manager.go(f"/month/lines/{number}/", "")
        if manager.links(f"/month/lines/{number}/waive/"):
            manager.go(f"/month/lines/{number}/waive/", "")
            field = manager.page.xpath("//main//input[@type='text']|//main//textarea")[0].get("name")
            manager.submit(manager.page.xpath("//main//form//button")[0].text_content().strip(), {field: "Not kept."})
    for _ in range(_ROUNDS):  # somebody may save a draft of a comment on a line between its turn and the sign-off
        _comment(manager, approver)
        approver.go(f"/month/{PERIOD}/?show=all", "")
        if not (ready := approver.checkboxes("line")):
            break
        approver.submit("Sign off what is ticked", {"line": ready})
    manager.go(f"/month/{PERIOD}/publish/", "")
    manager.submit("Publish the packs")
    manager.wait()
    found = re.search(r"/library/([0-9a-f-]+)/", manager.path)
    if not found:
        raise RuntimeError(f"publishing led to {manager.path}")
    return found[1]


def _comment(manager: Browser, approver: Browser) -> None:
    """Explain every line that needs it, and have it accepted by a second person."""
    for number in _lines(manager, "needs"):
        manager.go(f"/month/lines/{number}/", "")
        if manager.has("A comment is required"):
            words = {"happened": "It is further from its target.", "why": "Posts are vacant.", "back_on_target": "2027"}
            promise = {"what-1": "Advertise the posts", "owner-1": "Head of service", "by-1": "2026-12-31"}
            manager.submit("Submit to be challenged", words | promise)
            approver.go(f"/month/lines/{number}/", "")
            approver.submit("Accept the comment")


def _lines(who: Browser, show: str) -> list[str]:
    who.go(f"/month/{PERIOD}/?show={show}", "")
    return list(dict.fromkeys(re.findall(r"/month/lines/(\d+)/", who.text)))


def _until(who: Browser, words: str, most: float = 600) -> None:
    until = time.monotonic() + most
    while not who.has(words):
        if time.monotonic() > until:
            raise RuntimeError(f"{who.path} never said {words!r}")
        time.sleep(1)
        who.go(who.path, "")
