"""Changes at random: of texts, as slips and malice make them, and of objects."""

import copy
import json
import random
from collections.abc import Callable
from typing import Any

from tests.preflight.fuzz import odd
from tests.preflight.fuzz.corpus import definitions, objects, texts
from tests.preflight.fuzz.definitions import redefined

import yaml

Text = Callable[[random.Random, str], str]
Object = dict[str, Any]

TOKENS = (
    *("&a ", "*a", "<<: ", "<<: *a", "---\n", "---", "--- x\n", "...\n", "- ", "? ", ": ", ":", "-", ",", "#", " #"),
    *("!!binary ", "!!str ", "!!int ", "!!float ", "!!null ", "!!merge ", "!!set ", "!x ", "!<%00> ", "!<a> ", "!"),
    *("|", "|\n", ">-\n", "|2\n", ">9+\n", '"', "'", "''", "`", "@", "%", "%YAML 1.1\n", "%TAG ! a\n", "{{ a }}"),
    *("\t", "\n\t", "\r", "\r\n", "\n", " ", "\n\n", "\ufeff", "\0", "\x07", "\x7f", "\x85", "\u2028", "\ufffe"),
    *("\\ud800", "\\ud83d\\ude00", "\\x", "\\U0010ffff", "\\uffff", "\\0", "\\", "\\\n", "\U0001f600", "é"),
    *("{", "[", "}", "]", "{" * 250, "[" * 250, "- " * 250, "{a: " * 60, "[{" * 30, "}" * 5, "[]", "{}", "[,]"),
    *("9" * 30, "-0", "0x", "0o8", "0b1", "1_000", "1e999", ".inf", ".nan", "-.inf", ".5e+1", "+.e1", "190:20:30"),
    *("~", "null", "yes", "No", "y", "on", "2026-01-31", "2026-01-31t12:00:00Z", "=", "<<", "1.", "0.0", "1e21"),
    *("k" * 1025, "k" * 1025 + ": 1\n", "x" * 5000, " " * 200, "items", "items:\n", "kind: List\n", "kind: PodList\n"),
    *("apiVersion: v1\n", "kind: Service\n", "metadata: {name: a}\n", "name: a\nname: a\n", "{a: 1, a: 2}", "a: *a\n"),
    *("&a [*a]", "[&a x, *a]", "{<<: [*a, *a]}", "&a {k: &a [1]}", "? [a]\n: b\n", '{"a": 1}{"b": 2}', "status:\n"),
)
MAX_PLACES = 50
"""Items of a list that are changed."""
ENCODINGS = (
    *[("utf-8", "replace")] * 30,
    *[(name, "surrogatepass") for name in ("utf-8", "utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32")],
    ("latin-1", "replace"),
)


def content(generator: random.Random) -> bytes:
    """Return what may be in a file."""
    text = generator.choice(SOURCES)(generator)
    for _ in range(generator.choice((0, 0, 1, 1, 1, 2, 4, 12))):
        text = generator.choice(TEXT_CHANGES)(generator, text)
    data = text.encode(*generator.choice(ENCODINGS))
    if generator.random() < 0.06:
        changed = bytearray(data)
        for _ in range(generator.choice((1, 2, 8))):
            place = generator.randrange(len(changed) + 1)
            changed[place : place + generator.randrange(2)] = bytes([generator.randrange(256)])
        data = bytes(changed)
    return data


def given(generator: random.Random) -> list[Object]:
    """Return the objects of one call, one or more of them changed."""
    if generator.random() < 0.4:
        definition, instances = generator.choice(definitions())
        instance = generator.choice(instances)
        if generator.random() < 0.2:
            return [definition, mutated(generator, instance, odd.value)]
        return [redefined(generator, definition, odd.value), instance]
    return [mutated(generator, generator.choice(objects()), odd.value) for _ in range(generator.choice((1, 1, 1, 2)))]


def mutated(generator: random.Random, whole: Object, value: Callable[[random.Random], Any]) -> Object:
    """Return a changed copy of an object."""
    result = copy.deepcopy(whole)
    for _ in range(generator.choice((1, 1, 2, 3, 6))):
        there = places(result)
        if there:
            _change(generator, there, value)
    return result


def places(whole: Any) -> list[tuple[Any, Any]]:
    """Return each collection with each key or index, a collection that is there more than once only once."""
    waiting: list[Any] = [whole]
    seen: set[int] = set()
    found = []
    while waiting:
        collection = waiting.pop()
        if id(collection) in seen:
            continue
        seen.add(id(collection))
        keys = list(collection) if isinstance(collection, dict) else range(min(len(collection), MAX_PLACES))
        found += [(collection, key) for key in keys]
        waiting += [collection[key] for key in keys if isinstance(collection[key], dict | list)]
    return found


def _change(generator: random.Random, there: list[tuple[Any, Any]], value: Callable[[random.Random], Any]) -> None:
    collection, key = generator.choice(there)
    other, other_key = generator.choice(there)
    name, other_name = (each if isinstance(each, str) else "name" for each in (key, other_key))
    match generator.randrange(8):
        case 0:
            del collection[key]
        case 1 if isinstance(collection, dict):
            collection[generator.choice((other_name, name.swapcase(), odd.text(generator)))] = value(generator)
        case 1:
            collection.insert(key, value(generator))
        case 2 if isinstance(collection, list):
            collection += [collection[key]] * generator.choice((1, 2, 70))
        case 2 | 3:
            collection[key] = other[other_key]
        case 4:
            collection[key] = [collection[key]] if generator.random() < 0.5 else {other_name: collection[key]}
        case _:
            collection[key] = value(generator)


def _soup(generator: random.Random) -> str:
    words = ("a", "b: ", "\n", "\n  ", "1", "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\n")
    return "".join(generator.choice((*TOKENS, *words, *words)) for _ in range(generator.randrange(30)))


def _several(generator: random.Random) -> str:
    separator = generator.choice(("---\n", "---\n", "--- # a\n", "...\n---\n", "---\r\n", ""))
    return separator.join(generator.choice(texts()) for _ in range(generator.choice((1, 1, 2, 3))))


def _written(generator: random.Random) -> str:
    """Return changed objects in one of the ways in which programs write them."""
    wholes = [mutated(generator, generator.choice(objects()), odd.json_value)]
    if generator.random() < 0.3:
        definition, instances = generator.choice(definitions())
        wholes = [redefined(generator, definition, odd.json_value), generator.choice(instances)]
    try:
        if generator.random() < 0.4:
            indent, ascii_only = generator.choice((None, 2)), generator.random() < 0.5
            return "\n".join(json.dumps(whole, indent=indent, ensure_ascii=ascii_only) for whole in wholes)
        return yaml.dump_all(wholes, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False)
    except (ValueError, RecursionError, yaml.YAMLError):
        return _several(generator)


SOURCES: tuple[Callable[[random.Random], str], ...] = (_several, _several, _written, _written, _soup)


def _span(generator: random.Random, text: str) -> tuple[int, int]:
    start = generator.randrange(len(text) + 1)
    return start, start + generator.choice((0, 1, 1, 3, 20, 200))


def _insert(generator: random.Random, text: str) -> str:
    start, _ = _span(generator, text)
    return text[:start] + generator.choice(TOKENS) + text[start:]


def _replace(generator: random.Random, text: str) -> str:
    start, end = _span(generator, text)
    return text[:start] + generator.choice(TOKENS) + text[end:]


def _delete(generator: random.Random, text: str) -> str:
    start, end = _span(generator, text)
    return text[:start] + text[end:]


def _repeat(generator: random.Random, text: str) -> str:
    start, end = _span(generator, text)
    return text[:end] + text[start:end] * generator.choice((1, 1, 30, 30, 1000)) + text[end:]


def _splice(generator: random.Random, text: str) -> str:
    other = generator.choice(texts())
    start, end = _span(generator, other)
    place, until = _span(generator, text)
    return text[:place] + other[start:end] + text[until:]


def _lines(generator: random.Random, text: str) -> str:
    """Indent, move or repeat a line, or mend its value."""
    lines = text.split("\n")
    place, other = generator.randrange(len(lines)), generator.randrange(len(lines))
    match generator.randrange(5):
        case 0:
            lines[place] = " " * generator.randrange(1, 5) + lines[place]
        case 1:
            lines[place] = lines[place][generator.randrange(3) :]
        case 2:
            lines.insert(place, lines[other])
        case 3:
            lines.insert(place, lines.pop(other))
        case 4:
            name, _, _ = lines[place].partition(":")
            lines[place] = f"{name}: {generator.choice(TOKENS)}"
    return "\n".join(lines)


def _cut(generator: random.Random, text: str) -> str:
    return text[: generator.randrange(len(text) + 1)]


TEXT_CHANGES: tuple[Text, ...] = (_insert, _insert, _replace, _delete, _repeat, _splice, _lines, _lines, _lines, _cut)
