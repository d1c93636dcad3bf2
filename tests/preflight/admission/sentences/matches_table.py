"""Manifests that keep and break the CEL rules of the matches of HTTPRoutes and GRPCRoutes."""

from typing import Any

from tests.preflight.admission.sentences.routes_table import V1
from tests.preflight.admission.sentences.row import Row, Unbroken

MAX_RULES, MAX_MATCHES = 16, 64


def _matches(*matches: dict[str, Any]) -> dict[str, Any]:
    return {"spec": {"rules": [{"matches": list(matches)}]}}


def _rules(*counts: int) -> dict[str, Any]:
    """Return a route with a rule for each of these numbers of matches."""
    match = {"headers": [{"name": "a", "value": "b"}]}
    return {"spec": {"rules": [{"matches": [match] * count} for count in counts]}}


def _count(kind: str, rule: str) -> Row:
    return Row(
        rule=f"{rule} <= 128",
        kind=kind,
        api_version=V1,
        accepted=_rules(MAX_MATCHES, *[0] * (MAX_RULES - 2), MAX_MATCHES),
        refused=_rules(MAX_MATCHES, *[0] * (MAX_RULES - 3), MAX_MATCHES, 1),
        path="spec.rules",
        reason="The rules have more matches in all than the 128 that one route may have, whatever each of them has.",
        fix="Move some of the rules to another route with the same parentRefs and hostnames.",
    )


COUNTS = [
    _count(
        "HTTPRoute",
        " + ".join(f"(self.size() > {index} ? self[{index}].matches.size() : 0)" for index in range(MAX_RULES)),
    ),
    _count(
        "GRPCRoute",
        " + ".join(
            f"(self.size() > {index} ? (has(self[{index}].matches) ? self[{index}].matches.size() : 0) : 0)"
            for index in range(MAX_RULES)
        ),
    ),
]


def _method(rule: str, accepted: dict[str, Any], refused: dict[str, Any], *, reason: str, fix: str) -> Row:
    """Return the row of a rule that refuses one method match, but not one of type RegularExpression besides it."""
    regular_expression = {"type": "RegularExpression", **(refused or accepted)}
    return Row(
        rule=rule,
        kind="GRPCRoute",
        api_version=V1,
        accepted=_matches({"method": accepted}, {"method": regular_expression}, {}),
        refused=_matches({"method": accepted}, {"method": refused}),
        path="spec.rules[0].matches[1].method",
        reason=reason,
        fix=fix,
    )


METHODS = [
    _method(
        "has(self.type) ? has(self.service) || has(self.method) : true",
        {"service": "helloworld.Greeter"},
        {},
        reason="Neither service nor method says which calls are meant.",
        fix="Set one of the two or both, or remove the field method from the match to take every call.",
    ),
    _method(
        "(!has(self.type) || self.type == 'Exact') && has(self.service) ? "
        r'''self.service.matches(r"""^(?i)\.?[a-z_][a-z_0-9]*(\.[a-z_][a-z_0-9]*)*$"""): true''',
        {"service": ".HELLO_1.world"},
        {"service": "hello-world.Greeter"},
        reason="'hello-world.Greeter' is not the name of a gRPC service: its parts, with '.' between them, have ASCII "
        "letters, digits and '_', but no digit in front.",
        fix="Write package and service as the .proto file has them, as in 'helloworld.Greeter', or make the type "
        "RegularExpression.",
    ),
    _method(
        "(!has(self.type) || self.type == 'Exact') && has(self.method) ? "
        'self.method.matches(r"""^[A-Za-z_][A-Za-z_0-9]*$"""): true',
        {"method": "SayHello_2"},
        {"method": "helloworld.Greeter/SayHello"},
        reason="'helloworld.Greeter/SayHello' is not the name of a gRPC method: it has ASCII letters, digits and '_', "
        "but no digit in front.",
        fix="Write the name as the .proto file has it, as in 'SayHello', or make the type RegularExpression.",
    ),
]


def _path(check: str, accepted: str, refused: str, *, reason: str, fix: str, also: tuple[str, ...] = ()) -> Row:
    """Return the row of a rule that refuses one path, but not as a regular expression."""
    return Row(
        rule=f"(self.type in ['Exact','PathPrefix']) ? {check} : true",
        kind="HTTPRoute",
        api_version=V1,
        accepted=_matches(
            {"path": {"type": "Exact", "value": accepted}},
            {"path": {"value": accepted}},
            {"path": {"type": "RegularExpression", "value": refused}},
        ),
        refused=_matches({}, {"path": {"type": "Exact", "value": refused}}),
        path="spec.rules[0].matches[1].path",
        reason=reason,
        fix=fix,
        also=also,
    )


PATHS = [
    _path(
        "self.value.startsWith('/')",
        "/shop",
        "shop",
        reason="The path 'shop' does not begin with '/', as every path of type 'Exact' does.",
        fix="Write a '/' in front.",
    ),
    _path(
        "!self.value.contains('//')",
        "/shop/",
        "/shop//cart",
        reason="The path '/shop//cart' has '//' in it, but a path of type 'Exact' is matched by its elements, and none "
        "of them is empty.",
        fix="Write each '/' once.",
    ),
    _path(
        "!self.value.contains('/./')",
        "/shop./.cart",
        "/shop/./cart",
        reason="The path '/shop/./cart' has the element '.' in it, which changes nothing, but a path of type 'Exact' "
        "is compared as it is written.",
        fix="Write the path that results.",
    ),
    _path(
        "!self.value.contains('/../')",
        "/shop../..cart",
        "/shop/../cart",
        reason="The path '/shop/../cart' has the element '..' in it, which takes back the element before it, but a "
        "path of type 'Exact' is compared as it is written.",
        fix="Write the path that results.",
    ),
    _path(
        "!self.value.endsWith('/..')",
        "/shop..",
        "/shop/..",
        reason="The path '/shop/..' has the element '..' at its end, which takes back the element before it, but a "
        "path of type 'Exact' is compared as it is written.",
        fix="Write the path that results.",
    ),
    _path(
        "!self.value.endsWith('/.')",
        "/shop.",
        "/shop/.",
        reason="The path '/shop/.' has the element '.' at its end, which changes nothing, but a path of type 'Exact' "
        "is compared as it is written.",
        fix="Write the path that results.",
    ),
    *(
        _path(
            f"!self.value.contains('{escape}')",
            "/shop%20cart",
            f"/shop{escape}cart",
            reason=f"The path '/shop{escape}cart' has a '/' in it that is written '{escape}', and whether an element "
            "of a path of type 'Exact' ends there is not defined.",
            fix="Write '/' where an element ends, or make the type RegularExpression.",
        )
        for escape in ("%2f", "%2F")
    ),
    _path(
        "!self.value.contains('#')",
        "/shop%23cart",
        "/shop#cart",
        reason="The path '/shop#cart' has a '#' in it, but clients do not send what begins with a '#'.",
        fix="Remove the '#' and what follows it, or write '%23' where the character itself is meant.",
        also=("GH140",),  # its character is refused as such, too
    ),
    _path(
        r'''self.value.matches(r"""^(?:[-A-Za-z0-9/._~!$&'()*+,;=:@]|[%][0-9a-fA-F]{2})+$""")''',
        "/-A.z_0~!$&'()*+,;=:@%C3%a4",
        "/search?q=a",
        reason="The path '/search?q=a' is not one that the type 'Exact' takes: ASCII letters, digits, '/' and "
        "-._~!$&'()*+,;=:@ are allowed, and '%' with two hexadecimal digits behind it.",
        fix="Escape every other character, as in '%20' for a space, and move what follows a '?' to queryParams.",
    ),
]

ROWS = [*COUNTS, *METHODS, *PATHS]

UNBROKEN = [
    Unbroken(
        rule="self.type in ['Exact','PathPrefix'] || self.type == 'RegularExpression'",
        kind="HTTPRoute",
        api_version=V1,
        accepted=_matches(*({"path": {"type": type_}} for type_ in ("Exact", "PathPrefix", "RegularExpression"))),
        why="The enum of the field refuses every other type, and then the API server checks no rules.",
    ),
]
