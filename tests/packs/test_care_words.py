"""The children in a council's care are called as it calls them, in every name of a measure and of a pack."""

from __future__ import annotations

import re

import pytest

from trigpoint.measures import EVERY
from trigpoint.packs.care_words import Care, in_care_words
from trigpoint.packs.library import pack_names
from trigpoint.packs.load import load

_OTHERS = {
    Care.LOOKED_AFTER: r"cared[- ]for\b|children in care\b",
    Care.CARED_FOR: r"looked[- ]after\b|children in care\b",
    Care.IN_CARE: r"looked[- ]after\b|cared[- ]for\b",
}


@pytest.mark.parametrize(
    ("text", "care", "said"),
    [
        ("Children looked after", Care.IN_CARE, "Children in care"),
        ("Children looked after", Care.CARED_FOR, "Cared for children"),
        ("All children looked after", Care.CARED_FOR, "All cared for children"),
        ("Children looked after for 12 months", Care.CARED_FOR, "Children cared for throughout 12 months"),
        ("Children looked after 20 working days or more", Care.IN_CARE, "Children in care 20 working days or more"),
        ("Looked-after reviews held on time", Care.IN_CARE, "Reviews of children in care held on time"),
        ("Statutory Looked After reviews", Care.CARED_FOR, "Statutory reviews of cared for children"),
        ("Children who started to be looked after", Care.IN_CARE, "Children who came into care"),
        ("Children who ceased to be looked after", Care.CARED_FOR, "Children who ceased to be cared for"),
        ("Cared for Children's Plans", Care.IN_CARE, "Plans of children in care"),
        ("Visits to Cared for Children", Care.LOOKED_AFTER, "Visits to looked after children"),
        ("Young people who turned 18 in care", Care.LOOKED_AFTER, "Young people who turned 18 while looked after"),
        ("Not looked after on the day", Care.IN_CARE, "Not in care on the day"),
        ("In care under 18 months", Care.CARED_FOR, "Cared for under 18 months"),
        ("Children in care scorecard", Care.LOOKED_AFTER, "Looked after children scorecard"),
    ],
)
def test_a_phrase(text: str, care: Care, said: str) -> None:
    assert in_care_words(text, care) == said


@pytest.mark.parametrize(
    "text",
    [
        "Children in care proceedings",
        "Care leavers in suitable accommodation",
        "Children cared for by relatives",
        "Drift in care planning",
        "Days from entering care to adoption",
        "An interest in care-experienced adults",
    ],
)
@pytest.mark.parametrize("care", Care)
def test_what_only_looks_like_it_stays(text: str, care: Care) -> None:
    assert in_care_words(text, care) == text


@pytest.mark.parametrize("care", Care)
def test_every_printed_name_is_said_so_and_only_once_changed(care: Care) -> None:
    titles = [one.title for one in EVERY.values()]
    for name in pack_names():
        pack = load(name, EVERY)
        titles += [pack.title, pack.report, *(text for page in pack.pages for text in (page.title, page.group))]
    said = [in_care_words(title, care) for title in titles]
    assert not [text for text in said if re.search(_OTHERS[care], text, re.IGNORECASE)]
    assert [in_care_words(text, care) for text in said] == said
    assert said != titles
