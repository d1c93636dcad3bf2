from fractions import Fraction

from preflight.admission.cel.library.quantity import BINARY, DECIMAL, parsed
from tests.preflight.admission.cel.evaluated import evaluated, fails

import pytest
from hypothesis import given
from hypothesis import strategies as st

QUANTITIES = {
    "1.3G": True,
    "1.3Gi": True,
    "10000k": True,
    "0": True,
    "-1": True,
    "+1": True,
    ".5": True,
    "5.": True,
    "1e3": True,
    "1E3": True,
    "1E": True,
    "1e-3": True,
    "100m": True,
    "1,3G": False,
    "200K": False,
    "Three": False,
    "Mi": False,
    "10Mm": False,
    "20Mo": False,
    "1 k": False,
    "1e": False,
    "1e3.5": False,
    ".": False,
    "": False,
}


@pytest.mark.parametrize("text", QUANTITIES)
def test_is_quantity(text: str) -> None:
    assert evaluated("isQuantity(self)", text) is QUANTITIES[text]


@pytest.mark.parametrize(
    "expression",
    [
        "quantity('50000000G').isInteger()",
        "quantity('50k').isInteger()",
        "!quantity('9999999999999999999999999999999999999G').isInteger()",
        "!quantity('50.5').isInteger()",
        "quantity('50k').asInteger() == 50000",
        "quantity('50.703k').asApproximateFloat() == 50703.0",
        "quantity('50k').sub(20000).asApproximateFloat() == 30000.0",
        "quantity('1e400').asApproximateFloat() > 1e300",
        "quantity('-1e400').asApproximateFloat() < -1e300",
        "sign(quantity('-50k')) == -1",
        "sign(quantity('0')) == 0",
        "sign(quantity('1m')) == 1",
        "quantity('50k').add(quantity('20k')) == quantity('70k')",
        "quantity('50k').add(20) == quantity('50020')",
        "quantity('50k').sub(quantity('20k')) == quantity('30k')",
        "quantity('50k').sub(20000) == quantity('30k')",
        "quantity('50k').add(20).sub(quantity('100k')).sub(-50000) == quantity('20')",
        "quantity('200M').compareTo(quantity('0.2G')) == 0",
        "quantity('50M').compareTo(quantity('50Mi')) == -1",
        "quantity('50Mi').compareTo(quantity('50M')) == 1",
        "quantity('150Mi').isGreaterThan(quantity('100Mi'))",
        "!quantity('50Mi').isGreaterThan(quantity('100Mi'))",
        "quantity('50M').isLessThan(quantity('100M'))",
        "!quantity('100M').isLessThan(quantity('50M'))",
        "quantity('2M') == quantity('0.002G') && quantity('2000k') == quantity('2M')",
        "quantity('200M') != quantity('0.3G')",
        # What is less than a billionth counts as one, and binary quantities end where 64 bits do.
        "quantity('0.1n') == quantity('1n')",
        "quantity('100Ei') == quantity('16Ei') && quantity('100Ei').isLessThan(quantity('100E'))",
    ],
)
def test_functions_of_quantities(expression: str) -> None:
    assert evaluated(expression) is True


@pytest.mark.parametrize(
    ("expression", "error"),
    [
        ("quantity('Three').isInteger()", "quantities must be a number with a suffix such as Mi, k or e3, or none"),
        ("quantity('200K').isInteger()", "unable to parse quantity's suffix"),
        ("quantity('1e1001').isInteger()", "exponents beyond 1000 are not computed here"),
        ("quantity('9999999999999999999999G').asInteger() == 1", "cannot convert value to integer"),
        ("quantity('1').isLessThan(semver('1.0.0'))", "no such overload: this is no quantity"),
        ("ip('::1').isLessThan(ip('::1'))", "no such overload: the two have no order"),
    ],
)
def test_what_is_no_quantity_is_an_error(expression: str, error: str) -> None:
    assert fails(expression) == error


@given(
    st.integers(-(10**12), 10**12),
    st.integers(0, 9),
    st.sampled_from([*BINARY, *DECIMAL]),
)
def test_a_quantity_is_its_number_times_its_suffix(number: int, places: int, suffix: str) -> None:
    """The oracle is the definition in rational numbers, with what is beyond a billionth rounded away from zero."""
    digits = f"{abs(number):0{places + 1}d}"
    point = len(digits) - places
    text = f"{'-' if number < 0 else ''}{digits[:point]}.{digits[point:]}{suffix}"
    factor = Fraction(BINARY[suffix]) if suffix in BINARY else Fraction(10) ** DECIMAL[suffix]
    exact = abs(Fraction(number, 10**places)) * factor * 10**9
    rounded = -(-exact.numerator // exact.denominator)
    most = (2**63 - 1) * 10**9 if suffix in BINARY else rounded
    assert parsed(text) == min(rounded, most) * (-1 if number < 0 else 1)


def test_binary_suffixes() -> None:
    assert evaluated("quantity('1Ki') == quantity('1024') && quantity('3Mi') == quantity('3072Ki')") is True
