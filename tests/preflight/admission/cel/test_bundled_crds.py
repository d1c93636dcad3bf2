from collections.abc import Iterator

from preflight.admission.cel.growth import may_grow
from preflight.admission.cel.plan import Node, plan
from preflight.admission.cel.rules import check_rules
from preflight.admission.crd import crd_facts
from preflight.admission.facts import FactsReader
from preflight.admission.schema import Kind
from tests.conftest import Crds, defaulted, schema_of

import pytest
import yaml

ROUTE = """
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: {name: shop, namespace: team}
spec:
  parentRefs:
    - {name: public, namespace: gateway, sectionName: http}
    - {name: public, namespace: gateway, sectionName: https}
  hostnames: [shop.example.com]
  rules:
    - matches:
        - path: {type: PathPrefix, value: /api}
      timeouts: {request: 10s, backendRequest: 5s}
      backendRefs:
        - {name: api, port: 80}
    - filters:
        - type: RequestRedirect
          requestRedirect: {scheme: https}
"""


def kind_of(crd: dict[str, object]) -> Kind:
    facts = crd_facts({"apiVersion": "apiextensions.k8s.io/v1", "kind": "CustomResourceDefinition", "spec": crd})
    return FactsReader({}).kind(facts)


def nodes(node: Node) -> Iterator[Node]:
    yield node
    for below in (*node.properties.values(), node.additional, node.items):
        if below is not None:
            yield from nodes(below)


def test_every_rule_compiles_alone_and_joined(crds: Crds) -> None:
    count = 0
    for crd in crds.values():
        for version in kind_of(crd).versions.values():
            root = plan(version.schema)
            for node in nodes(root) if root else ():
                for rules in (node.on_create, node.on_update):
                    assert rules.uncompilable == ()
                    growing = any(may_grow(program.expression) for program in rules.programs)
                    assert (rules.joined is None) is (growing or not rules.programs)
                    count += len(rules.programs)
    assert count > 0


def mended(crds: Crds, *changes: tuple[str, str]) -> list[tuple[str, str]]:
    """Return what the rules say of the route after some changes to its text: the code and the reason."""
    changed = ROUTE
    for before, after in changes:
        assert changed.count(before) == 1
        changed = changed.replace(before, after)
    data = defaulted(yaml.safe_load(changed), schema_of(crds["HTTPRoute"], "v1"))
    schema = kind_of(crds["HTTPRoute"]).versions["v1"].schema
    return [(finding.code, finding.rule or "") for finding in check_rules("HTTPRoute", schema, data)]


def test_a_route_that_keeps_all_rules(crds: Crds) -> None:
    assert mended(crds) == []


@pytest.mark.parametrize(
    ("before", "after", "part"),
    [
        (", sectionName: https}", "}", "p1.sectionName"),
        ("value: /api", "value: api", "self.value.startsWith('/')"),
        ("value: /api", "value: /api//v1", "self.value.contains('//')"),
        ("backendRequest: 5s", "backendRequest: 50s", "duration(self.backendRequest) > duration(self.request)"),
        ("{name: api, port: 80}", "{name: api}", "has(self.port)"),
        ("type: RequestRedirect", "type: URLRewrite", "has(self.urlRewrite)"),
    ],
)
def test_a_route_that_breaks_a_rule(crds: Crds, before: str, after: str, part: str) -> None:
    found = mended(crds, (before, after))
    assert any(code == "GH140" and part in rule for code, rule in found)
