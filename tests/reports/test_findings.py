"""The sentences above a chart, walked through their truth table."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from trigpoint.judgement.state import State
from trigpoint.judgement.target import Target
from trigpoint.language.period import first_day, month_of
from trigpoint.language.terms import Good
from trigpoint.reports.findings import Seen, Told, chart_title, lede

STATES = {
    "b": State.BETTER,
    "m": State.MET,
    "w": State.WITHIN,
    "o": State.OUTSIDE,
    "-": State.NOT_ASSESSED,
    "t": State.TO_BE_SET,
    "n": State.NO_TARGET,
}
TARGET = Target(
    set="t",
    measure="m",
    variant="",
    period_type="month",
    value=Decimal(85),
    low=Decimal(80),
    high=Decimal(90),
    good=Good.HIGH,
    start=date(2018, 4, 1),
    end=None,
    agreed_by="board",
)


def cases() -> list[tuple[str, str, str]]:
    text = (Path(__file__).parent / "findings.txt").read_text(encoding="utf-8")
    blocks = [block.splitlines() for block in text.split("\n\n") if not block.startswith("#")]
    return [
        (months, said.removeprefix("lede:").strip(), title.removeprefix("title:").strip())
        for months, said, title in blocks
    ]


def history(months: str) -> list[Seen]:
    words = months.split()
    first = month_of(date(2026, 12, 1)) - len(words) + 1
    seen = []
    for n, word in enumerate(words):
        day = first_day(first + n)
        value = Decimal(word[:-1]) if len(word) > 1 else None
        seen.append(Seen(f"{day:%B %Y}", f"{day:%B}", STATES[word[-1]], value, "" if value is not None else "no cases"))
    return seen


@pytest.mark.parametrize(("months", "says", "title"), cases(), ids=lambda text: text[:40])
def test_what_the_months_say(months: str, says: str, title: str) -> None:
    seen = history(months)
    told = Told("%", None if seen[-1].state in (State.TO_BE_SET, State.NO_TARGET) else TARGET, "month")
    assert lede(seen, told) == says
    assert chart_title(seen, told) == title
