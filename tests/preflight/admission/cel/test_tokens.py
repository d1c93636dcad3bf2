from preflight.admission.cel.tokens import tokens, with_replaced, without_replaced

import pytest
from hypothesis import given
from hypothesis import strategies as st


@pytest.mark.parametrize(
    ("expression", "found"),
    [
        ("self.a==1 // b", ["self", ".", "a", "==", "1"]),
        ("a ? b : c", ["a", "?", "b", ":", "c"]),
        ("a && !b || c<=2", ["a", "&&", "!", "b", "||", "c", "<=", "2"]),
        (r"'it\'s' + \"\"".replace('\\"', '"'), [r"'it\'s'", "+", '""']),
        (r"r'\' + b'\''", [r"r'\'", "+", r"b'\''"]),
        ('\'\'\'a\'b\n\'\'\' + """a"b\\""""', ["'''a'b\n'''", "+", '"""a"b\\""""']),
        ("rb'''\\''' + 1", ["rb'''\\'''", "+", "1"]),
        ("'a' // 'b'\n+ 'c'", ["'a'", "+", "'c'"]),
        ("'// no comment'", ["'// no comment'"]),
        ("'open", ["'open"]),
        ("'''open'\n", ["'''open'\n"]),
    ],
)
def test_the_tokens(expression: str, found: list[str]) -> None:
    assert tokens(expression) == found


@pytest.mark.parametrize(
    ("expression", "replaced"),
    [
        ("string(self)", "kubernetes_string(self)"),
        ("self.indexOf ('a')", "self.kubernetes_indexOf ('a')"),
        ("'%s'.format([a.lastIndexOf('b')])", "'%s'.kubernetes_format([a.kubernetes_lastIndexOf('b')])"),
        ("t.getMilliseconds // (\n()", "t.kubernetes_getMilliseconds // (\n()"),
        ("type(self) == string && self.format == 'string(1)'", "type(self) == string && self.format == 'string(1)'"),
        ("mystring(self) // string(self)", "mystring(self) // string(self)"),
        ("format.uuid()", "format.uuid()"),
    ],
)
def test_the_calls_of_functions_that_are_replaced(expression: str, replaced: str) -> None:
    assert with_replaced(expression) == replaced
    assert without_replaced(replaced) == expression


@given(st.text(st.sampled_from("'\"\\rb\n/. a(1")))
def test_nothing_is_lost(expression: str) -> None:
    """The oracle is the expression itself: no function in it is replaced."""
    assert with_replaced(expression) == expression


def test_a_text_that_never_ends_is_read_once() -> None:
    assert len(tokens("'" + r"\'" * 100_000)) == 1
