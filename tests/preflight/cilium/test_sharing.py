"""Who may share an address: facts 1.7."""

from preflight.cilium.sharing import why_not_shared
from tests.preflight.cilium.specs import ServiceSpec

import pytest

ONE = ServiceSpec("one", key="k", port=80)


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        (ONE, ServiceSpec("two", key="k", port=81), None),
        (ONE, ServiceSpec("two", key="other", port=81), "They do not have the same sharing key."),
        (ServiceSpec("one"), ServiceSpec("two", port=81), "They do not have the same sharing key."),
        (ONE, ServiceSpec("two", key="k", port=80), "Both have the port 80 of TCP."),
        (ONE, ServiceSpec("two", key="k", port=80, protocol="UDP"), None),
        (
            ONE,
            ServiceSpec("two", key="k", port=81, namespace="api", permits=("web",)),
            "Service web/one does not permit the namespace api.",
        ),
        (
            ServiceSpec("one", key="k", permits=("web", " api")),
            ServiceSpec("two", key="k", port=81, namespace="api", permits=("web",)),
            "Service web/one does not permit the namespace api.",
        ),
        (
            ServiceSpec("one", key="k", permits=("api",)),
            ServiceSpec("two", key="k", port=81, namespace="api"),
            "Service api/two does not permit the namespace web.",
        ),
        (
            ServiceSpec("one", key="k", permits=("api",)),
            ServiceSpec("two", key="k", port=81, namespace="api", permits=("*",)),
            None,
        ),
        (
            ONE,
            ServiceSpec("two", key="k", port=81, policy="Local"),
            "Their externalTrafficPolicy is Cluster and Local.",
        ),
        (
            ServiceSpec("one", key="k", policy="Local", pods="x"),
            ServiceSpec("two", key="k", port=81, policy="Local", pods="x"),
            None,
        ),
        (
            ServiceSpec("one", key="k", policy="Local", pods="x"),
            ServiceSpec("two", key="k", port=81, policy="Local", pods="y"),
            "Their externalTrafficPolicy is Local, and their selectors differ.",
        ),
        (
            ServiceSpec("one", key="k", policy="Local"),
            ServiceSpec("two", key="k", port=81, policy="Local"),
            "Their externalTrafficPolicy is Local, and Service web/one has no selector.",
        ),
    ],
)
def test_two_services_on_one_address(one: ServiceSpec, other: ServiceSpec, why: str | None) -> None:
    assert why_not_shared(one.service(), other.service()) == why
