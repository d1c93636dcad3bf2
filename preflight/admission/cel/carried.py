"""What JSON has and the CEL library cannot carry: for objects with such a value, the rules are not evaluated."""

from collections.abc import Iterator, Mapping

from preflight.admission.patterns import matching
from preflight.field_path import FieldPath
from preflight.finding import Finding

SUSPECT = r"\\x00|[0-9]{19}"
"""What the text of an object has if it has a NUL or a number beyond 64 bits."""
NUMBERS = range(-(2**63), 2**63)
FIX = "Change this value, or try the object with `kubectl apply --dry-run=server`."


def not_carried(data: Mapping[str, object]) -> Finding | None:
    """Return why the rules for an object that JSON has cannot be evaluated; None for nearly every object."""
    suspect = matching(SUSPECT)
    if suspect is not None and not suspect(repr(data)):
        return None
    return next((_finding(path, why) for path, value in _values(data) if (why := _why(value))), None)


def _finding(path: FieldPath, why: str) -> Finding:
    return Finding(code="GH142", path=path, reason=f"{why}, so the validation rules cannot be evaluated here.", fix=FIX)


def _why(value: object) -> str | None:
    match value:
        case str() if "\0" in value:
            return "A text has a NUL character"
        case int() if value not in NUMBERS:
            return "A number is larger than 64 bits can hold"
    return None


def _values(data: Mapping[str, object]) -> Iterator[tuple[FieldPath, object]]:
    """Yield each key and each value that is neither a map nor a list, in order."""
    waiting: list[tuple[FieldPath, object]] = [((), data)]
    while waiting:
        path, value = waiting.pop()
        match value:
            case dict():
                yield from ((path, key) for key in value)
                waiting += [((*path, key), item) for key, item in reversed(value.items())]
            case list():
                waiting += [((*path, index), value[index]) for index in reversed(range(len(value)))]
            case _:
                yield path, value
