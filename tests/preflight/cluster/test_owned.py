"""Objects that somebody else owns: what a caller cannot write."""

from collections.abc import Callable

from preflight.cluster import DeclaredIssuer, DeclaredService

import pytest


@pytest.mark.parametrize(
    ("make", "said"),
    [
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
        (
            lambda: DeclaredIssuer(name="a", type="ACME"),
            (
                "DeclaredIssuer a: type: 'ACME' is not one. Allowed: 'acme', 'ca', 'selfSigned', 'vault' and 'venafi'. "
                "Fix: write one of these."
            ),
        ),
        (
            lambda: DeclaredIssuer(name="a", type="acme", solvers=("http",)),
            (
                "DeclaredIssuer a: solvers: 'http' is not a solver. Allowed: 'http01' and 'dns01'. "
                "Fix: write one of these."
            ),
        ),
        (
            lambda: DeclaredIssuer(name="a", type="ca", solvers=("http01",)),
            (
                "DeclaredIssuer a: solvers: an issuer of type 'ca' has none. Allowed: solvers of type 'acme'. "
                "Fix: write type='acme', or no solvers."
            ),
        ),
    ],
)
def test_a_mistake_is_refused(make: Callable[[], object], said: str) -> None:
    with pytest.raises(ValueError) as caught:  # noqa: PT011  # the whole text is compared
        make()
    assert str(caught.value) == said
