"""`python -m preflight`: what a terminal and a shell expect of a command, around preflight.cli."""

import signal
import sys
from io import TextIOWrapper

from preflight.exit_codes import FAILED, INTERRUPTED
from preflight.failure import failure


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
        found = failure("Nothing was judged: preflight", error)
        print(f"{found.severity} {found.code}: {found.reason} Fix: {found.fix}", file=sys.stderr)
        sys.exit(FAILED)


if __name__ == "__main__":
    main()
