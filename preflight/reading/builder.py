"""From the events of one YAML document to its data, as kubectl has it.

There is no recursion, and a limit on what would grow without one: the text may be hostile. Going beyond a limit is an
error like any other.
"""

from collections.abc import Callable
from typing import Any

from preflight.field_path import FieldPath
from preflight.reading.scalars import MERGE, key_name, plain, tagged
from preflight.reading.unreadable import RefusedError
from preflight.values import shown

from yaml.events import AliasEvent, CollectionStartEvent, ScalarEvent

MAX_DEPTH = 200
"""Mappings and lists within each other: far more than any API has, and few enough for checks that recurse."""
MAX_ANCHORS = 10_000
"""Values with an anchor in one document, which are kept for the aliases that may follow."""
MAX_ALIASED = 100_000
"""Values that the aliases of one document stand for: an alias is short, and what it stands for may be huge."""
CHARACTERS_OF_A_VALUE = 100
"""A longer text counts as several values."""
MAX_DUPLICATES = 100
"""Keys of one document that are told to be there more than once; further ones are not."""
QUESTION = ("kubectl takes no '?' in a text without quotes that is within brackets.", "Put the text in quotes.")
"""go-yaml v2 takes it for the start of a key; libyaml does not."""
MAX_SHARED = 10_000
"""Short texts that are kept, so that documents share them."""
MAX_SHARED_LENGTH = 64


class Shared(dict[str, Any]):
    """What texts stand for, each short one worked out once."""

    def __init__(self, meaning: Callable[[str], Any]) -> None:
        super().__init__()
        self.meaning = meaning

    def __missing__(self, text: str) -> Any:
        value = self.meaning(text)
        if len(text) <= MAX_SHARED_LENGTH and len(self) < MAX_SHARED:
            self[text] = value
        return value


class Builder:
    """Takes the events of documents in turn; each method for an event raises RefusedError for what cannot be read."""

    __slots__ = (
        "aliased",
        "anchored",
        "anchored_scalars",
        "append",
        "around",
        "collection",
        "duplicates",
        "flow",
        "for_kubectl",
        "key",
        "merged",
        "names",
        "roots",
        "values",
    )

    def __init__(self, *, for_kubectl: bool = True) -> None:
        """Take what kubectl refuses and YAML does not, unless it is `for_kubectl`."""
        self.for_kubectl = for_kubectl
        self.values = Shared(plain)
        self.names = Shared(key_name)
        self.begin()

    def begin(self) -> None:
        """Forget the last document."""
        self.roots: list[Any] = []
        self.collection: Any = None
        """The mapping or list whose end has not come yet."""
        self.append: Callable[[Any], None] | None = self.roots.append
        """Takes the next item; None in a mapping."""
        self.key: str | None = None
        """The key whose value comes next."""
        self.flow: bool | None = False
        """Whether the collection is in brackets."""
        self.around: list[tuple[Any, Callable[[Any], None] | None, str | None, bool | None]] = []
        """Collection, append, key and flow of what is around the collection, from the outside in."""
        self.anchored: dict[str, Any] = {}
        self.anchored_scalars: dict[str, ScalarEvent] = {}
        self.aliased = 0
        self.merged: dict[int, tuple[Any, set[str]]] = {}
        """The keys that a mapping has by merging only, by its identity, which stays its own as long as it is kept."""
        self.duplicates: dict[FieldPath, None] = {}

    def scalar(self, event: ScalarEvent) -> None:
        """Take a key or a value that is neither a mapping nor a list."""
        if self.flow and self.for_kubectl and "?" in event.value and not event.style:
            raise RefusedError(*QUESTION)
        if self.append is None and self.key is None:
            self._take_key(event)
            return
        value: Any = event.value
        if event.tag is not None:
            value = tagged(value, event.tag)
        elif not event.style:
            value = self.values[value]
        if event.anchor is not None:
            self._anchor(event, value)
            self.anchored_scalars[event.anchor] = event
        self._place(value)

    def mapping(self, event: CollectionStartEvent) -> None:
        """Take the start of a mapping."""
        self._open(event, {}, None)

    def sequence(self, event: CollectionStartEvent) -> None:
        """Take the start of a list."""
        items: list[Any] = []
        self._open(event, items, items.append)

    def end(self, _: object) -> None:
        """Take the end of a mapping or list."""
        value = self.collection
        self.collection, self.append, self.key, self.flow = self.around.pop()
        self._place(value)

    def alias(self, event: AliasEvent) -> None:
        """Take a reference to a value further up."""
        if event.anchor not in self.anchored:
            fix = "Write the value itself, or put the text in quotes if the '*' is part of it."
            raise RefusedError(f"The alias {shown(f'*{event.anchor}')} names no value above it.", fix)
        value = self.anchored[event.anchor]
        if self.append is None and self.key is None:
            if isinstance(value, dict | list):
                raise _no_key()
            self._take_key(self.anchored_scalars[event.anchor])
            return
        if isinstance(value, dict | list) and any(value is outer for outer in self._enclosing()):
            raise RefusedError(f"The alias {shown(f'*{event.anchor}')} stands within its own value.", "Leave it out.")
        self._count(value)
        self._place(value)

    def _take_key(self, event: ScalarEvent) -> None:
        if event.tag is None and not event.style:
            name = self.names[event.value]
        else:
            name = key_name(event.value, event.tag, quoted=bool(event.style))
        if name in self.collection:
            self._take_again(name)
        if event.anchor is not None:
            value = event.value if event.style else self.values[event.value]
            self._anchor(event, value if event.tag is None else tagged(event.value, event.tag))
            self.anchored_scalars[event.anchor] = event
        self.key = name

    def _take_again(self, name: str) -> None:
        """Note a key that is in the mapping already, unless only a merge has brought it there."""
        _, merged = self.merged.get(id(self.collection), (None, set[str]()))
        if name in merged:
            merged.remove(name)
        elif len(self.duplicates) < MAX_DUPLICATES:
            steps = [len(outer) if isinstance(outer, list) else str(key) for outer, _, key, _ in self.around[1:]]
            self.duplicates[(*steps, name)] = None

    def _open(self, event: CollectionStartEvent, collection: Any, append: Callable[[Any], None] | None) -> None:
        if self.append is None and self.key is None:
            raise _no_key()
        self.around.append((self.collection, self.append, self.key, self.flow))
        if len(self.around) > MAX_DEPTH:
            problem = f"Here, mappings and lists are more than {MAX_DEPTH} deep within each other."
            raise RefusedError(problem, "Write fewer of them within each other.")
        self.collection, self.append, self.key, self.flow = collection, append, None, event.flow_style
        if event.anchor is not None:
            self._anchor(event, collection)

    def _anchor(self, event: ScalarEvent | CollectionStartEvent, value: Any) -> None:
        if len(self.anchored) >= MAX_ANCHORS:
            raise RefusedError(f"There are more than {MAX_ANCHORS:,} anchors in the document.", "Leave some out.")
        self.anchored[str(event.anchor)] = value

    def _place(self, value: Any) -> None:
        if self.append is not None:
            self.append(value)
        elif self.key is MERGE:
            self._merge(value)
            self.key = None
        else:
            self.collection[self.key] = value
            self.key = None

    def _merge(self, value: Any) -> None:
        """Take in the entries of a mapping, or of several of which the first wins, over what the mapping has so far."""
        mappings = value[::-1] if isinstance(value, list) else [value]
        for mapping in mappings:
            if not isinstance(mapping, dict):
                raise RefusedError(
                    "The key '<<' merges mappings, and this is none.", "Write a mapping, or an alias of one."
                )
            _, merged = self.merged.setdefault(id(self.collection), (self.collection, set()))
            merged.update(mapping.keys() - self.collection.keys())
            self.collection.update(mapping)

    def _enclosing(self) -> list[Any]:
        return [self.collection, *(outer for outer, *_ in self.around)]

    def _count(self, value: Any) -> None:
        """Add up what the aliases stand for; looks at no more values than may be added."""
        uncounted = [value]
        while uncounted:
            value = uncounted.pop()
            self.aliased += 1 + (len(value) // CHARACTERS_OF_A_VALUE if isinstance(value, str) else 0)
            if self.aliased > MAX_ALIASED:
                problem = f"Up to here, the aliases of the document stand for more than {MAX_ALIASED:,} values."
                raise RefusedError(problem, "Write the values themselves, or fewer aliases.")
            if isinstance(value, dict):
                uncounted.extend(value.values())
            elif isinstance(value, list):
                uncounted.extend(value)


def _no_key() -> RefusedError:
    problem = "A key of the mapping is itself a mapping or a list, and JSON has strings only."
    fix = "Write a string as the key, or put it in quotes if a string is meant, as in '{{ value }}'."
    return RefusedError(problem, fix)
