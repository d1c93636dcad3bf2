"""What a Project has to allow: every object of its Applications, and nothing that none of them needs."""

import copy
import fnmatch
from typing import Any, NamedTuple

from constructs_lib.delivery.allow_lists import Delivered, allow_lists
from constructs_lib.delivery.destination import Destination

from hypothesis import given
from hypothesis import strategies as st

URL = "https://git.example.com/platform.git"
SERVER = "https://kubernetes.default.svc"


def manifest(kind: str, name: str = "a", group: str = "", namespace: str | None = None) -> dict[str, Any]:
    metadata = {"name": name} | ({} if namespace is None else {"namespace": namespace})
    return {"apiVersion": f"{group}/v1" if group else "v1", "kind": kind, "metadata": metadata}


def test_the_lists_name_sources_destinations_and_kinds() -> None:
    route = manifest("HTTPRoute", group="gateway.networking.k8s.io", namespace="web")
    objects = [route, manifest("Namespace", "web"), manifest("ConfigMap"), manifest("Namespace", "db"), route]
    other = Delivered("https://git.example.com/another.git", Destination("web", name="edge").spec(), [])
    assert allow_lists([Delivered(URL, Destination("apps").spec(), objects), other]) == {
        "sourceRepos": ["https://git.example.com/another.git", URL],
        "destinations": [
            {"name": "edge", "namespace": "web"},
            {"server": SERVER, "namespace": "apps"},
            {"server": SERVER, "namespace": "web"},
        ],
        "clusterResourceWhitelist": [{"group": "", "kind": "Namespace"}],
        "namespaceResourceWhitelist": [
            {"group": "", "kind": "ConfigMap"},
            {"group": "gateway.networking.k8s.io", "kind": "HTTPRoute"},
        ],
        "namespaceResourceBlacklist": None,
    }


def test_no_list_of_kinds_would_allow_every_kind() -> None:
    lists = allow_lists([Delivered(URL, Destination("apps").spec(), [manifest("Namespace", "web")])])
    assert lists["namespaceResourceWhitelist"] is None
    assert lists["namespaceResourceBlacklist"] == [{"group": "*", "kind": "*"}]


def test_a_namespace_that_argo_cd_creates_is_allowed_as_if_it_were_applied() -> None:
    """Argo CD asks the Project for the Namespace of CreateNamespace=true too (argo-cd#20233, #22869)."""
    lists = allow_lists([Delivered(URL, Destination("apps").spec(), [manifest("ConfigMap")], creates_namespace=True)])
    assert lists["clusterResourceWhitelist"] == [{"group": "", "kind": "Namespace"}]


class Application(NamedTuple):
    """An Application in a test: what is known of it, and the objects with their true scopes."""

    delivered: Delivered
    objects: list[tuple[dict[str, Any], bool]]


KINDS = [
    ("ConfigMap", "", True),
    ("HTTPRoute", "gateway.networking.k8s.io", True),
    ("Namespace", "", False),
    ("ClusterRole", "rbac.authorization.k8s.io", False),
    ("Widget", "example.com", True),
    ("Gadget", "example.com", False),
]
NAMESPACES = ["apps", "db", "web"]


@st.composite
def applications(draw: st.DrawFn) -> Application:
    """Return an Application with objects of known and unknown kinds, with and without a namespace."""
    destination = draw(
        st.builds(lambda namespace, name: Destination(namespace, name=name), st.sampled_from(NAMESPACES), CLUSTERS)
    )
    objects = []
    for kind, group, namespaced in draw(st.lists(st.sampled_from(KINDS), max_size=4)):
        namespace = draw(st.sampled_from([*NAMESPACES, None])) if namespaced else None
        objects.append((manifest(kind, draw(st.sampled_from(["a", "b"])), group, namespace), namespaced))
    url = draw(st.sampled_from([URL, "https://git.example.com/another.git"]))
    return Application(Delivered(url, destination.spec(), [found for found, _ in objects]), objects)


CLUSTERS = st.sampled_from([None, "edge-1", "edge-2"])


def allows(spec: dict[str, Any], application: Application) -> bool:
    """Tell by Argo CD's own rules whether a Project allows an Application and each of its objects."""

    def destination(namespace: str) -> bool:
        wanted = application.delivered.destination
        return any(
            any(entry.get(key) and entry.get(key) == wanted[key] for key in ("name", "server"))
            and fnmatch.fnmatchcase(namespace, entry["namespace"])
            for entry in spec["destinations"]
        )

    def of_namespace(kind: dict[str, str]) -> bool:
        white, black = spec["namespaceResourceWhitelist"], spec["namespaceResourceBlacklist"] or []
        return (white is None or kind in white) and {"group": "*", "kind": "*"} not in black

    def of_cluster(kind: dict[str, str]) -> bool:
        return kind in (spec["clusterResourceWhitelist"] or [])

    for found, namespaced in application.objects:
        kind = {"group": found["apiVersion"].rpartition("/")[0], "kind": found["kind"]}
        own = found["metadata"].get("namespace", application.delivered.destination["namespace"])
        allowed = of_namespace(kind) and destination(own) if namespaced else of_cluster(kind)
        if not allowed:
            return False
    return application.delivered.repo_url in spec["sourceRepos"] and destination(
        application.delivered.destination["namespace"]
    )


@given(st.lists(applications(), min_size=1, max_size=3))
def test_the_lists_allow_exactly_what_there_is(found: list[Application]) -> None:
    """Oracle: Argo CD's rules, by their definition; and without any entry, something would no longer be allowed."""
    lists = allow_lists([application.delivered for application in found])
    assert all(allows(lists, application) for application in found)
    unknown = {(entry["kind"]) for entry in (manifest("Widget"), manifest("Gadget"))}
    for key, entries in lists.items():
        for index, entry in enumerate(entries or []):
            if isinstance(entry, dict) and (entry.get("kind") in unknown or key == "namespaceResourceBlacklist"):
                continue  # of one of the two lists that a kind of unknown scope is in; denies
            without = copy.deepcopy(lists)
            del without[key][index]
            assert not all(allows(without, application) for application in found), (key, entry)


@given(st.lists(applications(), min_size=1, max_size=3))
def test_the_lists_are_sorted_and_do_not_depend_on_the_order(found: list[Application]) -> None:
    """Oracle: the other order."""
    lists = allow_lists([application.delivered for application in found])
    assert lists == allow_lists([application.delivered for application in reversed(found)])
    for entries in lists.values():
        texts = [str(sorted(entry.items())) if isinstance(entry, dict) else entry for entry in entries or []]
        assert len(set(texts)) == len(texts)


@given(st.lists(applications(), min_size=1, max_size=3))
def test_no_entry_is_a_pattern(found: list[Application]) -> None:
    """Argo CD reads the entries as patterns, so a wildcard would allow more than one thing."""
    lists = allow_lists([application.delivered for application in found])
    texts = [
        text
        for key, entries in lists.items()
        if key != "namespaceResourceBlacklist"
        for entry in entries or []
        for text in (entry.values() if isinstance(entry, dict) else [entry])
    ]
    assert [text for text in texts if set(text) & set("*?[]{}!")] == []
