"""Issuers and Certificates that are refused."""

from collections.abc import Callable
from typing import Any

from constructs_lib import (
    AcmeDns,
    Akamai,
    AzureDns,
    AzureManagedIdentity,
    Certificate,
    CloudDns,
    Cloudflare,
    DigitalOcean,
    Dns01Solver,
    Domain,
    ExistingClusterIssuer,
    ExistingIssuer,
    Gateway,
    Http01Solver,
    LetsEncryptClusterIssuer,
    LetsEncryptIssuer,
    Listener,
    PrivateKey,
    Rfc2136,
    Route53,
    SecretKey,
    SecretTemplate,
    SolverSelector,
    Webhook,
)

from cdk8s import Chart

WRONG: Any = {"a": "dict"}
GATEWAY = Gateway.from_existing(name="gateway", namespace="common", domains=[Domain("example.com", name="com")])
HTTP, HTTPS = GATEWAY.http("com"), GATEWAY.https("com")
KEY = SecretKey("credentials", "key")
DNS01 = Dns01Solver(Cloudflare(api_token=KEY))
SECURE = Listener.https("web", hostname="example.com")


REFUSED: list[Callable[[Chart], object]] = [
    lambda chart: SecretKey("credentials", "a b"),
    lambda chart: Cloudflare(api_token=WRONG),
    lambda chart: DigitalOcean(token=WRONG),
    lambda chart: Akamai(service_consumer_domain="", client_token=KEY, client_secret=KEY, access_token=KEY),
    lambda chart: CloudDns(project=""),
    lambda chart: Route53(access_key_id="AKIA"),
    lambda chart: AzureDns(subscription_id="a", resource_group_name="b", client_id="c"),
    lambda chart: AzureManagedIdentity(client_id="a", resource_id="b"),
    lambda chart: AcmeDns(host="", account=KEY),
    lambda chart: Rfc2136(nameserver="2001:db8::53"),
    lambda chart: Webhook(group_name="A", solver_name="b"),
    lambda chart: SolverSelector(),
    lambda chart: SolverSelector(dns_zones=["*.example.com"]),
    lambda chart: Dns01Solver(WRONG),
    lambda chart: Http01Solver(parent_refs=[HTTPS]),
    lambda chart: ExistingClusterIssuer("A b"),
    lambda chart: ExistingIssuer("A b"),
    lambda chart: LetsEncryptClusterIssuer(chart, "a", solvers=[]),
    lambda chart: LetsEncryptClusterIssuer(chart, "a", solvers=[DNS01, DNS01]),
    lambda chart: LetsEncryptClusterIssuer(chart, "a", solvers=[DNS01], email="admin"),
    lambda chart: LetsEncryptIssuer(chart, "a", namespace="common", solvers=[DNS01], environment="test"),
    lambda chart: [
        Gateway(chart, "a", namespace="common", listeners=[SECURE], cluster_issuer="b"),
        LetsEncryptClusterIssuer(chart, "b", solvers=[Http01Solver()]),
    ],
    lambda chart: [
        LetsEncryptClusterIssuer(chart, "b", solvers=[Http01Solver()]),
        Gateway(chart, "a", namespace="common", listeners=[SECURE], cluster_issuer="b"),
    ],
    lambda chart: PrivateKey.rsa(1024),
    lambda chart: SecretTemplate(labels={"a": "b c"}),
    lambda chart: Certificate(chart, "a", issuer=ExistingClusterIssuer("b"), listeners=[HTTP]),
    lambda chart: Certificate(chart, "a", issuer=ExistingClusterIssuer("b")),
    lambda chart: [
        Certificate(chart, name, issuer=ExistingClusterIssuer("b"), listeners=[HTTPS]) for name in ("a", "b")
    ],
]
