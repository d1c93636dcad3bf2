"""Streams of JSON: kubectl tries JSON where a text starts with `{`, and so it takes objects without `---` between them.

JSON is YAML apart from that, and from characters that are written as two escapes.
"""

import json
import re
from collections.abc import Iterator

from preflight.reading.documents import Document, documents

OPENS_WITH_BRACE = re.compile(r"\s*\{")
SPACE = re.compile(r"[ \t\r\n]*")
UNLIKE_YAML = re.compile(
    r"\\(?:u([dD][89abAB][0-9a-fA-F]{2})\\u([dD][c-fC-F][0-9a-fA-F]{2})|.)|[\x7f-\x9f\u2028\u2029\ufeff]"
)
"""An escape, of which the two of one character are unlike YAML, and characters that YAML takes as escapes only."""


def stream(text: str, file: str, *, for_kubectl: bool = True) -> Iterator[Document]:
    """Read the documents of a stream of YAML or JSON; raises UnreadableError at the first thing that cannot be read.

    Columns count from the start of the object where JSON has several in one line, and by the escapes that YAML has.
    `for_kubectl` is as in `documents`.
    """
    parts = _json_parts(text) if OPENS_WITH_BRACE.match(text) else None
    if parts is None:
        yield from documents(text, file, for_kubectl=for_kubectl)
        return
    line, counted = 1, 0
    for start, end in parts:
        line += text.count("\n", counted, start)
        counted = start
        yield from documents(UNLIKE_YAML.sub(_in_yaml, text[start:end]), file, line)


def _json_parts(text: str) -> list[tuple[int, int]] | None:
    """Return where each object of a stream of JSON starts and ends; None where the text is not such a stream."""
    decoder = json.JSONDecoder(parse_int=str, parse_float=str, parse_constant=_refuse)
    parts = []
    start = _after_space(text, 0)
    try:
        while start < len(text):
            _, end = decoder.raw_decode(text, start)
            parts.append((start, end))
            start = _after_space(text, end)
    except (ValueError, RecursionError):
        return None
    return parts


def _after_space(text: str, index: int) -> int:
    match = SPACE.match(text, index)
    return match.end() if match else index


def _refuse(constant: str) -> str:
    raise ValueError(constant)


def _in_yaml(match: re.Match[str]) -> str:
    """Return an escape or a character as YAML has it."""
    high, low = match.groups()
    if high is None:
        return match[0] if match[0].startswith("\\") else f"\\u{ord(match[0]):04x}"
    return f"\\U{0x10000 + ((int(high, 16) - 0xD800) << 10) + int(low, 16) - 0xDC00:08x}"
