"""The words that a terminal shows in colour."""

import os
from collections.abc import Mapping
from typing import TextIO

STYLES = {
    "error": "bold red",
    "rejected": "bold red",
    "warning": "bold yellow",
    "info": "bold blue",
    "admitted": "green",
    "fix": "bold",
    "goes to": "green",
    "is redirected": "bold blue",
    "is answered": "bold yellow",
    "is rejected": "bold red",
    "not sure": "bold yellow",
    "failed": "bold red",
}
"""What of a report has a colour, and which; only these words ever reach rich, never what was read."""
UNCOLOURED: Mapping[str, str] = {word: word for word in STYLES}


def words(stream: TextIO) -> Mapping[str, str]:
    """Return each word of STYLES as it is written to a stream.

    Rich decides: colours on a terminal, with FORCE_COLOR everywhere, with NO_COLOR or TERM=dumb nowhere.
    """
    if not stream.isatty() and not os.environ.get("FORCE_COLOR"):
        return UNCOLOURED
    from rich.console import Console  # only where there are colours: it costs start-up time
    from rich.text import Text

    console = Console(file=stream)
    written = {}
    for word, style in STYLES.items():
        with console.capture() as capture:
            console.print(Text(word, style), end="", soft_wrap=True)
        written[word] = capture.get()
    return written
