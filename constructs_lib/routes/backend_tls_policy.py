"""BackendTLSPolicy: TLS between a Gateway and the Services that its routes lead to."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar
from weakref import WeakKeyDictionary

from constructs_lib.api_groups import GATEWAY_GROUP
from constructs_lib.api_object import Defined, define
from constructs_lib.checks import annotations as checked_annotations
from constructs_lib.checks import dns_label, instances, one_of, refuse_too_many, refused, text_of
from constructs_lib.gateway.listener import MAX_OPTION_VALUE, MAX_OPTIONS
from constructs_lib.hostnames import precise_hostname
from constructs_lib.references import ObjectReference, Reference, manifest_of, reference_to
from constructs_lib.registry import Identity, NamedObject, app_of, name_of
from constructs_lib.sync_waves import ROUTES
from imports.io.k8s.networking.gateway import BackendTlsPolicy as L1BackendTlsPolicy

import cdk8s
from constructs import Construct

MAX_TARGET_REFS = 16
CA_KEY = "ca.crt"
WELL_KNOWN = ("System",)

_policies: WeakKeyDictionary[cdk8s.App, dict[tuple[str, str, str | None], Identity]] = WeakKeyDictionary()
"""By namespace, Service and port: which policy of the app has it as a target."""


@dataclass(frozen=True)
class BackendTlsPolicyTargetRef:
    """A Service that the Gateway talks TLS with: on all its ports, or on the one with the name `section_name`.

    `service` is a Service of cdk8s-plus, an ExistingService or a name, in the namespace of the policy. Raises
    ValueError for a port that the Service is known not to have.
    """

    service: ObjectReference
    section_name: str | None = None

    def __post_init__(self) -> None:
        where = f"BackendTlsPolicyTargetRef {self.reference().name}: section_name"
        if self.section_name is None:
            return
        dns_label(where, self.section_name)
        if isinstance(self.service, Construct):
            ports = manifest_of(self.service).get("spec", {}).get("ports", [])
            names = [entry["name"] for entry in ports if "name" in entry]
            if self.section_name not in names:
                raise refused(
                    where,
                    self.section_name,
                    "is not the name of a port of the Service",
                    allowed=" or ".join(repr(name) for name in names) or "no name: the ports of the Service have none",
                    fix="write the name that the port has in the Service, or leave it out for all ports",
                )

    def __str__(self) -> str:
        name = self.reference().name
        return name if self.section_name is None else f"{name}:{self.section_name}"

    def reference(self) -> Reference:
        """Return the reference to the Service."""
        return reference_to("BackendTlsPolicyTargetRef.service", self.service, "Service")

    def overlaps(self, other: "BackendTlsPolicyTargetRef") -> bool:
        """Tell whether one policy cannot have both as targets."""
        either = self.section_name is None or other.section_name is None
        return self.reference().name == other.reference().name and (either or self.section_name == other.section_name)

    def spec(self) -> dict[str, Any]:
        """Return the targetRef in the API's form."""
        return {"group": "", "kind": "Service", "name": self.reference().name, "sectionName": self.section_name}


class BackendTlsPolicy(Defined, L1BackendTlsPolicy):
    """A BackendTLSPolicy: requests of HTTPRoutes and GRPCRoutes reach its targets over TLS.

    Cilium compares the name in the backend's certificate with `hostname`. It does not support subjectAltNames (feature
    BackendTLSPolicySANValidation), so there is no argument for them.
    """

    sync_wave: ClassVar[int] = ROUTES

    def __init__(
        self,
        scope: Construct,
        id: str,
        *,
        namespace: NamedObject,
        target_refs: Sequence[BackendTlsPolicyTargetRef],
        hostname: str,
        ca_certificate_ref: ObjectReference | None = None,
        well_known_ca_certificates: str | None = None,
        options: Mapping[str, str] | None = None,
        name: str | None = None,
        labels: Mapping[str, str] | None = None,
        annotations: Mapping[str, str] | None = None,
        merge_patch: Mapping[str, Any] | None = None,
    ) -> None:
        """Define the policy.

        :param scope: the chart.
        :param id: unique in the chart.
        :param namespace: a Namespace of constructs_lib or cdk8s-plus, or a name: where the Services are, and the
            ConfigMap; a policy reaches no other namespace.
        :param target_refs: the Services, 1 to 16. A policy for a port comes before one for the whole Service.
        :param hostname: the server name (SNI) that the Gateway asks for and finds in the certificate.
        :param ca_certificate_ref: the ConfigMap with the certificate authorities to trust, as PEM under the key
            `ca.crt`: one of cdk8s-plus, an ExistingConfigMap or a name. Cilium takes one, and no Secret.
        :param well_known_ca_certificates: `System` trusts the authorities that the operating system trusts, instead.
        :param options: TLS options of the implementation, by their names with a domain prefix; at most 16.
        :param name: metadata.name; the id when left out.
        :param labels: metadata.labels.
        :param annotations: metadata.annotations.
        :param merge_patch: escape hatch, see `constructs_lib.api_object.define`.
        :raises ValueError: for a Service or ConfigMap of another namespace, a ConfigMap without the key, both or
            neither of the two arguments for authorities, and a target of another policy of the app.

        Source: Gateway API v1.6.1, BackendTLSPolicy, and Cilium's checks of it.
        """
        namespace_name = name_of("BackendTLSPolicy.namespace", namespace, "Namespace")
        identity = Identity(GATEWAY_GROUP, "BackendTLSPolicy", namespace_name, id if name is None else name)
        targets = _checked_targets(identity, target_refs)
        policies = _policies.setdefault(app_of(scope), {})
        keys = [(namespace_name, target.reference().name, target.section_name) for target in targets]
        for key, target in zip(keys, targets, strict=True):
            if key in policies:
                raise refused(
                    f"{identity}: target_refs",
                    str(target),
                    f"is a target of {policies[key]}: the Gateway would use the older of the two policies only",
                    allowed="one policy for a Service as a whole, and one for each of its ports",
                    fix="leave the target out of one of them",
                )
        define(
            self,
            scope,
            id,
            identity,
            spec={
                "targetRefs": [target.spec() for target in targets],
                "validation": {
                    "hostname": precise_hostname(f"{identity}: hostname", hostname),
                    **_authorities(identity, ca_certificate_ref, well_known_ca_certificates),
                },
                "options": _checked_options(f"{identity}: options", options) or None,
            },
            labels=labels,
            annotations=annotations,
            references=_named(ca_certificate_ref),
            merge_patch=merge_patch,
        )
        policies.update(dict.fromkeys(keys, identity))


def _checked_targets(
    identity: Identity, target_refs: Sequence[BackendTlsPolicyTargetRef]
) -> tuple[BackendTlsPolicyTargetRef, ...]:
    """Return the targets: Services of the policy's namespace, each once."""
    where = f"{identity}: target_refs"
    targets = instances(where, target_refs, BackendTlsPolicyTargetRef, at_most=MAX_TARGET_REFS)
    if not targets:
        raise refused(
            where,
            [],
            "are for no Service",
            allowed="one target or more",
            fix="write target_refs=[BackendTlsPolicyTargetRef('NAME')]",
        )
    for index, target in enumerate(targets):
        _refuse_elsewhere(where, identity, target.reference(), fix="define a policy in the namespace of the Service")
        if any(target.overlaps(other) for other in targets[:index]):
            raise refused(
                where,
                str(target),
                "is a Service or port that another entry is for",
                allowed="each Service once, or each of its ports once",
                fix="leave one out, or write section_name=... in both",
            )
    return targets


def _authorities(
    identity: Identity, ca_certificate_ref: ObjectReference | None, well_known: str | None
) -> dict[str, Any]:
    """Return which certificate authorities are trusted, in the API's form."""
    where = f"{identity}: ca_certificate_ref"
    if (ca_certificate_ref is None) == (well_known is None):
        raise refused(
            str(identity),
            "neither" if well_known is None else "both",
            "does not say which certificate authorities to trust",
            allowed="ca_certificate_ref or well_known_ca_certificates",
            fix="write ca_certificate_ref='NAME' with the name of a ConfigMap, or well_known_ca_certificates='System'",
        )
    if ca_certificate_ref is None:
        one_of(f"{identity}: well_known_ca_certificates", well_known, WELL_KNOWN)
        return {"wellKnownCACertificates": well_known}
    reference = reference_to(where, ca_certificate_ref, "ConfigMap")
    _refuse_elsewhere(where, identity, reference, fix="copy the certificates to a ConfigMap of that namespace")
    if isinstance(ca_certificate_ref, Construct) and CA_KEY not in manifest_of(ca_certificate_ref).get("data", {}):
        raise refused(
            where,
            reference.name,
            f"has no key {CA_KEY!r}, so Cilium would answer every request with status 500",
            allowed=f"a ConfigMap with the certificates, as PEM, under {CA_KEY!r}",
            fix=f"add the certificates with add_data({CA_KEY!r}, ...) before the policy is defined",
        )
    return {"caCertificateRefs": [{"group": "", "kind": "ConfigMap", "name": reference.name}]}


def _named(ca_certificate_ref: ObjectReference | None) -> list[Reference]:
    """Return the reference to the ConfigMap with the certificate authorities, if there is one."""
    where = "BackendTlsPolicy.ca_certificate_ref"
    return [] if ca_certificate_ref is None else [reference_to(where, ca_certificate_ref, "ConfigMap")]


def _refuse_elsewhere(where: str, identity: Identity, reference: Reference, *, fix: str) -> None:
    """Raise ValueError for an object of another namespace: the references of a policy name none."""
    if reference.namespace not in (None, identity.namespace):
        raise refused(
            where,
            f"{reference.namespace}/{reference.name}",
            f"is a {reference.kind} of another namespace",
            allowed=f"a {reference.kind} of the policy's namespace, {identity.namespace!r}",
            fix=fix,
        )


def _checked_options(where: str, options: Mapping[str, str] | None) -> dict[str, str]:
    """Return the options of the implementation."""
    checked = checked_annotations(where, options)
    refuse_too_many(where, checked, MAX_OPTIONS)
    return {key: text_of(f"{where}[{key!r}]", value, MAX_OPTION_VALUE) for key, value in checked.items()}
