"""What the CEL rules of the filters of HTTPRoutes and GRPCRoutes mean."""

from collections.abc import Mapping

from preflight.admission.sentences.sentence import Sentence

_FIELDS: Mapping[str, str] = {
    "RequestHeaderModifier": "requestHeaderModifier",
    "ResponseHeaderModifier": "responseHeaderModifier",
    "RequestMirror": "requestMirror",
    "RequestRedirect": "requestRedirect",
    "URLRewrite": "urlRewrite",
    "ExtensionRef": "extensionRef",
    "CORS": "cors",
}
"""The type of a filter -> the field that belongs to it."""

_TYPES: Mapping[str, Sentence] = {
    f"!(has(self.{field}) && self.type != '{type_}')": Sentence(
        reason=f"The field {field} is there, but the filter is of type {{type}}.",
        fix=f"Make the type {type_}, or move {field} to a filter of that type.",
    )
    for type_, field in _FIELDS.items()
} | {
    f"!(!has(self.{field}) && self.type == '{type_}')": Sentence(
        reason=f"The filter is of type {{type}}, but there is no {field}.",
        fix=f"Set {field}, or remove the filter.",
    )
    for type_, field in _FIELDS.items()
}

_MERGED: Mapping[str, str] = {
    "RequestHeaderModifier": "Merge their set, add and remove into one.",
    "ResponseHeaderModifier": "Merge their set, add and remove into one.",
    "RequestRedirect": "Keep the one that is meant.",
    "URLRewrite": "Merge their hostname and path into one.",
    "CORS": "Merge what they allow into one.",
}
"""The types of which there is one filter at most, and what to do about another."""

_REPEATED: Mapping[str, Sentence] = {
    f"self.filter(f, f.type == '{type_}').size() <= 1": Sentence(
        reason=f"There are several filters of type {type_}, but one list takes only one.",
        fix=fix,
    )
    for type_, fix in _MERGED.items()
}

_TOGETHER: Mapping[str, Sentence] = {
    "!(self.exists(f, f.type == 'RequestRedirect') && self.exists(f, f.type == 'URLRewrite'))": Sentence(
        reason="There is a filter of type URLRewrite, which changes what a backend gets, next to one of type "
        "RequestRedirect, with which no backend gets anything.",
        fix="Remove the RequestRedirect, or the URLRewrite where clients are to go to another URL.",
    ),
}

_MIRRORS: Mapping[str, Sentence] = {
    "!(has(self.percent) && has(self.fraction))": Sentence(
        reason="Both percent ({percent}) and fraction ({fraction}) say how many requests are mirrored.",
        fix="Remove fraction, or remove percent where a share is not a whole percent.",
    ),
    "self.numerator <= self.denominator": Sentence(
        reason="{numerator} of {denominator} is more than all requests.",
        fix="Lower numerator to {denominator} or less, or raise denominator.",
    ),
}

FILTERS: Mapping[str, Sentence] = {**_TYPES, **_REPEATED, **_TOGETHER, **_MIRRORS}
"""By the rule's text, as the CRD has it."""

_ALLOWED: Mapping[str, str] = {
    "allowHeaders": "header names",
    "allowMethods": "methods",
    "allowOrigins": "origins",
}

PLACED: Mapping[tuple[str, str, str], Sentence] = {
    ("HTTPRoute", f"{filters}.cors.{field}", "!('*' in self && self.size() > 1)"): Sentence(
        reason=f"In {{self}}, '*' allows all {allowed}, and others are listed besides.",
        fix=f"Remove the '*' to allow the listed {allowed} only, or keep nothing but the '*'.",
    )
    for filters in ("spec.rules.filters", "spec.rules.backendRefs.filters")
    for field, allowed in _ALLOWED.items()
}
"""By the kind, the field and the rule's text, where it depends on the field what a rule means."""
