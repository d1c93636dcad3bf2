"""Write docs/reference/ from the docstrings and signatures of what constructs_lib exports (`make docs`).

The sources are read, not run. A module that something is exported from is a page in the same place, titled with the
first sentence of its docstring; README.md lists everything by folder. What has no docstring is refused.
"""

import ast
import re
import shutil
import sys
import textwrap
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from posixpath import dirname, relpath

import griffe

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = "constructs_lib"
CONTENTS = "README.md"
GENERATED = "<!-- Written by `make docs` from the docstrings of constructs_lib: change those. -->"
NOT_SHOWN = ("how_to_write",)  # a class variable for the refusals only
MARKDOWN = re.compile(r"(?P<code>(?P<ticks>`+).*?(?P=ticks))|[*<]|\b_+|_+\b", re.DOTALL)
"""Code, which is left alone, and what Markdown would take for emphasis or HTML."""

Member = griffe.Function | griffe.Attribute
Target = griffe.Class | Member
Expression = griffe.Expr | str | None


class DocsError(Exception):
    """What keeps the reference from being written, said to the user; the pages are left as they were."""


@dataclass(frozen=True, kw_only=True)
class Said:
    """What a docstring says, in Markdown; `remarks` are what is returned and raised, and what follows the fields."""

    summary: str
    further: str
    arguments: Mapping[str, str]
    remarks: Sequence[str]


def said(entry: griffe.Object) -> Said:
    """Return what a docstring says, by its fields."""
    text = ""
    arguments: dict[str, str] = {}
    outcome: list[str] = []
    after: list[str] = []

    def field(description: str) -> str:
        # The parser takes the paragraphs after the fields for a part of the last field.
        first, *others = description.split("\n\n")
        after.extend(escaped(textwrap.dedent(other)) for other in others)
        return escaped(" ".join(first.split()))

    for section in entry.docstring.parsed if entry.docstring else ():
        match section:
            case griffe.DocstringSectionText():
                text = escaped(section.value)
            case griffe.DocstringSectionParameters():
                arguments = {argument.name: field(argument.description) for argument in section.value}
            case griffe.DocstringSectionReturns():
                outcome += [f"Returns {field(result.description)}" for result in section.value]
            case griffe.DocstringSectionRaises():
                outcome += [f"Raises {error.annotation} {field(error.description)}" for error in section.value]
    summary, _, further = text.partition("\n\n")
    return Said(summary=summary, further=further, arguments=arguments, remarks=(*outcome, *after))


def escaped(text: str) -> str:
    """Return Markdown that shows a text as it is."""
    return MARKDOWN.sub(lambda found: found[0] if found["code"] else re.sub("(.)", r"\\\1", found[0]), text)


def paragraphs(*blocks: str) -> str:
    """Return blocks of Markdown as one text, without the empty ones."""
    return "\n\n".join(filter(None, blocks))


def load(root: Path) -> griffe.Module:
    """Return constructs_lib as it is in a folder."""
    loader = griffe.GriffeLoader(search_paths=[root], docstring_parser="sphinx", allow_inspection=False)
    package = loader.load(PACKAGE, try_relative_path=False)
    if not isinstance(package, griffe.Module) or not package.exports:
        raise DocsError(f"{PACKAGE}/__init__.py has no __all__: list there what users import")
    return package


def exported(package: griffe.Module) -> list[Target]:
    """Return what the package exports, by module and by place in the module."""
    targets = [source(package, str(name)) for name in package.exports or ()]
    return sorted(targets, key=lambda target: (target.module.path, target.lineno))


def source(package: griffe.Module, name: str) -> Target:
    """Return what an exported name stands for in the sources."""
    member = package.members.get(name)
    with suppress(griffe.AliasResolutionError):
        if isinstance(member, griffe.Alias) and isinstance(member.final_target, Target):
            return member.final_target
    raise DocsError(
        f"{PACKAGE}.{name} is not imported from a module of {PACKAGE}: import it in {PACKAGE}/__init__.py, under "
        "TYPE_CHECKING if that is to happen at its first use only"
    )


def subject(target: Target) -> str:
    """Return the folder of constructs_lib that something is from, or the module beside the folders."""
    return target.path.split(".")[1]


def page_of(target: Target) -> str:
    """Return the place of the page that has the entry of something exported."""
    return "/".join(target.module.path.split(".")[1:]) + ".md"


def link(target: Target, page: str) -> str:
    """Return a link to the entry of something exported, from a page."""
    place = "" if page_of(target) == page else relpath(page_of(target), dirname(page))
    return f"[{target.name}]({place}#{target.name.lower()})"


def heading(module: griffe.Module) -> str:
    """Return the heading that the docstring of a package or module gives."""
    return said(module).summary.removesuffix(".")


def parameters(target: griffe.Object) -> list[griffe.Parameter]:
    """Return what a class or function is called with."""
    every = target.parameters if isinstance(target, griffe.Class | griffe.Function) else ()
    return [parameter for parameter in every if parameter.name not in ("self", "cls")]


def constructor(target: Target) -> list[griffe.Object]:
    """Return the constructor that a class has in the sources, its own or inherited; a dataclass has none there."""
    init = target.all_members.get("__init__")
    if init is None or "dataclass" in target.labels:
        return []
    return [init.final_target if isinstance(init, griffe.Alias) else init]


def members(target: Target) -> list[tuple[Member, Member]]:
    """Return what a class has besides its arguments: of each name the definition in force, and the one described.

    The latter is the nearest one with a docstring, as in `inspect.getdoc`. A method or property is shown in any case,
    another attribute if it is described.
    """
    fields = [parameter.name for parameter in parameters(target)] if "dataclass" in target.labels else []
    found: dict[str, list[Member]] = {}
    for owner in (target, *target.mro()) if isinstance(target, griffe.Class) else ():
        for name, member in owner.members.items():
            if isinstance(member, griffe.Function | griffe.Attribute) and not name.startswith("_"):
                found.setdefault(name, []).append(member)
    shown = []
    for name, entries in found.items():
        described = next((entry for entry in entries if entry.docstring), entries[0])
        called = isinstance(described, griffe.Function) or "property" in described.labels
        if name not in (*fields, *NOT_SHOWN) and (called or described.docstring):
            shown.append((entries[0], described))
    return shown


def holes(package: griffe.Module, targets: Sequence[Target]) -> list[str]:
    """Return what is not said: docstrings that are missing, and fields of a docstring that are not the arguments."""
    found: list[str] = []
    for target in targets:
        described = [entry for _, entry in members(target)]
        for entry in (package, package[subject(target)], target.module, target, *constructor(target), *described):
            if not entry.docstring:
                found.append(f"{entry.path} has no docstring: write one")
            names = [parameter.name for parameter in parameters(entry)]
            fields = said(entry).arguments
            missing = [name for name in names if fields and name not in fields]
            unknown = [name for name in fields if name not in names]
            found += [f"{entry.path} has no :param {name}: write one" for name in missing]
            found += [f"{entry.path} has no argument {name}: leave :param {name} out" for name in unknown]
    return list(dict.fromkeys(found))


@dataclass(frozen=True, kw_only=True)
class Page:
    """The page of a module; `links` are links to everything exported, by its path."""

    package: griffe.Module
    place: str
    links: Mapping[str, str]

    def text(self, targets: Sequence[Target]) -> str:
        """Return the page with the entries of what is exported from its module."""
        module = targets[0].module
        contents = f"[{PACKAGE}]({relpath(CONTENTS, dirname(self.place))})"
        contents += ": " + ", ".join(self.links[target.path] for target in targets)
        entries = map(self.entry, targets)
        return paragraphs(GENERATED, f"# {heading(module)}", said(module).further, contents, *entries) + "\n"

    def entry(self, target: Target) -> str:
        """Return the entry of something exported."""
        spoken = [said(entry) for entry in (target, *constructor(target))]
        described = dict(item for part in spoken for item in part.arguments.items())
        arguments = [self.argument(parameter, described) for parameter in parameters(target)]
        having = [self.member(target, own, entry) for own, entry in members(target)]
        return paragraphs(
            f"## {target.name}",
            f"`{self.use(target)}`",
            *(text for part in spoken for text in (part.summary, part.further)),
            "\n".join(arguments),
            *(remark for part in spoken for remark in part.remarks),
            "**Members**" if having else "",
            "\n".join(having),
        )

    def use(self, target: Target) -> str:
        """Return how something is called, the arguments after `*` by keyword only, or what it stands for."""
        if isinstance(target, griffe.Attribute):
            return f"{target.name} = {target.value}"
        parts: list[str] = []
        for parameter in parameters(target):
            if parameter.kind is griffe.ParameterKind.keyword_only and "*" not in parts:
                parts.append("*")
            parts.append(parameter.name + ("" if parameter.default is None else f"={self.value(parameter.default)}"))
        returned = f" -> {target.returns}" if isinstance(target, griffe.Function) else ""
        return f"{target.name}({', '.join(parts)}){returned}"

    def argument(self, parameter: griffe.Parameter, described: Mapping[str, str]) -> str:
        """Return the item for an argument, described by a field of the docstring or by a docstring of its own."""
        own = escaped(parameter.docstring.value) if parameter.docstring else ""
        return self.item(parameter.name, parameter.annotation, parameter.default, described.get(parameter.name, own))

    def member(self, target: Target, own: Member, described: Member) -> str:
        """Return the item for a method, property or attribute of a class."""
        spoken = said(described)
        if isinstance(own, griffe.Function):
            name = f"{target.name}.{own.name}" if "classmethod" in own.labels else own.name
            head = f"- `{own.signature(name=name)}`: {spoken.summary}"
        else:
            constant = own.labels & {"class-attribute", "instance-attribute"} == {"class-attribute"}
            head = self.item(own.name, described.annotation, own.value if constant else None, spoken.summary)
        arguments = [self.argument(entry, spoken.arguments) for entry in parameters(own) if spoken.arguments]
        text = paragraphs(head, spoken.further, "\n".join(arguments), *spoken.remarks)
        return textwrap.indent(text, "  ").removeprefix("  ")

    def item(self, name: str, annotation: Expression, value: Expression, text: str) -> str:
        """Return an item with a name, its type, its value where it has one, and what is said of it."""
        default = "" if value is None else f" = `{self.value(value)}`"
        return f"- `{name}` ({self.linked(annotation)}{default})" + (f": {text}" if text else "")

    def linked(self, annotation: Expression) -> str:
        """Return a type, with links to what is exported."""
        parts = annotation.iterate(flat=True) if isinstance(annotation, griffe.Expr) else [annotation]
        return "".join(self.links.get(getattr(part, "canonical_path", ""), escaped(str(part))) for part in parts)

    def value(self, expression: Expression) -> str:
        """Return a value as it is written, or the literal that a constant of constructs_lib stands for."""
        if isinstance(expression, griffe.ExprName):
            with suppress(KeyError, ValueError):
                constant = self.package.modules_collection.get_member(expression.canonical_path)
                if isinstance(constant, griffe.Attribute):
                    return repr(ast.literal_eval(str(constant.value)))
        return str(expression)


def pages(package: griffe.Module) -> dict[str, str]:
    """Return every page by its place; raises DocsError for what is not said."""
    targets = exported(package)
    if found := holes(package, targets):
        raise DocsError(*found)
    blocks = [GENERATED, f"# {heading(package)}", said(package).further]
    for name, own in groupby(targets, key=subject):
        listed = [f"- {link(target, CONTENTS)}: {said(target).summary}" for target in own]
        blocks += [f"## {heading(package[name])}", "\n".join(listed)]
    result = {CONTENTS: paragraphs(*blocks) + "\n"}
    for place, own in groupby(targets, key=page_of):
        links = {target.path: link(target, place) for target in targets}
        result[place] = Page(package=package, place=place, links=links).text(list(own))
    return result


def main(root: Path = ROOT) -> int:
    """Write the pages anew, and return the exit code: 2 if something is not said."""
    folder = root / "docs" / "reference"
    try:
        written = pages(load(root))
    except DocsError as error:
        print(*(f"error: {problem}" for problem in error.args), sep="\n", file=sys.stderr)
        return 2
    shutil.rmtree(folder, ignore_errors=True)
    for place, text in written.items():
        (folder / place).parent.mkdir(parents=True, exist_ok=True)
        (folder / place).write_text(text, encoding="utf-8")
    print("docs/reference/ is current")
    return 0


if __name__ == "__main__":
    sys.exit(main())
