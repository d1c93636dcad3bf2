"""Tables as kubectl prints them: columns that are as wide as what is in them, without lines."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, TextIO

from preflight.report.wording import plain

GAP = 3
"""Spaces between two columns, as kubectl has them."""
EMPTY = "<none>"


class Table(NamedTuple):
    """A table with its title."""

    title: str
    columns: Sequence[str]
    rows: Sequence[Sequence[str]]


def write_tables(tables: Iterable[Table], stream: TextIO) -> None:
    """Write each table that has rows, with an empty line between two; an empty cell is `<none>`."""
    stream.write("\n".join("".join(f"{line}\n" for line in _lines(table)) for table in tables if table.rows))


def _lines(table: Table) -> Iterator[str]:
    title, columns, rows = table
    cells = [[plain(cell) or EMPTY for cell in row] for row in rows]
    widths = [max(map(len, column)) for column in zip(columns, *cells, strict=True)]
    yield title
    for line in (columns, *cells):
        padded = (cell.ljust(width + GAP) for cell, width in zip(line, widths, strict=True))
        yield "".join(padded).rstrip()
