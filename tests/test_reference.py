"""The API reference: everything exported is in it, in the words of the docstrings, and a hole is refused."""

import ast
import inspect
import os
import re
import subprocess
import sys
from dataclasses import is_dataclass
from pathlib import Path
from types import FunctionType

import constructs_lib
from tests.reference_toys import PAGE, README, SOURCES
from tools.reference import ROOT, escaped, load, main, pages

import pytest

FOLDER = ROOT / "docs" / "reference"
EXPORTED = {name: getattr(constructs_lib, name) for name in constructs_lib.__all__}
CLASSES = [name for name, value in EXPORTED.items() if inspect.isclass(value)]
CALLED = [name for name, value in EXPORTED.items() if inspect.isclass(value) or inspect.isfunction(value)]
MAX_LINES = 300


@pytest.fixture(scope="module")
def generated() -> dict[str, str]:
    """The pages of constructs_lib by their place."""
    return pages(load(ROOT))


@pytest.fixture(scope="module")
def entries(generated: dict[str, str]) -> dict[str, str]:
    """The entries of constructs_lib by their heading."""
    texts = [text for place, text in generated.items() if place != "README.md"]
    found = [part.partition("\n") for text in texts for part in re.split(r"^## ", text, flags=re.MULTILINE)[1:]]
    assert len({name for name, _, _ in found}) == len(found)
    return {name: text for name, _, text in found}


@pytest.fixture
def toys(tmp_path: Path) -> Path:
    """A small constructs_lib below a folder of its own, and pages of an older one."""
    files = {f"constructs_lib/{place}": text for place, text in SOURCES.items()} | {"docs/reference/old.md": "old\n"}
    for place, text in files.items():
        (tmp_path / place).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / place).write_text(text, encoding="utf-8")
    return tmp_path


def written(folder: Path) -> dict[str, str]:
    """Return the pages in a folder by their place."""
    return {str(page.relative_to(folder)): page.read_text(encoding="utf-8") for page in sorted(folder.rglob("*.md"))}


def words(text: str) -> str:
    """Return a text without line breaks and escapes."""
    return " ".join(text.replace("\\", "").split())


def test_the_committed_pages_are_what_the_docstrings_give(generated: dict[str, str]) -> None:
    committed = written(FOLDER)
    differing = {place for place in committed.keys() | generated.keys() if committed.get(place) != generated.get(place)}
    assert sorted(differing) == [], "run make docs"


def test_everything_exported_has_an_entry_and_is_in_the_contents(
    generated: dict[str, str], entries: dict[str, str]
) -> None:
    assert sorted(entries) == sorted(EXPORTED)
    assert sorted(re.findall(r"^- \[(\w+)\]", generated["README.md"], re.MULTILINE)) == sorted(EXPORTED)


@pytest.mark.parametrize("name", CALLED)
def test_every_argument_is_in_the_entry(entries: dict[str, str], name: str) -> None:
    value = EXPORTED[name]
    # The metaclass of jsii hides the signature of a class.
    parameters = list(inspect.signature(value.__init__ if name in CLASSES else value).parameters.values())
    oracle = [
        (parameter.name, parameter.kind is parameter.KEYWORD_ONLY, parameter.default is not parameter.empty)
        for parameter in parameters[name in CLASSES :]
    ]
    use = entries[name].strip().partition("\n")[0].strip("`")
    (function,) = ast.parse(f"def {use}: ...").body
    assert isinstance(function, ast.FunctionDef)
    optional = len(function.args.args) - len(function.args.defaults)
    shown = [(argument.arg, False, index >= optional) for index, argument in enumerate(function.args.args)]
    by_keyword = zip(function.args.kwonlyargs, function.args.kw_defaults, strict=True)
    shown += [(argument.arg, True, default is not None) for argument, default in by_keyword]
    assert shown == oracle
    items = re.findall(r"^- `(\w+)` \((.*?)\)(?:: |$)", entries[name].partition("**Members**")[0], re.MULTILINE)
    assert [(item, " = `" in described) for item, described in items] == [(name, last) for name, _, last in oracle]


@pytest.mark.parametrize("name", CALLED)
def test_every_word_of_the_docstrings_is_in_the_entry(entries: dict[str, str], name: str) -> None:
    value = EXPORTED[name]
    docstrings = [inspect.getdoc(value) or ""]
    if name in CLASSES and isinstance(value.__init__, FunctionType):
        docstrings.append(inspect.getdoc(value.__init__) or "" if not is_dataclass(value) else "")
    fields = [part for text in docstrings for part in re.split(r"^:\w+[ \w]*:", text, flags=re.MULTILINE)]
    shown = words(entries[name])
    assert any(words(field) for field in fields)
    assert [field for field in fields if words(field) not in shown] == []


@pytest.mark.parametrize("name", CLASSES)
def test_every_public_method_and_property_is_in_the_entry(entries: dict[str, str], name: str) -> None:
    kinds = (FunctionType, classmethod, staticmethod, property)
    owners = [owner for owner in EXPORTED[name].__mro__ if owner.__module__.startswith("constructs_lib")]
    defined = {key for owner in owners for key, value in vars(owner).items() if isinstance(value, kinds)}
    oracle = {key: getattr(EXPORTED[name], key) for key in defined if not key.startswith("_")}
    members = entries[name].partition("**Members**")[2]
    listed = re.findall(r"^- `(?:\w+\.)?(\w+)", members, re.MULTILINE)
    assert len(listed) == len(set(listed))
    assert oracle.keys() - set(listed) == set()
    assert [key for key in listed if key.startswith("_") or key == "how_to_write"] == []
    described = {key: words((inspect.getdoc(value) or "").partition("\n:")[0]) for key, value in oracle.items()}
    assert [key for key, text in described.items() if not text or text not in words(members)] == []


def test_the_sync_wave_of_every_construct_is_shown(entries: dict[str, str]) -> None:
    waves = {name: EXPORTED[name].sync_wave for name in CLASSES if hasattr(EXPORTED[name], "sync_wave")}
    assert len(waves) >= 8
    assert [name for name, wave in waves.items() if f"- `sync_wave` (int = `{wave}`): " not in entries[name]] == []


def test_the_links_lead_to_one_heading_each(generated: dict[str, str]) -> None:
    def anchors(text: str) -> list[str]:
        headings = re.findall(r"^#+ (.*)$", text, re.MULTILINE)
        return [re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings]

    links = [
        (page, place, anchor)
        for page, text in generated.items()
        for place, anchor in re.findall(r"\[\w+\]\(([^)#]*)#([^)]*)\)", text)
    ]
    assert len(links) > len(EXPORTED)
    for page, place, anchor in links:
        target = os.path.normpath(Path(page).parent / place) if place else page
        assert anchors(generated[target]).count(anchor) == 1, (page, place, anchor)


def test_no_page_is_long_or_knows_this_machine(generated: dict[str, str]) -> None:
    assert [place for place, text in generated.items() if text.count("\n") > MAX_LINES] == []
    assert [place for place, text in generated.items() if str(ROOT) in text] == []


def test_the_pages_are_the_same_bytes_in_every_process(tmp_path: Path, generated: dict[str, str]) -> None:
    script = f"import pathlib, tools.reference as r; print(r.pages(r.load(pathlib.Path({str(ROOT)!r}))))"
    for seed in ("1", "2"):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)}
        command = [sys.executable, "-c", script]
        done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=True)
        assert ast.literal_eval(done.stdout) == generated


def test_the_pages_replace_the_older_ones(toys: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(toys) == 0
    pages = written(toys / "docs" / "reference")
    assert sorted(pages) == ["README.md", "late.md", "things/thing.md"]
    assert pages["README.md"] == README
    assert pages["things/thing.md"] == PAGE
    assert capsys.readouterr().out == "docs/reference/ is current\n"
    assert main(toys) == 0
    assert written(toys / "docs" / "reference") == pages


INIT, THING = "__init__.py", "things/thing.py"
NO_DOCSTRING = "error: constructs_lib{} has no docstring: write one\n"
NOT_IMPORTED = (
    "error: constructs_lib.{} is not imported from a module of constructs_lib: import it in "
    "constructs_lib/__init__.py, under TYPE_CHECKING if that is to happen at its first use only\n"
)
NO_FIELD = "error: constructs_lib.things.thing.{0} has no :param {1}: write one\n"
NO_ARGUMENT = "error: constructs_lib.things.thing.{0} has no argument {1}: leave :param {1} out\n"


@pytest.mark.parametrize(
    ("place", "old", "new", "text"),
    [
        (INIT, '"""Toys', 'x = """Toys', NO_DOCSTRING.format("")),
        ("late.py", '"""Late', 'x = """Late', NO_DOCSTRING.format(".late")),
        ("things/__init__.py", '"""Things', 'x = """Things', NO_DOCSTRING.format(".things")),
        (THING, '"""Thing:', 'x = """Thing:', NO_DOCSTRING.format(".things.thing")),
        (THING, '"""A thing', 'x = """A thing', NO_DOCSTRING.format(".things.thing.Thing")),
        (THING, '"""Make', 'x = """Make', NO_DOCSTRING.format(".things.thing.make")),
        (THING, '"""A name', 'x = """A name', NO_DOCSTRING.format(".things.thing.Name")),
        (THING, '"""The area', 'x = """The area', NO_DOCSTRING.format(".things.thing.Value.area")),
        (THING, "_hidden", "shown", NO_DOCSTRING.format(".things.thing.Value.shown")),
        (THING, '"""Define', 'x = """Define', NO_DOCSTRING.format(".things.thing._Base.__init__")),
        (THING, ":param value: the value.", "", NO_FIELD.format("_Base.__init__", "value")),
        (THING, "owner: str", "", NO_ARGUMENT.format("_Base.spec", "owner")),
        (INIT, '"make"]', '"make", "gone"]', NOT_IMPORTED.format("gone")),
        (INIT, "import Late", "import Lost as Late", NOT_IMPORTED.format("Late")),
        (INIT, "from constructs_lib.late import Late", "class Late: ...", NOT_IMPORTED.format("Late")),
        (INIT, "from constructs_lib.late", "from json", NOT_IMPORTED.format("Late")),
        (INIT, "__all__", "names", "error: constructs_lib/__init__.py has no __all__: list there what users import\n"),
    ],
)
def test_a_hole_is_refused_and_the_pages_stay(
    toys: Path, capsys: pytest.CaptureFixture[str], *, place: str, old: str, new: str, text: str
) -> None:
    source = toys / "constructs_lib" / place
    assert SOURCES[place].count(old) == 1
    source.write_text(SOURCES[place].replace(old, new), encoding="utf-8")
    assert main(toys) == 2
    assert capsys.readouterr().err == text
    assert written(toys / "docs" / "reference") == {"old.md": "old\n"}


def test_every_hole_is_named_at_once(toys: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = SOURCES[THING].replace('"""Make', 'x = """Make').replace(":param wave:", ":param speed:")
    (toys / "constructs_lib" / THING).write_text(source, encoding="utf-8")
    assert main(toys) == 2
    assert capsys.readouterr().err == (
        NO_FIELD.format("_Base.__init__", "wave")
        + NO_ARGUMENT.format("_Base.__init__", "speed")
        + NO_DOCSTRING.format(".things.thing.make")
    )


def test_markdown_shows_a_docstring_as_it_is() -> None:
    shown = {
        "*.example.com, *.example.org": r"\*.example.com, \*.example.org",
        "dist/<cluster>/ of `<cluster>`": r"dist/\<cluster>/ of `<cluster>`",
        "parent_refs, from_ and __init__": r"parent_refs, from\_ and \_\_init\_\_",
        "``a*b``, `_c`": "``a*b``, `_c`",
    }
    assert {text: escaped(text) for text in shown} == shown
