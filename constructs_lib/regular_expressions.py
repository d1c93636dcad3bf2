"""Regular expressions as Cilium and Envoy read them: RE2, without look-around and back-references."""

import re

from constructs_lib.checks import refused

ANY_BYTE = re.compile(r"(?<!\\)(?:\\\\)*\\C")
"""`\\C`, the one escape that RE2 has in C++ and not in Go."""


def regular_expression(where: str, pattern: str) -> str:
    """Return `pattern` if RE2 compiles it, as Go does."""
    if not pattern:
        raise refused(where, pattern, "matches everything", allowed="a pattern", fix="write what it should match")
    problem = _problem(pattern)
    if problem is not None:
        raise refused(
            where,
            pattern,
            f"is not a regular expression of RE2 ({problem})",
            allowed="RE2 syntax: no look-ahead, look-behind or back-references",
            fix="rewrite it without them, or escape a character that is meant literally with '\\'",
        )
    return pattern


def _problem(pattern: str) -> str | None:
    """Return what keeps Go from compiling a pattern; None if nothing does."""
    import re2  # only apps that write a pattern need it

    options = re2.Options()
    options.log_errors = False
    try:
        re2.compile(pattern, options=options)
    except re2.error as error:
        detail = error.args[0]
        return detail.decode() if isinstance(detail, bytes) else str(detail)
    except UnicodeError as error:
        return str(error)
    return "\\C is not in Go" if ANY_BYTE.search(pattern) else None
