"""Names of fields as CEL has them: it takes identifiers only, so Kubernetes escapes the other ones.

https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions/#field-names
"""

import re

RESERVED = frozenset(
    {
        "as",
        "break",
        "const",
        "continue",
        "else",
        "false",
        "for",
        "function",
        "if",
        "import",
        "in",
        "let",
        "loop",
        "namespace",
        "null",
        "package",
        "return",
        "true",
        "var",
        "void",
        "while",
    }
)
ESCAPES = {"__": "__underscores__", ".": "__dot__", "-": "__dash__", "/": "__slash__"}
ESCAPED = re.compile(r"__|[-./]")
ACCESSIBLE = re.compile(r"[A-Za-z_.\-/][A-Za-z0-9_.\-/]*")


def escaped(name: str) -> str | None:
    """Return the identifier by which rules refer to a field; None where they cannot refer to it."""
    if name in RESERVED:
        return f"__{name}__"
    if not ACCESSIBLE.fullmatch(name):
        return None
    return ESCAPED.sub(lambda match: ESCAPES[match[0]], name)
