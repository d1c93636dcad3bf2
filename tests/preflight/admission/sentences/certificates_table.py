"""Manifests that keep and break the CEL rules of cert-manager's kinds."""

from typing import Any

from tests.preflight.admission.sentences.row import Row

TPP = {"url": "https://tpp.example.com/vedsdk", "credentialsRef": {"name": "tpp"}}
CLOUD = {"apiTokenSecretRef": {"name": "cloud"}}
FIX = "Set the one that you use, and remove the others."


def _venafi(**fields: Any) -> dict[str, Any]:
    return {"spec": {"venafi": {"zone": "web", **fields}}}


ROWS = [
    row
    for kind in ("Issuer", "ClusterIssuer")
    for row in (
        Row(
            rule="(has(self.tpp) ? 1 : 0) + (has(self.cloud) ? 1 : 0) + (has(self.ngts) ? 1 : 0) == 1",
            kind=kind,
            api_version="cert-manager.io/v1",
            accepted=_venafi(tpp=TPP),
            refused=_venafi(),
            path="spec.venafi",
            reason="Exactly one of tpp, cloud and ngts says where the certificates are issued, but {'zone': 'web'} has "
            "none of them or more than one.",
            fix=FIX,
        ),
        Row(
            rule="(has(self.tpp) ? 1 : 0) + (has(self.cloud) ? 1 : 0) + (has(self.ngts) ? 1 : 0) == 1",
            kind=kind,
            api_version="cert-manager.io/v1",
            accepted=_venafi(cloud=CLOUD),
            refused=_venafi(cloud=CLOUD, ngts={"credentialsRef": {"name": "ngts"}, "tsgID": "1"}),
            path="spec.venafi",
            reason="Exactly one of tpp, cloud and ngts says where the certificates are issued, but "
            "{'zone': 'web', 'cloud': {'apiTokenSecretRef': {'name': 'cloud'}}, 'ngts': {'... has none of them or more "
            "than one.",
            fix=FIX,
        ),
    )
]
