"""XML as elements, one record at a time: no document type, no entity, no attribute, every limit before the memory."""

from __future__ import annotations

import contextlib
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from xml.parsers import expat

from trigpoint.sources.issue import Refused, refused
from trigpoint.sources.limits import MAX_CELL_BYTES, MAX_DEPTH, MAX_ELEMENTS

_PIECE = 1 << 18
_NAMES = 1_000
_MEND = "export the file again from the case system or the collection's portal"


@dataclass(slots=True)
class Element:
    """One element: its name without namespace, the line it begins on, its own text trimmed, the elements in it."""

    tag: str
    line: int
    text: str = ""
    children: list[Element] = field(default_factory=list)

    def first(self, tag: str) -> Element | None:
        """The first element of this name directly within."""
        return next((child for child in self.children if child.tag == tag), None)

    def all(self, tag: str) -> list[Element]:
        """Every element of this name directly within."""
        return [child for child in self.children if child.tag == tag]

    def value(self, tag: str) -> str:
        """The text of the first element of this name directly within; empty when there is none."""
        found = self.first(tag)
        return found.text if found else ""


def root(head: bytes) -> str:
    """Name of the outermost element, from the first bytes of a file; empty when they are no XML."""
    reader = _Reader("", ())
    with contextlib.suppress(Refused):
        reader.feed(head[:_PIECE], last=False)
    return reader.outermost


def elements(data: bytes, file: str, each: Collection[str]) -> Iterator[Element]:
    """Every element whose name is in `each`, whole, as soon as it ends; the rest of the file is not kept.

    Raises Refused for what is no well-formed XML, declares a document type, or goes beyond the limits.
    """
    reader = _Reader(file, each)
    for start in range(0, max(len(data), 1), _PIECE):
        reader.feed(data[start : start + _PIECE], last=start + _PIECE >= len(data))
        yield from reader.taken()


class _Reader:
    """Elements as the parser meets them. An element outside `each` is only passed through."""

    def __init__(self, file: str, each: Collection[str]) -> None:
        self.outermost = ""
        self._file, self._each = file, frozenset(each)
        self._open: list[Element] = []
        self._tags: dict[str, str] = {}
        self._depth = self._seen = self._length = 0
        self._done: list[Element] = []
        self._parser = expat.ParserCreate()
        self._parser.buffer_text = True
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._text
        self._parser.StartDoctypeDeclHandler = self._doctype

    def feed(self, piece: bytes, *, last: bool) -> None:
        try:
            self._parser.Parse(piece, last)
        except expat.ExpatError as error:
            what = f"the file is not well-formed XML ({expat.ErrorString(error.code)})"
            raise refused(self._file, what, _MEND, row=error.lineno) from None
        except (LookupError, ValueError):  # a declared encoding that nobody knows, or one that is no text encoding
            raise refused(self._file, "the encoding that the file declares is not known", "save it as UTF-8") from None

    def taken(self) -> list[Element]:
        """The elements that ended since the last call."""
        done, self._done = self._done, []
        return done

    def _start(self, name: str, _: dict[str, str]) -> None:
        tag = self._tags.get(name) or self._tag(name)
        self._depth += 1
        self._seen += 1
        if self._depth > MAX_DEPTH or self._seen > MAX_ELEMENTS:
            what = f"the file has more than {MAX_DEPTH} elements within each other or {MAX_ELEMENTS:,} in all"
            raise refused(self._file, what, "check that this is the right file", row=self._line)
        if self._open or tag in self._each:
            element = Element(tag, self._parser.CurrentLineNumber)
            if self._open:
                self._open[-1].children.append(element)
            self._open.append(element)
            self._length = 0

    def _tag(self, name: str) -> str:
        """A name without its namespace; there are few, and each is worked out once."""
        tag = name.rpartition(":")[2]
        self.outermost = self.outermost or tag
        if len(self._tags) < _NAMES:
            self._tags[name] = tag
        return tag

    def _end(self, _: str) -> None:
        self._depth -= 1
        if self._open:
            element = self._open.pop()
            element.text = element.text.strip()
            if not self._open:
                self._done.append(element)

    def _text(self, text: str) -> None:
        if not self._open:
            return
        self._length += len(text)
        if self._length > MAX_CELL_BYTES:
            what = f"an element holds more than {MAX_CELL_BYTES:,} characters"
            raise refused(self._file, what, "shorten the text in the case system", row=self._line)
        if self._open[-1].text or not text.isspace():
            self._open[-1].text += text

    def _doctype(self, *_: object) -> None:
        what = "the file declares a document type, which could make it read other files"
        raise refused(self._file, what, "remove the line <!DOCTYPE ...>; no return has one", row=self._line)

    @property
    def _line(self) -> int:
        return int(self._parser.CurrentLineNumber)
