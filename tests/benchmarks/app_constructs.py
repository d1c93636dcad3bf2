"""An app of N exposed services, written with the constructs; `python -m tests.benchmarks.app_constructs N FOLDER`."""

import sys
from pathlib import Path

from constructs_lib import (
    AllowedRoutes,
    Domain,
    Gateway,
    HttpBackendRef,
    HttpPathMatch,
    HttpRoute,
    HttpRouteMatch,
    HttpRouteRule,
    IpBlock,
    L2AnnouncementPolicy,
    LoadBalancerIpPool,
    Platform,
    services_of_namespace,
)

from cdk8s import Chart


def main(count: int, root: Path) -> None:
    app = Platform(root=root)
    chart = Chart(app, "services")
    services = services_of_namespace("common")
    LoadBalancerIpPool(chart, "pool", blocks=[IpBlock.cidr("192.0.2.0/24")], service_selector=services)
    L2AnnouncementPolicy(chart, "l2", service_selector=services, load_balancer_ips=True, interfaces=["^eth[0-9]+$"])
    gateway = Gateway(
        chart,
        "gateway",
        namespace="common",
        domains=[Domain("example.link", name="link")],
        allowed_routes=AllowedRoutes.all(),
        cluster_issuer="letsencrypt",
    )
    for number in range(count):
        HttpRoute(
            chart,
            f"app-{number}",
            namespace="apps",
            parent_refs=[gateway.https("link")],
            hostnames=[f"app-{number}.example.link"],
            rules=[
                HttpRouteRule(
                    matches=[
                        HttpRouteMatch(path=HttpPathMatch.prefix("/")),
                        HttpRouteMatch(path=HttpPathMatch.exact("/healthz")),
                    ],
                    backend_refs=[HttpBackendRef(f"app-{number}", port=80)],
                )
            ],
        )
    app.synth()


if __name__ == "__main__":
    main(int(sys.argv[1]), Path(sys.argv[2]))
