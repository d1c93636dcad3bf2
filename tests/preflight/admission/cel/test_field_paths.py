from preflight.admission.cel.field_paths import parsed_field_path
from preflight.admission.schema import Schema
from preflight.field_path import Key

import pytest

STRING = Schema(type="string")
SCHEMA = Schema(
    type="object",
    properties={
        "spec": Schema(
            type="object",
            properties={
                "name": STRING,
                "a.b": STRING,
                "it's": STRING,
                "labels": Schema(type="object", additional=Schema(type="object", properties={"on": STRING})),
                "ports": Schema(type="array", items=STRING),
            },
        )
    },
)


@pytest.mark.parametrize(
    ("text", "path"),
    [
        (".spec", ("spec",)),
        (".spec.name", ("spec", "name")),
        ("['spec']['a.b']", ("spec", "a.b")),
        (r".spec['it\'s']", ("spec", "it's")),
        (".spec.labels['app.io/name'].on", ("spec", "labels", Key("app.io/name"), "on")),
        (".spec.labels.team", ("spec", "labels", Key("team"))),
        (".spec.ports", ("spec", "ports")),
    ],
)
def test_paths(text: str, path: tuple[str, ...]) -> None:
    found = parsed_field_path(text, SCHEMA)
    assert found == path
    assert [type(part) for part in found] == [type(part) for part in path]


@pytest.mark.parametrize(
    "text", ["spec", ".spec.absent", ".spec.ports[0]", ".spec.ports['a']", ".spec.", ".spec['a", ".spec.name.x"]
)
def test_what_names_no_field_is_left_out(text: str) -> None:
    assert parsed_field_path(text, SCHEMA) == ()
