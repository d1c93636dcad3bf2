"""Ages: why one of two objects comes before the other."""


def why_first(winner: str, loser: str) -> str:
    """Say why an object with the creation time `winner` wins; without times, or with equal ones, names decide."""
    return "comes first by name" if winner == loser else "is older"
