"""`python -m preflight`: what a terminal and a shell expect of a command, around preflight.cli."""

import signal
import sys
from io import TextIOWrapper

INTERRUPTED = 130
"""The exit code that a shell gives to what Ctrl-C has ended."""
FAILED = 3


def main() -> None:
    """Run the command that the arguments name, and exit."""
    if hasattr(signal, "SIGPIPE"):
        # As any command: quietly gone when the next one in the pipe has read enough.
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    try:
        from preflight.cli import app  # here, so that Ctrl-C and failures are caught while it is imported, too

        app(prog_name="python -m preflight")
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
    except Exception as error:  # noqa: BLE001  # the last resort: no traceback reaches the user
        print(failure(error), file=sys.stderr)
        sys.exit(FAILED)


def failure(error: Exception) -> str:
    """Return the finding on a mistake in preflight that nothing else has caught, on one line."""
    place = error.__traceback__
    while place is not None and place.tb_next is not None:
        place = place.tb_next
    where = f" at {place.tb_frame.f_globals['__name__']}:{place.tb_lineno}" if place is not None else ""
    return (
        f"error GH001: preflight failed with {type(error).__name__}{where}, so there is no result. "
        "Fix: Report this line, with the input if you can, to the maintainers of Gatehouse."
    )


if __name__ == "__main__":
    main()
