"""Sentence: what a broken CEL rule means, in our own words."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sentence:
    """Why a rule refuses a value, and what to change.

    In both texts `{name}` stands for the field `name` of the value that the rule is about, and `{self}` for the value
    itself. Where the rule has the form `self.all(item, ...)`, `{which}` stands for the items that it is false for, one
    or more: `'web' and 'api'` where they are texts or have names of their own, else `item 1` or `items 0 and 2`, and
    `some of them` where they cannot be told, so that the text is to read well with each of these.
    """

    reason: str
    fix: str
