"""Formats by name: `format.dns1123Label().validate(text)` is none where the text has the format.

The library makes no optionals of Python's values, so what `validate` and `format.named` return is a value of our own
that answers to hasValue, value and optMap as an optional does; to `or` and `orValue` it does not, and a rule that uses
these does not compile.
"""

import json
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from preflight.admission.cel.library.function import Function, method
from preflight.admission.cel.library.opaque import TYPE, opaque, text_of
from preflight.admission.formats import FORMATS
from preflight.names import (
    DNS_1035_LABEL,
    DNS_LABEL,
    DNS_SUBDOMAIN,
    NameRule,
    is_label_value,
    is_name,
    is_prefix,
    why_no_qualified_name,
)

KIND = "format"
OPTIONAL = "optional"


def is_qualified_name(text: str) -> bool:
    """Whether a text may be the key of a label: a name, with a domain and '/' in front or not."""
    return not why_no_qualified_name(text)


def _named(rule: NameRule) -> Callable[[str], bool]:
    return partial(is_name, rule=rule)


def _prefix(rule: NameRule) -> Callable[[str], bool]:
    return partial(is_prefix, rule=rule)


NAMED: Mapping[str, Callable[[str], bool]] = {
    "byte": FORMATS["byte"].accepts,
    "date": FORMATS["date"].accepts,
    "datetime": FORMATS["datetime"].accepts,
    "dns1035Label": _named(DNS_1035_LABEL),
    "dns1035LabelPrefix": _prefix(DNS_1035_LABEL),
    "dns1123Label": _named(DNS_LABEL),
    "dns1123LabelPrefix": _prefix(DNS_LABEL),
    "dns1123Subdomain": _named(DNS_SUBDOMAIN),
    "dns1123SubdomainPrefix": _prefix(DNS_SUBDOMAIN),
    "labelValue": is_label_value,
    "qualifiedName": is_qualified_name,
    "uri": FORMATS["uri"].accepts,
    "uuid": FORMATS["uuid"].accepts,
}


def named(name: str) -> bytes:
    """Return the format of a name, or none."""
    return opaque(OPTIONAL, json.dumps([name] if name in NAMED else None))


def validate(value: bytes, text: str) -> bytes:
    """Return none where a text has a format, and else why it has not."""
    name = text_of(KIND, value)
    return opaque(OPTIONAL, "null" if NAMED[name](text) else json.dumps({"errors": [f"this is no {name}"]}))


def has_value(value: bytes) -> bool:
    """Whether there is a value."""
    return _content(value) is not None


def value_of(value: bytes) -> Any:
    """Return the value, a format or a list of errors; raises ValueError where there is none."""
    match _content(value):
        case [name]:
            return opaque(KIND, name)
        case {"errors": errors}:
            return errors
    raise ValueError("optional.none() dereference")


def _content(value: bytes) -> Any:
    return json.loads(text_of(OPTIONAL, value))


NAMED_FORMATS = (
    *(Function(f"format.{name}", (), TYPE, partial(opaque, KIND, name)) for name in NAMED),
    Function("format.named", ("string",), TYPE, named),
    method("validate", (TYPE, "string"), TYPE, validate),
    method("hasValue", (TYPE,), "bool", has_value),
    method("value", (TYPE,), "dyn", value_of),
)
