"""Values of Kubernetes' own types: the library carries no others than its own, so each is the bytes of its one text.

So two are equal exactly where their texts are, and `string` returns the text. A text begins with the name of its type,
except that of an IP address or a CIDR, which are told apart by the '/'.
"""

TYPE = "bytes"


def opaque(kind: str, text: str) -> bytes:
    """Return the value of a type that a text stands for."""
    return f"{kind} {text}".encode()


def text_of(kind: str, value: bytes) -> str:
    """Return the text of a value; raises TypeError for a value of another type."""
    found, _, text = bytes(value).decode().partition(" ")
    if found != kind:
        raise TypeError(f"no such overload: this is no {kind}")
    return text


def kind_of(value: bytes) -> str:
    """Return the type of a value whose text begins with it."""
    return bytes(value).decode().partition(" ")[0]
