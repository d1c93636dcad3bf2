"""What the CEL rules of routes mean, except those of their matches and filters."""

from collections.abc import Mapping

from preflight.admission.sentences.sentence import Sentence

_SAME_PARENT = (
    "p1.group == p2.group && p1.kind == p2.kind && p1.name == p2.name && "
    "(((!has(p1.__namespace__) || p1.__namespace__ == '') && (!has(p2.__namespace__) || p2.__namespace__ == '')) || "
    "(has(p1.__namespace__) && has(p2.__namespace__) && p1.__namespace__ == p2.__namespace__"
)
_BOTH_OR_NONE = "(!has(p1.sectionName) || p1.sectionName == '') == (!has(p2.sectionName) || p2.sectionName == '')"
_NO_SECTION = "((!has(p1.sectionName) || p1.sectionName == '') && (!has(p2.sectionName) || p2.sectionName == ''))"
_ONE_SECTION = "has(p1.sectionName) && has(p2.sectionName) && p1.sectionName == p2.sectionName)"

_PARENTS: Mapping[str, Sentence] = {
    f"self.all(p1, self.all(p2, {_SAME_PARENT} )) ? ({_BOTH_OR_NONE}) : true))": Sentence(
        reason="Either all parentRefs to one parent have a sectionName, for one listener each, or none of them has "
        "one, for all listeners, but {which} differ.",
        fix="Give each of them a sectionName, or keep one parentRef without.",
    ),
    f"self.all(p1, self.exists_one(p2, {_SAME_PARENT} )) && ({_NO_SECTION} || ({_ONE_SECTION})))": Sentence(
        reason="No two parentRefs may name the same parent with the same sectionName or none, whatever their ports, "
        "but {which} do.",
        fix="Remove one of them, or give each a sectionName of its own.",
    ),
    f"self.all(p1, self.all(p2, {_SAME_PARENT})) ? ({_BOTH_OR_NONE} && "
    "(!has(p1.port) || p1.port == 0) == (!has(p2.port) || p2.port == 0)): true))": Sentence(
        reason="Either all parentRefs to one parent have a sectionName or none has, and so with a port, but {which} "
        "differ.",
        fix="Give all of them a sectionName, or all a port, or all both.",
    ),
    f"self.all(p1, self.exists_one(p2, {_SAME_PARENT} )) && ({_NO_SECTION} || ( {_ONE_SECTION}) && "
    "(((!has(p1.port) || p1.port == 0) && (!has(p2.port) || p2.port == 0)) || "
    "(has(p1.port) && has(p2.port) && p1.port == p2.port))))": Sentence(
        reason="No two parentRefs may name the same parent with the same sectionName or none and the same port or "
        "none, but {which} do.",
        fix="Remove one of them, or give each a sectionName or a port of its own.",
    ),
}

_HOSTNAME = r"'^([a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*)$'"

_HOSTNAMES: Mapping[str, Sentence] = {
    "self.all(h, !isIP(h))": Sentence(
        reason="Unlike {which}, a hostname is not an IP address: a client that starts TLS sends a name.",
        fix="Write the name that clients connect to, or make a TCPRoute for those that know the address only.",
    ),
    f"self.all(h, !h.contains('*') ? h.matches({_HOSTNAME}) : true)": Sentence(
        reason="Unlike {which}, a hostname has nothing but lower-case letters, digits, '-' and '.', and each part "
        "between the dots begins and ends with a letter or digit.",
        fix="Write it as in 'shop.example.com'.",
    ),
    f"self.all(h, h.contains('*') ? (h.startsWith('*.') && h.substring(2).matches({_HOSTNAME})) : true)": Sentence(
        reason="Unlike in {which}, a '*' is the whole first part of a hostname, and a hostname follows it.",
        fix="Write it as in '*.example.com', or list the hostnames one by one.",
    ),
}

_RULES: Mapping[str, Sentence] = {
    "self.all(l1, !has(l1.name) || self.exists_one(l2, has(l2.name) && l1.name == l2.name))": Sentence(
        reason="No two rules may have the same name, since it would not say which of them is meant, but {which} do.",
        fix="Give each rule a name of its own, or none.",
    ),
    "(size(self.group) == 0 && self.kind == 'Service') ? has(self.port) : true": Sentence(
        reason="There is no port for the Service {name}, which may have several.",
        fix="Set port to a port of the Service, not to the targetPort of its pods.",
    ),
    "!(has(self.request) && has(self.backendRequest) && duration(self.request) != duration('0s') && "
    "duration(self.backendRequest) > duration(self.request))": Sentence(
        reason="A backend has {backendRequest} to answer, which is longer than the {request} after which the client "
        "gets an error.",
        fix="Lower backendRequest to {request} or less, or raise request.",
    ),
}

ROUTES: Mapping[str, Sentence] = {**_PARENTS, **_HOSTNAMES, **_RULES}
"""By the rule's text, as the CRD has it."""
