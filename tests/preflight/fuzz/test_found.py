"""What the fuzzer, or thinking like one, has found: each input once more, with the right outcome."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from preflight import admit
from preflight.admission.judge import admission
from preflight.finding import Source, UnreadableError
from preflight.reading.documents import documents
from preflight.reading.files import read
from preflight.snapshot import Snapshot
from tests.preflight.admission.crds import crd
from tests.preflight.fuzz.oracle import SECONDS, guarded, problems_of_objects

import pytest


def named(kind: str, name: str, api_version: str = "v1", **fields: Any) -> dict[str, Any]:
    return {"apiVersion": api_version, "kind": kind, "metadata": {"name": name, "namespace": "default"}, **fields}


def of_the_crd(**fields: Any) -> dict[str, Any]:
    return named("A", "a", "a.example/v1", **fields)


def listed(items: list[dict[str, Any]]) -> dict[str, Any]:
    return {"apiVersion": "v1", "kind": "List", "items": items}


def cyclic() -> list[Any]:
    items: list[Any] = []
    items.append(items)
    return items


@pytest.mark.parametrize(
    ("schema", "value"),
    [
        pytest.param({"enum": [{1, 2}]}, 5, id="a set in an enum"),
        pytest.param({"enum": [cyclic()]}, 5, id="a list within itself in an enum"),
        pytest.param({"type": "number", "multipleOf": 10**400}, 1.5, id="a multiple beyond every float"),
        pytest.param({"type": "array", "minItems": 10**5000, "items": {}}, ["a"], id="a limit of 5,000 digits"),
    ],
)
def test_a_crd_that_json_has_not_defines_no_kind(schema: Any, value: Any) -> None:
    """The checks of its objects would fail (GH001): it cannot be sent, and that is said of the CRD itself."""
    objects = [crd(a=schema), of_the_crd(a=value)]
    assert problems_of_objects(objects) == []
    of_definition, of_object = ({finding.code for finding in verdict.findings} for verdict in admit(objects).verdicts)
    assert "GH121" in of_definition
    assert of_object == {"GH103"}


def test_a_key_of_very_many_digits_is_no_way_to_a_resource() -> None:
    """It is no text, which the structure check says; the check of embedded metadata does not go there."""
    resource = {"type": "object", "x-kubernetes-embedded-resource": True, "x-kubernetes-preserve-unknown-fields": True}
    objects = [crd(a={"type": "object", "additionalProperties": resource}), of_the_crd(a={10**5000: {}})]
    assert problems_of_objects(objects) == []
    assert [finding.code for finding in admit(objects).findings] == ["GH121"]


@pytest.mark.parametrize(("text", "line", "column"), [("n:\nk", 2, 2), ("a: [", 1, 5), ("a: [\n", 2, 1), ("{", 1, 2)])
def test_no_place_is_after_the_end(text: str, line: int, column: int) -> None:
    with pytest.raises(UnreadableError) as caught:
        list(documents(text, "f"))
    assert caught.value.finding.source == Source("f", line, column)


def one_key_very_often() -> Iterator[str]:
    yield json.dumps(named("ConfigMap", "a"))[:-1]
    yield ', "data": {' + ", ".join(['"k": "v"'] * 100_000) + "}}"


def a_large_object_often() -> Iterator[str]:
    yield from map(json.dumps, [named("ConfigMap", "a", data={"k": "x" * 10**6}), *[named("ConfigMap", "a")] * 10_000])


def two_lists_again_in_turn() -> Iterator[str]:
    lists = [[named("ConfigMap", f"{letter}{number}") for number in range(500)] for letter in "ab"]
    yield from (json.dumps(listed(items)) for items in lists)
    yield json.dumps(listed([item for pair in zip(*lists, strict=True) for item in pair]))


def an_enum_of_very_many() -> Iterator[str]:
    items = {"type": "string", "enum": [f"value-number-{number}" for number in range(20_000)]}
    yield json.dumps(crd(a={"type": "array", "items": items}))
    yield json.dumps(of_the_crd(a=[f"valeu-numbre-{number}" for number in range(100)]))


def very_many_fields() -> Iterator[str]:
    properties = {f"value-number-{number}": {"type": "string"} for number in range(20_000)}
    yield json.dumps(crd(a={"type": "object", "properties": properties}))
    yield json.dumps(of_the_crd(a={f"valeu-numbre-{number}": "a" for number in range(100)}))


def very_many_kinds() -> Iterator[str]:
    for number in range(1000):
        definition = crd(a={"type": "string"})
        definition["metadata"]["name"] = f"as{number}.a.example"
        definition["spec"]["names"] = {"kind": f"KindNumber{number}", "plural": f"as{number}"}
        yield json.dumps(definition)
    yield from (json.dumps(named(f"KnidNubmer{number}", "a", "a.example/v1")) for number in range(1000))


def a_default_of_very_many() -> Iterator[str]:
    default = {"type": "array", "items": {"type": "string"}, "default": ["a"] * 8000}
    items = {"type": "object", "properties": {"b": default}}
    yield json.dumps(crd(a={"type": "array", "items": items}))
    yield json.dumps(of_the_crd(a=[{}] * 8000))


@pytest.mark.parametrize(
    ("parts", "codes"),
    [
        pytest.param(one_key_very_often, {"GH101"}, id="one key very often"),
        pytest.param(a_large_object_often, {"GH106"}, id="a large object often"),
        pytest.param(two_lists_again_in_turn, {"GH106"}, id="two lists again, in turn"),
        pytest.param(an_enum_of_very_many, {"GH123"}, id="an enum of very many"),
        pytest.param(very_many_fields, {"GH120"}, id="very many fields"),
        pytest.param(very_many_kinds, {"GH103"}, id="very many kinds"),
    ],
)
def test_what_is_large_is_judged_soon(tmp_path: Path, parts: Any, codes: set[str]) -> None:
    """The time is in proportion to the size; it was to its square, or to that of two parts together."""
    assert judged(tmp_path, parts) == codes


def test_defaults_do_not_multiply(tmp_path: Path) -> None:
    """A file of 60 kB stands for 64 million values."""
    assert judged(tmp_path, a_default_of_very_many) == {"GH121"}


def shared(depth: int, several: Any) -> Any:
    """Return a value that has the same parts again and again, so that few stand for very many."""
    value: Any = "a"
    for _ in range(depth):
        value = several(value)
    return value


@pytest.mark.parametrize("several", [lambda part: [part, part], lambda part: {"a": part, "b": part}])
@pytest.mark.parametrize("place", ["metadata", "spec", "data"])
def test_shared_parts_do_not_multiply(place: str, several: Any) -> None:
    for depth in (20, 190):
        for kind in (named("HTTPRoute", "a", "gateway.networking.k8s.io/v1"), named("ConfigMap", "a"), of_the_crd()):
            objects = [kind | {place: shared(depth, several)}]
            assert problems_of_objects(objects) == []
            (finding,) = admit(objects).findings
            assert finding.code == "GH121"
            assert (
                finding.reason == "Up to here, it has more than 1,000,000 values, more than the API server can store."
            )


def test_a_long_string_counts_as_several_values() -> None:
    objects = [named("ConfigMap", "a", data={f"k{number}": "x" * 10**6 for number in range(101)})]
    assert problems_of_objects(objects) == []
    (finding,) = admit(objects).findings
    assert (finding.code, finding.path) == ("GH121", ("data", "k99"))


def judged(folder: Path, parts: Any) -> set[str]:
    """Return the codes of what is found in a file; raises HangError where that takes too long."""
    file = folder / "large.json"
    file.write_text("\n".join(parts()), encoding="utf-8")
    with guarded(SECONDS):
        reading = read([file])
        verdicts = admission(Snapshot(reading.manifests)).verdicts
    return {finding.code for verdict in verdicts for finding in verdict.findings} | {f.code for f in reading.findings}
