"""Regular expressions as Cilium and Envoy read them: RE2, without look-around and back-references."""

from constructs_lib.checks import refused


def regular_expression(where: str, pattern: str) -> str:
    """Return `pattern` if RE2 compiles it, as Go does."""
    import re2  # only apps that write a pattern need it

    options = re2.Options()
    options.log_errors = False
    try:
        re2.compile(pattern, options=options)
    except (re2.error, UnicodeError) as error:
        detail = error.args[0].decode() if error.args and isinstance(error.args[0], bytes) else str(error)
        raise refused(
            where,
            pattern,
            f"is not a regular expression of RE2 ({detail})",
            allowed="RE2 syntax: no look-ahead, look-behind or back-references",
            fix="rewrite it without them, or escape a character that is meant literally with '\\'",
        ) from None
    if not pattern:
        raise refused(where, pattern, "matches everything", allowed="a pattern", fix="write what it should match")
    return pattern
