"""Exit codes; where several apply, the highest."""

CLEAN, ERRORS, UNREADABLE, FAILED = range(4)
INTERRUPTED = 130
"""What a shell gives to a command that Ctrl-C has ended."""
