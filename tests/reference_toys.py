"""A small constructs_lib for tests/test_reference.py, and the pages that its docstrings give."""

SOURCES = {
    "__init__.py": '''\
"""Toys of all kinds.

All are imported from here.
"""

from typing import TYPE_CHECKING

from constructs_lib.things.thing import Name, Thing, Value, make

if TYPE_CHECKING:
    from constructs_lib.late import Late

__all__ = ["Late", "Name", "Thing", "Value", "make"]
''',
    "late.py": '''\
"""Late: imported at its first use."""


class Late:
    """What comes late."""
''',
    "things/__init__.py": '"""Things, and what they are made of."""\n',
    "things/thing.py": '''\
"""Thing: what the page is for.

Not for *.example.com.
"""

from dataclasses import dataclass, field

from constructs_lib.late import Late

WAVE = 3
LIMIT = len("abc")
Name = str | Late
"""A name, or what has one."""


@dataclass(frozen=True)
class Value:
    """A value for dist/<folder>; make one with `small`."""

    size: int
    parts: Sequence[str] = field(default_factory=list, kw_only=True)
    """The parts of *it*."""

    how_to_write: ClassVar[str] = "Value.small()"
    kind: ClassVar[str] = "not described"

    @classmethod
    def small(cls, *, limit: int = LIMIT) -> "Value":
        """A small value.

        No larger one.
        """

    @property
    def area(self) -> int:
        """The area."""

    def _hidden(self) -> None: ...


class _Base:
    wave: ClassVar[int]
    """When it is applied."""

    def __init__(self, scope: Late, *, value: Value | None = None, wave: int = WAVE) -> None:
        """Define it.

        :param scope: the scope,
            whatever it is.
        :param value: the value.
        :param wave: the wave.
        :raises ValueError: for no value.

        Source: nowhere.
        """
        self.value = value

    def spec(self, owner: str) -> dict[str, Value]:
        """Return the spec.

        :param owner: whose it is.
        :returns: what is written.
        """


class Thing(_Base):
    """A thing."""

    wave: ClassVar[int] = WAVE


def make(late: Late, limit: int = LIMIT) -> Thing:
    """Make a thing."""
''',
}
README = """\
<!-- Written by `make docs` from the docstrings of constructs_lib: change those. -->

# Toys of all kinds

All are imported from here.

## Late: imported at its first use

- [Late](late.md#late): What comes late.

## Things, and what they are made of

- [Name](things/thing.md#name): A name, or what has one.
- [Value](things/thing.md#value): A value for dist/\\<folder>; make one with `small`.
- [Thing](things/thing.md#thing): A thing.
- [make](things/thing.md#make): Make a thing.
"""
PAGE = """\
<!-- Written by `make docs` from the docstrings of constructs_lib: change those. -->

# Thing: what the page is for

Not for \\*.example.com.

[constructs_lib](../README.md): [Name](#name), [Value](#value), [Thing](#thing), [make](#make)

## Name

`Name = str | Late`

A name, or what has one.

## Value

`Value(size, *, parts=list())`

A value for dist/\\<folder>; make one with `small`.

- `size` (int)
- `parts` (Sequence[str] = `list()`): The parts of \\*it\\*.

**Members**

- `Value.small(*, limit: int = LIMIT) -> Value`: A small value.

  No larger one.
- `area` (int): The area.

## Thing

`Thing(scope, *, value=None, wave=3)`

A thing.

Define it.

- `scope` ([Late](../late.md#late)): the scope, whatever it is.
- `value` ([Value](#value) | None = `None`): the value.
- `wave` (int = `3`): the wave.

Raises ValueError for no value.

Source: nowhere.

**Members**

- `wave` (int = `3`): When it is applied.
- `spec(owner: str) -> dict[str, Value]`: Return the spec.

  - `owner` (str): whose it is.

  Returns what is written.

## make

`make(late, limit=LIMIT) -> Thing`

Make a thing.

- `late` ([Late](../late.md#late))
- `limit` (int = `LIMIT`)
"""
