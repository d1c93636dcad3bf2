"""Hostile texts: each ends in data or in one clear finding, soon, and in little memory."""

import os
import subprocess
import sys
from collections.abc import Callable

from preflight.finding import Source, UnreadableError
from preflight.reading import builder
from preflight.reading.builder import MAX_ALIASED, MAX_DEPTH
from preflight.reading.documents import documents
from preflight.reading.files import read
from preflight.reading.json_streams import stream
from preflight.reading.objects import objects
from tests.preflight.reading.strategies import file_contents, mutated

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

EXAMPLES = int(os.environ.get("FUZZ_EXAMPLES", "2000"))
DEEP = (
    f"Here, mappings and lists are more than {MAX_DEPTH} deep within each other.",
    "Write fewer of them within each other.",
)
ALIASED = (
    f"Up to here, the aliases of the document stand for more than {MAX_ALIASED:,} values.",
    "Write the values themselves, or fewer aliases.",
)
"""The sentences that a limit is told with."""


def laughs(item: Callable[[str], str], count: int) -> str:
    """Return a document in which each line stands for several of the line before."""
    return "a0: &a0 {k: 1}\n" + "".join(f"a{i}: &a{i} {item(f'*a{i - 1}')}\n" for i in range(1, count))


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("[" * 10_000, 1, DEEP),
        ("[\n" * 10_000, MAX_DEPTH + 1, DEEP),
        ("{a: " * 10_000, 1, DEEP),
        ("- " * 10_000, 1, DEEP),
        ("".join(f"{' ' * depth}a:\n" for depth in range(1000)), MAX_DEPTH + 1, DEEP),
        ('{"a":' * 100_000, 1, DEEP),
        (laughs(lambda alias: f"[{', '.join([alias] * 9)}]", 10), 6, ALIASED),
        (laughs(lambda alias: f"{{a: {alias}, b: {alias}}}", 30), 16, ALIASED),
        (f"a: &a {dict.fromkeys(range(1000), 1)}\nb: {{<<: [{', '.join(['*a'] * 1000)}]}}", 2, ALIASED),
        (f"a: &a {'x' * 100_000}\nb: [{'*a, ' * 1000}]", 2, ALIASED),
        ("".join(f"- &a{i} x\n" for i in range(20_000)), 10_001,
         ("There are more than 10,000 anchors in the document.", "Leave some out.")),
    ],
)  # fmt: skip
def test_a_limit_is_told(text: str, line: int, said: tuple[str, str]) -> None:
    with pytest.raises(UnreadableError) as caught:
        list(stream(text, "f"))
    finding = caught.value.finding
    assert finding.source is not None
    assert (finding.source.line, finding.reason, finding.fix) == (line, *said)


@pytest.mark.parametrize(
    "text",
    [
        "[" * MAX_DEPTH + "]" * MAX_DEPTH,
        "a: &a [x]\nb: [" + ", ".join(["*a"] * 1000) + "]",
        laughs(lambda alias: f"{{<<: [{alias}, {alias}]}}", 1000),
        "a: " + "x" * 10**6,
        "a: " + "x\n  " * 10**6,
        "a: |\n" + "\n" * 10**6,
        "a: 0x" + "f" * 10**6,
        "a: 0" + "7" * 10**6,
        "a: 1e999999999999",
        "a: 1" + "_" * 10**6,
        "[" + "a " * 10**6 + "]",
        "'" * 10**6,
        "!" * 10**6,
        '{"a": "' + "\\ud83d\\ude00" * 10**5 + '"}',
        "a: " + "\N{GRINNING FACE}" * 10**6,
    ],
)
def test_what_is_only_large_is_read(text: str) -> None:
    assert len(list(stream(text, "f"))) == 1


@pytest.mark.parametrize("text", [" " * 10**7, "\n" * 10**7, "#\n" * 10**6, "---\n" * 10**5, "# c\n---\n" * 10**5])
def test_there_may_be_nothing(text: str) -> None:
    assert list(stream(text, "f")) == []


@pytest.mark.parametrize(
    "text",
    [
        "\t" * 10**6,
        "a: \x00",
        "? " * 10**6,
        "?\n" * 10**6,
        "&a " * 10**6,
        ": " * 10**6,
        "[," * 10**6,
        "...\n" * 10**6,
        "%a\n" * 10**6,
        "-" * 10**7,
        "k" * 10**6 + ": 1",
        '{"' + "k" * 10**6 + '": 1}',
        '"\\ud800"',
        "\ud800",
        "a: *a",
        "&a [*a]",
        "&a {b: *a}",
    ],
)
def test_what_is_no_yaml_is_one_finding(text: str) -> None:
    with pytest.raises(UnreadableError) as caught:
        list(stream(text, "f"))
    assert caught.value.finding.code == "GH002"


def test_only_so_many_duplicates_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(builder, "MAX_DUPLICATES", 3)
    (document,) = documents("".join(f"k{i % 10}: {i}\n" for i in range(100)), "f")
    assert document.duplicates == (("k0",), ("k1",), ("k2",))


def test_the_memory_is_a_small_multiple_of_the_text() -> None:
    """A process of its own, whose peak is that of reading: 7 times the text, of the 12 that admission may take."""
    program = """
import resource, sys
from preflight.reading.documents import documents
from tests.benchmarks.routes import routes
text = routes(3000)
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
kept = list(documents(text, "routes.yaml"))
print((resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) * 1024 / len(text))
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert float(done.stdout) < 7


@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck))
@given(mutated() | st.text(max_size=100))
def test_any_text_is_read_or_refused(text: str) -> None:
    """Oracle: nothing but a finding may come of it, and each place is in the text."""
    places: list[Source | None] = []
    try:
        for document in stream(text, "f"):
            for manifest in objects(document):
                assert manifest.origin is not None
                places += [manifest.origin.source(finding.path) for finding in manifest.findings]
                places.append(manifest.origin.source(("metadata", "name")))
    except UnreadableError as error:
        places.append(error.finding.source)
    assert all(place is not None and 1 <= place.line <= 1 + len(text) for place in places)


@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck))
@given(file_contents())
def test_any_file_is_read_or_refused(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    """Oracle: nothing but findings may come of it."""
    file = tmp_path_factory.getbasetemp() / "any.yaml"
    file.write_bytes(data)
    reading = read([str(file)])
    assert {finding.code for finding in reading.findings} <= {"GH002"}
