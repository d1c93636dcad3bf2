"""Tables: aligned columns, and nothing that a terminal obeys."""

from io import StringIO

from preflight.report.tables import Table, write_tables


def written(*tables: Table) -> str:
    stream = StringIO()
    write_tables(tables, stream)
    return stream.getvalue()


def test_columns_are_as_wide_as_what_is_in_them() -> None:
    table = Table("ROUTES", ("NAME", "PARENT"), [("a-long-name", "edge"), ("b", "")])
    assert written(table) == "ROUTES\nNAME          PARENT\na-long-name   edge\nb             <none>\n"


def test_tables_have_an_empty_line_between_and_none_without_rows() -> None:
    first, empty, last = Table("A", ("X",), [("1",)]), Table("B", ("X",), []), Table("C", ("X",), [("2",)])
    assert written(first, empty, last) == "A\nX\n1\n\nC\nX\n2\n"


def test_what_was_read_is_written_on_one_line() -> None:
    assert written(Table("A", ("X",), [("\x1b[31m\n",)])) == "A\nX\n\\x1b[31m\\n\n"
