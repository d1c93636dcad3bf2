from preflight.admission.cel.outcomes import Uncompilable
from tests.preflight.admission.cel.evaluated import evaluated, fails

import pytest

EXAMPLES = {
    "byte": ("aGVsbG8=", "a"),
    "date": ("2026-01-31", "2026-02-31"),
    "datetime": ("2026-01-31T00:00:00Z", "2026-01-31"),
    "dns1035Label": ("my-label-name", "1-label"),
    "dns1035LabelPrefix": ("my-label-prefix-", "1a-"),
    "dns1123Label": ("my-label-name", "my_label"),
    "dns1123LabelPrefix": ("my-label-prefix-", "-my-"),
    "dns1123Subdomain": ("apiextensions.k8s.io", "api..io"),
    "dns1123SubdomainPrefix": ("mysubdomain.prefix-", "mysubdomain.-x"),
    "labelValue": ("", "-a"),
    "qualifiedName": ("apiextensions.k8s.io/v1beta1", "/v1beta1"),
    "uri": ("http://example.com", "example.com"),
    "uuid": ("123e4567-e89b-12d3-a456-426614174000", "123e4567"),
}


@pytest.mark.parametrize("name", EXAMPLES)
def test_each_format(name: str) -> None:
    valid, invalid = EXAMPLES[name]
    assert evaluated(f"format.{name}().validate(self).hasValue()", valid) is False
    assert evaluated(f"format.{name}().validate(self).value().join('; ')", invalid) == f"this is no {name}"
    named = f"format.named('{name}').value().validate(self).hasValue()"
    assert evaluated(named, valid) is False
    assert evaluated(named, invalid) is True


@pytest.mark.parametrize("text", ["a" * 64, "A.b", "a/b/c"])
def test_names_that_are_too_long_or_have_too_many_parts(text: str) -> None:
    assert evaluated("format.dns1123Label().validate(self).hasValue()", text) is True
    assert evaluated("format.qualifiedName().validate(self).hasValue()", text) is (text != "A.b")


def test_there_is_no_such_format() -> None:
    assert evaluated("format.named('postcode').hasValue()") is False
    assert fails("format.named('postcode').value() == b''") == "optional.none() dereference"


def test_an_optional_of_ours_answers_to_opt_map() -> None:
    assert evaluated("format.named('uuid').optMap(f, f.validate('x').hasValue()).value()") is True
    assert evaluated("format.named('postcode').optMap(f, f.validate('x').hasValue()).hasValue()") is False


def test_an_optional_of_ours_does_not_answer_to_or_value() -> None:
    assert isinstance(evaluated("format.uuid().validate('x').orValue([]) == []"), Uncompilable)
