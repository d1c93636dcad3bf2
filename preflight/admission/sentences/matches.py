"""What the CEL rules of the matches of HTTPRoutes and GRPCRoutes mean."""

from collections.abc import Mapping

from preflight.admission.sentences.sentence import Sentence

_MAX_RULES = 16

_TOO_MANY = Sentence(
    reason="The rules have more matches in all than the 128 that one route may have, whatever each of them has.",
    fix="Move some of the rules to another route with the same parentRefs and hostnames.",
)

_COUNTS: Mapping[str, Sentence] = {
    " + ".join(
        f"(self.size() > {index} ? (has(self[{index}].matches) ? self[{index}].matches.size() : 0) : 0)"
        for index in range(_MAX_RULES)
    )
    + " <= 128": _TOO_MANY,
    " + ".join(f"(self.size() > {index} ? self[{index}].matches.size() : 0)" for index in range(_MAX_RULES))
    + " <= 128": _TOO_MANY,
}

_METHODS: Mapping[str, Sentence] = {
    "has(self.type) ? has(self.service) || has(self.method) : true": Sentence(
        reason="Neither service nor method says which calls are meant.",
        fix="Set one of the two or both, or remove the field method from the match to take every call.",
    ),
    "(!has(self.type) || self.type == 'Exact') && has(self.service) ? "
    r'''self.service.matches(r"""^(?i)\.?[a-z_][a-z_0-9]*(\.[a-z_][a-z_0-9]*)*$"""): true''': Sentence(
        reason="{service} is not the name of a gRPC service: its parts, with '.' between them, have ASCII letters, "
        "digits and '_', but no digit in front.",
        fix="Write package and service as the .proto file has them, as in 'helloworld.Greeter', or make the type "
        "RegularExpression.",
    ),
    "(!has(self.type) || self.type == 'Exact') && has(self.method) ? "
    'self.method.matches(r"""^[A-Za-z_][A-Za-z_0-9]*$"""): true': Sentence(
        reason="{method} is not the name of a gRPC method: it has ASCII letters, digits and '_', but no digit in "
        "front.",
        fix="Write the name as the .proto file has it, as in 'SayHello', or make the type RegularExpression.",
    ),
}


def _of_paths(check: str) -> str:
    """Return a rule that a regular expression is free of."""
    return f"(self.type in ['Exact','PathPrefix']) ? {check} : true"


def _relative(element: str, meaning: str, place: str) -> Sentence:
    return Sentence(
        reason=f"The path {{value}} has the element '{element}' {place}, which {meaning}, but a path of type {{type}} "
        "is compared as it is written.",
        fix="Write the path that results.",
    )


def _escaped(escape: str) -> Sentence:
    return Sentence(
        reason=f"The path {{value}} has a '/' in it that is written '{escape}', and whether an element of a path of "
        "type {type} ends there is not defined.",
        fix="Write '/' where an element ends, or make the type RegularExpression.",
    )


_STAYS, _GOES_BACK = "changes nothing", "takes back the element before it"

_PATHS: Mapping[str, Sentence] = {
    _of_paths("self.value.startsWith('/')"): Sentence(
        reason="The path {value} does not begin with '/', as every path of type {type} does.",
        fix="Write a '/' in front.",
    ),
    _of_paths("!self.value.contains('//')"): Sentence(
        reason="The path {value} has '//' in it, but a path of type {type} is matched by its elements, and none of "
        "them is empty.",
        fix="Write each '/' once.",
    ),
    _of_paths("!self.value.contains('/./')"): _relative(".", _STAYS, "in it"),
    _of_paths("!self.value.contains('/../')"): _relative("..", _GOES_BACK, "in it"),
    _of_paths("!self.value.endsWith('/..')"): _relative("..", _GOES_BACK, "at its end"),
    _of_paths("!self.value.endsWith('/.')"): _relative(".", _STAYS, "at its end"),
    _of_paths("!self.value.contains('%2f')"): _escaped("%2f"),
    _of_paths("!self.value.contains('%2F')"): _escaped("%2F"),
    _of_paths("!self.value.contains('#')"): Sentence(
        reason="The path {value} has a '#' in it, but clients do not send what begins with a '#'.",
        fix="Remove the '#' and what follows it, or write '%23' where the character itself is meant.",
    ),
    _of_paths(r'''self.value.matches(r"""^(?:[-A-Za-z0-9/._~!$&'()*+,;=:@]|[%][0-9a-fA-F]{2})+$""")'''): Sentence(
        reason="The path {value} is not one that the type {type} takes: ASCII letters, digits, '/' and "
        "-._~!$&'()*+,;=:@ are allowed, and '%' with two hexadecimal digits behind it.",
        fix="Escape every other character, as in '%20' for a space, and move what follows a '?' to queryParams.",
    ),
    "self.type in ['Exact','PathPrefix'] || self.type == 'RegularExpression'": Sentence(
        reason="{type} is not one of 'Exact', 'PathPrefix' and 'RegularExpression'.",
        fix="Write one of these.",
    ),
}

MATCHES: Mapping[str, Sentence] = {**_COUNTS, **_METHODS, **_PATHS}
"""By the rule's text, as the CRD has it."""
