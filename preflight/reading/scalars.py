"""Scalars: the value that a text in YAML stands for, as kubectl reads it.

kubectl turns YAML into JSON with sigs.k8s.io/yaml, which knows YAML 1.1 through go-yaml v2 (resolve.go), and JSON's
numbers into 64-bit integers where they are such, and into floating-point numbers where not.
"""

import base64
import math
import re
import struct

from preflight.reading.unreadable import RefusedError
from preflight.values import MAX_INT64, MIN_INT64, shown

Scalar = str | int | float | bool | None


class _Merge(str):
    """Its type tells it from the same text in quotes."""

    __slots__ = ()


MERGE = _Merge("<<")
"""The key of a mapping that takes in the entries of others."""

TAG = "tag:yaml.org,2002:"
MERGE_TAG = f"{TAG}merge"
MAX_UNSIGNED = 2**64 - 1
MAX_DIGITS = 20
"""Decimal digits of the largest unsigned 64-bit integer; longer numbers are floating-point ones."""
MAX_WRITTEN_OUT = 1e21
"""From here on, Go writes a floating-point number with an exponent, so that JSON does not read it as an integer."""
SINGLE_DIGITS = 9
"""Digits that tell any two single-precision numbers apart."""
LEAST_EXPONENT, EXPONENT = -4, 6
"""From and up to here, Go writes the shortest text of a number without an exponent."""

TRUE = ("y", "Y", "yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON")
FALSE = ("n", "N", "no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF")
NULL = ("", "~", "null", "Null", "NULL")
WORDS: dict[str, Scalar] = {
    **dict.fromkeys(TRUE, True),
    **dict.fromkeys(FALSE, False),
    **dict.fromkeys(NULL, None),
    **dict.fromkeys((".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF"), math.inf),
    **dict.fromkeys(("-.inf", "-.Inf", "-.INF"), -math.inf),
    **dict.fromkeys((".nan", ".NaN", ".NAN"), math.nan),
}
NUMBER_STARTS = frozenset("0123456789+-.")
INTEGER = re.compile(r"([-+]?)(?:0[xX]([0-9a-fA-F]+)|0[bB]([01]+)|0[oO]?([0-7]+)|(0|[1-9][0-9]*))")
BASES = (16, 2, 8, 10)
FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")
POINT_FIRST = re.compile(r"\.[0-9]+(?:_[0-9]+)*(?:[eE][-+]?[0-9]+(?:_[0-9]+)*)?")
BASE64 = re.compile(r"(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?")
"""What Go's encoding reads; an empty text, too."""
TIMESTAMP = re.compile(
    r"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}"
    r"(?:[Tt][0-9]{1,2}:[0-9]{1,2}:[0-9]{1,2}(?:\.[0-9]+)?(?:Z|[-+][0-9]{2}:[0-9]{2})"
    r"| [0-9]{1,2}:[0-9]{1,2}:[0-9]{1,2}(?:\.[0-9]+)?)?"
)


def plain(text: str) -> Scalar:
    """Return the value of a text with neither quotes nor a tag; raises RefusedError for what is no number in JSON."""
    return _in_json(_resolved(text))


def tagged(text: str, tag: str) -> Scalar:
    """Return the value of a text with a tag, in quotes or not; raises RefusedError where the two do not fit."""
    name = tag.removeprefix(TAG) if tag.startswith(TAG) else ""
    if name == "binary":
        return _decoded(text)
    wanted = TAGGED.get(name)
    if wanted is None:
        return text
    value = _resolved(text)
    fits = TIMESTAMP.fullmatch(text) is not None if name == "timestamp" else type(value) in wanted
    if not fits:
        raise RefusedError(
            f"{shown(text)} is no value of the tag '!!{name}'.", "Write a value of that type, or no tag."
        )
    return _in_json(float(value) if name == "float" and isinstance(value, int) else value)


TAGGED: dict[str, tuple[type, ...]] = {
    "bool": (bool,),
    "int": (int,),
    "float": (float, int),
    "null": (type(None),),
    "timestamp": (str,),
}
"""The tags that say what a text must be, with the types of their values."""


def key_name(text: str, tag: str | None = None, *, quoted: bool = False) -> str:
    """Return the text of a mapping's key in JSON, where keys are text; MERGE for a key that merges.

    Raises RefusedError for null and the like.
    """
    if tag == MERGE_TAG or (text == MERGE and tag is None and not quoted):
        return MERGE
    if quoted and tag is None:
        return text
    value = _resolved(text) if tag is None else tagged(text, tag)
    match value:
        case str():
            return value
        case bool():
            return "true" if value else "false"
        case int() if MIN_INT64 <= value <= MAX_INT64:
            return str(value)
        case float():
            return _written_by_go(value)
    what = "null" if value is None else "a number beyond 64 bits"
    raise RefusedError(f"A key of the mapping is {what}, and JSON has strings only.", "Put the key in quotes.")


def _resolved(text: str) -> Scalar:
    """Return the value that YAML 1.1 gives a text."""
    if text in WORDS:
        return WORDS[text]
    if text[0] not in NUMBER_STARTS:
        return text
    if text[0] == ".":
        return _finite(text.replace("_", ""), text) if POINT_FIRST.fullmatch(text) else text
    digits = text.replace("_", "")
    integer = _integer(digits)
    if integer is not None:
        return integer
    return _finite(digits, text) if FLOAT.fullmatch(digits) else text


def _integer(digits: str) -> int | None:
    """Return a number of at most 64 bits, and none for any other text."""
    match = INTEGER.fullmatch(digits)
    if match is None:
        return None
    sign, *written = match.groups()
    base, number = next((base, number) for base, number in zip(BASES, written, strict=True) if number is not None)
    if base == 10 and len(number) > MAX_DIGITS:  # noqa: PLR2004  # Python refuses to read thousands of digits
        return None
    value = int(number, base) * (-1 if sign == "-" else 1)
    return value if MIN_INT64 <= value <= (MAX_INT64 if sign else MAX_UNSIGNED) else None


def _finite(digits: str, text: str) -> float | str:
    """Return a floating-point number; one that is too large stays text, as in Go."""
    value = float(digits)
    return text if math.isinf(value) else value


def _in_json(value: Scalar) -> Scalar:
    """Return a value as it comes out of JSON: whole numbers as integers where 64 bits can hold them."""
    if isinstance(value, float):
        if not math.isfinite(value):
            raise RefusedError(
                "JSON has no infinite number, and none that is not a number.",
                "Put it in quotes if a string is meant, or leave it out.",
            )
        if value.is_integer() and abs(value) < MAX_WRITTEN_OUT:
            value = _whole(value)
    if isinstance(value, int) and not MIN_INT64 <= value <= MAX_INT64:
        return float(value)
    return value


def _whole(value: float) -> int:
    """Return a whole number by its shortest digits, followed by zeros, as Go writes it."""
    mantissa, _, exponent = repr(value).partition("e")
    if not exponent:
        return int(value)
    whole, _, decimals = mantissa.partition(".")
    written: int = int(whole + decimals) * 10 ** (int(exponent) - len(decimals))
    return written


def _decoded(text: str) -> str:
    """Return the text that Base64 stands for; what is not UTF-8 is replaced, as in Go."""
    digits = re.sub(r"[\r\n]", "", text)
    if not BASE64.fullmatch(digits):
        raise RefusedError("The text is not Base64, as its tag '!!binary' says.", "Write Base64, or no tag.")
    return base64.b64decode(digits).decode("utf-8", errors="replace")


def _written_by_go(value: float) -> str:
    """Return a number as sigs.k8s.io/yaml writes it in a key: the shortest text of its single-precision value."""
    single = _single(value)
    if not math.isfinite(single):
        return ".nan" if math.isnan(single) else (".inf" if single > 0 else "-.inf")
    roundings = (f"{single:.{decimals}e}" for decimals in range(SINGLE_DIGITS))
    mantissa, _, exponent = next(text for text in roundings if _single(float(text)) == single).partition("e")
    if not LEAST_EXPONENT <= int(exponent) < EXPONENT:
        return f"{mantissa}e{exponent}"
    decimals = len(mantissa.lstrip("-").replace(".", "")) - 1 - int(exponent)
    return f"{float(f'{mantissa}e{exponent}'):.{max(0, decimals)}f}"


def _single(value: float) -> float:
    """Return the nearest single-precision number."""
    try:
        single: float = struct.unpack("f", struct.pack("f", value))[0]
    except OverflowError:
        return math.copysign(math.inf, value)
    return single
