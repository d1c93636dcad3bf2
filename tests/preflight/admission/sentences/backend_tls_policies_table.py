"""Manifests that keep and break the CEL rules of BackendTLSPolicies."""

from typing import Any

from tests.preflight.admission.sentences.row import Row

CA = [{"group": "", "kind": "ConfigMap", "name": "authority"}]


def _target(name: str = "web", **fields: str) -> dict[str, str]:
    return {"group": "", "kind": "Service", "name": name, **fields}


def _targets(*targets: dict[str, str]) -> dict[str, Any]:
    validation = {"hostname": "web.test", "wellKnownCACertificates": "System"}
    return {"spec": {"targetRefs": list(targets), "validation": validation}}


def _validation(**fields: Any) -> dict[str, Any]:
    return {"spec": {"targetRefs": [_target()], "validation": {"hostname": "web.test", **fields}}}


def _names(*names: dict[str, str]) -> dict[str, Any]:
    return _validation(caCertificateRefs=CA, subjectAltNames=list(names))


def _row(rule: str, accepted: dict[str, Any], refused: dict[str, Any], *, path: str, reason: str, fix: str) -> Row:
    return Row(
        rule=rule,
        kind="BackendTLSPolicy",
        api_version="gateway.networking.k8s.io/v1",
        accepted=accepted,
        refused=refused,
        path=path,
        reason=reason,
        fix=fix,
    )


ROWS = [
    _row(
        "self.all(p1, self.all(p2, p1.group == p2.group && p1.kind == p2.kind && p1.name == p2.name ? "
        "((!has(p1.sectionName) || p1.sectionName == '') == (!has(p2.sectionName) || p2.sectionName == '')) : true))",
        _targets(_target(sectionName="a"), _target(sectionName="b"), _target("api")),
        _targets(_target(sectionName="a"), _target("api"), _target()),
        path="spec.targetRefs",
        reason="Either all references to one target have a sectionName, for one port each, or none of them has one, "
        "for all ports, but items 0 and 2 differ.",
        fix="Give each of them a sectionName, or keep one reference without.",
    ),
    *(
        _row(
            "self.all(p1, self.exists_one(p2, p1.group == p2.group && p1.kind == p2.kind && p1.name == p2.name && "
            "(((!has(p1.sectionName) || p1.sectionName == '') && (!has(p2.sectionName) || p2.sectionName == '')) || "
            "(has(p1.sectionName) && has(p2.sectionName) && p1.sectionName == p2.sectionName))))",
            _targets(_target(), _target("api")),
            _targets(_target("api"), target, target),
            path="spec.targetRefs",
            reason="No two references may name the same target with the same sectionName or none, but items 1 and 2 "
            "do.",
            fix="Remove one of them, or give each a sectionName of its own.",
        )
        for target in (_target(), _target(sectionName="a"))
    ),
    _row(
        "!(has(self.caCertificateRefs) && size(self.caCertificateRefs) > 0 && has(self.wellKnownCACertificates) && "
        'self.wellKnownCACertificates != "")',
        _validation(caCertificateRefs=[], wellKnownCACertificates="System"),
        _validation(caCertificateRefs=CA, wellKnownCACertificates="System"),
        path="spec.validation",
        reason="Both caCertificateRefs and wellKnownCACertificates ('System') say whose certificates are "
        "trusted, but only "
        "one of them may.",
        fix="Remove wellKnownCACertificates to trust your own authority, or caCertificateRefs to trust public ones.",
    ),
    *(
        _row(
            "(has(self.caCertificateRefs) && size(self.caCertificateRefs) > 0 || has(self.wellKnownCACertificates) && "
            'self.wellKnownCACertificates != "")',
            _validation(caCertificateRefs=CA),
            refused,
            path="spec.validation",
            reason="Neither caCertificateRefs nor wellKnownCACertificates says whose certificates are trusted "
            "for 'web.test'.",
            fix="Name a ConfigMap with the key ca.crt in caCertificateRefs, or set wellKnownCACertificates to System.",
        )
        for refused in (_validation(), _validation(caCertificateRefs=[]))
    ),
    _row(
        '!(self.type == "Hostname" && (!has(self.hostname) || self.hostname == ""))',
        _names({"type": "Hostname", "hostname": "*.web.test"}),
        _names({"type": "URI", "uri": "spiffe://web"}, {"type": "Hostname"}),
        path="spec.validation.subjectAltNames[1]",
        reason="The type is 'Hostname', but there is no hostname.",
        fix="Set hostname, or make the type URI and set uri.",
    ),
    _row(
        '!(self.type != "Hostname" && has(self.hostname) && self.hostname != "")',
        _names({"type": "URI", "uri": "spiffe://web"}),
        _names({"type": "URI", "uri": "spiffe://web", "hostname": "web.test"}),
        path="spec.validation.subjectAltNames[0]",
        reason="The hostname 'web.test' is there, but the type is 'URI'.",
        fix="Remove hostname, or move it to an entry of type Hostname.",
    ),
    _row(
        '!(self.type == "URI" && (!has(self.uri) || self.uri == ""))',
        _names({"type": "URI", "uri": "spiffe://web"}),
        _names({"type": "URI"}),
        path="spec.validation.subjectAltNames[0]",
        reason="The type is 'URI', but there is no uri.",
        fix="Set uri, or make the type Hostname and set hostname.",
    ),
    _row(
        '!(self.type != "URI" && has(self.uri) && self.uri != "")',
        _names({"type": "Hostname", "hostname": "web.test"}),
        _names({"type": "Hostname", "hostname": "web.test", "uri": "spiffe://web"}),
        path="spec.validation.subjectAltNames[0]",
        reason="The uri 'spiffe://web' is there, but the type is 'Hostname'.",
        fix="Remove uri, or move it to an entry of type URI.",
    ),
]
