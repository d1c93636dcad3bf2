"""The rules about certificates."""

from preflight.rules import certificate_validity, certificates, challenges
from preflight.rules.model import Rule

CERTIFICATES: tuple[Rule, ...] = (
    Rule(
        code="GH601",
        check=challenges.unreachable_challenges,
        why="The certificate waits for the listener and the listener for the certificate. If the Gateway has no "
        "listener "
        "that is valid without a certificate, it does not even get a Service.",
        upstream=("cilium#39425", "cilium#34982", "cilium#44123", "cilium#36750"),
    ),
    Rule(
        code="GH602",
        check=certificates.unprovable_wildcards,
        why="ACME proves a wildcard through DNS only. The order stays pending, the Secret is never made, and the "
        "listener "
        "stays invalid.",
        upstream=("cert-manager#6524", "cert-manager#757"),
    ),
    Rule(
        code="GH603",
        check=certificates.shared_secrets,
        why="cert-manager issues both, one after the other, until the limits of the issuer are reached; meanwhile "
        "hosts get "
        "the certificate of another.",
        upstream=("cert-manager#7840",),
    ),
    Rule(
        code="GH604",
        check=certificates.uncovered_hostnames,
        why="Clients refuse the certificate. The hostname of a listener matches any number of labels under its "
        "wildcard, "
        "while that of a certificate matches one, and neither matches the domain itself.",
        upstream=("cilium#44118",),
    ),
    Rule(
        code="GH605",
        check=certificates.reused_connections,
        why="Browsers use an HTTP/2 connection for every host that its certificate is for and that has the same "
        "address. "
        "What should be passed through then ends at the Gateway, depending on which page was open before.",
        upstream=("gateway-api#3718", "istio#52853"),
    ),
    Rule(
        code="GH606",
        check=certificates.unserved_annotations,
        why="The Secret is never made, the HTTPS listener stays invalid, and neither object says why.",
    ),
    Rule(
        code="GH607",
        check=certificate_validity.invalid_certificates,
        why="Neither Cilium nor Envoy looks at the dates of a listener's certificate: it is served, no condition says "
        "a word, and clients break off the connection. At those of CA certificates Envoy does look: requests to such "
        "backends are answered with 503. Only certificates in the manifests are judged: of a Secret the first one, of "
        "several CA certificates the one that is valid the longest.",
    ),
    Rule(
        code="GH608",
        check=certificate_validity.expiring_certificates,
        why="Nobody renews a certificate that is in the manifests. From the day on, clients break off the connection.",
    ),
    Rule(
        code="GH609",
        check=certificate_validity.refused_certificates,
        why="Cilium looks whether there is something in PEM, and no further. Envoy reads it, refuses it, and says so "
        "in its log only: the listener has all its conditions, and clients that connect are cut off, or get the "
        "certificate that was there before.",
        upstream=("envoy#14022", "envoy#17693"),
    ),
    Rule(
        code="GH610",
        check=certificates.idle_annotations,
        why="Nothing happens, and nobody says so: listeners with HTTP only, or whose TLS is passed through, need no "
        "certificate, and of the others the annotation takes those that name their host and their Secret.",
        upstream=("cert-manager#6051", "cert-manager#6197"),
    ),
)
