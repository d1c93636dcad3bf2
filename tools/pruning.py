"""Which fields of the large CRDs the typed classes are generated for: those that the constructs write.

A class for every field of these CRDs would make `import imports.io...` slow in every app: ApplicationSet alone comes to
9 MB of Python, since it repeats the whole Application in each of its generators.
"""

import copy
from collections.abc import Mapping
from typing import Any

Fields = Mapping[str, tuple[str, ...]]

APPLICATION_SPEC: Fields = {
    # One source an Application, rendered on its way: no `sources`, no `sourceHydrator`.
    "": ("destination", "ignoreDifferences", "info", "project", "revisionHistoryLimit", "source", "syncPolicy"),
    # A folder of manifests or a Helm chart: no Kustomize, no plugin; `name` and `ref` belong to several sources.
    ".source": ("chart", "directory", "helm", "path", "repoURL", "targetRevision"),
    # dist/ holds plain YAML: no Jsonnet.
    ".source.directory": ("exclude", "include", "recurse"),
    # The values say all that a chart can be told; `values` and `parameters` say the same as text.
    ".source.helm": ("releaseName", "valueFiles", "valuesObject"),
}

ISSUER: Fields = {
    # Vault and Venafi issue no certificates that browsers trust.
    "spec": ("acme", "ca", "selfSigned"),
    # HTTP-01 through the Gateway, not through an Ingress.
    "spec.acme.solvers[].http01": ("gatewayHTTPRoute",),
    # The solver's pod runs as it comes: its template repeats most of the Pod API.
    "spec.acme.solvers[].http01.gatewayHTTPRoute": ("labels", "parentRefs", "serviceType"),
}

INGRESS = ("fromCIDR", "fromCIDRSet", "fromEndpoints", "fromEntities", "toPorts")
EGRESS = ("toCIDR", "toCIDRSet", "toEndpoints", "toEntities", "toFQDNs", "toPorts")
CIDR_SET = ("cidr", "cidrGroupRef", "except")
NETWORK_POLICY_SPEC = (
    "description",
    "egress",
    "egressDeny",
    "enableDefaultDeny",
    "endpointSelector",
    "ingress",
    "ingressDeny",
    "labels",
)
NETWORK_POLICY: Fields = {
    # A policy is one rule: `specs` holds more of the same.
    "": ("metadata", "spec"),
    # Who the Gateway path is open to, at which ports: no ICMP, mutual authentication, cloud groups or nodes.
    "spec.ingress[]": INGRESS,
    "spec.ingressDeny[]": INGRESS,
    "spec.egress[]": EGRESS,
    # The CRD has no names to deny.
    "spec.egressDeny[]": tuple(field for field in EGRESS if field != "toFQDNs"),
    # A group of CIDRs is named, not selected.
    "spec.ingress[].fromCIDRSet[]": CIDR_SET,
    "spec.ingressDeny[].fromCIDRSet[]": CIDR_SET,
    "spec.egress[].toCIDRSet[]": CIDR_SET,
    "spec.egressDeny[].toCIDRSet[]": CIDR_SET,
    # Routes filter HTTP, and listeners terminate TLS.
    "spec.ingress[].toPorts[]": ("ports",),
    # A default-deny cluster lets Pods ask for names by a DNS rule.
    "spec.egress[].toPorts[]": ("ports", "rules"),
    "spec.egress[].toPorts[].rules": ("dns",),
}

KEPT: Mapping[str, Fields] = {
    "AppProject": {
        # Argo CD writes `jwtTokens`.
        "spec.roles[]": ("description", "groups", "name", "policies"),
    },
    "Application": {
        # `operation` starts a sync: Argo CD and its users write it.
        "": ("metadata", "spec"),
        **{f"spec{path}": fields for path, fields in APPLICATION_SPEC.items()},
    },
    "ApplicationSet": {
        # No `strategy`: it names steps of an order that sync waves give already.
        "spec": (
            "generators",
            "goTemplate",
            "goTemplateOptions",
            "ignoreApplicationDifferences",
            "preservedFields",
            "syncPolicy",
            "template",
            "templatePatch",
        ),
        # What fans out over folders and clusters; the others ask services outside, or nest generators.
        "spec.generators[]": ("clusters", "git", "list"),
        # A generator's own `template` would override the one there is.
        "spec.generators[].clusters": ("flatList", "selector", "values"),
        # One Application a folder: no `files`.
        "spec.generators[].git": (
            "directories",
            "pathParamPrefix",
            "repoURL",
            "requeueAfterSeconds",
            "revision",
            "values",
        ),
        # `elementsYaml` says the same as text.
        "spec.generators[].list": ("elements",),
        **{f"spec.template.spec{path}": fields for path, fields in APPLICATION_SPEC.items()},
    },
    "CiliumClusterwideNetworkPolicy": {**NETWORK_POLICY, "spec": (*NETWORK_POLICY_SPEC, "nodeSelector")},
    # The agent refuses a node selector in a namespace.
    "CiliumNetworkPolicy": {**NETWORK_POLICY, "spec": NETWORK_POLICY_SPEC},
    "ClusterIssuer": ISSUER,
    "Issuer": ISSUER,
}
"""Kind -> path of an object in its schema, `[]` after a list -> the fields kept of it; other objects are kept whole."""


class PruningError(Exception):
    """What KEPT says and a CRD does not have, or the other way round."""


def pruned(kind: str, schema: Mapping[str, Any]) -> dict[str, Any]:
    """Return the schema of a kind with the fields that KEPT lists for it; raises PruningError where they differ."""
    result = copy.deepcopy(dict(schema))
    for path, fields in KEPT.get(kind, {}).items():
        keep(object_at(result, path), path, fields)
    return result


def object_at(schema: Mapping[str, Any], path: str) -> Any:
    """Return the schema of the object at a path such as `spec.generators[].git`; the root's path is empty."""
    place: Any = schema
    for part in path.split(".") if path else ():
        name = part.removesuffix("[]")
        if name not in place.get("properties", {}):
            raise PruningError(f"the CRD has no field {name} on the way to {path}")
        place = place["properties"][name]
        if part != name:
            place = place.get("items", {})
    return place


def keep(place: dict[str, Any], path: str, fields: tuple[str, ...]) -> None:
    """Leave these fields only in the schema of an object."""
    # The generator reads neither `oneOf` nor CEL rules of an object, so these may still name what is gone.
    present = place.get("properties", {})
    if unknown := [field for field in fields if field not in present]:
        raise PruningError(f"the CRD has no field {', '.join(unknown)} at {path or 'its root'}")
    if required := [field for field in place.get("required", []) if field not in fields]:
        raise PruningError(f"the CRD requires {', '.join(required)} at {path or 'its root'}, which is not kept")
    place["properties"] = {field: present[field] for field in fields}
