"""A cluster that denies by default: both steps of a request's way through the Gateway are allowed, and nothing else.

A request reaches Cilium's proxy, which has the identity `ingress`, and from there the Pod. Each step needs a policy:
the first is one for the cluster, the second one for each Service, at the ports of its Pods. Besides, every Pod may ask
the cluster's DNS, and Cilium's own health checks go on.

Needs: Cilium with gatewayAPI.enabled; a Gateway edge/public of another app with an HTTPS listener for `*.example.com`
that takes routes from every namespace; Pods with the label k8s-app=kube-dns in kube-system. Pods of every namespace but
`SPARED` are cut off by `default-deny`: before you apply it, write policies for them, or add their namespaces there.
"""

from pathlib import Path

from constructs_lib import (
    AllowedRoutes,
    CiliumClusterwideNetworkPolicy,
    CiliumNetworkPolicy,
    Domain,
    EgressRule,
    FqdnSelector,
    Gateway,
    IngressRule,
    LabelSelector,
    LabelSelectorRequirement,
    Namespace,
    Platform,
    PortProtocol,
    ReservedIdentity,
    allow_from_gateway,
    expose,
    pods_of_service,
)

import cdk8s_plus_27 as kplus
from cdk8s import ApiObjectMetadata, Chart

POD_NAMESPACE = "io.kubernetes.pod.namespace"
SPARED = ["argocd", "cert-manager", "kube-system"]

app = Platform(root=Path(__file__).parent)

policies = Chart(app, "policies")
dns = LabelSelector(match_labels={POD_NAMESPACE: "kube-system", "k8s-app": "kube-dns"})
CiliumClusterwideNetworkPolicy(
    policies,
    "default-deny",
    endpoint_selector=LabelSelector(
        match_expressions=[LabelSelectorRequirement(key=POD_NAMESPACE, operator="NotIn", values=SPARED)]
    ),
    ingress=[IngressRule()],
    egress=[EgressRule(to_endpoints=[dns], to_ports=[PortProtocol(53, "ANY")], dns=[FqdnSelector(match_pattern="*")])],
)
CiliumClusterwideNetworkPolicy(
    policies,
    "gateway",
    endpoint_selector=ReservedIdentity("ingress"),
    ingress=[IngressRule(from_entities=["world"])],
    egress=[EgressRule(to_entities=["cluster"])],
)
CiliumClusterwideNetworkPolicy(
    policies,
    "health",
    endpoint_selector=ReservedIdentity("health"),
    ingress=[IngressRule(from_entities=["host", "remote-node"])],
    egress=[EgressRule(to_entities=["host", "remote-node"])],
)

chart = Chart(app, "shop")
shop = Namespace(chart, "shop")
gateway = Gateway.from_existing(
    name="public", namespace="edge", domains=[Domain("example.com", name="com")], allowed_routes=AllowedRoutes.all()
)
deployment = kplus.Deployment(
    chart,
    "web",
    metadata=ApiObjectMetadata(name="web", namespace=shop.identity.name),
    containers=[kplus.ContainerProps(image="images.example.com/shop/web:1.4.2", port_number=8080)],
)
web = deployment.expose_via_service(name="web", ports=[kplus.ServicePort(port=80, target_port=8080)])
expose(web, host="shop.example.com", gateway=gateway)
CiliumNetworkPolicy(
    chart,
    "web-from-gateway",
    namespace=shop,
    endpoint_selector=pods_of_service(web),
    ingress=[allow_from_gateway(service=web)],
)

app.synth()
