"""Three clusters from one program, as a user writes it; test_clusters.py runs it as `python -m tests.fleet`.

Arguments: the folder of the project, the number of processes, and what to change: `wrong` for a wrong value in one
cluster, or the names of the clusters to leave out.
"""

import sys
from dataclasses import dataclass

from constructs_lib import (
    AllowedRoutes,
    Domain,
    Gateway,
    HttpBackendRef,
    HttpRoute,
    HttpRouteRule,
    IpBlock,
    LoadBalancerIpPool,
    Namespace,
    Platform,
)
from constructs_lib.clusters import Cluster
from constructs_lib.delivery.application import ArgoApplication
from constructs_lib.delivery.application_set import ApplicationTemplate, ArgoApplicationSet
from constructs_lib.delivery.destination import Destination
from constructs_lib.delivery.generators import GitDirectories
from constructs_lib.delivery.project import ArgoProject
from constructs_lib.delivery.repository import GitFolder, GitRepository

from cdk8s import Chart


@dataclass(frozen=True)
class Site:
    """What differs from cluster to cluster."""

    name: str
    address: str
    services: tuple[str, ...]


SITES = (
    Site("edge-1", "192.0.2.1", ("web", "api")),
    Site("edge-2", "192.0.2.2", ("web",)),
    Site("lab", "192.0.2.3", ()),
)


def define(cluster: Cluster, site: Site) -> None:
    """Define what each cluster has."""
    chart = Chart(cluster, "gateway")
    common = Namespace(chart, "common")
    LoadBalancerIpPool(chart, "pool", blocks=[IpBlock.address(site.address)])
    gateway = Gateway(
        chart,
        "gateway",
        namespace=common,
        domains=[Domain(f"{site.name}.example.com", name="site")],
        allowed_routes=AllowedRoutes.all(),
        cluster_issuer="letsencrypt",
    )
    for service in site.services:
        HttpRoute(
            Chart(cluster, service),
            service,
            namespace=service,
            parent_refs=[gateway.https("site")],
            hostnames=[f"{service}.{site.name}.example.com"],
            rules=[HttpRouteRule(backend_refs=[HttpBackendRef(service, port=80)])],
        )


def platform(root: str, changes: set[str]) -> Platform:
    """Define the fleet, and how Argo CD gets it."""
    app = Platform(root=root)
    for site in SITES:
        if site.name not in changes:
            address = "192.0.2.300" if "wrong" in changes and site.name == "edge-2" else site.address
            app.cluster(site.name, define, Site(site.name, address, site.services))
    fleet = Chart(app, "fleet")
    repository = GitRepository("https://git.example.com/platform.git")
    ArgoApplicationSet(
        fleet,
        "fleet",
        generators=[GitDirectories(repository=repository, exclude=["dist/bootstrap"])],
        template=ApplicationTemplate(
            name="{{.path.basename}}",
            source=GitFolder(repository, "{{.path.path}}"),
            destination=Destination("common", name="{{.path.basename}}"),
            project=ArgoProject(fleet, "clusters"),
        ),
    )
    ArgoApplication(fleet, "bootstrap", repository=repository, charts=[fleet], destination=Destination("argocd"))
    return app


if __name__ == "__main__":
    platform(sys.argv[1], set(sys.argv[3:])).synth(processes=int(sys.argv[2]))
