"""Quantities, as in 1.5Gi: apimachinery's pkg/api/resource/quantity.go.

A value's text is the number of billionths, so that 1k and 1000 are equal. Unlike the API server, which loses track,
`isInteger` is true for every whole number that fits, however it was written (1000m, 1.0).
"""

import re
from collections.abc import Mapping

from preflight.admission.cel.library.function import Function, method
from preflight.admission.cel.library.opaque import TYPE, opaque, text_of

KIND = "quantity"
BILLION = 10**9
NUMBER = re.compile(r"([-+]?)([0-9]*)(?:\.([0-9]*))?([A-Za-z]*(?:[-+]?[0-9]+)?)")
EXPONENT = re.compile(r"[eE]([-+]?[0-9]{1,10})")
MAX_DIGITS = 1000
"""Digits and exponents beyond are not computed: the API server takes them, and is busy for long."""
BINARY: Mapping[str, int] = {f"{prefix}i": 2 ** (10 * power) for power, prefix in enumerate("KMGTPE", start=1)}
DECIMAL: Mapping[str, int] = {"n": -9, "u": -6, "m": -3, "": 0, "k": 3, "M": 6, "G": 9, "T": 12, "P": 15, "E": 18}
INTEGERS = range(-(2**63), 2**63)
MAX_BINARY = (2**63 - 1) * BILLION


def parsed(text: str) -> int:
    """Return a quantity in billionths, what is left over rounded away from zero; raises ValueError for another text."""
    parts = NUMBER.fullmatch(text)
    if parts is None or not 0 < len(parts[2] + (parts[3] or "")) <= MAX_DIGITS:
        raise ValueError("quantities must be a number with a suffix such as Mi, k or e3, or none")
    fraction, suffix = parts[3] or "", parts[4]
    number = int(parts[2] + fraction) * BILLION
    if suffix in BINARY:
        billionths = min(_rounded_up(number * BINARY[suffix], len(fraction)), MAX_BINARY)
    else:
        exponent = _exponent(suffix)
        billionths = _rounded_up(number * 10 ** max(exponent, 0), len(fraction) - min(exponent, 0))
    return -billionths if parts[1] == "-" else billionths


def _exponent(suffix: str) -> int:
    exponent = EXPONENT.fullmatch(suffix)
    if exponent is None:
        if suffix not in DECIMAL:
            raise ValueError("unable to parse quantity's suffix")
        return DECIMAL[suffix]
    if abs(int(exponent[1])) > MAX_DIGITS:
        raise ValueError(f"exponents beyond {MAX_DIGITS} are not computed here")
    return int(exponent[1])


def _rounded_up(number: int, places: int) -> int:
    """Leave out some decimal places."""
    divisor: int = 10**places
    return -(-number // divisor)


def is_quantity(text: str) -> bool:
    """Whether a text is a quantity."""
    try:
        parsed(text)
    except ValueError:
        return False
    return True


def quantity(text: str) -> bytes:
    """Return a quantity."""
    return _value(parsed(text))


def _value(billionths: int) -> bytes:
    return opaque(KIND, str(billionths))


def _billionths(value: bytes) -> int:
    return int(text_of(KIND, value))


def sign(value: bytes) -> int:
    """Return 1, 0 or -1."""
    return compare(_billionths(value), 0)


def compare(left: int, right: int) -> int:
    """Return 1 where the first is greater, -1 where it is less, and else 0."""
    return (left > right) - (left < right)


def compare_quantities(left: bytes, right: bytes) -> int:
    """Return 1 where the first quantity is greater, -1 where it is less, and else 0."""
    return compare(_billionths(left), _billionths(right))


def is_integer(value: bytes) -> bool:
    """Whether it is a whole number of 64 bits."""
    whole, rest = divmod(_billionths(value), BILLION)
    return rest == 0 and whole in INTEGERS


def as_integer(value: bytes) -> int:
    """Return a whole number; raises ValueError where it is none of 64 bits."""
    if not is_integer(value):
        raise ValueError("cannot convert value to integer")
    return _billionths(value) // BILLION


def as_approximate_float(value: bytes) -> float:
    """Return the nearest number, which is infinite for very large ones."""
    billionths = _billionths(value)
    try:
        return billionths / BILLION
    except OverflowError:
        return float("inf") * compare(billionths, 0)


def add(left: bytes, right: bytes) -> bytes:
    """Return the sum of two quantities."""
    return _value(_billionths(left) + _billionths(right))


def add_integer(left: bytes, right: int) -> bytes:
    """Return the sum of a quantity and a whole number."""
    return _value(_billionths(left) + right * BILLION)


def subtract(left: bytes, right: bytes) -> bytes:
    """Return the difference of two quantities."""
    return _value(_billionths(left) - _billionths(right))


def subtract_integer(left: bytes, right: int) -> bytes:
    """Return a quantity less a whole number."""
    return add_integer(left, -right)


QUANTITY = (
    Function("quantity", ("string",), TYPE, quantity),
    Function("isQuantity", ("string",), "bool", is_quantity),
    Function("sign", (TYPE,), "int", sign),
    method("isInteger", (TYPE,), "bool", is_integer),
    method("asInteger", (TYPE,), "int", as_integer),
    method("asApproximateFloat", (TYPE,), "double", as_approximate_float),
    method("add", (TYPE, TYPE), TYPE, add),
    method("add", (TYPE, "int"), TYPE, add_integer),
    method("sub", (TYPE, TYPE), TYPE, subtract),
    method("sub", (TYPE, "int"), TYPE, subtract_integer),
)
