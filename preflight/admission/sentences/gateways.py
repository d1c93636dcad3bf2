"""What the CEL rules of Gateways, ListenerSets, GatewayClasses and BackendTLSPolicies mean."""

from collections.abc import Mapping

from preflight.admission.sentences.sentence import Sentence

_HOSTNAME = r'''r"""^(\*\.)?[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"""'''
_LABEL_KEY = r'''r"""^([a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*/)?([A-Za-z0-9][-A-Za-z0-9_.]{0,61})?[A-Za-z0-9]$"""'''  # noqa: E501

_ADDRESSES: Mapping[str, Sentence] = {
    "self.all(a1, a1.type == 'IPAddress' && has(a1.value) ? "
    "self.exists_one(a2, a2.type == a1.type && has(a2.value) && a2.value == a1.value) : true )": Sentence(
        reason="No two addresses may be the same IP address, but {which} are.",
        fix="Remove the repeated address.",
    ),
    "self.all(a1, a1.type == 'Hostname'  && has(a1.value) ? "
    "self.exists_one(a2, a2.type == a1.type && has(a2.value) && a2.value == a1.value) : true )": Sentence(
        reason="No two addresses may be the same hostname, but {which} are.",
        fix="Remove the repeated hostname.",
    ),
    f"self.type == 'Hostname' ? (!has(self.value) || self.value.matches({_HOSTNAME})): true": Sentence(
        reason="The address is of type Hostname, and {value} is not a hostname: lower-case letters, digits, '-' and "
        "'.' are allowed, with '*.' in front or not.",
        fix="Write an address of type IPAddress, the only type that Cilium takes, or a valid hostname.",
    ),
    f"self.type == 'Hostname' ? self.value.matches({_HOSTNAME}): true": Sentence(
        reason="The address in the status is of type Hostname, and {value} is not a hostname: lower-case letters, "
        "digits, '-' and '.' are allowed, with '*.' in front or not.",
        fix="Leave the status out: the controller writes it.",
    ),
}

_INFRASTRUCTURE: Mapping[str, Sentence] = {
    f"self.all(key, key.matches({_LABEL_KEY}))": Sentence(
        reason="Unlike {which}, a key that Kubernetes takes has at most 63 letters, digits, '-', '_' and '.', begins "
        "and ends with a letter or digit, and has a lower-case domain and '/' in front or not.",
        fix="Write the key as in 'example.com/team' or 'team'.",
    ),
    'self.all(key, key.split("/")[0].size() < 253)': Sentence(
        reason="Unlike in {which}, the part of a key before the '/' has at most 252 characters.",
        fix="Shorten the domain in front of the '/'.",
    ),
}

_ONE_SOCKET = Sentence(
    reason="No two listeners may have the same port, the same protocol and the same hostname or none, since nothing "
    "would tell which of them a request is for, but {which} do.",
    fix="Merge them, or give each a port of its own or, unless they are of protocol TCP or UDP, a hostname of its own.",
)

_LISTENERS: Mapping[str, Sentence] = {
    "self.all(l, l.protocol in ['HTTP', 'TCP', 'UDP'] ? !has(l.tls) : true)": Sentence(
        reason="Listeners of protocol HTTP, TCP and UDP end no TLS, but tls is set on {which}.",
        fix="Remove tls, or make the protocol HTTPS or TLS.",
    ),
    "self.all(l, (l.protocol == 'HTTPS' && has(l.tls)) ? (l.tls.mode == '' || l.tls.mode == 'Terminate') : true)": (
        Sentence(
            reason="Listeners of protocol HTTPS read the requests, and so their tls.mode is Terminate, but it is "
            "Passthrough on {which}.",
            fix="Remove tls.mode, or make the protocol TLS and attach TLSRoutes.",
        )
    ),
    "self.all(l, (l.protocol == 'TLS' ? has(l.tls) && has(l.tls.mode) && l.tls.mode != '' : true))": Sentence(
        reason="Listeners of protocol TLS have a tls.mode, Passthrough or Terminate, but there is none on {which}.",
        fix="Set tls.mode to Passthrough, the only mode that Cilium serves on a TLS listener.",
    ),
    "self.all(l, l.protocol in ['TCP', 'UDP']  ? (!has(l.hostname) || l.hostname == '') : true)": Sentence(
        reason="Connections to listeners of protocol TCP and UDP name no host, but hostname is set on {which}.",
        fix="Remove hostname and tell TCP and UDP listeners apart by their ports.",
    ),
    "self.all(l1, self.exists_one(l2, l1.name == l2.name))": Sentence(
        reason="No two listeners may have the same name, by which routes refer to one in sectionName, but {which} do.",
        fix="Give each listener a name of its own.",
    ),
    "self.all(l1, self.exists_one(l2, l1.port == l2.port && l1.protocol == l2.protocol && "
    "(has(l1.hostname) && has(l2.hostname) ? l1.hostname == l2.hostname : "
    "!has(l1.hostname) && !has(l2.hostname))))": _ONE_SOCKET,
    "self.all(l1, !has(l1.port) || self.exists_one(l2, has(l2.port) && l1.port == l2.port && "
    "l1.protocol == l2.protocol && (has(l1.hostname) && has(l2.hostname) ? l1.hostname == l2.hostname : "
    "!has(l1.hostname) && !has(l2.hostname))))": _ONE_SOCKET,
    "self.mode == 'Terminate' ? size(self.certificateRefs) > 0 || size(self.options) > 0 : true": Sentence(
        reason="The mode is {mode}, but neither certificateRefs nor options has an entry: there is no certificate to "
        "terminate TLS with.",
        fix="Name the Secret that holds the certificate in certificateRefs.",
    ),
    "self.all(t1, self.exists_one(t2, t1.port == t2.port))": Sentence(
        reason="No two entries may be for the same port, which has one TLS configuration, but {which} are.",
        fix="Keep one entry for each port.",
    ),
}

_GATEWAY_CLASSES: Mapping[str, Sentence] = {
    "self == oldSelf": Sentence(
        reason="The value would change to {self}, but it stays as long as the object is there.",
        fix="Write the value that the object has in the cluster, or make an object of another name.",
    ),
}

_BACKEND_TLS_POLICIES: Mapping[str, Sentence] = {
    "self.all(p1, self.all(p2, p1.group == p2.group && p1.kind == p2.kind && p1.name == p2.name ? "
    "((!has(p1.sectionName) || p1.sectionName == '') == (!has(p2.sectionName) || p2.sectionName == '')) : true))": (
        Sentence(
            reason="Either all references to one target have a sectionName, for one port each, or none of them has "
            "one, for all ports, but {which} differ.",
            fix="Give each of them a sectionName, or keep one reference without.",
        )
    ),
    "self.all(p1, self.exists_one(p2, p1.group == p2.group && p1.kind == p2.kind && p1.name == p2.name && "
    "(((!has(p1.sectionName) || p1.sectionName == '') && (!has(p2.sectionName) || p2.sectionName == '')) || "
    "(has(p1.sectionName) && has(p2.sectionName) && p1.sectionName == p2.sectionName))))": Sentence(
        reason="No two references may name the same target with the same sectionName or none, but {which} do.",
        fix="Remove one of them, or give each a sectionName of its own.",
    ),
    "!(has(self.caCertificateRefs) && size(self.caCertificateRefs) > 0 && has(self.wellKnownCACertificates) && "
    'self.wellKnownCACertificates != "")': Sentence(
        reason="Both caCertificateRefs and wellKnownCACertificates ({wellKnownCACertificates}) say whose certificates "
        "are trusted, but only one of them may.",
        fix="Remove wellKnownCACertificates to trust your own authority, or caCertificateRefs to trust public ones.",
    ),
    "(has(self.caCertificateRefs) && size(self.caCertificateRefs) > 0 || has(self.wellKnownCACertificates) && "
    'self.wellKnownCACertificates != "")': Sentence(
        reason="Neither caCertificateRefs nor wellKnownCACertificates says whose certificates are trusted for "
        "{hostname}.",
        fix="Name a ConfigMap with the key ca.crt in caCertificateRefs, or set wellKnownCACertificates to System.",
    ),
    '!(self.type == "Hostname" && (!has(self.hostname) || self.hostname == ""))': Sentence(
        reason="The type is {type}, but there is no hostname.",
        fix="Set hostname, or make the type URI and set uri.",
    ),
    '!(self.type != "Hostname" && has(self.hostname) && self.hostname != "")': Sentence(
        reason="The hostname {hostname} is there, but the type is {type}.",
        fix="Remove hostname, or move it to an entry of type Hostname.",
    ),
    '!(self.type == "URI" && (!has(self.uri) || self.uri == ""))': Sentence(
        reason="The type is {type}, but there is no uri.",
        fix="Set uri, or make the type Hostname and set hostname.",
    ),
    '!(self.type != "URI" && has(self.uri) && self.uri != "")': Sentence(
        reason="The uri {uri} is there, but the type is {type}.",
        fix="Remove uri, or move it to an entry of type URI.",
    ),
}

GATEWAYS: Mapping[str, Sentence] = {
    **_ADDRESSES,
    **_INFRASTRUCTURE,
    **_LISTENERS,
    **_GATEWAY_CLASSES,
    **_BACKEND_TLS_POLICIES,
}
"""By the rule's text, as the CRD has it."""
