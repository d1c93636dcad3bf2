"""The code of each finding: append-only, a retired code stays."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How bad a finding is."""

    ERROR = "error"
    """The cluster rejects it, or it does not work."""
    WARNING = "warning"
    """It works, but likely not as meant."""
    INFO = "info"
    """Worth knowing."""


@dataclass(frozen=True, slots=True)
class Code:
    """One kind of finding."""

    severity: Severity
    summary: str
    """One sentence for the catalogue; the finding itself has the values."""


CATALOGUE: Mapping[str, Code] = {
    "GH001": Code(Severity.ERROR, "Preflight failed to judge an object; the rest was judged."),
    "GH002": Code(Severity.ERROR, "The input cannot be read."),
    "GH003": Code(Severity.WARNING, "An annotation that ignores findings names no code, or has no reason."),
    "GH004": Code(Severity.WARNING, "An annotation ignores findings that are not there."),
    "GH101": Code(Severity.ERROR, "A mapping has a key twice."),
    "GH102": Code(Severity.ERROR, "A document is not a Kubernetes object."),
    "GH103": Code(Severity.INFO, "No schema is known for the kind, so that only the metadata was judged."),
    "GH104": Code(Severity.ERROR, "The API version of the kind does not exist or is not served."),
    "GH105": Code(Severity.WARNING, "The API version of the kind is deprecated."),
    "GH106": Code(Severity.ERROR, "The same object is there more than once."),
    "GH107": Code(Severity.ERROR, "A CustomResourceDefinition is not one that the API server takes."),
    "GH110": Code(Severity.ERROR, "The name is missing or not one that Kubernetes takes."),
    "GH111": Code(Severity.ERROR, "The namespace is not one that Kubernetes takes."),
    "GH112": Code(Severity.WARNING, "An object of a namespaced kind names no namespace."),
    "GH113": Code(Severity.WARNING, "An object of a cluster-scoped kind names a namespace."),
    "GH114": Code(Severity.ERROR, "A label is not one that Kubernetes takes."),
    "GH115": Code(Severity.ERROR, "An annotation is not one that Kubernetes takes."),
    "GH116": Code(Severity.ERROR, "Another field of the metadata is not one that Kubernetes takes."),
    "GH120": Code(Severity.ERROR, "The schema has no such field."),
    "GH121": Code(Severity.ERROR, "A value is of the wrong type."),
    "GH122": Code(Severity.ERROR, "A required field is missing."),
    "GH123": Code(Severity.ERROR, "A value is not one of those allowed."),
    "GH124": Code(Severity.ERROR, "A value does not match the pattern."),
    "GH125": Code(Severity.ERROR, "A value does not have the format."),
    "GH126": Code(Severity.ERROR, "A number is out of range."),
    "GH127": Code(Severity.ERROR, "A string is too short or too long."),
    "GH128": Code(Severity.ERROR, "A list has too few or too many items."),
    "GH129": Code(Severity.ERROR, "A map has too few or too many entries."),
    "GH130": Code(Severity.ERROR, "A list has an item twice that it may have once."),
    "GH131": Code(Severity.ERROR, "A combination of fields is not one that the schema allows."),
    "GH140": Code(Severity.ERROR, "A validation rule of the CRD is broken."),
    "GH141": Code(Severity.ERROR, "A validation rule of the CRD fails on this object instead of giving an answer."),
    "GH142": Code(Severity.WARNING, "A validation rule of the CRD cannot be evaluated here, so it was not checked."),
    "GH143": Code(Severity.INFO, "The validation rules were not checked, since the object is not valid without them."),
    "GH201": Code(Severity.ERROR, "A reference to another namespace is not permitted by a ReferenceGrant."),
    "GH202": Code(Severity.ERROR, "A backend is a Service that is not there, or that does not have the port."),
    "GH203": Code(Severity.ERROR, "A backend is of a kind that is not served, or has no port."),
    "GH204": Code(Severity.ERROR, "A certificate of a listener is not there or cannot be used."),
    "GH205": Code(Severity.WARNING, "The GatewayClass of a Gateway is neither a manifest nor declared."),
    "GH206": Code(
        Severity.WARNING, "A selector goes by the labels of a Namespace that is neither a manifest nor declared."
    ),
    "GH207": Code(Severity.ERROR, "The parameters of a GatewayClass or Gateway cannot be used."),
    "GH301": Code(Severity.ERROR, "A listener is not accepted, or not with all the kinds of routes that it lists."),
    "GH302": Code(Severity.ERROR, "A parent does not accept a route."),
    "GH303": Code(Severity.WARNING, "The Gateway or ListenerSet that an object wants to attach to is not there."),
    "GH304": Code(Severity.ERROR, "A parent accepts a route, and none of the listeners that the route names takes it."),
    "GH305": Code(Severity.ERROR, "A Gateway does not allow a ListenerSet."),
    "GH306": Code(Severity.WARNING, "A Gateway gets no address."),
    "GH307": Code(Severity.ERROR, "A static address of a Gateway cannot be used."),
    "GH308": Code(Severity.WARNING, "Routes answer on ports of HTTP listeners that they are not attached to."),
    "GH309": Code(Severity.ERROR, "The controller does not serve the kind."),
    "GH310": Code(Severity.INFO, "No route names a listener."),
    "GH311": Code(Severity.WARNING, "A route answers over plain HTTP past the redirect to HTTPS."),
    "GH312": Code(Severity.ERROR, "Listeners with and without TLS share a port."),
    "GH313": Code(Severity.ERROR, "A listener that terminates TLS does not have exactly one certificate."),
    "GH314": Code(Severity.ERROR, "The name of a Gateway is not one that its Service can have."),
    "GH315": Code(Severity.WARNING, "A selector names the Service of a Gateway by a name that Cilium shortens."),
    "GH316": Code(Severity.ERROR, "A Service has the name of the one that Cilium makes for a Gateway."),
    "GH317": Code(Severity.ERROR, "A version of Cilium drops all listeners of a Gateway with these ports."),
    "GH318": Code(Severity.ERROR, "The Gateway API does not serve a kind in the version that Cilium reads."),
    "GH319": Code(Severity.ERROR, "A value of a CiliumGatewayClassConfig is not one that a Service can have."),
    "GH320": Code(Severity.WARNING, "The traffic policy Local keeps the address of a Gateway from being announced."),
    "GH321": Code(Severity.ERROR, "A listener cannot be served with host networking."),
    "GH322": Code(Severity.WARNING, "A listener has a port below 1024, and host networking."),
    "GH323": Code(Severity.ERROR, "Cilium has removed the kind."),
    "GH401": Code(Severity.ERROR, "A BackendTLSPolicy is not accepted."),
    "GH402": Code(Severity.WARNING, "A BackendTLSPolicy applies to nothing."),
    "GH403": Code(Severity.ERROR, "A value of a route is not one that the controller supports."),
    "GH404": Code(Severity.ERROR, "Redirects lead back to where they started."),
    "GH405": Code(Severity.WARNING, "A rule or match gets no requests, since others take them all."),
    "GH406": Code(Severity.WARNING, "Routes match the same requests, and neither comes first."),
    "GH407": Code(Severity.WARNING, "A route gets no requests through a listener, since others take its hostnames."),
    "GH408": Code(Severity.ERROR, "The controller does not apply what a route asks for."),
    "GH409": Code(Severity.ERROR, "A network policy keeps the requests of Gateways from a backend."),
    "GH410": Code(Severity.ERROR, "Argo CD redirects to HTTPS what a Gateway sends it over HTTP."),
    "GH411": Code(Severity.WARNING, "Clients of a GRPCRoute cannot use HTTP/2 over TLS."),
    "GH412": Code(Severity.WARNING, "The protocol that a backend asks for is not spoken to it."),
    "GH413": Code(Severity.ERROR, "A route gets no connections, since an older one gets them all."),
    "GH550": Code(Severity.WARNING, "An annotation for load balancer addresses has no effect."),
    "GH551": Code(Severity.WARNING, "Static addresses of a Gateway have no effect."),
    "GH601": Code(Severity.ERROR, "A certificate needs an HTTP listener to be issued, and there is none."),
    "GH602": Code(Severity.ERROR, "A wildcard certificate is asked of an issuer that cannot prove it."),
    "GH603": Code(Severity.ERROR, "Several certificates are written to one Secret."),
    "GH604": Code(Severity.WARNING, "A certificate does not cover a hostname that it is served for."),
    "GH605": Code(Severity.WARNING, "Clients may reuse a connection for a host that another listener passes through."),
    "GH606": Code(Severity.ERROR, "cert-manager does not look at Gateways, and one is annotated for it."),
    "GH701": Code(Severity.WARNING, "Argo CD shows an object as out of sync for defaults that are not written."),
    "GH702": Code(Severity.WARNING, "A Secret is in the manifests with its values."),
    "GH703": Code(Severity.ERROR, "A sync wave waits for an object of a later one."),
    "GH704": Code(Severity.WARNING, "No Application of Argo CD applies an object."),
    "GH705": Code(Severity.ERROR, "An AppProject of Argo CD forbids an object."),
}
