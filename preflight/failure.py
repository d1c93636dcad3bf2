"""GH001: a mistake in preflight itself, wherever it is caught."""

from preflight.finding import Finding
from preflight.values import shown


def failure(what: str, error: Exception) -> Finding:
    """Return the finding that something, the start of a sentence, has failed with an error, and where."""
    place = error.__traceback__
    while place is not None and place.tb_next is not None:
        place = place.tb_next
    where = f" at {place.tb_frame.f_globals.get('__name__')}:{place.tb_lineno}" if place is not None else ""
    return Finding(
        code="GH001",
        reason=f"{what} failed with {type(error).__name__}{where}: {shown(str(error))}.",
        fix="Report this to the maintainers of Gatehouse, with the input if you can.",
    )
