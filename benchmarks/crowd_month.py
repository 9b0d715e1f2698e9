"""What goes on while the crowd browses: records are loaded, a month is frozen, calculated, signed off and published."""

from __future__ import annotations

import re
import time

from benchmarks.crowd_browser import Browser

PERIOD, PACK = "2026-10", "birmingham"
_ROUNDS = 8
_WORDS = {
    "happened": "It is further from its target.",
    "why": "Posts are vacant.",
    "back_on_target": "2027",
    "what-1": "Advertise the posts",
    "owner-1": "Head of service",
    "by-1": "2026-12-31",
}


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
    for _ in range(_ROUNDS):  # somebody may save a draft on a line between its turn and the publication: come again
        _sign(manager, approver)
        if release := _published(manager):
            return release
    raise RuntimeError(f"not published after {_ROUNDS} rounds: {manager.path}: {manager.text[:300]}")


def _sign(manager: Browser, approver: Browser) -> None:
    """Hand on every comment that is required or begun, have it accepted and all signed off by a second person."""
    ready = {value.split(":")[0] for value in _ready(approver)}
    for number in [one for one in _lines(approver, "needs") if one not in ready]:
        manager.go(f"/month/lines/{number}/", "")
        words = _WORDS if manager.has("A comment is required") else {}
        manager.submit("Submit to be challenged", words)
        approver.go(f"/month/lines/{number}/", "")
        approver.submit("Accept the comment")
    if lines := _ready(approver):
        approver.submit("Sign off what is ticked", {"line": lines})


def _ready(approver: Browser) -> list[str]:
    """The values of the boxes of lines that can be signed off, on the page where they are."""
    approver.go(f"/month/{PERIOD}/?show=all", "")
    return approver.checkboxes("line")


def _published(manager: Browser) -> str:
    """The release; empty where a line is not signed off any more."""
    manager.go(f"/month/{PERIOD}/publish/", "")
    if not manager.has("Publish the packs"):
        return ""
    manager.submit("Publish the packs")
    try:
        manager.wait()
    except RuntimeError as refused:
        if "not signed off" in str(refused):
            return ""
        raise
    found = re.search(r"/library/([0-9a-f-]+)/", manager.path)
    if not found:
        raise RuntimeError(f"publishing led to {manager.path}")
    return found[1]


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
