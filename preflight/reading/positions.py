"""Where each field of a document is: found by reading the document again, and only when someone asks.

Few documents have findings, so keeping the place of every field would cost much memory for nothing.
"""

from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from preflight.field_path import FieldPath
from preflight.finding import Source
from preflight.reading.scalars import MERGE, key_name

import yaml
from yaml import events


@dataclass(slots=True)
class Node:
    """An entry of a mapping, by where its key is, or another value, by its start."""

    line: int
    """Counts from 1 in the document."""
    column: int
    """Counts from 0."""
    entries: "dict[str, Node] | list[Node] | None" = None
    """None for a scalar."""
    earlier: tuple[int, ...] = ()
    """The lines of the same key further up in the mapping."""


@dataclass(frozen=True, slots=True, eq=False)
class DocumentText:
    """A document as it is written: part of a file's text, from the start of a line."""

    file: str
    text: str = field(repr=False)
    start: int
    end: int
    first_line: int
    """Counts from 1."""

    def node(self, path: FieldPath) -> Node:
        """Return the field, or the nearest one above it that is there."""
        node = _root(self)
        for element in path:
            match node.entries:
                case dict() as entries if element in entries:
                    node = entries[str(element)]
                case list() as items if isinstance(element, int) and element < len(items):
                    node = items[element]
                case _:
                    break
        return node

    def source(self, path: FieldPath) -> Source:
        """Return where the field is, by its key, or by the start of a list's item; else the nearest field above it."""
        node = self.node(path) if path else _first(self)
        return Source(self.file, self._line(node.line), node.column + 1)

    def lines(self, path: FieldPath) -> list[int]:
        """Return the lines of a key, each once: more than one where the key is there more than once."""
        node = self.node(path)
        return sorted({self._line(line) for line in (*node.earlier, node.line)})

    @property
    def written(self) -> str:
        """The document alone, after an empty line: libyaml would take a byte order mark away at the very start."""
        return f"\n{self.text[self.start : self.end]}"

    def _line(self, line: int) -> int:
        return self.first_line + line - 1


@dataclass(frozen=True, slots=True, eq=False)
class Place:
    """Where an object is in a document: the whole of it, or below a path, as the items of a List are."""

    document: DocumentText
    above: FieldPath = ()

    def source(self, path: FieldPath) -> Source:
        """Return where a field of the object is, or the nearest field above it that is there."""
        return self.document.source(self.above + path)


def _first(document: DocumentText) -> Node:
    """Return the node of a document without what is in it: all of a large document is read only for its fields."""
    parser = yaml.CSafeLoader(document.written)
    while True:
        event = parser.get_event()
        if isinstance(event, events.NodeEvent | events.StreamEndEvent):
            mark: Any = event.start_mark
            return Node(mark.line, mark.column)


@lru_cache(maxsize=1)
def _root(document: DocumentText) -> Node:
    """Return the tree of a document; the last one is kept, since the findings of an object come together."""
    return _Tree().built(document.written)


MAX_LINES = 10
"""Lines that are told of one key: the first ones, and the last two."""


@dataclass(slots=True)
class _Key:
    """A key whose value has not been read."""

    name: str
    line: int
    column: int


@dataclass(slots=True)
class _Open:
    """A collection whose end has not been read."""

    node: Node
    key: _Key | None = None
    lines: dict[str, tuple[int, ...]] = field(default_factory=dict)
    """Where each key of a mapping is, without those that were merged in."""

    @property
    def wants_key(self) -> bool:
        return self.key is None and isinstance(self.node.entries, dict)

    def add(self, node: Node) -> None:
        """Take in an item, or the value of the key."""
        if isinstance(self.node.entries, list):
            self.node.entries.append(node)
        elif self.key is not None and self.node.entries is not None:
            name = self.key.name
            if name is MERGE:
                self._merge(node)
            node.earlier = self.lines.get(name, ())
            self.lines[name] = (*node.earlier[: MAX_LINES - 2], node.line)
            self.node.entries[name] = node
            self.key = None

    def _merge(self, node: Node) -> None:
        merged = [node] if isinstance(node.entries, dict) else reversed(node.entries or ())
        for mapping in merged:
            if isinstance(mapping.entries, dict) and isinstance(self.node.entries, dict):
                self.node.entries.update(mapping.entries)


class _Tree:
    """Builds the nodes of one document that is known to be readable, without recursion."""

    def __init__(self) -> None:
        self.root = Node(1, 0)
        self.open: list[_Open] = []
        self.anchored: dict[str, Node] = {}
        self.anchored_scalars: dict[str, events.ScalarEvent] = {}

    def built(self, text: str) -> Node:
        parser = yaml.CSafeLoader(text)
        while True:
            event = parser.get_event()
            match event:
                case events.StreamEndEvent():
                    return self.root
                case events.NodeEvent() if self.open and self.open[-1].wants_key:
                    self.open[-1].key = self._key(event)
                case events.CollectionStartEvent():
                    empty: Any = {} if isinstance(event, events.MappingStartEvent) else []
                    self.open.append(_Open(self._node(event, empty)))
                case events.AliasEvent():
                    self._add(self._node(event, self.anchored[str(event.anchor)].entries))
                case events.ScalarEvent():
                    self._add(self._node(event, None))
                case events.CollectionEndEvent():
                    self._add(self.open.pop().node)

    def _node(self, event: Any, entries: "dict[str, Node] | list[Node] | None") -> Node:
        """Return the node of a value, and keep it where it has an anchor."""
        mark = (self.open[-1].key if self.open else None) or event.start_mark
        node = Node(mark.line, mark.column, entries)
        self._anchor(event, node)
        return node

    def _anchor(self, event: Any, node: Node) -> None:
        if event.anchor is not None and not isinstance(event, events.AliasEvent):
            self.anchored[event.anchor] = node
            if isinstance(event, events.ScalarEvent):
                self.anchored_scalars[event.anchor] = event

    def _key(self, event: Any) -> _Key:
        mark = event.start_mark
        self._anchor(event, Node(mark.line, mark.column))
        scalar = self.anchored_scalars[str(event.anchor)] if isinstance(event, events.AliasEvent) else event
        return _Key(key_name(scalar.value, scalar.tag, quoted=bool(scalar.style)), mark.line, mark.column)

    def _add(self, node: Node) -> None:
        if self.open:
            self.open[-1].add(node)
        else:
            self.root = node
