"""The parts of a Word document around its text: styles, language, properties, footers, and nothing that is not ours."""

from __future__ import annotations

from docx import Document
from docx.document import Document as Docx
from docx.oxml import parse_xml
from docx.oxml.ns import qn

from trigpoint.reports.frozen import describe
from trigpoint.reports.report import Report
from trigpoint.reports.word.markup import SPACES, field, paragraph, run
from trigpoint.reports.word.styles import numbering, styles

_UNUSED = ("/thumbnail", "/customXml", "/stylesWithEffects", "/webSettings", "/fontTable")
_BETWEEN = "  ·  "
_SETTINGS = f"""<w:settings {SPACES}><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>
<w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:compatSetting w:name="compatibilityMode"
w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat><w:themeFontLang w:val="en-GB"/>
<w:clrSchemeMapping w:bg1="light1" w:t1="dark1" w:bg2="light2" w:t2="dark2" w:accent1="accent1" w:accent2="accent2"
w:accent3="accent3" w:accent4="accent4" w:accent5="accent5" w:accent6="accent6" w:hyperlink="hyperlink"
w:followedHyperlink="followedHyperlink"/><w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>"""


def empty(report: Report) -> Docx:
    """A document with our styles and the report's properties, and no text."""
    document = Document()
    for rels in (document.part.rels, document.part.package.rels if document.part.package else {}):
        for id_ in [id_ for id_, rel in rels.items() if rel.reltype.endswith(_UNUSED)]:
            del rels[id_]
    for element, text in (
        (document.styles.element, styles()),
        (document.part.numbering_part.element, numbering()),
        (document.settings.element, _SETTINGS),
    ):
        for child in list(element):
            element.remove(child)
        element.extend(list(parse_xml(text)))
    describe(document.core_properties, report)
    return document


def footer(document: Docx, lines: list[tuple[str, str]], room: float) -> str:
    """Adds a footer that says the stamp, its trace last, and the page; what sections call it."""
    said = {name: text if name == "Report" else f"{name}: {text}" for name, text in lines}
    trace = said.pop("Trace", "")
    first, *rest = [_BETWEEN.join(part) for part in (list(said.values())[:2], list(said.values())[2:]) if part]
    number = run("Page ") + field("PAGE", "1") + run(" of ") + field("NUMPAGES", "1")
    rule = (
        '<w:pBdr><w:top w:val="single" w:sz="4" w:space="4" w:color="7c8790"/></w:pBdr>'
        f'<w:tabs><w:tab w:val="right" w:pos="{round(room * 20)}"/></w:tabs>'
    )
    head = paragraph(run(first) + "<w:r><w:tab/></w:r>" + number, "Footer", rule)
    text = head + "".join(paragraph(run(each), "Footer") for each in (*rest, trace) if each)
    part, id_ = document.part.add_footer_part()
    for child in list(part.element):
        part.element.remove(child)
    part.element.extend(list(parse_xml(f"<w:ftr {SPACES}>{text}</w:ftr>")))
    return str(id_)


def fill(document: Docx, text: str) -> None:
    """Puts the text, sections and all, into the document."""
    body = document.element.body
    for child in list(body):
        body.remove(child)
    body.extend(list(parse_xml(f"<w:body {SPACES}>{text}</w:body>")))
    assert body[-1].tag == qn("w:sectPr")
