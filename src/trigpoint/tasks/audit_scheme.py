"""What practice audits ask, of which work and with which grades: data beside this module."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from trigpoint.language.period import PeriodType

_SCHEME = tomllib.loads((Path(__file__).parent / "audit_scheme.toml").read_text("utf-8"))


@dataclass(frozen=True)
class WorkType:
    """A kind of work that is audited. `measure` lists the cases it is drawn from; none means every open case."""

    id: str
    words: str
    measure: str = ""
    period_type: PeriodType = PeriodType.SNAPSHOT


WORK_TYPES = tuple(
    WorkType(
        one["id"], one["words"], one.get("measure", ""), PeriodType(one.get("period_type", PeriodType.SNAPSHOT.value))
    )
    for one in _SCHEME["work_types"]
)
KINDS: Mapping[str, str] = _SCHEME["kinds"]
GRADES: tuple[str, ...] = tuple(_SCHEME["grades"])
"""Best first."""
QUESTIONS: Mapping[str, str] = _SCHEME["questions"]
"""Codes of the library's audit measure, each as a question that is answered yes, no or not applicable."""
JUDGEMENTS: str = _SCHEME["judgements"]
"""The measure whose categories are the grades."""
