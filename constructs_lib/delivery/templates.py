"""Go templates, as far as ApplicationSets use them here: which parameters a text names, and what they make of it.

Source: Argo CD v3.5, operator-manual/applicationset/GoTemplate.
"""

import re
from collections.abc import Mapping
from typing import Any

EXPRESSION = re.compile(r"\{\{-?\s*(.*?)\s*-?\}\}", re.DOTALL)
QUOTED = re.compile(r'"(?:\\.|[^"\\])*"|`[^`]*`')
PARAMETER = re.compile(r"(?<![\w.)])\.([A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*)")
INDEX = re.compile(r"index\s+\.([A-Za-z_][\w.]*)\s+(?:([0-9]+)|\"([^\"]*)\")")
ANYTHING = "*"
"""What stands for a parameter that is not known before Argo CD has it: in Projects it matches everything."""

Parameter = tuple[str, ...]


def is_template(text: object) -> bool:
    """Tell whether a text has placeholders."""
    return isinstance(text, str) and "{{" in text


def is_whole(text: str) -> bool:
    """Tell whether every placeholder of a text is closed and says something."""
    rest = EXPRESSION.sub("", text)
    return "{{" not in rest and "}}" not in rest and all(EXPRESSION.findall(text))


def placeholders(text: str) -> list[str]:
    """Return the placeholders of a text."""
    return [found[0] for found in EXPRESSION.finditer(text)]


def parameters(text: str) -> list[Parameter]:
    """Return the parameters that a text names, such as `("path", "basename")` for `{{.path.basename}}`."""
    return [
        tuple(name.split("."))
        for expression in EXPRESSION.findall(text)
        for name in PARAMETER.findall(QUOTED.sub("", expression))
    ]


def rendered(text: str, values: Mapping[str, Any]) -> str:
    """Return what a text becomes; a placeholder that is more than a parameter, or has an unknown one, becomes `*`."""
    return EXPRESSION.sub(lambda found: _value(found[1], values), text)


def _value(expression: str, values: Mapping[str, Any]) -> str:
    """Return the value of an expression, as far as it is a parameter or an item of one."""
    whole = PARAMETER.fullmatch(expression)
    indexed = INDEX.fullmatch(expression)
    if whole:
        found = _found(values, whole[1])
    elif indexed:
        item = _found(values, indexed[1])
        found = item[int(indexed[2])] if indexed[2] and isinstance(item, list) and int(indexed[2]) < len(item) else None
    else:
        found = None
    return found if isinstance(found, str) else ANYTHING


def _found(values: Mapping[str, Any], name: str) -> Any:
    """Return the parameter with a dotted name; None if it is not known."""
    place: Any = values
    for part in name.split("."):
        place = place.get(part) if isinstance(place, Mapping) else None
    return place
