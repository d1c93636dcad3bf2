"""What keeps an input from being read, in plain words: the findings GH002."""

import errno
import os
import re
from typing import Any

from preflight.finding import Finding, Source, UnreadableError
from preflight.values import shown

import yaml

NOT_YAML = re.compile("[^\t\n\r -~\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""A character that YAML does not have: https://yaml.org/spec/1.1/#id868517."""

INDENTATION = "Mend the indentation of this line, or the quotes of the value above it."
DIRECTIVE = ("kubectl reads no directive, which is a line that starts with '%'.", "Leave the line out.")
ESCAPE = ("The escape that starts with '\\' is none of YAML's.", "Write '\\\\' for a backslash, or use single quotes.")
TAB = ("A tab indents the line.", "Indent with spaces.")
PROBLEMS = {
    "mapping values are not allowed in this context": (
        "A ':' follows what can be no key, or a key of more than 1024 characters.",
        "Put the text in quotes if the ':' is part of it, or mend the indentation of this line.",
    ),
    "mapping keys are not allowed in this context": ("A '?' stands where no key can be.", INDENTATION),
    "block sequence entries are not allowed in this context": (
        "An item of a list starts where none can be.",
        "Write the list on the lines below its key, or put the text in quotes if the '-' is part of it.",
    ),
    "could not find expected ':'": (
        "The key before this has no ':' after it.",
        "Write ': ' after the key, or mend the quotes or the indentation of the lines above.",
    ),
    "found unexpected end of stream": ("The quotes that open here are never closed.", "Close the quotes."),
    "found unexpected document indicator": (
        "Inside the quotes that open here, a line starts with '---' or '...'.",
        "Close the quotes, or indent that line.",
    ),
    "found unknown escape character": ESCAPE,
    "found invalid Unicode character escape code": ESCAPE,
    "did not find expected hexdecimal number": ESCAPE,
    "found undefined tag handle": ("The tag has a prefix that is not defined.", "Leave the tag out."),
    "did not find expected <document start>": (
        "The document has ended before this.",
        "Write '---' on a line of its own between two objects, or mend the brackets and the indentation.",
    ),
    "did not find expected key": ("This is neither a key of the mapping nor part of the value above.", INDENTATION),
    "did not find expected '-' indicator": (
        "This is neither an item of the list nor part of the item above.",
        INDENTATION,
    ),
    "did not find expected ',' or ']'": ("The list in brackets that opens here is not closed.", "Close it with ']'."),
    "did not find expected ',' or '}'": ("The mapping in braces that opens here is not closed.", "Close it with '}'."),
    "did not find expected node content": ("A value is missing.", "Write the value, or close the brackets."),
    "found incompatible YAML document": DIRECTIVE,
    "found a tab character that violates indentation": TAB,
    "found a tab character where an indentation space is expected": TAB,
}
"""By libyaml's own words: what is wrong, and what to do."""
OPENED_BEFORE = frozenset(
    {
        "found unexpected end of stream",
        "found unexpected document indicator",
        "did not find expected ',' or ']'",
        "did not find expected ',' or '}'",
    }
)
"""The problems that are best shown where the value starts."""


class RefusedError(ValueError):
    """A value that cannot be read: why, and what to do; where it is, the caller knows."""

    def __init__(self, problem: str, fix: str) -> None:
        super().__init__(problem)
        self.problem = problem
        self.fix = fix


def unreadable(source: Source, problem: str, fix: str) -> UnreadableError:
    """Return what to raise for a problem at one place of a file."""
    return UnreadableError(Finding(code="GH002", reason=problem, fix=fix, source=source))


def unreadable_path(path: str, problem: str, fix: str) -> UnreadableError:
    """Return what to raise for a problem with a whole file or folder."""
    return unreadable(Source(printable(path), 1, 1), problem, fix)


def unreadable_error(path: str, error: OSError) -> UnreadableError:
    """Return what to raise for an error of the operating system."""
    match error:
        case FileNotFoundError() | NotADirectoryError():
            return unreadable_path(path, "There is no such file or folder.", "Mend the path.")
        case PermissionError():
            return unreadable_path(path, "This user may not read it.", "Grant the permission to read it.")
        case OSError(errno=errno.ELOOP):
            return unreadable_path(path, "It is a link that leads to itself.", "Remove the link.")
    said = os.strerror(error.errno) if error.errno else str(error)
    return unreadable_path(path, f"The operating system says {shown(said)}.", "Mend that, or leave the path out.")


def printable(path: str) -> str:
    """Return a path as findings show it: bytes that are not UTF-8 are replaced."""
    return path.encode("utf-8", errors="surrogateescape").decode("utf-8", errors="replace")


def place(text: str, index: int, file: str, first_line: int = 1) -> Source:
    """Return where a character of a text is."""
    return Source(file, first_line + text.count("\n", 0, index), index - text.rfind("\n", 0, index))


def not_yaml(error: yaml.YAMLError, text: str, file: str, first_line: int) -> UnreadableError:
    """Return what to raise for an error of libyaml."""
    if not isinstance(error, yaml.MarkedYAMLError):
        found = NOT_YAML.search(text)
        index = found.start() if found else 0
        problem = f"There is the control character U+{ord(text[index]):04X}, which YAML does not have."
        fix = "Write it as an escape in double quotes, or leave it out."
        return unreadable(place(text, index, file, first_line), problem, fix)
    words = error.problem or ""
    mark: Any = (error.context_mark if words in OPENED_BEFORE else None) or error.problem_mark
    # At the end of a text, libyaml is one line further where the last one does not end.
    where = place(text, min(mark.index, len(text)), file, first_line)
    return unreadable(where, *_explained(error, text[mark.index : mark.index + 1]))


def _explained(error: yaml.MarkedYAMLError, character: str) -> tuple[str, str]:
    """Return what is wrong and what to do; a problem without words of our own is told in libyaml's."""
    words = error.problem or ""
    if error.context == "while scanning a directive":
        return DIRECTIVE
    if words == "found character that cannot start any token":
        return TAB if character == "\t" else (f"No value starts with {shown(character)}.", "Put the value in quotes.")
    context = f"{error.context}, " if error.context else ""
    return PROBLEMS.get(words, (f"It is not YAML: {context}{words}.", "Mend the line, or put the text in quotes."))
