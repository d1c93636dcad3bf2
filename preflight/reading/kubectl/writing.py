"""Writing a cluster file: YAML that its reader takes, in one order, with comments that say where each part is from."""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from preflight.reading.kubectl.sections import Section

MAX_LINE = 100
"""Characters of a value that is written on one line, where it can be written on several."""
PLAIN = re.compile(r"[A-Za-z][A-Za-z0-9_./-]*|[0-9]{1,3}(?:\.[0-9]{1,3}){3}")
"""Texts that need no quotes: words, and IPv4 addresses."""
WORDS = frozenset({"true", "false", "yes", "no", "on", "off", "y", "n", "null"})
"""Words that YAML takes for something else."""


def cluster_file(sections: Mapping[str, Section], heading: str, ending: str) -> str:
    """Write the fields of a cluster file, between a comment at the start and one at the end."""
    parts = [_comment(heading), *(_section(name, section) for name, section in sections.items()), _comment(ending)]
    return "\n".join(part for part in parts if part)


def _comment(text: str) -> str:
    return "".join(f"# {line}".rstrip() + "\n" for line in text.splitlines())


def _section(name: str, section: Section) -> str:
    lines = _comment(section.comment).splitlines()
    if isinstance(section.data, Mapping):
        lines.append(f"{name}:")
        for key, entry in section.data.items():
            lines.append(f"  # {entry.comment}")
            lines += _entry(key, entry.data, "  ", 0 if key == "values" else MAX_LINE)
    else:
        lines += _entry(name, list(section.data), "", 0)
    return "\n".join(lines) + "\n"


def _entry(key: str, value: Any, indent: str, most: int = MAX_LINE) -> Iterator[str]:
    """Return the lines of an entry of a mapping; on one line where its value has so many characters at most."""
    line = _inline(value)
    if not value or not isinstance(value, dict | list) or len(line) <= most:
        yield f"{indent}{_scalar(key)}: {line}"
    else:
        yield f"{indent}{_scalar(key)}:"
        yield from _lines(value, f"{indent}  ")


def _lines(value: dict[str, Any] | list[Any], indent: str) -> Iterator[str]:
    """Return the lines of a mapping or list that is not empty."""
    if isinstance(value, dict):
        for key, entry in value.items():
            yield from _entry(key, entry, indent)
        return
    for item in value:
        line = _inline(item)
        if len(line) <= MAX_LINE or not isinstance(item, dict):
            yield f"{indent}- {line}"
        else:
            first, *others = _lines(item, f"{indent}  ")
            yield f"{indent}- {first.strip()}"
            yield from others


def _inline(value: Any) -> str:
    """Write a value on one line."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{_scalar(key)}: {_inline(entry)}" for key, entry in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(_inline(item) for item in value) + "]"
    return _scalar(value)


def _scalar(value: Any) -> str:
    if isinstance(value, str) and PLAIN.fullmatch(value) and value.lower() not in WORDS:
        return value
    return json.dumps(value)
