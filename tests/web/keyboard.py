"""Somebody who uses only the keyboard: moves from stop to stop, and asks what has the focus and how it shows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Page

_MOST = 400
_STOP = """() => {
  const at = document.activeElement;
  if (!at || at === document.body || at === document.documentElement) return null;
  const again = window.trigpointStop === at;
  window.trigpointStop = at;
  const named = at.labels && at.labels[0] ? at.labels[0].textContent : at.getAttribute('aria-label') || at.textContent;
  const box = at.getBoundingClientRect();
  return {tag: at.tagName.toLowerCase(), id: at.id, name: named.replace(/\\s+/g, ' ').trim(), type: at.type || '',
    seen: box.width > 0 && box.right > 0 && box.bottom > 0, look: LOOK(at), text: at.value || '', again};
}"""
_AFTER = "() => window.trigpointStop ? LOOK(window.trigpointStop) : ''"
_FOLLOWS = """() => {
  const before = window.trigpointBefore, at = document.activeElement;
  window.trigpointBefore = at;
  return !before || before === at || Boolean(before.compareDocumentPosition(at) & Node.DOCUMENT_POSITION_FOLLOWING);
}"""
_LOOK = """(one => {
  const style = (from, part) => {
    const found = getComputedStyle(from, part);
    return [found.outlineStyle, found.outlineWidth, found.outlineColor, found.boxShadow, found.backgroundColor].join();
  };
  const label = one.matches('.govuk-radios__input, .govuk-checkboxes__input') ? one.nextElementSibling : null;
  return style(one) + (label ? style(label, '::before') : '');
})"""
_ALL = """() => {
  const groups = new Set(), used = 'a[href], button, input, select, textarea, summary, [tabindex="0"]';
  return [...document.querySelectorAll(used)].filter(one => {
    if (one.disabled || one.hidden || one.type === 'hidden' || !one.checkVisibility()) return false;
    if (one.type !== 'radio') return true;
    if (groups.has(one.name)) return false;
    groups.add(one.name);
    return true;
  }).length;
}"""


@dataclass(frozen=True)
class Stop:
    """What has the focus: its element, its words, whether it is on the screen; `again` where it had it before."""

    tag: str
    id: str
    name: str
    type: str
    seen: bool
    look: str
    text: str
    again: bool


@dataclass
class Keys:
    """The keyboard, and nothing else, on a page."""

    page: Page

    def press(self, key: str) -> None:
        """One key."""
        self.page.keyboard.press(key)

    def leads(self, key: str) -> None:
        """One key that leads to another page."""
        with self.page.expect_event("load"):
            self.press(key)

    def write(self, words: str) -> None:
        """Letters."""
        self.page.keyboard.type(words)

    def stop(self) -> Stop | None:
        """What has the focus; None where nothing has."""
        found: dict[str, Any] | None = self.page.evaluate(_STOP.replace("LOOK", _LOOK))
        return Stop(**found) if found else None

    def reach(self, name: str, tag: str = "", *, back: bool = False) -> Stop:
        """Go from stop to stop until one has these words."""
        for _ in range(_MOST):
            self.press("Shift+Tab" if back else "Tab")
            found = self.stop()
            if found and name in found.name and tag in {"", found.tag}:
                return found
        raise AssertionError(f"{self.page.url}: no stop is called {name}")

    def round(self) -> list[Stop]:
        """Every stop of the page from its top; each must show that it has the focus, in the order of the page."""
        self.page.evaluate(
            "() => { document.activeElement.blur(); window.trigpointBefore = window.trigpointStop = null; }"
        )
        found: list[Stop] = []
        for _ in range(_MOST):
            self.press("Tab")
            after = self.page.evaluate(_AFTER.replace("LOOK", _LOOK))
            at = self.stop()
            if at is not None and at.again:  # a day has a stop for each of its parts
                continue
            if found:
                assert after != found[-1].look, f"{self.page.url}: nobody sees that {found[-1]} has the focus"
            if at is None:
                return found
            assert self.page.evaluate(_FOLLOWS), f"{self.page.url}: {at} comes too late"
            assert at.seen, f"{self.page.url}: {at} is not on the page"
            found.append(at)
        raise AssertionError(f"{self.page.url} does not let go of the focus")

    def stops(self) -> int:
        """How many things of the page can be used."""
        return int(self.page.evaluate(_ALL))
