"""Documents: from a YAML stream to data, as kubectl reads it.

kubectl splits a stream at its `---` lines before it reads YAML (k8s.io/apimachinery, util/yaml), so that it knows no
directives, and nothing but a comment beside a `---`.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import repeat
from typing import Any

from preflight.field_path import FieldPath
from preflight.finding import Source
from preflight.reading.builder import Builder
from preflight.reading.dialect import as_libyaml_reads
from preflight.reading.positions import DocumentText
from preflight.reading.unreadable import DIRECTIVE, RefusedError, not_yaml, place, unreadable

import yaml
from yaml import events

MAX_EVENTS = 5_000_000
"""Keys, values and ends of one stream: five times those of 10,000 routes, and read within seconds."""

MAX_READ_AGAIN = 10_000_000
"""Characters that may be read again, since they stand before what is written in another way for libyaml."""
COPIED = 100
"""Characters that are copied in the time in which one is read."""

BYTE_ORDER_MARK = "\ufeff"
UNLIKE_YAML = r"---(?=#|[ \t]*[^\S \t\r\n])"
"""A separator that YAML does not know: with a comment right beside it, or white space that is not of ASCII."""
FIRST_UNLIKE_YAML, LATER_UNLIKE_YAML = re.compile(UNLIKE_YAML), re.compile(rf"\n{UNLIKE_YAML}")
AFTER_SEPARATOR = re.compile(r"((?:\A|\n)---)[^\S\n]*")
LATER_MARK = re.compile(rf"(\n---[^\n]*\n){BYTE_ORDER_MARK}+")
"""One that begins a document: files have been joined that Windows wrote."""
SEPARATOR = r"---[^\S\n]*([^\s#])"
FIRST_SEPARATOR, LATER_SEPARATOR = re.compile(SEPARATOR), re.compile(rf"\n{SEPARATOR}")


@dataclass(frozen=True, slots=True, eq=False)
class Document:
    """One document that is not empty."""

    data: Any
    text: DocumentText
    duplicates: tuple[FieldPath, ...] = ()
    """The keys that are there more than once; the data has the last of each."""


def documents(text: str, file: str, first_line: int = 1, *, for_kubectl: bool = True) -> Iterator[Document]:
    """Read the documents of a stream one by one; empty ones are passed over, as kubectl does.

    `first_line` is that of the text in the file. What is not `for_kubectl` may have a '?' in a text in brackets.
    Raises UnreadableError at the first thing that cannot be read.
    """
    text = text.lstrip(BYTE_ORDER_MARK)
    if FIRST_UNLIKE_YAML.match(text) or LATER_UNLIKE_YAML.search(text):
        text = AFTER_SEPARATOR.sub(r"\1 ", text)
    if BYTE_ORDER_MARK in text:
        text = LATER_MARK.sub(r"\1", text)
    beside = FIRST_SEPARATOR.match(text) or LATER_SEPARATOR.search(text)
    if beside is not None:
        problem = "kubectl takes nothing but a comment beside '---'."
        raise unreadable(place(text, beside.start(1), file, first_line), problem, "Write it on a line of its own.")
    line, budget = first_line, MAX_READ_AGAIN
    while True:
        stream, parts = _Stream(text, file, line, Builder(for_kubectl=for_kubectl)), _Parts(text)
        try:
            yield from stream.documents(yaml.CSafeLoader(parts))
        except yaml.YAMLError as error:
            mended = as_libyaml_reads(text, error)
            budget -= parts.end - stream.end + len(text) // COPIED
            if mended is None or budget < 0:
                raise not_yaml(error, text, file, line) from None
        except UnicodeEncodeError as error:
            where = place(text, parts.start + error.start, file, line)
            raise unreadable(where, "Half of a surrogate pair is no character.", "Write the whole character.") from None
        else:
            return
        line += text.count("\n", 0, stream.end)
        text = mended[stream.end :]


class _Parts:
    """A text as libyaml takes it part by part, since it would copy it whole; as for kubectl, each line has an end."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.start = self.end = 0
        """Of the part that was taken last."""
        self.ends_line = text.endswith("\n")

    def read(self, size: int = -1, /) -> str:
        """Return the next part, of at most so many characters; an empty one at the end."""
        self.start, self.end = self.end, min(self.end + size, len(self.text))
        if self.start < self.end:
            return self.text[self.start : self.end]
        ends_line, self.ends_line = self.ends_line, True
        return "" if ends_line else "\n"


class _Stream:
    """A stream and how far it has been read."""

    def __init__(self, text: str, file: str, first_line: int, builder: Builder) -> None:
        self.text = text
        self.file = file
        self.first_line = first_line
        self.builder = builder
        self.start: Any = None
        """Where the document starts that is being read, or was read last."""
        self.end = 0
        """Of the document that was read last."""

    def documents(self, loader: yaml.CSafeLoader) -> Iterator[Document]:
        next_event, handler_of = loader.get_event, self._handlers().get
        event: Any = None
        try:
            for _ in repeat(None, MAX_EVENTS):
                event = next_event()
                handler = handler_of(type(event))
                if handler is not None:
                    handler(event)
                elif type(event) is events.DocumentEndEvent:
                    mark: Any = event.end_mark
                    self.end = min(mark.index, len(self.text))
                    if self.builder.roots != [None]:
                        yield self._document(event.end_mark)
                elif type(event) is events.StreamEndEvent:
                    return
        except RefusedError as error:
            raise unreadable(self._source(event.start_mark), error.problem, error.fix) from None
        problem = f"There are more than {MAX_EVENTS:,} keys and values up to here."
        raise unreadable(self._source(event.start_mark), problem, "Split the file.")

    def _handlers(self) -> dict[type[yaml.Event], Callable[[Any], None]]:
        return {
            events.DocumentStartEvent: self._begin,
            events.ScalarEvent: self.builder.scalar,
            events.MappingStartEvent: self.builder.mapping,
            events.SequenceStartEvent: self.builder.sequence,
            events.MappingEndEvent: self.builder.end,
            events.SequenceEndEvent: self.builder.end,
            events.AliasEvent: self.builder.alias,
        }

    def _begin(self, event: events.DocumentStartEvent) -> None:
        """Begin a document; raises RefusedError for one that kubectl would not read."""
        if event.version or event.tags:
            raise RefusedError(*DIRECTIVE)
        self.start = event.start_mark
        self.builder.begin()

    def _document(self, end: Any) -> Document:
        # A document without `---` starts at its first value, which may be indented.
        start = self.start.index - self.start.column
        text = DocumentText(
            file=self.file, text=self.text, start=start, end=end.index, first_line=self.first_line + self.start.line
        )
        return Document(self.builder.roots[0], text, tuple(self.builder.duplicates))

    def _source(self, mark: Any) -> Source:
        # At the end of a text, libyaml is one line further where the last one does not end.
        return place(self.text, min(mark.index, len(self.text)), self.file, self.first_line)
