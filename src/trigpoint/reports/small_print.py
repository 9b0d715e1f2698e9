"""The small print under a table of many measures: how positions are judged, and what the symbols mean."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from trigpoint.judgement.state import State
from trigpoint.packs.model import Pack
from trigpoint.reports.block import Paragraph, Prose
from trigpoint.reports.marks import state_words
from trigpoint.reports.revised import marks_explained
from trigpoint.reports.subject import Subject
from trigpoint.reports.wording import NEW, symbol

_YEAR = "Both are those of the year in which the period ends."
_CHARTS = Paragraph("In the small charts the dashed line is the target and the dot is the latest figure.")


def small_print(pack: Pack, subjects: Sequence[Subject], more: Iterable[Paragraph] = ()) -> Prose:
    """What a reader must know to read the page, last what the pack itself wants said."""
    meaning = [Paragraph(text) for text in symbols_said(subjects)] or [Paragraph(f"{NEW} not collected or new.")]
    marks = [Paragraph(said) for said in marks_explained(j for s in subjects for j in s.history)]
    own = [Paragraph(note) for note in pack.notes]
    position = f"is judged on the figure as printed. {edges_said(pack.words)} {_YEAR}"
    return Prose(paragraphs=(Paragraph(position, lead="Position"), *more, *meaning, *marks, _CHARTS, *own), look="note")


def edges_said(words: Mapping[State, str]) -> str:
    """On which side the edges lie, in the council's words for the positions where it has its own."""
    met, within = state_words(State.MET, words), "within it"
    if State.WITHIN in words:
        within = state_words(State.WITHIN, words)
    return f"At the target counts as {met}; at the limit of the tolerance counts as {within}."


def symbols_said(subjects: Sequence[Subject]) -> list[str]:
    """What the symbols in place of figures mean, of those that stand on the page; nothing where each has its figure."""
    reasons = sorted({j.counted.reason for s in subjects for j in s.history if j.counted.value is None} - {""})
    said = "; ".join(f"{symbol(reason)} {reason}" for reason in reasons)
    return [f"{said}; {NEW} not collected or new."] if said else []
