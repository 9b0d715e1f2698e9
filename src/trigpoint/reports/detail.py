"""The page that a measure outside tolerance gets: five years of it, and what the variation says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from trigpoint.judgement.control import ControlChart
from trigpoint.judgement.state import State
from trigpoint.packs.model import Pack
from trigpoint.reports.block import Block, Comment, Paragraph, Prose, Said, Side, Strip
from trigpoint.reports.control_view import control_of, limits
from trigpoint.reports.data_table import data_table
from trigpoint.reports.event_marks import with_events
from trigpoint.reports.filling import Filling
from trigpoint.reports.kpi import file_name, traces
from trigpoint.reports.outline import data_block, traces_block, verdict_strip
from trigpoint.reports.report import Sheet
from trigpoint.reports.rule import defined_as, judged_by
from trigpoint.reports.scale import scale_for
from trigpoint.reports.series import opening, series
from trigpoint.reports.subject import Subject
from trigpoint.reports.verdict import verdict
from trigpoint.reports.wording import PERCENT, capital


def detail_pages(pack: Pack, subjects: Sequence[Subject], filling: Filling, *, beside: bool = False) -> list[Sheet]:
    """A page for each measure that is outside tolerance, in the pack's order; none where the pack asks for none.

    `beside` where each measure has a page of its own as well: then the code says which of the two this is. Else a
    measure that somebody commented on has one too: its comment would stand nowhere.
    """
    if not pack.detail:
        return []
    periods = pack.detail // 3 if pack.frequency == "quarterly" else pack.detail
    red = [s for s in subjects if s.now.judgement.state is State.OUTSIDE or (s.commentary and not beside)]
    pages = [_page(pack, replace(subject, periods=periods), filling) for subject in red]
    return [replace(page, code=f"{page.code}, {pack.detail} months") for page in pages] if beside else pages


def _page(pack: Pack, subject: Subject, filling: Filling) -> Sheet:
    chart = series(subject)
    found = control_of(subject)
    blocks: list[Block] = [verdict_strip(verdict(subject), subject.words)]
    if isinstance(found, ControlChart):
        lines = [line for line in chart.references if line.is_target]
        chart = replace(chart, references=(*lines, *limits(found, subject)), low=None, high=None, tolerance="")
        values = [point.value for point in chart.points] + [line.value for line in chart.references]
        shown = [value for value in values if value is not None]
        chart = replace(chart, scale=scale_for(shown, percent=subject.facts.unit == PERCENT))
    blocks.append(Side((with_events(chart.title, chart.subtitle, chart), (_said(found),)), "kg"))
    blocks.append(Comment(subject.commentary, subject.commentary_due))
    blocks.append(data_block(data_table(subject), subject.words))
    blocks.append(Prose(paragraphs=(Paragraph(judged_by(subject)), Paragraph(defined_as(subject))), look="note"))
    blocks.append(traces_block(tuple(traces(subject))))
    return Sheet(
        file=file_name(f"{subject.page.code} {pack.detail} months"),
        report=pack.report,
        title=subject.page.title,
        lede=opening(subject),
        stamp=replace(filling.stamp, trace=subject.now.counted.trace),
        code=subject.page.code,
        group=subject.page.group,
        look="kpi",
        name=f"{subject.page.code}, {pack.detail} months",
        blocks=tuple(blocks),
    )


def _said(found: ControlChart | str) -> Block:
    if isinstance(found, str):
        return Prose(paragraphs=(Paragraph(f"No control chart. {found}"),), look="note")
    items = [Said(label="Variation", text=capital(str(found.variation)))]
    if found.assurance is not None:
        items.append(Said(label="As the process stands it", text=str(found.assurance)))
    last = found.points[-1][2]
    items.append(Said(label="Signals at the last point", text="; ".join(map(str, last)) or "none"))
    if found.provisional:
        items.append(Said(label="Limits", text="provisional", sub=("fewer than 20 figures",)))
    return Strip(tuple(items), "stack", title="What the variation says")
