"""A person's browser for the crowd: follows addresses, fills the forms that a page holds, times every answer."""

from __future__ import annotations

import threading
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import lxml.html  # type: ignore[import-untyped]
import requests

from benchmarks.crowd_server import KIND


@dataclass
class Seen:
    """What every browser of the crowd saw: the seconds of each answer by kind of page, and what was wrong."""

    times: dict[str, list[float]] = field(default_factory=dict)
    wrong: list[str] = field(default_factory=list)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def took(self, kind: str, seconds: float) -> None:
        """Keep the time of an answer."""
        with self.lock:
            self.times.setdefault(kind, []).append(seconds)

    def fault(self, what: str) -> None:
        """Keep what must not have been."""
        with self.lock:
            self.wrong.append(what)


class Browser:
    """One person's. Every address is asked of the server on `port`; nothing is fetched but the pages themselves."""

    def __init__(self, port: int, seen: Seen, name: str, password: str) -> None:
        self.name, self.seen = name, seen
        self._root = f"http://127.0.0.1:{port}"
        self._session = requests.Session()
        self._session.trust_env = False
        self._session.headers["Connection"] = "close"  # after a pause a server hangs up; a browser would ask again
        self.page: Any = None
        self.text = ""
        self.path = ""
        self.go("/", "")
        self.submit("Sign in", {"username": name, "password": password})

    def go(self, path: str, kind: str) -> int:
        """Ask for a page; its status. A time is kept when the page has a kind."""
        began = time.perf_counter()
        answer = self._session.get(self._root + path, timeout=120, headers=_told(kind))
        if kind:
            self.seen.took(kind, time.perf_counter() - began)
        return self._shown(answer, path)

    def submit(self, button: str, fields: Mapping[str, Any] | None = None, kind: str = "") -> int:
        """Send the form of the page that has a button with these words; its answer's status."""
        form, pressed = self._form(button)
        told = [(name, value) for name, value in form.form_values() if name not in (fields or {})]
        told += [
            (name, each)
            for name, value in (fields or {}).items()
            for each in (value if isinstance(value, list) else [value])
        ]
        if pressed.get("name"):
            told.append((pressed.get("name"), pressed.get("value", "")))
        action = form.get("action") or self.path
        began = time.perf_counter()
        answer = self._session.post(
            self._root + action, data=told, timeout=120, headers={"Referer": self._root} | _told(kind)
        )
        if kind:
            self.seen.took(kind, time.perf_counter() - began)
        return self._shown(answer, action)

    def has(self, words: str) -> bool:
        """Whether the page says something."""
        return words in self.text

    def checkboxes(self, name: str) -> list[str]:
        """The values of the boxes of a name on the page."""
        return [box.get("value") for box in self.page.xpath(f"//input[@type='checkbox'][@name='{name}']")]

    def links(self, start: str) -> list[str]:
        """The addresses on the page that begin so."""
        found = (link.get("href") for link in self.page.xpath("//main//a"))
        return [href for href in found if href and href.startswith(start)]

    def wait(self, most: float = 600) -> None:
        """Look at a job until it has ended, then follow where it leads. Raises RuntimeError when it fails."""
        until = time.monotonic() + most
        while time.monotonic() < until:
            onward = self.page.xpath("//main//a[normalize-space()='Continue']")
            if onward:
                self.go(onward[0].get("href"), "")
                return
            if "/jobs/" not in self.path:
                raise RuntimeError(f"{self.name}: {self.path} is no job: {self.text[:300]}")
            if self.page.xpath("//main//*[@role='alert']") or self.has("did not work"):
                raise RuntimeError(f"{self.name}: {' '.join(self.page.xpath('//main//text()'))[:500]}")
            time.sleep(1)
            self.go(self.path, "")
        raise RuntimeError(f"{self.name}: {self.path} did not end in {most:.0f} seconds")

    def _form(self, button: str) -> tuple[Any, Any]:
        for form in self.page.forms:
            for pressed in form.xpath(".//button"):
                if " ".join(pressed.text_content().split()) == button:
                    return form, pressed
        raise RuntimeError(f"{self.name}: no button {button!r} on {self.path}")

    def _shown(self, answer: requests.Response, asked: str) -> int:
        if answer.status_code >= 500:
            self.seen.fault(f"{self.name} {asked}: {answer.status_code}")
        self.path = answer.url.removeprefix(self._root).partition("#")[0]
        self.text = answer.text
        self.page = lxml.html.fromstring(answer.text) if answer.text else None
        return answer.status_code


def _told(kind: str) -> dict[str, str]:
    """What tells the server to measure this answer too."""
    return {KIND: kind} if kind else {}
