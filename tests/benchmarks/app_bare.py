"""The same app, written as a bare loop over the typed imports; `python -m tests.benchmarks.app_bare N FOLDER`."""

import sys
from pathlib import Path

import imports.io.k8s.networking.gateway as gateway_api
from imports.io import cilium

from cdk8s import ApiObjectMetadata, App, Chart

WAVE = "argocd.argoproj.io/sync-wave"
GROUP = "gateway.networking.k8s.io"


def main(count: int, root: Path) -> None:
    app = App(outdir=str(root / "dist"))
    chart = Chart(app, "services")
    labels = {"io.kubernetes.service.namespace": "common"}
    cilium.CiliumLoadBalancerIpPool(
        chart,
        "pool",
        metadata=ApiObjectMetadata(name="pool", annotations={WAVE: "-2"}),
        spec=cilium.CiliumLoadBalancerIpPoolSpec(
            blocks=[cilium.CiliumLoadBalancerIpPoolSpecBlocks(cidr="192.0.2.0/24")],
            service_selector=cilium.CiliumLoadBalancerIpPoolSpecServiceSelector(match_labels=labels),
            allow_first_last_i_ps=cilium.CiliumLoadBalancerIpPoolSpecAllowFirstLastIPs.YES,
            disabled=False,
        ),
    )
    cilium.CiliumL2AnnouncementPolicy(
        chart,
        "l2",
        metadata=ApiObjectMetadata(name="l2", annotations={WAVE: "-2"}),
        spec=cilium.CiliumL2AnnouncementPolicySpec(
            service_selector=cilium.CiliumL2AnnouncementPolicySpecServiceSelector(match_labels=labels),
            interfaces=["^eth[0-9]+$"],
            load_balancer_i_ps=True,
            external_i_ps=False,
        ),
    )
    allowed = gateway_api.GatewaySpecListenersAllowedRoutes(
        namespaces=gateway_api.GatewaySpecListenersAllowedRoutesNamespaces(
            from_=gateway_api.GatewaySpecListenersAllowedRoutesNamespacesFrom.ALL
        )
    )
    secret = gateway_api.GatewaySpecListenersTlsCertificateRefs(group="", kind="Secret", name="gateway-https-link-tls")
    gateway_api.Gateway(
        chart,
        "gateway",
        metadata=ApiObjectMetadata(
            name="gateway",
            namespace="common",
            annotations={WAVE: "1", "cert-manager.io/cluster-issuer": "letsencrypt"},
        ),
        spec=gateway_api.GatewaySpec(
            gateway_class_name="cilium",
            listeners=[
                gateway_api.GatewaySpecListeners(
                    name="http-link", protocol="HTTP", port=80, hostname="*.link", allowed_routes=allowed
                ),
                gateway_api.GatewaySpecListeners(
                    name="https-link",
                    protocol="HTTPS",
                    port=443,
                    hostname="*.example.link",
                    tls=gateway_api.GatewaySpecListenersTls(
                        mode=gateway_api.GatewaySpecListenersTlsMode.TERMINATE, certificate_refs=[secret]
                    ),
                    allowed_routes=allowed,
                ),
            ],
        ),
    )
    for number in range(count):
        gateway_api.HttpRoute(
            chart,
            f"app-{number}",
            metadata=ApiObjectMetadata(name=f"app-{number}", namespace="apps", annotations={WAVE: "3"}),
            spec=gateway_api.HttpRouteSpec(
                parent_refs=[
                    gateway_api.HttpRouteSpecParentRefs(
                        group=GROUP, kind="Gateway", namespace="common", name="gateway", section_name="https-link"
                    )
                ],
                hostnames=[f"app-{number}.example.link"],
                rules=[
                    gateway_api.HttpRouteSpecRules(
                        matches=[
                            gateway_api.HttpRouteSpecRulesMatches(
                                path=gateway_api.HttpRouteSpecRulesMatchesPath(
                                    type=gateway_api.HttpRouteSpecRulesMatchesPathType.PATH_PREFIX, value="/"
                                )
                            ),
                            gateway_api.HttpRouteSpecRulesMatches(
                                path=gateway_api.HttpRouteSpecRulesMatchesPath(
                                    type=gateway_api.HttpRouteSpecRulesMatchesPathType.EXACT, value="/healthz"
                                )
                            ),
                        ],
                        backend_refs=[
                            gateway_api.HttpRouteSpecRulesBackendRefs(
                                group="", kind="Service", name=f"app-{number}", port=80, weight=1
                            )
                        ],
                    )
                ],
            ),
        )
    app.synth()


if __name__ == "__main__":
    main(int(sys.argv[1]), Path(sys.argv[2]))
