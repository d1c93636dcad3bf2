"""Odd values: what a program may put where the API has something else, or what looks right and is not."""

import datetime
import decimal
import math
import random
from collections.abc import Callable
from typing import Any

NUMBERS = (0, -1, 1.5, -0.0, 2**31, 2**53, 2**63, -(2**63) - 1, 2**64, 10**309, 10**5000, 1e21, 1e308, 5e-324)
NOT_NUMBERS = (math.nan, math.inf, -math.inf, None, True, False)
NOT_JSON = (
    b"a",
    bytearray(b"a"),
    (1, 2),
    frozenset({1}),
    range(3),
    datetime.datetime(2026, 1, 31, tzinfo=datetime.UTC),
    datetime.date(2026, 1, 31),
    datetime.timedelta(1),
    decimal.Decimal("NaN"),
    1j,
    object(),
    str,
)
KEYS: tuple[Any, ...] = (None, True, 0, 1.5, math.nan, b"a", (1,), datetime.date(2026, 1, 31), 10**5000, frozenset())
CHARACTERS = "\0\t\n\r\x1b\x7f\x85\xa0\u200b\u2028\u202e\ufeff\ufffe\uffff\ud800\udfff\U0001f600\U0010ffff\u0130\u00df"
TEXTS = (
    "",
    " ",
    ".",
    "..",
    "-",
    "/",
    "a/b/c",
    "null",
    "true",
    "1",
    "1.0",
    "1e999",
    "9" * 400,
    "9" * 5000,
    "x" * 64,
    "x" * 254,
    "A_b",
    "a" * 63 + ".b",
    "é" * 300,
    "](x)",
    "::error::x",
    "%0A",
    "{{ a }}",
    "*",
    "*.",
    "*.*.a",
    "1.2.3.4/33",
    "::ffff:1.2.3.4",
    "fe80::1%eth0",
    "::/129",
    "01.2.3.4",
    "http://[::1",
    "http://a:99999999999/%zz",
    "//",
    "1h1",
    "999999999999999999h",
    "-1ns",
    "1.2.3-rc.1+b",
    "v",
    "1e1000000Ki",
    "0.1m",
    "-",
    "0000-00-00T00:00:00Z",
    "9999-12-31T23:59:60.9999999999Z",
    "====",
    "aGk",
    "(" * 2000,
    "(a{1000}){1000}",
    "(?i)(a|b)*" * 20,
    "[",
    "\\",
    "\\C",
    "(?P<a>x)(?P<a>y)",
    "self.b",
    "true || ",
    "self == self &&" * 50 + " true",
    "[" * 300,
    "self.map(x, self.map(y, [x, y]))",
    "'a'.replace('', self)",
    "duration('x')",
    "quantity(string(self))",
    "ip(self).isUnspecified()",
    "1 / 0 == 1",
    "self",
    "null",
    "'%s'.format([self])",
    "has(self.a.b)",
    "apiVersion",
    "metadata",
    "CustomResourceDefinition",
    "apiextensions.k8s.io/v1",
    "__proto__",
    "$ref",
)
PIECES = (
    *("x", "9", "-", ".", "a.", "a-", "/", "a/", "0.", "1:", "::", "%41", "*.", "é", "\U0001f600", " ", "\n", "\0"),
    *("A", "1h", "{{", "a=b,", "(", "[a", "a*", "(?i)", "\\", "'", '"', "self || ", "1 + ", "https://a/", "a@b."),
    *("=", "aGk"),
)
"""What long texts are made of: whoever looks back at each of them takes very long."""
LENGTHS = (1_000, 10_000, 50_000)


def nested(generator: random.Random, depth: int) -> Any:
    """Return lists and objects within each other."""
    value: Any = "a"
    for _ in range(depth):
        value = [value] if generator.random() < 0.5 else {"a": value}
    return value


def text(generator: random.Random) -> str:
    """Return a text that is hard for someone."""
    if generator.random() < 0.6:
        return generator.choice(TEXTS)
    characters = "".join(chr(generator.randrange(32, 1 << generator.choice((7, 9, 16)))) for _ in range(4))
    return "".join(generator.sample(CHARACTERS + characters + "aZ0-_./", generator.randrange(1, 9)))


def long_text(generator: random.Random) -> str:
    """Return a text of a few pieces, again and again, with an end that may not fit."""
    pieces = "".join(generator.choice(PIECES) for _ in range(generator.choice((1, 1, 2, 4))))
    length = generator.choice(LENGTHS)
    return (pieces * length)[:length] + generator.choice(("", "", "!", "\n", "x"))


def cycle(generator: random.Random) -> Any:
    """Return a list or an object that is in itself."""
    items: list[Any] = ["a"]
    entries: dict[str, Any] = {"a": items}
    items.append(entries if generator.random() < 0.5 else items)
    return generator.choice((items, entries))


def many(generator: random.Random) -> Any:
    """Return a list or an object with many things in it."""
    item: Any = generator.choice((1, "a", {"name": "a"}, []))
    size = generator.choice((17, 65, 300, 3000, 20_000))
    return [item] * size if generator.random() < 0.5 else {f"k{number}": item for number in range(size)}


def json_value(generator: random.Random) -> Any:
    """Return an odd value that YAML may have."""
    makers: tuple[Callable[[], Any], ...] = (
        lambda: generator.choice(NUMBERS[:-5]),
        lambda: generator.choice(NOT_NUMBERS[3:]),
        lambda: text(generator),
        lambda: text(generator),
        lambda: generator.choice(([], {}, [[]], [None], {"": None}, [{}], {"a": {}}, ["a", "a"])),
        lambda: many(generator),
        lambda: long_text(generator),
        lambda: nested(generator, generator.choice((2, 40))),
    )
    return generator.choice(makers)()


def value(generator: random.Random) -> Any:
    """Return any odd value."""
    makers: tuple[Callable[[], Any], ...] = (
        lambda: json_value(generator),
        lambda: json_value(generator),
        lambda: generator.choice((*NUMBERS, *NOT_NUMBERS)),
        lambda: generator.choice(NOT_JSON),
        lambda: {generator.choice(KEYS): json_value(generator), "a": 1},
        lambda: cycle(generator),
        lambda: nested(generator, generator.choice((190, 210, 5000))),
    )
    return generator.choice(makers)()
