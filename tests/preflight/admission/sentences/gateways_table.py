"""Manifests that keep and break the CEL rules of Gateways, ListenerSets and GatewayClasses."""

from collections.abc import Mapping
from typing import Any

from tests.preflight.admission.sentences.row import Row, Unbroken

HOSTNAME = r'''r"""^(\*\.)?[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"""'''
LABEL_KEY = (
    r'''r"""^([a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*/)?'''
    r'''([A-Za-z0-9][-A-Za-z0-9_.]{0,61})?[A-Za-z0-9]$"""'''
)
LISTENER = {"name": "web", "port": 80, "protocol": "HTTP"}
TLS = {"certificateRefs": [{"name": "web"}]}
DOMAIN = ".".join(["a" * 63] * 3 + ["a" * 60])
"""252 characters."""


def _gateway(**fields: Any) -> dict[str, Any]:
    return {"spec": {"gatewayClassName": "cilium", "listeners": [LISTENER], **fields}}


def _listener_set(*listeners: Mapping[str, Any]) -> dict[str, Any]:
    return {"spec": {"parentRef": {"name": "common"}, "listeners": list(listeners)}}


def _listener(protocol: str, port: int = 443, **fields: Any) -> dict[str, Any]:
    return {"name": "web", "port": port, "protocol": protocol, **fields}


def _on_listeners(
    rule: str,
    accepted: list[dict[str, Any]],
    refused: list[dict[str, Any]],
    *,
    reason: str,
    fix: str,
    path: str = "spec.listeners",
    also: tuple[str, ...] = (),
    rule_of_sets: str | None = None,
) -> list[Row]:
    """Return the rows of a rule of the listeners of Gateways and of ListenerSets."""
    return [
        Row(
            rule=rule_of_kind,
            kind=kind,
            api_version="gateway.networking.k8s.io/v1",
            accepted=accepted_fields,
            refused=refused_fields,
            path=path,
            reason=reason,
            fix=fix,
            also=also,
        )
        for kind, rule_of_kind, accepted_fields, refused_fields in (
            ("Gateway", rule, _gateway(listeners=accepted), _gateway(listeners=refused)),
            ("ListenerSet", rule_of_sets or rule, _listener_set(*accepted), _listener_set(*refused)),
        )
    ]


def _on_gateway(
    rule: str, accepted: dict[str, Any], refused: dict[str, Any], *, path: str, reason: str, fix: str
) -> Row:
    return Row(
        rule=rule,
        kind="Gateway",
        api_version="gateway.networking.k8s.io/v1",
        accepted=_gateway(**accepted),
        refused=_gateway(**refused),
        path=path,
        reason=reason,
        fix=fix,
    )


def _frontend(*ports: int) -> dict[str, Any]:
    validation = {"caCertificateRefs": [{"group": "", "kind": "ConfigMap", "name": "clients"}]}
    per_port = [{"port": port, "tls": {"validation": validation}} for port in ports]
    return {"tls": {"frontend": {"default": {"validation": validation}, "perPort": per_port}}}


LISTENERS = [
    *_on_listeners(
        "self.all(l, l.protocol in ['HTTP', 'TCP', 'UDP'] ? !has(l.tls) : true)",
        [_listener("HTTPS", tls=TLS), {**LISTENER, "name": "plain"}],
        [_listener("HTTP", tls=TLS), {**LISTENER, "name": "plain"}, _listener("TCP", name="tcp", tls=TLS)],
        reason="Listeners of protocol HTTP, TCP and UDP end no TLS, but tls is set on 'web' and 'tcp'.",
        fix="Remove tls, or make the protocol HTTPS or TLS.",
    ),
    *_on_listeners(
        "self.all(l, (l.protocol == 'HTTPS' && has(l.tls)) ? (l.tls.mode == '' || l.tls.mode == 'Terminate') : true)",
        [_listener("HTTPS", tls=TLS), _listener("HTTPS", port=8443, name="without")],
        [_listener("HTTPS", tls={"mode": "Passthrough"})],
        reason="Listeners of protocol HTTPS read the requests, and so their tls.mode is Terminate, but it is "
        "Passthrough on 'web'.",
        fix="Remove tls.mode, or make the protocol TLS and attach TLSRoutes.",
    ),
    *_on_listeners(
        "self.all(l, (l.protocol == 'TLS' ? has(l.tls) && has(l.tls.mode) && l.tls.mode != '' : true))",
        [_listener("TLS", tls={"mode": "Passthrough"}), _listener("TLS", port=8443, name="default", tls=TLS)],
        [_listener("TLS")],
        reason="Listeners of protocol TLS have a tls.mode, Passthrough or Terminate, but there is none on 'web'.",
        fix="Set tls.mode to Passthrough, the only mode that Cilium serves on a TLS listener.",
    ),
    *_on_listeners(
        "self.all(l, l.protocol in ['TCP', 'UDP']  ? (!has(l.hostname) || l.hostname == '') : true)",
        [_listener("TCP"), _listener("HTTP", port=80, name="plain", hostname="example.com")],
        [_listener("TCP", name="tcp"), _listener("UDP", hostname="example.com")],
        reason="Connections to listeners of protocol TCP and UDP name no host, but hostname is set on 'web'.",
        fix="Remove hostname and tell TCP and UDP listeners apart by their ports.",
    ),
    *_on_listeners(
        "self.all(l1, self.exists_one(l2, l1.name == l2.name))",
        [LISTENER, {**LISTENER, "name": "api", "port": 8080}],
        [LISTENER, {**LISTENER, "name": "api", "port": 8443}, {**LISTENER, "port": 8080}],
        reason="No two listeners may have the same name, by which routes refer to one in sectionName, but items 0 and "
        "2 do.",
        fix="Give each listener a name of its own.",
        also=("GH130",),
    ),
    *_on_listeners(
        "self.all(l1, self.exists_one(l2, l1.port == l2.port && l1.protocol == l2.protocol && "
        "(has(l1.hostname) && has(l2.hostname) ? l1.hostname == l2.hostname : "
        "!has(l1.hostname) && !has(l2.hostname))))",
        [LISTENER, {**LISTENER, "name": "api", "hostname": "example.com"}, _listener("TLS", 80, name="tls", tls=TLS)],
        [LISTENER, {**LISTENER, "name": "api"}, {**LISTENER, "name": "shop", "hostname": "example.com"}],
        reason="No two listeners may have the same port, the same protocol and the same hostname or none, since "
        "nothing would tell which of them a request is for, but 'web' and 'api' do.",
        fix="Merge them, or give each a port of its own or, unless they are of protocol TCP or UDP, a hostname of its "
        "own.",
        rule_of_sets="self.all(l1, !has(l1.port) || self.exists_one(l2, has(l2.port) && l1.port == l2.port && "
        "l1.protocol == l2.protocol && (has(l1.hostname) && has(l2.hostname) ? l1.hostname == l2.hostname : "
        "!has(l1.hostname) && !has(l2.hostname))))",
    ),
    *_on_listeners(
        "self.mode == 'Terminate' ? size(self.certificateRefs) > 0 || size(self.options) > 0 : true",
        [_listener("HTTPS", tls={"options": {"example.com/certificate": "web"}})],
        [_listener("HTTPS", tls={"certificateRefs": [], "options": {}})],
        path="spec.listeners[0].tls",
        reason="The mode is 'Terminate', but neither certificateRefs nor options has an entry: there is no "
        "certificate to terminate TLS with.",
        fix="Name the Secret that holds the certificate in certificateRefs.",
    ),
]

GATEWAYS = [
    _on_gateway(
        "self.all(a1, a1.type == 'IPAddress' && has(a1.value) ? "
        "self.exists_one(a2, a2.type == a1.type && has(a2.value) && a2.value == a1.value) : true )",
        {"addresses": [{"value": "192.0.2.1"}, {"value": "2001:db8::1"}, {}, {}]},
        {"addresses": [{"value": "192.0.2.1"}, {"value": "192.0.2.2"}, {"type": "IPAddress", "value": "192.0.2.1"}]},
        path="spec.addresses",
        reason="No two addresses may be the same IP address, but items 0 and 2 are.",
        fix="Remove the repeated address.",
    ),
    _on_gateway(
        "self.all(a1, a1.type == 'Hostname'  && has(a1.value) ? "
        "self.exists_one(a2, a2.type == a1.type && has(a2.value) && a2.value == a1.value) : true )",
        {"addresses": [{"type": "Hostname", "value": "a.test"}, {"type": "Hostname", "value": "b.test"}]},
        {"addresses": [{"type": "Hostname", "value": "a.test"}, {"type": "Hostname", "value": "a.test"}]},
        path="spec.addresses",
        reason="No two addresses may be the same hostname, but items 0 and 1 are.",
        fix="Remove the repeated hostname.",
    ),
    _on_gateway(
        f"self.type == 'Hostname' ? (!has(self.value) || self.value.matches({HOSTNAME})): true",
        {"addresses": [{"type": "Hostname", "value": "*.example.com"}, {"type": "Hostname"}, {"value": "192.0.2.1"}]},
        {"addresses": [{"value": "192.0.2.1"}, {"type": "Hostname", "value": "Example.com"}]},
        path="spec.addresses[1]",
        reason="The address is of type Hostname, and 'Example.com' is not a hostname: lower-case letters, "
        "digits, '-' and '.' are allowed, with '*.' in front or not.",
        fix="Write an address of type IPAddress, the only type that Cilium takes, or a valid hostname.",
    ),
    *(
        _on_gateway(
            f"self.all(key, key.matches({LABEL_KEY}))",
            {"infrastructure": {field: {"example.com/team": "web", "Team_1.a": "web"}}},
            {"infrastructure": {field: {"Example.com/team": "web", "team": "web", "-": "web"}}},
            path=f"spec.infrastructure.{field}",
            reason="Unlike 'Example.com/team' and '-', a key that Kubernetes takes has at most 63 letters, digits, "
            "'-', '_' and '.', begins and ends with a letter or digit, and has a lower-case domain and '/' in front "
            "or not.",
            fix="Write the key as in 'example.com/team' or 'team'.",
        )
        for field in ("labels", "annotations")
    ),
    *(
        _on_gateway(
            'self.all(key, key.split("/")[0].size() < 253)',
            {"infrastructure": {field: {f"{DOMAIN}/team": "web"}}},
            {"infrastructure": {field: {f"{DOMAIN}a/team": "web"}}},
            path=f"spec.infrastructure.{field}",
            reason=f"Unlike in '{DOMAIN[:76]}..., the part of a key before the '/' has at most 252 characters.",
            fix="Shorten the domain in front of the '/'.",
        )
        for field in ("labels", "annotations")
    ),
    Row(
        rule="self.all(t1, self.exists_one(t2, t1.port == t2.port))",
        kind="Gateway",
        api_version="gateway.networking.k8s.io/v1",
        accepted=_gateway(**_frontend(443, 8443)),
        refused=_gateway(**_frontend(443, 443)),
        path="spec.tls.frontend.perPort",
        reason="No two entries may be for the same port, which has one TLS configuration, but items 0 and 1 are.",
        fix="Keep one entry for each port.",
        also=("GH130",),
    ),
]

UNBROKEN = [
    Unbroken(
        rule="self == oldSelf",
        kind="GatewayClass",
        api_version="gateway.networking.k8s.io/v1",
        accepted={"spec": {"controllerName": "example.com/controller"}},
        why="It compares the value with that of the object in the cluster, and there is none yet.",
    ),
    Unbroken(
        rule=f"self.type == 'Hostname' ? self.value.matches({HOSTNAME}): true",
        kind="Gateway",
        api_version="gateway.networking.k8s.io/v1",
        accepted=_gateway() | {"status": {"addresses": [{"type": "Hostname", "value": "Example.com"}]}},
        why="The status is a subresource, which `kubectl apply` does not set.",
    ),
]
