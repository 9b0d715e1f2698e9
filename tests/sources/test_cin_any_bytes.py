"""Whatever the bytes of a census, the answer is records that add up or a refusal, never a fault."""

from __future__ import annotations

import tempfile
from pathlib import Path

from census_help import census, child, details, read_parts
from hypothesis import given, settings
from hypothesis import strategies as st

from trigpoint.sources import Refused

_NEED = (
    "<ReferralNFA>0</ReferralNFA><Assessments><AssessmentActualStartDate>2025-04-11</AssessmentActualStartDate>"
    "<FactorsIdentifiedAtAssessment><AssessmentFactors>3B</AssessmentFactors></FactorsIdentifiedAtAssessment>"
    "</Assessments><ChildProtectionPlans><CPPstartDate>2025-05-01</CPPstartDate><NumberOfPreviousCPP>0"
    "</NumberOfPreviousCPP><Reviews><CPPreviewDate>2025-07-01</CPPreviewDate></Reviews></ChildProtectionPlans>"
)
SEED = census(child("A", details(_NEED)) + child("B", details(_NEED)))
_TAGS = ["Child", "CINdetails", "Assessments", "Reviews", "LAchildID", "CPPreviewDate", "Header", "Year", "Sex"]


def take(content: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        try:
            parts = read_parts(Path(folder), content)
        except Refused:
            return
    for part in parts.values():
        assert part.rows_in == part.data.num_rows + part.refused + part.repeated
        part.data.validate(full=True)
        assert all(issue.what for issue in part.issues)


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=40), st.integers(0, len(SEED)), st.booleans())
def test_bytes_put_in_or_over(noise: bytes, place: int, replace: bool) -> None:
    seed = SEED.encode()
    take(seed[:place] + noise + seed[place + (len(noise) if replace else 0) :])


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(_TAGS), st.sampled_from([*_TAGS, "x"]), st.integers(0, 3))
def test_elements_under_other_names(old: str, new: str, count: int) -> None:
    renamed = SEED.replace(f"<{old}>", f"<{new}>", count or -1).replace(f"</{old}>", f"</{new}>", count or -1)
    take(renamed.encode())


@settings(max_examples=200, deadline=None)
@given(st.sampled_from(["2025-04-10", "2025-04-11", "2026-03-31", ">2026<", ">0<", ">A<", "3B"]), st.text(max_size=12))
def test_texts_of_any_kind(old: str, new: str) -> None:
    kept = old[0] + new + old[-1] if old.startswith(">") else new
    take(SEED.replace(old, kept).encode("utf-8", "surrogatepass"))
