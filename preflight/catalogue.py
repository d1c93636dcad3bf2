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
    "GH401": Code(Severity.ERROR, "A BackendTLSPolicy is not accepted."),
    "GH402": Code(Severity.WARNING, "A BackendTLSPolicy applies to nothing."),
    "GH403": Code(Severity.ERROR, "A value of a route is not one that the controller supports."),
}
