"""ClusterFacts: the version of Cilium, and what a caller cannot write."""

from collections.abc import Callable

from preflight.cluster import ClusterFacts, Version

import pytest


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (
            lambda: ClusterFacts(cilium="1.20.1"),
            (
                "ClusterFacts.cilium: '1.20.1' is not supported. Allowed: '1.20' and '1.19'. "
                'Fix: write cilium="1.20", cilium_patch=1.'
            ),
        ),
        (
            lambda: ClusterFacts(crds="crds"),  # type: ignore[arg-type]
            "ClusterFacts.crds: 'crds' is one path. Allowed: a tuple of paths. Fix: write (path,).",
        ),
        (
            lambda: ClusterFacts(gateway_classes="cilium"),  # type: ignore[arg-type]
            "ClusterFacts.gateway_classes: 'cilium' is one name. Allowed: a tuple of names. Fix: write (name,).",
        ),
        (
            lambda: ClusterFacts(namespaces=("web",)),  # type: ignore[arg-type]
            (
                "ClusterFacts.namespaces: ('web',) is not a mapping. Allowed: a mapping of a name to labels. "
                'Fix: write {"web": {"team": "shop"}}.'
            ),
        ),
        (
            lambda: ClusterFacts(services=(("web", "shop"),)),  # type: ignore[arg-type]
            (
                "ClusterFacts.services: ('web', 'shop') is not a DeclaredService. Allowed: a tuple of DeclaredService. "
                'Fix: write (DeclaredService(namespace="web", name="shop", ports=((80, "TCP"),)),).'
            ),
        ),
        (
            lambda: ClusterFacts(secrets=("web", "shop")),  # type: ignore[arg-type]
            (
                "ClusterFacts.secrets: 'web' is not a pair. Allowed: a tuple of pairs of a namespace and a name. "
                'Fix: write (("web", "shop"),).'
            ),
        ),
        (
            lambda: ClusterFacts(config_maps=("web", "shop")),  # type: ignore[arg-type]
            (
                "ClusterFacts.config_maps: 'web' is not a pair. Allowed: a tuple of pairs of a namespace and a name. "
                'Fix: write (("web", "shop"),).'
            ),
        ),
        (
            lambda: ClusterFacts(cilium="1.18"),
            (
                "ClusterFacts.cilium: '1.18' is not supported. Allowed: '1.20' and '1.19'. "
                "Fix: write one of these, without the patch version."
            ),
        ),
        (
            lambda: ClusterFacts(gateway_api="1.6.1"),  # type: ignore[arg-type]
            "ClusterFacts.gateway_api: '1.6.1' is not a Version. Allowed: a Version. Fix: write Version(1, 6, 1).",
        ),
        (
            lambda: ClusterFacts(nodes=("node-1",)),  # type: ignore[arg-type]
            (
                "ClusterFacts.nodes: 'node-1' is not a Node. Allowed: a tuple of Node. "
                'Fix: write (Node(name="node-1"),).'
            ),
        ),
        (
            lambda: ClusterFacts(networks=("192.0.2.0/24",)),  # type: ignore[arg-type]
            (
                "ClusterFacts.networks: '192.0.2.0/24' is not a Network. Allowed: a tuple of Network. "
                'Fix: write (Network(cidr="192.0.2.0/24"),).'
            ),
        ),
        (
            lambda: ClusterFacts(issuers=("letsencrypt",)),  # type: ignore[arg-type]
            (
                "ClusterFacts.issuers: 'letsencrypt' is not a DeclaredIssuer. Allowed: a tuple of DeclaredIssuer. "
                'Fix: write (DeclaredIssuer(name="letsencrypt", type="acme"),).'
            ),
        ),
    ],
)
def test_a_mistake_is_refused(make: Callable[[], object], said: str) -> None:
    with pytest.raises(ValueError) as caught:  # noqa: PT011  # the whole text is compared
        make()
    assert str(caught.value) == said


@pytest.mark.parametrize(
    ("facts", "version"),
    [
        (ClusterFacts(), Version(1, 20)),
        (ClusterFacts(cilium="1.19", cilium_patch=6), Version(1, 19, 6)),
    ],
)
def test_the_version_of_cilium_has_its_patch_where_that_is_known(facts: ClusterFacts, version: Version) -> None:
    assert facts.cilium_version == version
