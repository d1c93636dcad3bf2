"""What the address allocator gives the Service of a Gateway, as the controller sees it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Allocated:
    """What the allocator gives a Service."""

    addresses: tuple[str, ...] = ()
    """What it certainly gets."""
    one_of: tuple[str, ...] = ()
    """Addresses and ranges of which it gets some, where nobody can say which."""
    reasons: tuple[str, ...] = ()
    """Why it gets none, or may get none: the allocator's own reasons."""
    why: str = ""
    """The same in words, as the end of a sentence."""
    remedy: str = ""
    """What to change for an address, in a sentence."""
    elsewhere: str = ""
    """Why it is not the allocator that gives it one, in a sentence, where somebody else does."""
