"""ClusterFacts: what a caller cannot write."""

from collections.abc import Callable

from preflight.cluster import ClusterFacts, DeclaredService

import pytest


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (
            lambda: ClusterFacts(cilium="1.20.1"),
            (
                "ClusterFacts.cilium: '1.20.1' is not supported. Allowed: '1.20' and '1.19'. "
                "Fix: write one of these, without the patch version."
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
            lambda: DeclaredService(namespace="web", name="shop", ports=(80,)),  # type: ignore[arg-type]
            (
                "DeclaredService web/shop: ports: 80 is not a port. Allowed: pairs of a number and 'TCP', 'UDP' or "
                "'SCTP'. Fix: write ((80, \"TCP\"),)."
            ),
        ),
        (
            lambda: DeclaredService(namespace="web", name="shop", ports=((80, "tcp"),)),
            (
                "DeclaredService web/shop: ports: (80, 'tcp') is not a port. Allowed: pairs of a number and 'TCP', "
                "'UDP' or 'SCTP'. Fix: write ((80, \"TCP\"),)."
            ),
        ),
    ],
)
def test_a_mistake_is_refused(make: Callable[[], object], said: str) -> None:
    with pytest.raises(ValueError) as caught:  # noqa: PT011  # the whole text is compared
        make()
    assert str(caught.value) == said
