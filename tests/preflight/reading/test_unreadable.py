"""What is said of text that is no YAML: where, why, and what to do."""

from preflight.finding import UnreadableError
from preflight.reading.documents import documents

import pytest

INDENTATION = "Mend the indentation of this line, or the quotes of the value above it."
QUOTES = "Put the value in quotes."
ESCAPE = "The escape that starts with '\\' is none of YAML's.", "Write '\\\\' for a backslash, or use single quotes."
COLON = (
    "A ':' follows what can be no key, or a key of more than 1024 characters.",
    "Put the text in quotes if the ':' is part of it, or mend the indentation of this line.",
)
ITEM = (
    "An item of a list starts where none can be.",
    "Write the list on the lines below its key, or put the text in quotes if the '-' is part of it.",
)
ENDED = (
    "The document has ended before this.",
    "Write '---' on a line of its own between two objects, or mend the brackets and the indentation.",
)
NO_COLON = (
    "The key before this has no ':' after it.",
    "Write ': ' after the key, or mend the quotes or the indentation of the lines above.",
)
TAB = "A tab indents the line.", "Indent with spaces."
CONTROL = "Write it as an escape in double quotes, or leave it out."


@pytest.mark.parametrize(
    ("text", "where", "said"),
    [
        ("a: b: c", "1:5", COLON),
        ("a:\n  b\n c: 1\n", "3:3", COLON),
        (f"{'k' * 2000}: 1", "1:2001", COLON),
        ("a: ? b", "1:4", ("A '?' stands where no key can be.", INDENTATION)),
        ("a: - b", "1:4", ITEM),
        ("a\nb: 1\nc", "2:2", COLON),
        ("a: 1\nbc\nd: 1", "3:1", NO_COLON),
        ("x:\n  a: 'x", "2:6", ("The quotes that open here are never closed.", "Close the quotes.")),
        ('a: "x\n', "1:4", ("The quotes that open here are never closed.", "Close the quotes.")),
        ("a: 'x\n---\ny'", "1:4", ("Inside the quotes that open here, a line starts with '---' or '...'.",
                                  "Close the quotes, or indent that line.")),
        ('a: "\\q"', "1:5", ESCAPE),
        ('a: "\\ud800"', "1:7", ESCAPE),
        ('a: "\\u00g0"', "1:7", ESCAPE),
        ("!e!x y", "1:1", ("The tag has a prefix that is not defined.", "Leave the tag out.")),
        ("{a: 1}}", "1:7", ENDED),
        ("a: 'x' y", "1:8", ("This is neither a key of the mapping nor part of the value above.", INDENTATION)),
        ("a: 1\n- b", "2:1", ("This is neither a key of the mapping nor part of the value above.", INDENTATION)),
        ("- a\nb: 1", "2:1", ("This is neither an item of the list nor part of the item above.", INDENTATION)),
        ("a:\n- [b\nc: 1", "2:3", ("The list in brackets that opens here is not closed.", "Close it with ']'.")),
        ("a: {b: 1\nc: [", "1:4", ("The mapping in braces that opens here is not closed.", "Close it with '}'.")),
        ("a: [", "1:5", ("A value is missing.", "Write the value, or close the brackets.")),
        ("\ta: 1", "1:1", TAB),
        ("a:\n\tb: 1", "2:1", TAB),
        ("a: |\n\tb", "2:1", TAB),
        ("a: @x", "1:4", ("No value starts with '@'.", QUOTES)),
        ("a: `x`", "1:4", ("No value starts with '`'.", QUOTES)),
        ("a: %x", "1:4", ("No value starts with '%'.", QUOTES)),
        ("a: 1\nb: x\x00", "2:5", ("There is the control character U+0000, which YAML does not have.", CONTROL)),
        ("a: \x07", "1:4", ("There is the control character U+0007, which YAML does not have.", CONTROL)),
        ("a: \x7f", "1:4", ("There is the control character U+007F, which YAML does not have.", CONTROL)),
        ("a: !<x y", "1:7", ("It is not YAML: while scanning a tag, did not find the expected '>'.",
                             "Mend the line, or put the text in quotes.")),
    ],
)  # fmt: skip
def test_a_mistake_is_told_in_plain_words(text: str, where: str, said: tuple[str, str]) -> None:
    with pytest.raises(UnreadableError) as caught:
        list(documents(text, "file.yaml"))
    finding = caught.value.finding
    assert (finding.code, str(finding.source), finding.reason, finding.fix) == ("GH002", f"file.yaml:{where}", *said)
