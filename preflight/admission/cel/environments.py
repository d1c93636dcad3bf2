"""The environments that expressions are compiled in: Google's CEL library with Kubernetes' functions added."""

from collections.abc import Iterable, Iterator
from functools import cache
from itertools import groupby, permutations

from preflight.admission.cel.library import OF_LISTS, OF_SCALARS
from preflight.admission.cel.library.function import Function
from preflight.admission.cel.tokens import replaced

from cel_expr_python import cel
from cel_expr_python.ext import ext_optional, ext_strings

ORDERS = {"_<_": "less", "_<=_": "less_equals", "_>_": "greater", "_>=_": "greater_equals"}
NUMBERS = ("int", "uint", "double")
ORDERED = (*NUMBERS, "bool", "string", "bytes", "timestamp", "duration")


@cache
def environment(optionals: bool, old_self: bool) -> cel.Env:
    """Return what expressions are compiled in: with optionals, or else with the functions of lists.

    Never with both, since the library crashes when a function in Python gets a list or a map with an optional in it.
    """
    names = ("self", "oldSelf") if old_self else ("self",)
    # Kubernetes' functions come last, since they add to those of the other extensions.
    extensions: list[cel.CelExtensionBase] = [
        ext_strings.ExtStrings(),
        *([ext_optional.ExtOptional()] if optionals else []),
        _kubernetes(OF_SCALARS if optionals else (*OF_SCALARS, *OF_LISTS)),
    ]
    config = cel.NewEnvConfigFromYaml("\n".join(_config()))
    return cel.NewEnv(config=config, variables=dict.fromkeys(names, cel.Type.DYN), extensions=extensions)


def _config() -> Iterator[str]:
    """Declare that numbers of any two types have an order, which the library knows only when it evaluates.

    And that all, exists, existsOne and transformList may name an index, or a key, and a value; the library has no
    transformMap and transformMapEntry.
    """
    yield "extensions:"
    yield "  - name: two-var-comprehensions"
    yield "stdlib:"
    yield "  exclude_functions:"
    for operator in ORDERS:
        yield f'    - name: "{operator}"'
    yield "functions:"
    for operator, name in ORDERS.items():
        yield f'  - name: "{operator}"'
        yield "    overloads:"
        for left, right in (*permutations(NUMBERS, 2), *((each, each) for each in ORDERED)):
            yield f"      - id: {name}_{left}_{right}"
            yield f"        args: [{{type_name: {left}}}, {{type_name: {right}}}]"
            yield "        return: {type_name: bool}"


def _kubernetes(functions: Iterable[Function]) -> cel.CelExtension:
    by_name = groupby(sorted(functions, key=_name), _name)
    return cel.CelExtension(
        "kubernetes", [cel.FunctionDecl(replaced(name), _overloads(same)) for name, same in by_name]
    )


def _name(function: Function) -> str:
    return function.name


def _overloads(functions: Iterable[Function]) -> list[cel.Overload]:
    return [
        cel.Overload(
            f"kubernetes_{function.name}_{number}",
            return_type=cel.Type(function.result),
            parameters=[cel.Type(parameter) for parameter in function.parameters],
            is_member=function.member,
            impl=function.implementation,
        )
        for number, function in enumerate(functions)
    ]
