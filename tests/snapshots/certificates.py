"""Issuers and Certificates with every argument."""

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
    ExistingSecret,
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
from tests.snapshots.common import ANNOTATIONS, LABELS

from cdk8s import Chart

KEY = SecretKey("credentials", "key")
OTHER = SecretKey(ExistingSecret("credentials", namespace="certificates"), "other")
PROVIDERS = [
    AcmeDns(host="https://auth.example.com", account=KEY),
    Akamai(service_consumer_domain="akab.example.com", client_token=KEY, client_secret=OTHER, access_token=KEY),
    AzureDns(
        subscription_id="subscription",
        resource_group_name="group",
        hosted_zone_name="example.com",
        client_id="client",
        client_secret=KEY,
        tenant_id="tenant",
        environment="AzureChinaCloud",
        zone_type="AzurePrivateZone",
    ),
    AzureDns(
        subscription_id="subscription",
        resource_group_name="group",
        managed_identity=AzureManagedIdentity(client_id="client", tenant_id="tenant"),
    ),
    AzureDns(
        subscription_id="subscription",
        resource_group_name="group",
        managed_identity=AzureManagedIdentity(resource_id="resource"),
    ),
    CloudDns(project="project", service_account=KEY, hosted_zone_name="example-com"),
    DigitalOcean(token=KEY),
    Rfc2136(
        nameserver="[2001:db8::53]:5353",
        tsig_key_name="cert-manager",
        tsig_secret=KEY,
        tsig_algorithm="HMACSHA512",
        protocol="TCP",
    ),
    Route53(region="eu-central-1", hosted_zone_id="Z1", access_key_id="AKIA", secret_access_key=KEY),
    Route53(access_key_id=KEY, secret_access_key=OTHER),
    Route53(role="arn:aws:iam::1:role/dns", service_account="cert-manager", audiences=["sts.amazonaws.com"]),
    Webhook(group_name="acme.example.com", solver_name="example", config={"tokenRef": {"name": "token"}}),
]


def certificates(chart: Chart) -> None:
    gateway = Gateway(
        chart,
        "gateway",
        namespace="common",
        domains=[Domain("example.com", name="com", secret="com-tls")],
        listeners=[
            Listener.https("org", hostname="example.org", secret="org-tls"),
            Listener.https("net", hostname="*.example.net", secret=ExistingSecret("net-tls", namespace="certificates")),
        ],
    )
    solvers = [
        Dns01Solver(provider, selector=SolverSelector(dns_zones=[f"zone{number}.example.com"]))
        for number, provider in enumerate(PROVIDERS)
    ]
    selector = SolverSelector(dns_names=["example.org"], dns_zones=["example.org"], match_labels=LABELS)
    every = [
        Dns01Solver(Cloudflare(api_token=KEY), cname_strategy="Follow", wait_instead_of_self_check="30s"),
        Http01Solver(parent_refs=[gateway.http("com")], labels=LABELS, service_type="NodePort", selector=selector),
        *solvers,
    ]
    cluster_issuer = LetsEncryptClusterIssuer(
        chart,
        "every-cluster-issuer",
        name="letsencrypt",
        solvers=every,
        email="admin@example.com",
        environment="staging",
        cluster_resource_namespace="certificates",
        labels=LABELS,
        annotations=ANNOTATIONS,
    )
    issuer = LetsEncryptIssuer(
        chart,
        "every-issuer",
        name="letsencrypt-own",
        namespace="certificates",
        solvers=every,
        email="admin@example.com",
        labels=LABELS,
        annotations=ANNOTATIONS,
    )
    Certificate(chart, "com", issuer=cluster_issuer, listeners=[gateway.https("com"), gateway.https_apex("com")])
    Certificate(
        chart,
        "net",
        issuer=issuer,
        listeners=[gateway.listener("net")],
        private_key=PrivateKey.ecdsa(384, rotation_policy="Never", encoding="PKCS8"),
    )
    Certificate(
        chart,
        "everything",
        name="other",
        issuer=ExistingClusterIssuer("private"),
        dns_names=["argocd.internal"],
        secret_name="other-tls",
        namespace="common",
        duration="48h",
        renew_before="12h30m",
        private_key=PrivateKey.ed25519(),
        usages=["server auth", "client auth"],
        revision_history_limit=3,
        secret_template=SecretTemplate(labels=LABELS, annotations=ANNOTATIONS),
        labels=LABELS,
        annotations=ANNOTATIONS,
    )
