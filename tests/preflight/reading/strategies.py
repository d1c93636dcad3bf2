"""Texts to read: YAML that is meant well, YAML with a few mistakes, and bytes of any kind."""

from typing import Any

from preflight.reading.scalars import plain
from preflight.reading.unreadable import RefusedError

import yaml
from hypothesis import strategies as st


def _alike(text: str) -> bool:
    """Whether PyYAML quotes a text that kubectl would not take for text without quotes."""
    try:
        value = plain(text)
    except RefusedError:
        return False
    resolver: Any = yaml.SafeLoader("")
    tag = resolver.resolve(yaml.ScalarNode, text, (True, False))
    return isinstance(value, str) or tag != "tag:yaml.org,2002:str"


KEYS = st.sampled_from(
    ["a", "name", "app.kubernetes.io/name", "é", "on", "1", "<<", "null", "0x10", "x y", ""]
) | st.text("abcdefgh", min_size=1, max_size=4)
TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), max_size=12).filter(
    _alike
) | st.sampled_from(
    ["yes", "0x10", "1.5", "2020-01-01", "---", "a\nb\n", "# no comment", "{{ value }}", "&a", "*a", "\t", " x "]
)
SCALARS = st.none() | st.booleans() | st.integers(-(2**63), 2**63 - 1) | TEXTS
VALUES: st.SearchStrategy[Any] = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=20,
)
"""What JSON has, apart from fractions, which programs write in ways of their own."""
MAPPINGS = st.dictionaries(KEYS, VALUES, max_size=5)
OBJECTS = MAPPINGS.map(lambda fields: {"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": "a"}} | fields)
STYLES: st.SearchStrategy[dict[str, Any]] = st.fixed_dictionaries(
    {
        "default_flow_style": st.sampled_from([True, False, None]),
        "default_style": st.sampled_from([None, '"', "'", "|"]),
        "indent": st.integers(2, 6),
        "width": st.integers(20, 100),
        "allow_unicode": st.booleans(),
    }
)


@st.composite
def dumped(draw: st.DrawFn, value: st.SearchStrategy[Any] = OBJECTS) -> str:
    """A document in one of the styles that YAML has."""
    text: str = yaml.safe_dump(draw(value), sort_keys=False, **draw(STYLES))
    # PyYAML writes `...` after a document that is a plain scalar.
    return text.removesuffix("...\n")


def streams() -> st.SearchStrategy[str]:
    """Several documents, with separators and comments as people write them."""
    separators = st.sampled_from(["---\n", "---\n\n", "--- # next\n", "---\n# comment\n", "...\n---\n", "---\r\n"])
    further = st.lists(st.tuples(separators, dumped()), max_size=3)
    return st.builds(lambda first, parts: first + "".join(part for pair in parts for part in pair), dumped(), further)


SEEDS = (
    "a: 1\nb:\n  - x\n  - y: [1, 2]\n    z: {q: w}\n---\nc: |\n  text\n  more\nd: >-\n  f\n  g\n",
    "apiVersion: v1\nkind: Pod\nmetadata:\n  name: a\n  labels: &l\n    on: 'yes'\nspec:\n  <<: *l\n  d: [1, ~]\n",
    "- a\n- b: c\n  d: e\n-\n  - f\n- ? g\n  : h\n",
    "# c\n---\na: \"x\\n\\u0041 y\"\nb: 'it''s'\n...\n---\n\nb: 2 # c\n",
    '{"apiVersion": "v1", "kind": "Pod", "a": [1, 2.5, "x", null, true], "b": {"c": "\\u00e9"}}\n',
    '{"a": 1}\n{"kind": "List", "items": [{"a": "\\ud83d\\ude00"}, {}]}\n',
    "a: !!str 5\nb: !!int '7'\nc: !foo x\nd: !!binary aGk=\n",
    "apiVersion: v1\nkind: PodList\nitems:\n- a: &x {k: v, m: &y [*x]}\n- &z a: *x\n- {<<: [*x, *x], *z : 1}\n",
)
"""Texts with everything that YAML has, to put mistakes into."""
CHARACTERS = "\t\n !#'\",-:?@[]`{}~\\\x00\x85\u2028\ufeff\ud800"
WORDS = (
    "\n  ",
    ": ",
    "- ",
    "---\n",
    "...\n",
    "&a ",
    "*a",
    "<<: ",
    "|\n",
    "> ",
    "!!str ",
    "!!int ",
    "!!binary ",
    "!x ",
    "? ",
)
FURTHER_WORDS = ("%YAML 1.1\n", "1e999", ".inf", "\\ud800", "\\x", "\r\n", "9" * 30, "items", "kind: List\n")
PIECES = st.sampled_from([*CHARACTERS, *WORDS, *FURTHER_WORDS])


@st.composite
def mutated(draw: st.DrawFn) -> str:
    """One of SEEDS with pieces put in, left out and repeated."""
    text = draw(st.sampled_from(SEEDS))
    for _ in range(draw(st.integers(1, 6))):
        start = draw(st.integers(0, len(text)))
        end = min(len(text), start + draw(st.integers(0, 8)))
        text = draw(
            st.sampled_from(
                [text[:start] + draw(PIECES) + text[start:], text[:start] + text[end:], text[:end] + text[start:]]
            )
        )
    return text


def file_contents() -> st.SearchStrategy[bytes]:
    """What may be in a file: YAML in an encoding, with mistakes or without, or any bytes."""
    encodings = st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32"])
    texts = st.builds(lambda text, encoding: text.encode(encoding, "surrogatepass"), mutated(), encodings)
    return texts | st.binary(max_size=200)
