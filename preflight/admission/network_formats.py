"""Formats of addresses, networks, names and URIs, as Go's net, net/url and net/mail packages read them."""

import ipaddress
import re
import unicodedata

OCTETS = re.compile(r"[0-9]+(?:\.[0-9]+){3}")
MAX_OCTET = 255
PREFIX = re.compile(r"[0-9]+")
BITS_OF_IPV4, BITS_OF_IPV6 = 32, 128
BYTES_OF_MAC = (6, 8, 20)
PAIRS = re.compile(r"[0-9a-fA-F]{2}(?:([:-]?)[0-9a-fA-F]{2})(?:\1[0-9a-fA-F]{2})+")
QUADS = re.compile(r"[0-9a-fA-F]{4}(?:\.[0-9a-fA-F]{4})+")
SEPARATORS = str.maketrans("", "", ":-.")
MAX_HOSTNAME = 255
MAX_LABEL = 63
# Possessive quantifiers, since no part begins as the one before it goes on: no text takes long.
ATOM = r"[^\x00-\x20\x7f()<>\[\]:;@\\,.\"]++"
DOT_ATOM = rf"{ATOM}(?:\.{ATOM})*+"
QUOTED = r'"(?:[^"\\\x00-\x08\x0a-\x1f\x7f]|\\[^\x00-\x08\x0a-\x1f\x7f])*+"'
ADDRESS = rf"(?:{DOT_ATOM}|{QUOTED})@(?:{DOT_ATOM}|\[[^\[\]\\\x00-\x20\x7f]+\])"
MAILBOX = re.compile(rf"[ \t]*(?:{ADDRESS}|(?:(?:{DOT_ATOM}|{QUOTED})[ \t]*+)*+<{ADDRESS}>)[ \t]*")
CONTROL = re.compile(r"[\x00-\x1f\x7f]")
SCHEME = re.compile(r"([a-zA-Z][a-zA-Z0-9+.-]*):")
USER = re.compile(r"[A-Za-z0-9\-._:~!$&'()*+,;=%@]*")
HOST = re.compile(r"(?:[^\x00-\x20\x7f#/?@\\^`{|}%:\[\]]|%(?:25|[89a-fA-F][0-9a-fA-F]))*(?::[0-9]*)?")
IPV6_HOST = re.compile(r"\[([0-9a-fA-F:.]+)(?:%25[^\x00-\x20\]]+)?\](?::[0-9]*)?")
BROKEN_ESCAPE = re.compile(r"%(?![0-9a-fA-F]{2})")


def is_ipv4(text: str) -> bool:
    """Whether a text is an IPv4 address, or an IPv6 address whose end is written as one; zeros may lead."""
    return _is_octets(text) or ("." in text and is_ipv6(text))


def is_ipv6(text: str) -> bool:
    """Whether a text is an IPv6 address without a zone."""
    if "%" in text:
        return False
    try:
        ipaddress.IPv6Address(text)
    except ValueError:
        return False
    return True


def is_cidr(text: str) -> bool:
    """Whether a text is an address, '/' and the length of a prefix; the host's bits need not be zero."""
    address, slash, length = text.partition("/")
    bits = BITS_OF_IPV4 if _is_octets(address) else BITS_OF_IPV6 if is_ipv6(address) else None
    return bool(slash) and bits is not None and PREFIX.fullmatch(length) is not None and _at_most(length, bits)


def is_mac(text: str) -> bool:
    """Whether a text is a MAC address of 6, 8 or 20 bytes: in pairs of digits, in groups of four, or undivided."""
    if not PAIRS.fullmatch(text) and not QUADS.fullmatch(text):
        return False
    return len(text.translate(SEPARATORS)) // 2 in BYTES_OF_MAC


def is_hostname(text: str) -> bool:
    """Whether a text is a host name; letters of any script and symbols are allowed.

    As in kube-openapi, a name without a dot may have '-' at its second place only, and the last label of a name with
    dots has two letters at least, and nothing but letters.
    """
    *labels, last = text.split(".")
    if len(text.encode()) > MAX_HOSTNAME or any(len(label.encode()) > MAX_LABEL for label in (*labels, last)):
        return False
    if not labels:
        return _are_of("LNS", last[:1] + last[1:].removeprefix("-"))
    return (
        all(_are_of("LNS", label[:1] + label[-1:] + label.replace("-", "")) for label in labels)
        and len(last) > 1
        and _are_of("L", last)
    )


def is_email(text: str) -> bool:
    """Whether a text is one address of RFC 5322, with or without a name before it."""
    return MAILBOX.fullmatch(text) is not None


def is_uri(text: str) -> bool:
    """Whether a text is an absolute URI, an absolute path or '*', as in the first line of a request."""
    if text == "*":
        return True
    if CONTROL.search(text):
        return False
    scheme = SCHEME.match(text)
    rest = text[scheme.end() :] if scheme else text
    rest = rest.partition("?")[0]
    if not rest.startswith("/"):
        return scheme is not None
    if scheme and rest.startswith("//"):
        authority, slash, path = rest[2:].partition("/")
        return _is_authority(authority) and not BROKEN_ESCAPE.search(slash + path)
    return not BROKEN_ESCAPE.search(rest)


def _is_authority(text: str) -> bool:
    user, at, host = text.rpartition("@")
    if at and (not USER.fullmatch(user) or BROKEN_ESCAPE.search(user)):
        return False
    literal = IPV6_HOST.fullmatch(host)
    return is_ipv6(literal[1]) if literal else HOST.fullmatch(host) is not None


def _is_octets(text: str) -> bool:
    return OCTETS.fullmatch(text) is not None and all(_at_most(part, MAX_OCTET) for part in text.split("."))


def _at_most(digits: str, most: int) -> bool:
    """Compare a number of any length."""
    significant = digits.lstrip("0")
    return len(significant) <= len(str(most)) and int(significant or "0") <= most


def _are_of(categories: str, text: str) -> bool:
    """Whether there are characters, all of some categories of Unicode: L letters, N numbers (of ASCII), S symbols."""
    return bool(text) and all(
        (category := unicodedata.category(character)[0]) in categories and (category != "N" or character.isascii())
        for character in text
    )
