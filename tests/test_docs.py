"""The documentation is true: what it shows is what is there, and its examples run."""

import re
import sys
from pathlib import Path
from typing import Any

from constructs_lib import sync_waves
from tests.projects import ROOT, run

import pytest
import yaml

PAGES = sorted([ROOT / "README.md", ROOT / "CHANGELOG.md", *(ROOT / "docs").rglob("*.md")])
GUIDES = [ROOT / "docs" / "constructs.md", *sorted((ROOT / "docs" / "guide").glob("*.md"))]
"""The pages whose Python is one program, and whose YAML is a part of what it publishes."""


def blocks(page: Path, language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", page.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)


def test_the_python_of_the_readme_is_in_main() -> None:
    shown = blocks(ROOT / "README.md", "python")
    main = (ROOT / "main.py").read_text(encoding="utf-8")
    assert len(shown) == 1
    assert [block for block in shown if block not in main] == []


def test_the_manifests_of_the_readme_are_in_dist() -> None:
    texts = [file.read_text(encoding="utf-8") for file in sorted((ROOT / "dist").rglob("*.yaml"))]
    manifests = [manifest for text in texts for manifest in yaml.safe_load_all(text)]
    shown = blocks(ROOT / "README.md", "yaml")
    assert len(shown) >= 2
    for block in shown:
        part = yaml.safe_load(block)
        assert any(block in text for text in texts) or any(shows(part, manifest) for manifest in manifests), block


def test_the_readme_shows_input_output_and_argo_cd_before_anything_else() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    places = [
        text.index(heading) for heading in ("**What goes in**", "**What comes out**", "**How Argo CD", "## Start")
    ]
    assert places == sorted(places)
    assert text[: places[-1]].count("\n") <= 50


@pytest.mark.parametrize("guide", GUIDES, ids=lambda guide: guide.stem)
def test_the_manifests_of_a_guide_are_what_its_program_publishes(guide: Path, tmp_path: Path) -> None:
    manifests = published(guide, tmp_path)
    shown = [manifest for block in blocks(guide, "yaml") for manifest in yaml.safe_load_all(block)]
    assert len(shown) >= 4
    for part in shown:
        candidates = [manifest for manifest in manifests if shows(identity_of(part), manifest)]
        assert len(candidates) == 1, f"{identity_of(part)} is {len(candidates)} manifests of the page's program"
        assert shows(part, candidates[0]), f"{yaml.safe_dump(part)}is no part of\n{yaml.safe_dump(candidates[0])}"


def test_the_guide_names_every_sync_wave_in_order() -> None:
    page = (ROOT / "docs" / "guide" / "delivery.md").read_text(encoding="utf-8")
    section = page.partition("## The order")[2].partition("\n## ")[0]
    waves = [value for value in vars(sync_waves).values() if isinstance(value, int)]
    assert [int(number) for number in re.findall(r"\((-?\d)\)", section)] == sorted(waves)
    assert len(waves) >= 8


def published(guide: Path, root: Path) -> list[dict[str, Any]]:
    """Run the Python of a page as one program, and return what it publishes."""
    program = "\n".join(blocks(guide, "python"))
    assert program.count("Platform()") == program.count("app.synth()") == 1
    (root / "main.py").write_text(program.replace("Platform()", f"Platform(root={str(root)!r})"), encoding="utf-8")
    done = run([sys.executable, root / "main.py"], root, PYTHONPATH=str(ROOT))
    assert done.returncode == 0, done.stderr
    files = sorted((root / "dist").rglob("*.yaml"))
    return [manifest for file in files for manifest in yaml.safe_load_all(file.read_text(encoding="utf-8"))]


def identity_of(part: dict[str, Any]) -> dict[str, Any]:
    """Return what of a part of a manifest says which one it is."""
    metadata = {key: part["metadata"][key] for key in ("name", "namespace") if key in part["metadata"]}
    return {"kind": part["kind"], "metadata": metadata}


def shows(part: Any, whole: Any) -> bool:
    """Tell whether everything in a part is in the whole, in the order of the whole; it may leave out the rest."""
    if isinstance(part, dict) and isinstance(whole, dict):
        return all(key in whole and shows(value, whole[key]) for key, value in part.items())
    if isinstance(part, list) and isinstance(whole, list):
        rest = iter(whole)
        return all(any(shows(item, other) for other in rest) for item in part)
    return type(part) is type(whole) and bool(part == whole)


@pytest.mark.parametrize(
    ("part", "expected"),
    [
        ({"a": 1}, True),
        ({"b": [{"c": 2}]}, True),
        ({"b": [{"c": 3, "d": 4}]}, True),
        ({"b": [{"c": 2}, {"d": 4}]}, True),
        ({"b": []}, True),
        ({"b": [{"d": 4}, {"c": 2}]}, False),
        ({"b": [{"c": 2}, {"c": 2}]}, False),
        ({"a": True}, False),
        ({"a": None}, False),
        ({"e": None}, False),
        ({"b": {}}, False),
    ],
)
def test_a_part_shows_what_is_in_the_whole(part: dict[str, Any], expected: bool) -> None:
    assert shows(part, {"a": 1, "b": [{"c": 2}, {"c": 3, "d": 4}]}) is expected


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_the_links_lead_somewhere(page: Path) -> None:
    prose = re.sub(r"^```text\n.*?^```$", "", page.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL)
    links = re.findall(r"\]\((?!https?:)([^)]+)\)", prose)
    assert [link for link in links if not leads_somewhere(page, link)] == []


def leads_somewhere(page: Path, link: str) -> bool:
    """Tell whether the file of a link is there, with the heading that it names, as GitHub spells it."""
    name, _, anchor = link.partition("#")
    target = page.parent / name if name else page
    return target.exists() and (not anchor or anchor in headings(target))


def headings(page: Path) -> list[str]:
    """Return the headings of a page as anchors."""
    text = re.sub(r"^```.*?^```$", "", page.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL)
    titles = [title.replace("`", "").lower() for title in re.findall(r"^#+ (.+)$", text, re.MULTILINE)]
    return [re.sub(r"[^\w\- ]", "", title).replace(" ", "-") for title in titles]


def test_the_pages_show_every_value_to_change_in_main() -> None:
    table = (ROOT / "docs" / "platform.md").read_text(encoding="utf-8")
    main = (ROOT / "main.py").read_text(encoding="utf-8")
    rows = re.findall(r"^\| (`.+?`) \|", table, re.MULTILINE)
    snippets = [snippet for row in rows for snippet in re.findall(r"`([^`]+)`", row)]
    assert len(snippets) >= 4
    assert [snippet for snippet in snippets if snippet not in main] == []
