"""The small print under a table of many measures: how positions are judged, and what the symbols mean."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from trigpoint.packs.model import Pack
from trigpoint.reports.block import Paragraph, Prose
from trigpoint.reports.revised import marks_explained
from trigpoint.reports.subject import Subject
from trigpoint.reports.wording import NEW, symbol

_POSITION = Paragraph(
    "is judged on the figure as printed. At the target counts as on target; at the limit of the tolerance counts as "
    "within it. Both are those of the year in which the period ends.",
    lead="Position",
)
_CHARTS = Paragraph("In the small charts the dashed line is the target and the dot is the latest figure.")


def small_print(pack: Pack, subjects: Sequence[Subject], more: Iterable[Paragraph] = ()) -> Prose:
    """What a reader must know to read the page, last what the pack itself wants said."""
    meaning = [Paragraph(text) for text in symbols_said(subjects)] or [Paragraph(f"{NEW} not collected or new.")]
    marks = [Paragraph(said) for said in marks_explained(j for s in subjects for j in s.history)]
    own = [Paragraph(note) for note in pack.notes]
    return Prose(paragraphs=(_POSITION, *more, *meaning, *marks, _CHARTS, *own), look="note")


def symbols_said(subjects: Sequence[Subject]) -> list[str]:
    """What the symbols in place of figures mean, of those that stand on the page; nothing where each has its figure."""
    reasons = sorted({j.counted.reason for s in subjects for j in s.history if j.counted.value is None} - {""})
    said = "; ".join(f"{symbol(reason)} {reason}" for reason in reasons)
    return [f"{said}; {NEW} not collected or new."] if said else []
