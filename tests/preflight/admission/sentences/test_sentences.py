"""The look-up of sentences, and what holds for all of them."""

import re
from collections.abc import Iterator
from string import Formatter

from preflight.admission.sentences import REGISTRY, SENTENCES, field, sentence
from preflight.admission.sentences.filters import PLACED
from preflight.admission.sentences.sentence import Sentence
from preflight.field_path import Key
from tests.conftest import CRDS
from tests.preflight.admission.sentences.places import Place, places
from tests.preflight.admission.sentences.tables import ROWS, UNBROKEN

import pytest
import yaml

MAX_SHARED = 5
"""Words in a row that a text may have in common with a message of the CRDs: names of fields and types, mostly."""
IMPERATIVES = {
    "Escape",
    "Give",
    "Keep",
    "Leave",
    "Lower",
    "Make",
    "Merge",
    "Move",
    "Name",
    "Remove",
    "Set",
    "Shorten",
    "Write",
}
WILDCARD = "!('*' in self && self.size() > 1)"


def test_the_look_up_is_by_the_rule_whatever_the_field() -> None:
    rule = "!(has(self.percent) && has(self.fraction))"
    path = ("spec", "rules", 3, "filters", 0, "requestMirror")
    found = sentence("GRPCRoute", path, rule)
    assert found == sentence("HTTPRoute", (), rule) == SENTENCES[rule]


def test_the_look_up_is_by_the_field_first() -> None:
    filters = ("spec", "rules", 3, "filters", 0, "cors")
    methods = sentence("HTTPRoute", (*filters, "allowMethods"), WILDCARD)
    origins = sentence("HTTPRoute", (*filters, "allowOrigins"), WILDCARD)
    assert methods is not None
    assert origins is not None
    assert methods.reason == "In {self}, '*' allows all methods, and others are listed besides."
    assert origins.reason == "In {self}, '*' allows all origins, and others are listed besides."


@pytest.mark.parametrize(
    ("kind", "path", "rule"),
    [
        ("HTTPRoute", ("spec", "rules", 0), "self.all(x, x.size() == 1)"),
        ("HTTPRoute", ("spec", "rules", 0, "timeouts"), WILDCARD),
        ("GRPCRoute", ("spec", "rules", 0, "filters", 0, "cors", "allowMethods"), WILDCARD),
    ],
    ids=["an unknown rule", "a known rule at another field", "a known rule of another kind"],
)
def test_there_is_no_sentence_for_other_rules(kind: str, path: tuple[str | int, ...], rule: str) -> None:
    assert sentence(kind, path, rule) is None


def test_a_field_is_a_path_without_indexes_and_keys() -> None:
    assert field(("spec", "listeners", 0, "tls", "options", Key("example.com/a"))) == "spec.listeners.tls.options"
    assert field(()) == ""


def test_every_rule_of_the_bundled_crds_has_a_sentence() -> None:
    assert {(place.kind, place.rule.rule) for place in places() if _at(place) is None} == set()


def test_every_sentence_is_for_a_rule_of_the_bundled_crds() -> None:
    assert set(SENTENCES) <= {place.rule.rule for place in places()}
    assert set(PLACED) <= {(place.kind, field(place.field), place.rule.rule) for place in places()}


def test_a_rule_is_in_one_module_only() -> None:
    assert len(SENTENCES) == sum(len(part) for part in REGISTRY)
    assert {rule for _, _, rule in PLACED}.isdisjoint(SENTENCES)


def test_every_rule_with_a_sentence_is_in_a_table() -> None:
    in_tables = {row.rule for row in ROWS} | {unbroken.rule for unbroken in UNBROKEN}
    assert in_tables == {*SENTENCES, *(rule for _, _, rule in PLACED)}


def test_what_a_text_names_is_a_field_of_the_value_that_the_rule_is_on() -> None:
    unknown = [
        (place.kind, place.field, name)
        for place in places()
        if (found := _at(place)) is not None
        for name in (*_names(found.reason), *_names(found.fix))
        if name not in ("self", "which") and name not in place.schema.properties
    ]
    assert unknown == []
    assert [place for place in places() if "which" in place.schema.properties] == []


def test_the_texts_of_rules_on_all_items_say_which_are_wrong_and_no_others_do() -> None:
    naming = {rule for rule, found in SENTENCES.items() if "which" in _names(found.reason)}
    assert naming == {rule for rule in SENTENCES if rule.startswith("self.all(")}
    assert [each for each in _all() if "which" in _names(each.fix)] == []
    assert [each for each in PLACED.values() if "which" in _names(each.reason)] == []


def test_texts_are_sentences_and_fixes_say_what_to_do() -> None:
    texts = [text for each in _all() for text in (each.reason, each.fix)]
    assert [text for text in texts if not re.fullmatch(r"\S.*[^.]\.", text)] == []
    assert {each.fix.split()[0] for each in _all()} == IMPERATIVES


def test_no_text_is_one_of_upstream() -> None:
    if not CRDS.is_dir():
        pytest.skip(f"needs the CRDs in {CRDS}, and there is no such folder")
    messages = set(_messages())
    assert len(messages) > 70
    runs = {run for message in messages for run in _runs(message)}
    texts = [text for each in _all() for text in (each.reason, each.fix)]
    assert [text for text in texts if text in messages or not runs.isdisjoint(_runs(text))] == []


def _at(place: Place) -> Sentence | None:
    return sentence(place.kind, place.field, place.rule.rule)


def _all() -> list[Sentence]:
    return [*SENTENCES.values(), *PLACED.values()]


def _names(text: str) -> list[str]:
    """Return the fields that a text has placeholders for."""
    return [name for _, name, _, _ in Formatter().parse(text) if name is not None]


def _runs(text: str) -> Iterator[tuple[str, ...]]:
    """Yield each run of words that is too long for two authors to have it in common."""
    words = re.findall(r"\w+", text.lower())
    return (tuple(words[start : start + MAX_SHARED + 1]) for start in range(len(words) - MAX_SHARED))


def _messages() -> Iterator[str]:
    """Yield the messages of the rules of all CRDs."""
    for file in sorted(CRDS.glob("*/*.yaml")):
        text = file.read_text(encoding="utf-8")
        if "x-kubernetes-validations" in text:
            yield from _messages_in(yaml.load(text, Loader=yaml.CSafeLoader))


def _messages_in(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        yield from (rule["message"] for rule in value.get("x-kubernetes-validations", []) if "message" in rule)
    below = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    for each in below:
        yield from _messages_in(each)
