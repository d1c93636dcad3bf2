"""The rules of one value: which of them it breaks."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from preflight.admission.cel.growth import grows, may_grow
from preflight.admission.cel.list_types import UNCHANGED, compares_unordered
from preflight.admission.cel.outcomes import Broken, Failure, Uncompilable
from preflight.admission.cel.programs import activation, answer, compiled, is_true
from preflight.admission.cel.typed import Conversion, conversion, identifiers
from preflight.admission.cel.which import which
from preflight.admission.schema import Rule, Schema

from cel_expr_python import cel

OLD_SELF = "oldSelf"
MAX_MESSAGE = 5 * 1024
"""Bytes of a message that the API server shows."""
TOO_MUCH = Failure("the texts that it makes may take too much memory", ours=True)
UNORDERED = Failure("it compares or adds a list whose order may count for nothing", ours=True)


@dataclass(frozen=True, slots=True)
class Program:
    """A rule with what is evaluated for it."""

    rule: Rule
    expression: str
    compiled: cel.Expression
    unordered: bool
    """Whether the order of a list may count for nothing in it."""


@dataclass(frozen=True, slots=True)
class NodeRules:
    """The rules of one schema, compiled."""

    convert: Conversion | None
    """Makes a value what the rules see; None where it is that already."""
    programs: tuple[Program, ...]
    uncompilable: tuple[Broken, ...]
    joined: cel.Expression | None
    """True exactly where all rules are, which is what they nearly always are; None where they cannot be joined."""

    def broken(self, value: Any, *old: Any) -> Iterable[Broken]:
        """Return the rules that a value breaks; `old` is the value that it replaces."""
        seen = (value, *old) if self.convert is None else tuple(map(self.convert, (value, *old)))
        variables = activation(*seen)
        if self.joined is not None and is_true(self.joined, variables):
            return self.uncompilable
        size = len(repr(value))
        found = (_broken(program, variables, size, seen) for program in self.programs)
        return [*self.uncompilable, *(broken for broken in found if broken)]


def compiled_rules(schema: Schema, rules: tuple[Rule, ...], *, updating: bool) -> NodeRules:
    """Compile rules; those about the change of a value count only where there is an old one.

    The exception is a rule with optionalOldSelf: for a new value, its oldSelf is an optional without a value.
    """
    programs, uncompilable = [], []
    for rule, expression in _expressions(rules, updating=updating):
        program = compiled(expression, updating)
        if isinstance(program, Uncompilable):
            uncompilable.append(Broken(rule, program))
        else:
            programs.append(Program(rule, expression, program, compares_unordered(rule.rule, schema)))
    names = identifiers(text for rule in rules for text in (rule.rule, rule.message_expression))
    return NodeRules(
        conversion(schema, names), tuple(programs), tuple(uncompilable), _joined(programs, updating=updating)
    )


def _joined(programs: list[Program], *, updating: bool) -> cel.Expression | None:
    if not programs or any(program.unordered or may_grow(program.expression) for program in programs):
        return None
    # With the `true`, it comes to nothing but true, false or an error, even where a rule does not.
    joined = compiled(" && ".join([*(_enclosed(program.expression) for program in programs), "true"]), updating)
    return None if isinstance(joined, Uncompilable) else joined


def _expressions(rules: Iterable[Rule], *, updating: bool) -> Iterator[tuple[Rule, str]]:
    for rule in rules:
        if OLD_SELF not in rule.rule or not isinstance(compiled(rule.rule), Uncompilable):
            yield rule, rule.rule
        elif rule.optional_old_self and not isinstance(compiled(rule.rule, old_self=True), Uncompilable):
            old = f"optional.of({OLD_SELF})" if updating else "optional.none()"
            yield rule, f"[{old}].all({OLD_SELF}, {_enclosed(rule.rule)})"
        elif updating or rule.optional_old_self:
            yield rule, rule.rule


def _enclosed(expression: str) -> str:
    return f"({expression}\n)"  # a comment may end the expression


def _broken(program: Program, variables: cel.Activation, size: int, seen: tuple[Any, ...]) -> Broken | None:
    """Return how a rule is broken; None where it is true. Seen are the value and, where there is one, the old value."""
    rule = program.rule
    if grows(program.expression, size):
        return Broken(rule, TOO_MUCH)
    if program.unordered and not (UNCHANGED.fullmatch(rule.rule) and is_true(program.compiled, variables)):
        return Broken(rule, UNORDERED)
    match answer(program.compiled, variables):
        case True:
            return None
        case False:
            message = _message(rule, variables, size, updating=len(seen) > 1)
            return Broken(rule, None, message, which(program.expression, size, *seen))
        case Failure() as failure:
            return Broken(rule, failure)
        case _:
            return Broken(rule, Failure("the result is a text", ours=True))


def _message(rule: Rule, variables: cel.Activation, size: int, *, updating: bool) -> str:
    """Return what the messageExpression comes to; empty where it comes to nothing that the API server would show."""
    program = compiled(rule.message_expression, updating) if rule.message_expression else None
    if program is None or isinstance(program, Uncompilable) or grows(rule.message_expression, size):
        return ""
    found = answer(program, variables)
    text = found.strip() if isinstance(found, str) else ""
    return text if len(text.encode()) <= MAX_MESSAGE and "\n" not in text else ""
