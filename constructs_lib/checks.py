"""The questions that every argument is asked, and the one form in which a refusal is said."""

import re
import sys
from collections.abc import Mapping, Sequence, Sized
from types import FrameType
from typing import Any, TypeVar

T = TypeVar("T")

INTERNAL = ("cdk8s", "cdk8s_plus_27", "constructs", "constructs_lib", "contextlib", "dataclasses", "imports", "jsii")
"""Packages whose frames are not the user's."""

DNS_LABEL = re.compile(r"[a-z0-9]([-a-z0-9]*[a-z0-9])?")
LABEL_NAME = re.compile(r"[A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?")
MAX_LABEL = 63
MAX_SUBDOMAIN = 253
MAX_PORT = 65535


def refused(
    where: str, value: object, problem: str, *, allowed: str, fix: str, written_at: str | None = None
) -> ValueError:
    """Say what was given, what is allowed and what to write instead, and where it was written.

    That is the user's line that leads here, unless `written_at` names another, kept from when it was written.
    """
    text = f"{where}: {_shown(value)} {problem}. Allowed: {allowed}. Fix: {fix}."
    return located(ValueError(text), written_at)


def _shown(value: object) -> str:
    """Return a value as it is written; an object without a written form, such as a construct, by what it is."""
    text = repr(value)
    return str(getattr(value, "identity", type(value).__name__)) if " object at 0x" in text else text


def located(error: ValueError, written_at: str | None = None) -> ValueError:
    """Add the user's own line to an error: the one given, or the one that leads here."""
    place = written_at or users_line()
    if place is not None:
        error.add_note(f"Written at {place}")
    return error


def users_line() -> str | None:
    """Return file and line of the innermost call that none of the INTERNAL packages makes."""
    frame: FrameType | None = sys._getframe(1)
    while frame is not None and str(frame.f_globals.get("__name__")).partition(".")[0] in INTERNAL:
        frame = frame.f_back
    return None if frame is None else f"{frame.f_code.co_filename}:{frame.f_lineno}"


def instance(where: str, value: object, wanted: type[T]) -> T:
    """Return `value` if it is a `wanted`; above all, refuse a dict in the place of a typed value.

    A class that is not made by calling it says how in an attribute `how_to_write`.
    """
    if isinstance(value, wanted):
        return value
    plain = {bool: "True or False", str: "it as text, in quotes"}.get(wanted, f"{wanted.__name__}(...)")
    raise refused(
        where,
        value,
        f"is of type {type(value).__name__}",
        allowed=wanted.__name__,
        fix=f"write {getattr(wanted, 'how_to_write', plain)}",
    )


def mapping(where: str, value: object) -> Mapping[Any, Any]:
    """Return `value` if it is a mapping."""
    if not isinstance(value, Mapping):
        problem = f"is of type {type(value).__name__}"
        raise refused(where, value, problem, allowed="a mapping of text to text", fix="write {'key': 'value'}")
    return value


def instances(where: str, values: object, wanted: type[T], *, at_most: int) -> tuple[T, ...]:
    """Return `values` as a tuple if it is a list or tuple of at most so many `wanted`."""
    entries = listed(where, values, of=wanted.__name__, at_most=at_most)
    return tuple(instance(f"{where}[{index}]", value, wanted) for index, value in enumerate(entries))


def listed(where: str, values: object, *, of: str, at_most: int) -> tuple[Any, ...]:
    """Return `values` as a tuple if it is a list or tuple of at most so many; `of` says what they are to be."""
    if not isinstance(values, list | tuple):
        raise refused(
            where,
            values,
            f"is of type {type(values).__name__}",
            allowed=f"a list of {of}",
            fix="put it in a list: [...]",
        )
    refuse_too_many(where, values, at_most)
    return tuple(values)


def refuse_too_many(where: str, values: Sized, at_most: int) -> None:
    """Raise ValueError for more items than the API takes."""
    if len(values) > at_most:
        fix = "split it into several objects"
        raise refused(where, f"{len(values)} items", "are too many", allowed=f"at most {at_most}", fix=fix)


def refuse_repeated(where: str, values: Sequence[object], *, fix: str = "leave one out") -> None:
    """Raise ValueError for a value that is there twice."""
    for index, value in enumerate(values):
        if value in values[:index]:
            raise refused(where, value, "is there twice", allowed="each once", fix=fix)


def text_of(where: str, value: object, most: int) -> str:
    """Return `value` if it is text of 1 to `most` characters."""
    text = instance(where, value, str)
    if not 1 <= len(text) <= most:
        raise refused(where, text, "has the wrong length", allowed=f"1 to {most} characters", fix="shorten or fill it")
    return text


def keep(value: object, **fields: object) -> None:
    """Set fields of a frozen dataclass to checked copies: what the caller does to its lists later changes nothing."""
    for name, field in fields.items():
        object.__setattr__(value, name, field)


def one_of(where: str, value: T, allowed: Sequence[T]) -> T:
    """Return `value` if it is one of `allowed`."""
    if not any(value == item and type(value) is type(item) for item in allowed):
        listed = ", ".join(repr(item) for item in allowed)
        raise refused(where, value, "is not a value of this field", allowed=listed, fix="write one of them")
    return value


def integer(where: str, value: object, least: int, most: int) -> int:
    """Return `value` if it is an int (not a bool, not text) from `least` to `most`."""
    if isinstance(value, bool) or not isinstance(value, int) or not least <= value <= most:
        fix = "write a number, not text" if isinstance(value, str) else "write a number in that range"
        raise refused(where, value, "is not in range", allowed=f"a whole number from {least} to {most}", fix=fix)
    return value


def port(where: str, value: object) -> int:
    """Return `value` if it is a port number."""
    return integer(where, value, 1, MAX_PORT)


def dns_label(where: str, value: object) -> str:
    """Return `value` if it is an RFC 1123 label: what Kubernetes takes as the name of a Namespace or Service."""
    if isinstance(value, str) and len(value) <= MAX_LABEL and DNS_LABEL.fullmatch(value):
        return value
    raise refused(
        where,
        value,
        "is not a DNS label",
        allowed="1 to 63 of a-z, 0-9 and '-', with a letter or digit at both ends",
        fix=_named_like(value, MAX_LABEL, dots=False),
    )


def dns_subdomain(where: str, value: object) -> str:
    """Return `value` if it is an RFC 1123 subdomain: what Kubernetes takes as the name of most objects."""
    if (
        isinstance(value, str)
        and len(value) <= MAX_SUBDOMAIN
        and all(DNS_LABEL.fullmatch(label) for label in value.split("."))
    ):
        return value
    raise refused(
        where,
        value,
        "is not a name that Kubernetes accepts",
        allowed="1 to 253 of a-z, 0-9, '-' and '.', with a letter or digit at both ends and around each '.'",
        fix=_named_like(value, MAX_SUBDOMAIN, dots=True),
    )


def _named_like(value: object, most: int, *, dots: bool) -> str:
    """Suggest the nearest name that would be accepted."""
    near = re.sub(r"[^a-z0-9.]+" if dots else r"[^a-z0-9]+", "-", str(value).lower()) if isinstance(value, str) else ""
    near = re.sub(r"[-.]*\.[-.]*", ".", near)[:most].strip("-.")
    return f"write {near!r}" if near else "write a name in that form"


def qualified_name(where: str, value: object) -> str:
    """Return `value` if it is the key of a label or annotation: NAME, or PREFIX/NAME with a DNS prefix."""
    if isinstance(value, str):
        prefix, slash, name = value.rpartition("/")
        prefixed = not slash or (
            0 < len(prefix) <= MAX_SUBDOMAIN and all(DNS_LABEL.fullmatch(label) for label in prefix.split("."))
        )
        if prefixed and len(name) <= MAX_LABEL and LABEL_NAME.fullmatch(name):
            return value
    raise refused(
        where,
        value,
        "is not a key that Kubernetes accepts",
        allowed="1 to 63 of A-Z, a-z, 0-9, '-', '_' and '.', with a letter or digit at both ends, "
        "after an optional DNS prefix and '/'",
        fix="write a key such as 'app' or 'example.com/app'",
    )


def label_value(where: str, value: object) -> str:
    """Return `value` if Kubernetes takes it as the value of a label."""
    if isinstance(value, str) and len(value) <= MAX_LABEL and (not value or LABEL_NAME.fullmatch(value)):
        return value
    raise refused(
        where,
        value,
        "is not a label value that Kubernetes accepts",
        allowed="text of at most 63 of A-Z, a-z, 0-9, '-', '_' and '.', with a letter or digit at both ends, or ''",
        fix="shorten it, or put it in an annotation",
    )


def labels(where: str, value: Mapping[str, str] | None) -> dict[str, str]:
    """Return labels as a dict, empty for None."""
    checked = {} if value is None else mapping(where, value)
    return {qualified_name(where, key): label_value(f"{where}[{key!r}]", item) for key, item in checked.items()}


def annotations(where: str, value: Mapping[str, str] | None) -> dict[str, str]:
    """Return annotations as a dict, empty for None; values are text of any kind."""
    checked = {} if value is None else mapping(where, value)
    return {qualified_name(where, key): instance(f"{where}[{key!r}]", item, str) for key, item in checked.items()}
