"""XML read as elements: what is kept of it, where it says things stand, and what is refused."""

from __future__ import annotations

import pytest

from trigpoint.sources import Refused, xml_text
from trigpoint.sources.xml_text import Element, elements, root


def read(text: str | bytes, *each: str) -> list[Element]:
    data = text.encode() if isinstance(text, str) else text
    return list(elements(data, "a.xml", each or {"B"}))


def test_an_element_has_its_text_its_line_and_what_lies_in_it() -> None:
    first, second = read(
        "<A>\n<B x='1'>\n <C> one </C><C/>\n <D>a<E>b</E>c</D>\n</B>\n<!-- no --><B>&lt;<![CDATA[&]]></B></A>"
    )
    assert (first.line, [(child.tag, child.line, child.text) for child in first.children]) == (
        2,
        [("C", 3, "one"), ("C", 3, ""), ("D", 4, "ac")],
    )
    assert (first.value("C"), first.value("Z"), len(first.all("C")), first.first("Z")) == ("one", "", 2, None)
    assert (second.line, second.text) == (6, "<&")


def test_only_what_was_asked_for_is_kept_and_an_element_within_its_like_stays_there() -> None:
    (outer,) = read("<A><X><B><B>in</B></B></X><Y>out</Y></A>")
    assert [child.text for child in outer.children] == ["in"]


def test_elements_come_before_the_file_is_read_to_its_end() -> None:
    text = "<A>" + "<B>1</B>" * 50_000 + "<A>"
    found = elements(text.encode(), "a.xml", {"B"})
    assert next(found).text == "1"
    with pytest.raises(Refused, match="not well-formed XML"):
        list(found)


def test_a_text_that_the_parser_gives_in_pieces_is_one() -> None:
    word = "é" * 20_000
    (found,) = read(f"<A>{'<X>1</X>' * 30_000}<B>{word}</B></A>")
    assert found.text == word


@pytest.mark.parametrize("start", ['<s:A xmlns:s="urn:x"><s:B>1</s:B></s:A>', '<A xmlns="urn:x"><B>1</B></A>'])
def test_names_stand_without_their_namespace(start: str) -> None:
    assert [(found.tag, found.text) for found in read(start)] == [("B", "1")]
    assert root(start.encode()) == "A"


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [("", "utf-8"), ("", "utf-8-sig"), ("iso-8859-1", "iso-8859-1"), ("windows-1252", "windows-1252"), ("", "utf-16")],
)
def test_encodings_that_the_file_declares_or_begins_with(declared: str, encoding: str) -> None:
    head = f'<?xml version="1.0" encoding="{declared}"?>' if declared else ""
    assert [found.text for found in read(f"{head}<A><B>été</B></A>".encode(encoding))] == ["été"]


BAD: dict[str, tuple[str | bytes, str]] = {
    "cut short": ("<A>\n<B>1</B>\n", r"a.xml, row 3: the file is not well-formed XML \(no element found\)"),
    "wrongly nested": ("<A>\n<B></A></B>", r"a.xml, row 2: the file is not well-formed XML \(mismatched tag\)"),
    "two outermost": ("<A/><B/>", "not well-formed XML"),
    "no UTF-8": (b"<A><B>\xe9t\xe9</B></A>", "not well-formed XML"),
    "nothing": ("", "not well-formed XML"),
    "encoding unknown": ('<?xml version="1.0" encoding="klingon"?><A/>', "the encoding that the file declares"),
    "document type": ("<!DOCTYPE A>\n<A/>", "row 1: the file declares a document type"),
    "entity bomb": ('<!DOCTYPE A [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><A><B>&b;</B></A>', "a document type"),
    "file of the machine": ('<!DOCTYPE A [<!ENTITY x SYSTEM "file:///etc/passwd">]><A>&x;</A>', "a document type"),
    "entity of nobody": ("<A><B>&nbsp;</B></A>", "undefined entity"),
}


@pytest.mark.parametrize(("text", "said"), BAD.values(), ids=list(BAD))
def test_refused(text: str | bytes, said: str) -> None:
    with pytest.raises(Refused, match=said):
        read(text)


def test_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    deep = "<B>" * 41 + "</B>" * 41
    with pytest.raises(Refused, match="more than 40 elements within each other"):
        read(deep)
    assert read("<B>" * 40 + "</B>" * 40)
    with pytest.raises(Refused, match=r"row 2: an element holds more than 32,767 characters"):
        read("<B>\n" + "a" * 40_000 + "</B>")
    monkeypatch.setattr(xml_text, "MAX_ELEMENTS", 3)
    assert len(read("<A><B/><B/></A>")) == 2
    with pytest.raises(Refused, match="or 3 in all"):
        read("<A><B/><B/><B/></A>")


@pytest.mark.parametrize("head", [b"<html", b"no xml", b"<!DOCTYPE A><A/>", b"<?xml version='1.0'"])
def test_a_file_without_a_first_element_has_no_root(head: bytes) -> None:
    assert root(head) == ""
