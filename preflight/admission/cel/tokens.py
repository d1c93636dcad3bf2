"""The tokens of an expression, and Kubernetes' functions in the place of the ones that the CEL library has itself.

The library's own functions cannot be declared anew, and some of them come to something else than the API server's. So
a call of one is compiled as a call of a function in Python, whose name begins with PREFIX.
"""

import re
from itertools import pairwise

PREFIX = "kubernetes_"
REPLACED = frozenset({"format", "getMilliseconds", "indexOf", "lastIndexOf", "string"})
# A text that does not end goes on to the end of the expression, which does not compile then.
RAW = r"""(?:[bB]?[rR]|[rR][bB])(?:\"{3}(?s:.*?)(?:\"{3}|\Z)|'{3}(?s:.*?)(?:'{3}|\Z)|"[^"\n]*+"?|'[^'\n]*+'?)"""
ESCAPING = (
    r"""[bB]?(?:\"{3}(?s:\\.|[^\\])*?(?:\"{3}|\Z)|'{3}(?s:\\.|[^\\])*?(?:'{3}|\Z)"""
    r"""|"(?:\\.|[^"\\\n])*+"?|'(?:\\.|[^'\\\n])*+'?)"""
)
BLANK = r"\s+|//[^\n]*"
TOKEN = re.compile(rf"(?P<blank>{BLANK})|{RAW}|{ESCAPING}|[A-Za-z_][A-Za-z0-9_]*|[0-9]+|[=!<>]=|&&|\|\||(?s:.)")


def tokens(expression: str) -> list[str]:
    """Return the tokens of an expression, a text being one of them, without white space and comments."""
    return [match[0] for match in TOKEN.finditer(expression) if match["blank"] is None]


def replaced(name: str) -> str:
    """Return the name by which a function is called."""
    return f"{PREFIX}{name}" if name in REPLACED else name


def with_replaced(expression: str) -> str:
    """Return an expression with the calls of the functions that are replaced."""
    found = list(TOKEN.finditer(expression))
    parts = [match[0] for match in found]
    places = [place for place, match in enumerate(found) if match["blank"] is None]
    for place, following in pairwise(places):
        if parts[following] == "(":
            parts[place] = replaced(parts[place])
    return "".join(parts)


def without_replaced(text: str) -> str:
    """Return the text of an error with the names of the functions as they were written."""
    return text.replace(PREFIX, "")
