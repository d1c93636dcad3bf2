"""Which name was likely meant by another."""

from preflight.suggestions import nearest

import pytest


@pytest.mark.parametrize(
    ("name", "names", "meant"),
    [
        ("sectionname", ["name", "sectionName"], "sectionName"),
        ("section_name", ["name", "sectionName"], "sectionName"),
        ("Section-Name", ["sectionName", "sectionname"], "sectionName"),
        ("backendRef", ["backendRefs", "filters"], "backendRefs"),
        ("hostname", ["hostnames"], "hostnames"),
        ("replcias", ["replicas"], "replicas"),
        ("weight", ["height", "name"], "height"),
        ("port", ["name", "kind"], None),
        ("", ["name"], None),
        ("x" * 10_000, ["x" * 9_999], None),
        ("name", [], None),
    ],
)
def test_the_name_that_was_likely_meant(name: str, names: list[str], meant: str | None) -> None:
    assert nearest(name, names) == meant
