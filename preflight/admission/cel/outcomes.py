"""What may come of a rule besides true."""

from dataclasses import dataclass

from preflight.admission.schema import Rule


@dataclass(frozen=True, slots=True)
class Failure:
    """Why an evaluation gives no answer."""

    text: str
    ours: bool
    """Whether the API server may have an answer all the same."""


@dataclass(frozen=True, slots=True)
class Uncompilable:
    """Why an expression does not compile."""

    text: str


@dataclass(frozen=True, slots=True)
class Broken:
    """A rule that is not true."""

    rule: Rule
    why: Failure | Uncompilable | None
    """None where the rule is false."""
    message: str = ""
    """What the CRD's messageExpression comes to; empty where there is none."""
    which: str = ""
    """The items of a list for which it is false, as in `'web' and 'api'`; empty where that cannot be told."""

    @property
    def of_the_crd(self) -> bool:
        """Whether it is the same for every value."""
        return isinstance(self.why, Uncompilable)
