"""Sentence: what a broken CEL rule means, in our own words."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sentence:
    """Why a rule refuses a value, and what to change.

    In both texts `{name}` stands for the field `name` of the value that the rule is about, and `{self}` for the value
    itself.
    """

    reason: str
    fix: str
