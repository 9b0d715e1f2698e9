"""One page about one measure, put together from its parts."""

import re
from dataclasses import replace

from trigpoint.reports.data_table import data_table
from trigpoint.reports.figure_table import figure_table
from trigpoint.reports.others import comparator_table
from trigpoint.reports.page import KpiPage, Traced
from trigpoint.reports.rule import defined_as, judged_by
from trigpoint.reports.series import opening, series
from trigpoint.reports.subject import Subject
from trigpoint.reports.verdict import verdict
from trigpoint.reports.wording import period


def kpi_page(subject: Subject, report: str) -> KpiPage:
    """The page of a subject."""
    return KpiPage(
        file=file_name(subject.page.code),
        report=report,
        title=subject.page.title,
        lede=opening(subject),
        stamp=replace(subject.stamp, trace=subject.now.counted.trace),
        code=subject.page.code,
        group=subject.page.group,
        verdict=verdict(subject),
        chart=series(subject),
        made=figure_table(subject),
        others=comparator_table(subject),
        commentary=subject.commentary,
        commentary_due=subject.commentary_due,
        data=data_table(subject),
        traces=tuple(traces(subject)),
        judged=judged_by(subject),
        definition=defined_as(subject),
    )


def traces(subject: Subject) -> list[Traced]:
    """Every figure of the page once: those of the chart, then those that only the tables show."""
    page = subject.page
    beside = [subject.judged(kind, subject.before.end) for kind in page.previous]
    beside += [subject.judged(kind, subject.now.end) for kind in (*page.alone, *page.previous)]
    found = {
        judged.counted.trace: Traced(period(judged.kind, judged.end), judged.counted.figure.text, judged.counted.trace)
        for judged in (*subject.history, *beside)
    }
    return [traced for trace, traced in found.items() if trace]


def file_name(code: str) -> str:
    """kpi-3.html"""
    return re.sub(r"[^a-z0-9]+", "-", code.lower()).strip("-") + ".html"
