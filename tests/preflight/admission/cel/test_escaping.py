from preflight.admission.cel.escaping import ESCAPES, RESERVED, escaped
from preflight.admission.cel.outcomes import Uncompilable
from preflight.admission.cel.programs import compiled

import pytest
from hypothesis import given
from hypothesis import strategies as st

NAMES = {
    "name": "name",
    "namespace": "__namespace__",
    "in": "__in__",
    "true": "__true__",
    "app.kubernetes.io/name": "app__dot__kubernetes__dot__io__slash__name",
    "my-name": "my__dash__name",
    "a__b": "a__underscores__b",
    "a___b": "a__underscores___b",
    "_a_b": "_a_b",
    "__namespace__": "__underscores__namespace__underscores__",
    "-a": "__dash__a",
    "Namespace": "Namespace",
}


@pytest.mark.parametrize("name", NAMES)
def test_names_are_escaped(name: str) -> None:
    assert escaped(name) == NAMES[name]


@pytest.mark.parametrize("name", ["", "1a", "a b", "a:b", "é", "a\n"])
def test_other_names_are_not_accessible(name: str) -> None:
    assert escaped(name) is None


@pytest.mark.parametrize("word", sorted(RESERVED))
def test_each_reserved_word_is_accessible(word: str) -> None:
    """The oracle is the parser: it takes the escaped word as a field."""
    assert not isinstance(compiled(f"has(self.{escaped(word)})"), Uncompilable)


@given(st.text("ab_-./", min_size=1))
def test_two_names_are_never_one(name: str) -> None:
    """The oracle is the way back: each escape stands for one text."""
    back = escaped(name)
    assert back is not None
    for text, escape in ESCAPES.items():
        back = back.replace(escape, text)
    assert back == name
