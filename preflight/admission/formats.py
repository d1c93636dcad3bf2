"""Formats of strings that the API server checks in a CustomResourceDefinition; it ignores every other one.

The list is that of apiextensions-apiserver's pkg/apiserver/validation/formats.go, and what each takes is that of
kube-openapi's pkg/validation/strfmt. `quantity` is in the list too, but nothing there checks it.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial

from preflight.admission.durations import is_duration
from preflight.admission.network_formats import is_cidr, is_email, is_hostname, is_ipv4, is_ipv6, is_mac, is_uri
from preflight.names import DNS_LABEL, DNS_SUBDOMAIN, is_name
from preflight.reading.scalars import BASE64

UUID = r"(?i:[0-9a-f]{{8}}-?[0-9a-f]{{4}}-?{version}[0-9a-f]{{3}}-?{variant}[0-9a-f]{{3}}-?[0-9a-f]{{12}})"
UUIDS = {
    "uuid": re.compile(UUID.format(version="[0-9a-f]", variant="[0-9a-f]")),
    "uuid3": re.compile(UUID.format(version="3", variant="[0-9a-f]")),
    "uuid4": re.compile(UUID.format(version="4", variant="[89ab]")),
    "uuid5": re.compile(UUID.format(version="5", variant="[89ab]")),
}
OBJECT_ID = re.compile(r"[0-9a-fA-F]{24}")
SOCIAL_SECURITY = re.compile(r"[0-9]{3}[- ][0-9]{2}[- ][0-9]{4}")
HEX_COLOR = re.compile(r"#?(?:[0-9a-fA-F]{3}){1,2}")
RGB_COLOR = re.compile(r"rgb\(\s*([0-9]+)\s*,\s*([0-9]+)\s*,\s*([0-9]+)\s*\)", re.ASCII)
MAX_COLOR = 255
ISBN10 = re.compile(r"[0-9]{9}[0-9X]")
ISBN13 = re.compile(r"[0-9]{13}")
CARD = re.compile(
    r"4[0-9]{12}(?:[0-9]{3})?|5[1-5][0-9]{14}|6(?:011|5[0-9]{2})[0-9]{12}|3[47][0-9]{13}"
    r"|3(?:0[0-5]|[68][0-9])[0-9]{11}|(?:2131|1800|35[0-9]{3})[0-9]{11}"
)
DATE = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
TIME = re.compile(r"([0-9]{2}):([0-9]{2}):([0-9]{2})(?:.[0-9]+)?(?:z|[-+][0-9]{2}:[0-9]{2})")
YEARS = 400
"""After so many years the calendar is the same again."""


def is_date(text: str) -> bool:
    """Whether a text is a day of the calendar, as in 2026-01-31."""
    parts = DATE.fullmatch(text)
    if parts is None:
        return False
    year, month, day = map(int, parts.groups())
    try:
        date(year % YEARS + YEARS, month, day)
    except ValueError:
        return False
    return True


def is_date_time(text: str) -> bool:
    """Whether a text is a day and a time with its zone, as in 2026-01-31T12:00:00Z."""
    day, separator, rest = text.lower().partition("t")
    time = TIME.fullmatch(rest.partition("t")[0])
    if not separator or time is None:
        return False
    hour, minute, second = time.groups()
    return is_date(day) and hour <= "23" and minute <= "59" and second <= "59"


def is_base64(text: str) -> bool:
    """Whether a text is base64 that stands for one byte at least."""
    return text != "" and BASE64.fullmatch(text) is not None


def is_isbn10(text: str) -> bool:
    """Whether a text is the number of a book in ten digits; white space and '-' count for nothing."""
    digits = _without(text, r"[\s-]")
    if not ISBN10.fullmatch(digits):
        return False
    values = [10 if digit == "X" else int(digit) for digit in digits]
    return sum(place * value for place, value in enumerate(values, start=1)) % 11 == 0


def is_isbn13(text: str) -> bool:
    """Whether a text is the number of a book in thirteen digits; white space and '-' count for nothing."""
    digits = _without(text, r"[\s-]")
    if not ISBN13.fullmatch(digits):
        return False
    return sum(int(digit) * (3 if place % 2 else 1) for place, digit in enumerate(digits)) % 10 == 0


def is_credit_card(text: str) -> bool:
    """Whether the digits of a text are those of a credit card, the check digit among them."""
    digits = _without(text, "[^0-9]")
    doubled = [int(digit) * (2 if place % 2 else 1) for place, digit in enumerate(reversed(digits))]
    return CARD.fullmatch(digits) is not None and sum(value // 10 + value % 10 for value in doubled) % 10 == 0


def is_rgb_color(text: str) -> bool:
    """Whether a text is a colour, as in rgb(255, 0, 17)."""
    parts = RGB_COLOR.fullmatch(text)
    return parts is not None and all(
        len(part) <= len(str(MAX_COLOR)) and str(int(part)) == part and int(part) <= MAX_COLOR
        for part in parts.groups()
    )


def _without(text: str, characters: str) -> str:
    return re.sub(characters, "", text, flags=re.ASCII)


def _whole(pattern: re.Pattern[str]) -> Callable[[str], bool]:
    """Return the test whether a pattern matches the whole of a text."""
    return lambda text: pattern.fullmatch(text) is not None


@dataclass(frozen=True, slots=True)
class Format:
    """One format."""

    accepts: Callable[[str], bool]
    meaning: str
    example: str


FORMATS: Mapping[str, Format] = {
    "bsonobjectid": Format(_whole(OBJECT_ID), "24 hexadecimal digits", "507f1f77bcf86cd799439011"),
    "byte": Format(is_base64, "base64", "aGVsbG8="),
    "cidr": Format(is_cidr, "a network in CIDR notation", "10.0.0.0/8"),
    "creditcard": Format(is_credit_card, "the number of a credit card", "4111 1111 1111 1111"),
    "date": Format(is_date, "a day of the calendar", "2026-01-31"),
    "datetime": Format(is_date_time, "a date and time of RFC 3339", "2026-01-31T12:00:00Z"),
    "duration": Format(is_duration, "a duration", "1h30m"),
    "email": Format(is_email, "an email address", "someone@example.com"),
    "hexcolor": Format(_whole(HEX_COLOR), "a colour in hexadecimal", "#00ff7f"),
    "hostname": Format(is_hostname, "a host name", "www.example.com"),
    "ipv4": Format(is_ipv4, "an IPv4 address", "192.0.2.1"),
    "ipv6": Format(is_ipv6, "an IPv6 address", "2001:db8::1"),
    "isbn": Format(lambda text: is_isbn10(text) or is_isbn13(text), "an ISBN", "978-0321751041"),
    "isbn10": Format(is_isbn10, "an ISBN of ten digits", "0321751043"),
    "isbn13": Format(is_isbn13, "an ISBN of thirteen digits", "978-0321751041"),
    "k8slongname": Format(partial(is_name, rule=DNS_SUBDOMAIN), "a DNS subdomain in lower case", "www.example.com"),
    "k8sshortname": Format(partial(is_name, rule=DNS_LABEL), "a DNS label in lower case", "my-name"),
    "mac": Format(is_mac, "a MAC address", "00:00:5e:00:53:01"),
    "rgbcolor": Format(is_rgb_color, "a colour in RGB", "rgb(0, 255, 127)"),
    "ssn": Format(_whole(SOCIAL_SECURITY), "a U.S. social security number", "123-45-6789"),
    "uri": Format(is_uri, "an absolute URI or an absolute path", "https://example.com/path"),
    **{
        name: Format(_whole(pattern), f"a {name.upper()}", example)
        for (name, pattern), example in zip(
            UUIDS.items(),
            (
                "123e4567-e89b-12d3-a456-426614174000",
                "6fa459ea-ee8a-3ca4-894e-db77e160355e",
                "16fd2706-8baf-433b-82eb-8c7fada847da",
                "886313e1-3b8a-5372-9b90-0c9aee199e5d",
            ),
            strict=True,
        )
    },
}
"""By name without '-', which counts for nothing. `password` is a format too, and takes every text."""


def format_of(name: str) -> Format | None:
    """Return the format that a schema names; None where the API server checks nothing."""
    return FORMATS.get(name.replace("-", ""))
