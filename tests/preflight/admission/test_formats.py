"""Formats of strings: the odd ends were tried out with Go and kube-openapi."""

from preflight.admission.formats import FORMATS, format_of

import pytest
from hypothesis import given
from hypothesis import strategies as st

CASES: dict[str, tuple[list[str], list[str]]] = {
    "bsonobjectid": (["507F1f77bcf86cd799439011"], ["", "507f1f77bcf86cd79943901", "507f1f77bcf86cd79943901g"]),
    "byte": (["aGVsbG8=", "aGVs", "ab==", "+/+/"], ["", "aGVsbG8", "=", "aGV_"]),
    "creditcard": (["4111 1111 1111 1111", "4111111111111111"], ["", "4111111111111112", "1234567812345670"]),
    "date": (["2026-01-31", "0000-02-29", "2024-02-29"], ["", "2026-02-30", "0001-02-29", "2026-1-1", "2026-01-31\n"]),
    "date-time": (
        ["2026-01-31T12:00:00Z", "2026-01-31t23:59:59.5+01:00"],
        [
            "2026-01-31T24:00:00Z",
            "2026-01-31T12:00:60Z",
            "2026-01-31T12:00:00",
            "2026-01-31 12:00:00Z",
            "2026-02-30T12:00:00Z",
        ],
    ),
    "duration": (
        ["1h30m", "2 days", "-1h", "0", ".5s", "1.s", "1µs", "10 weeks", "every 5 min", "99999999h"],
        ["", "1", "1x", ".s", "99999999999999999999h"],
    ),
    "hexcolor": (["#fff", "00FF7f"], ["", "#ff", "#ffff", "#ggg"]),
    "isbn": (["0321751043", "978-0321751041", "080442957X"], ["", "0321751044", "978-0321751042"]),
    "isbn10": (["0-321-75104-3"], ["9780321751041"]),
    "isbn13": (["978 0321751041"], ["0321751043"]),
    "k8s-long-name": (["a", "a.b-c", ".".join(["x" * 60] * 4)], ["", "A", "a..b", "-a", ".".join(["x" * 60] * 5)]),
    "k8s-short-name": (["a", "my-name"], ["", "a.b", "My", "a-", "x" * 64]),
    "rgbcolor": (["rgb(1,2,3)", "rgb( 0 , 255 , 127 )"], ["", "rgb(256,2,3)", "rgb(01,2,3)", "rgb(1,2)"]),
    "ssn": (["123-45-6789", "123 45-6789"], ["123456789", "123-45-678"]),
    "uuid": (["6FA459EA-ee8a-3ca4-894e-db77e160355e", "123e4567e89b12d3a456426614174000"], ["", "123e4567"]),
    "uuid3": (["6fa459ea-ee8a-3ca4-894e-db77e160355e"], ["16fd2706-8baf-433b-82eb-8c7fada847da"]),
    "uuid4": (["16fd2706-8baf-433b-82eb-8c7fada847da"], ["16fd2706-8baf-433b-12eb-8c7fada847da"]),
    "uuid5": (["886313e1-3b8a-5372-9b90-0c9aee199e5d"], ["886313e1-3b8a-4372-9b90-0c9aee199e5d"]),
}


@pytest.mark.parametrize(("name", "text"), [(name, text) for name, (texts, _) in CASES.items() for text in texts])
def test_a_format_takes(name: str, text: str) -> None:
    known = format_of(name)
    assert known is not None
    assert known.accepts(text)


@pytest.mark.parametrize(("name", "text"), [(name, text) for name, (_, texts) in CASES.items() for text in texts])
def test_a_format_refuses(name: str, text: str) -> None:
    known = format_of(name)
    assert known is not None
    assert not known.accepts(text)


@pytest.mark.parametrize("name", FORMATS)
def test_a_format_takes_its_example(name: str) -> None:
    assert FORMATS[name].accepts(FORMATS[name].example)


@pytest.mark.parametrize("name", ["", "password", "quantity", "idn-hostname", "int32", "made-up"])
def test_of_other_formats_nothing_is_checked(name: str) -> None:
    assert format_of(name) is None


def test_the_formats_are_those_that_kubernetes_documents() -> None:
    unchecked = {"password", "quantity"}
    documented = (
        "bsonobjectid uri email hostname ipv4 ipv6 cidr mac uuid uuid3 uuid4 uuid5 isbn isbn10 isbn13 creditcard ssn "
        "hexcolor rgbcolor byte password date duration datetime quantity k8sshortname k8slongname"
    )
    assert set(FORMATS) == set(documented.split()) - unchecked


@given(st.text(), st.sampled_from(sorted(FORMATS)))
def test_a_format_answers_whatever_the_text(text: str, name: str) -> None:
    assert FORMATS[name].accepts(text) in (True, False)


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("part", ["1", "a", "a.", "1:", "-", " ", "1a", '"', "<", "(", "%", "a-", "1x ", "é"])
def test_a_long_text_takes_no_format_long(name: str, part: str) -> None:
    assert not FORMATS[name].accepts(part * 20_000 + "\x00")
