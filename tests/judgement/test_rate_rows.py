"""One row of `rate`: each style worked at its edges, and a sentence for every fault."""

from __future__ import annotations

import pytest

from trigpoint.judgement.rate_rows import RateError, rate_row

RAG = {"style": "rag", "polarity": "higher", "bands": "Red::45;Amber:45:60;Green:60:"}
TWO = {"style": "two_sided", "polarity": "lower", "target": "21", "tolerance_low": "17", "tolerance_high": "24"}
ONE = {"style": "one_sided", "polarity": "higher", "target": "90", "tolerance_low": "85", "unit": "%"}
LOW = {"style": "one_sided", "polarity": "lower", "target": "9", "tolerance_high": "12"}
RANGE = {"style": "range", "target": "138.0-168.6", "polarity": ""}
GRADES = {"style": "composite", "bands": "Good or better:80:60;RI or better:95:90"}


@pytest.mark.parametrize(
    ("given", "value", "judgement", "state"),
    [
        (RAG, "60", "Green", "On target"),
        (RAG, "59.9", "Amber", "Within tolerance"),
        (RAG, "44.9", "Red", "Outside tolerance"),
        (TWO, "16", "better", "Better than range"),
        (TWO, "17", "within", "On target"),
        (TWO, "24", "within", "Within tolerance"),
        (TWO, "25", "worse", "Outside tolerance"),
        ({**TWO, "tolerance_low": "", "tolerance_high": ""}, "21", "within", "On target"),
        ({**TWO, "tolerance_low": "", "tolerance_high": ""}, "22", "worse", "Outside tolerance"),
        (ONE, "90", "Better than target", "On target"),
        (ONE, "85", "In Tolerance", "Within tolerance"),
        (ONE, "84", "Outside Tolerance", "Outside tolerance"),
        ({**ONE, "tolerance_low": ""}, "89", "Outside Tolerance", "Outside tolerance"),
        (LOW, "9", "Better than target", "On target"),
        (LOW, "12", "In Tolerance", "Within tolerance"),
        ({**LOW, "tolerance_high": "", "tolerance_low": "12"}, "12", "In Tolerance", "Within tolerance"),
        (LOW, "13", "Outside Tolerance", "Outside tolerance"),
        ({**ONE, "target": "TBD"}, "50", "TBD", "Target to be set"),
        ({**ONE, "target": "n/a"}, "50", "No Target", "No target"),
        ({**ONE, "target": "", "polarity": "none"}, "", "No Target", "No target"),
        (RANGE, "138.0", "On target", "On target"),
        (RANGE, "168.7", "Above target range", "Outside tolerance"),
        (RANGE, "1,100", "Above target range", "Outside tolerance"),
        ({**RANGE, "target": "138 to 168.6"}, "137.9", "Below target range", "Outside tolerance"),
        (GRADES, "17;66;15;2", "Better than target", "On target"),
        (GRADES, "17;62;16;5", "In Tolerance", "Within tolerance"),
        (GRADES, "17;66;6;11", "Outside Tolerance", "Outside tolerance"),
        (GRADES, "", "", "Not assessed"),
        (RAG, "", "", "Not assessed"),
        (RAG, "N/A", "", "Not assessed"),
    ],
)
def test_judgement_and_state(given: dict[str, str], value: str, judgement: str, state: str) -> None:
    found = rate_row({**given, "value": value})
    assert (found.judgement, found.state) == (judgement, state)


def test_the_value_is_judged_as_displayed() -> None:
    assert rate_row({**TWO, "value": "24.13", "decimals": "0"}).judgement == "within"
    assert rate_row({**TWO, "value": "24.13"}).judgement == "worse"
    assert rate_row({**TWO, "value": "24.5", "decimals": "0"}).judgement == "worse"  # a half goes up


def test_why_there_is_no_figure_is_said() -> None:
    assert rate_row({**RAG, "value": "N/A"}).note == "N/A is printed: not applicable"
    assert rate_row({**RAG, "value": ""}).note == "no value"


@pytest.mark.parametrize(
    ("given", "value", "history", "direction", "note"),
    [
        (ONE, "92", "80;91", "up, better", ""),
        (ONE, "90", "91", "down, worse", ""),
        (LOW, "8", "9", "down, better", ""),
        (ONE, "91", "91", "no change", ""),
        (ONE, "91", "90;", "", "no figure for the last period to compare with"),
        (ONE, "91", "", "", ""),
        ({**ONE, "target": "n/a", "polarity": "none"}, "32", "30", "no change", "a change of 2 counts as none"),
        ({**ONE, "target": "n/a", "polarity": "none"}, "33", "30", "up", ""),
        ({**ONE, "target": "n/a", "polarity": "none", "same_within": "0"}, "31", "30", "up", ""),
        ({**ONE, "same_within": "1"}, "92", "91", "no change", "a change of 1 counts as none"),
    ],
)
def test_direction_from_the_last_period(
    given: dict[str, str], value: str, history: str, direction: str, note: str
) -> None:
    found = rate_row({**given, "value": value, "history": history})
    assert (found.direction, found.note) == (direction, note)


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({**RAG, "style": "traffic"}, "column style: 'traffic' is no style; write one of rag, two_sided"),
        ({**RAG, "polarity": "up"}, "column polarity: 'up' is no polarity; write higher, lower or none."),
        ({**RAG, "polarity": "none"}, "column polarity: rag needs a good side; write higher or lower."),
        ({**RAG, "value": "lots"}, "column value: 'lots' is not a number; write it as 84.5"),
        ({**RAG, "decimals": "one"}, "column decimals: 'one' is no number of places"),
        ({**RAG, "history": "4;many"}, "column history: 'many' is not a number"),
        ({**RAG, "bands": "Red:45"}, "column bands: 'Red:45' is not a band; write it as name:low:high"),
        ({**TWO, "tolerance_low": ""}, "column tolerance_low: the tolerance has one end"),
        ({**TWO, "tolerance_low": "22"}, "column tolerance_low: 22 is above the target 21"),
        ({**LOW, "tolerance_high": "8"}, "column tolerance_high: 8 is below the target 9"),
        ({**ONE, "target": "most"}, "column target: 'most' is not a number"),
        ({**RANGE, "target": "138"}, "column target: '138' is not a range; write it as 138.0-168.6."),
        ({**RANGE, "target": "168-138"}, "column target: '168-138' is not a range"),
        ({**GRADES, "value": "17;;15"}, "column value: a grade has no share"),
        ({**GRADES, "value": "17;66"}, "column bands: 2 shares cannot be held against 2 levels; give one a grade."),
        ({**GRADES, "bands": "Good or better:60:80"}, "column bands: 'Good or better:60:80' is not a level"),
    ],
)
def test_every_fault_has_its_sentence(given: dict[str, str], says: str) -> None:
    with pytest.raises(RateError) as caught:
        rate_row({"value": "50", **given})
    assert str(caught.value).startswith(says)
    assert str(caught.value).endswith(".")
