"""The documentation is true: what it shows is what is there, and its examples run."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parent.parent
PAGES = sorted([ROOT / "README.md", ROOT / "CHANGELOG.md", *(ROOT / "docs").rglob("*.md")])


def blocks(page: Path, language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", page.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)


def test_the_python_of_the_readme_is_in_main() -> None:
    shown = blocks(ROOT / "README.md", "python")
    main = (ROOT / "main.py").read_text(encoding="utf-8")
    assert len(shown) == 1
    assert [block for block in shown if block not in main] == []


def test_the_manifest_of_the_readme_is_in_dist() -> None:
    manifest, application = blocks(ROOT / "README.md", "yaml")
    assert manifest in (ROOT / "dist" / "argocd.k8s.yaml").read_text(encoding="utf-8")
    assert yaml.safe_load(application)["spec"]["source"]["path"] == "dist"


def test_the_readme_shows_input_output_and_argo_cd_before_anything_else() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    places = [
        text.index(heading) for heading in ("**What goes in**", "**What comes out**", "**How Argo CD", "## Start")
    ]
    assert places == sorted(places)
    assert text[: places[-1]].count("\n") <= 50


def test_the_examples_of_the_constructs_run(tmp_path: Path) -> None:
    page = ROOT / "docs" / "constructs.md"
    examples = blocks(page, "python")
    assert len(examples) >= 8
    script = "\n".join(examples).replace("Platform()", f"Platform(root=__import__('pathlib').Path({str(tmp_path)!r}))")
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    manifests = list(yaml.safe_load_all((tmp_path / "dist" / "example.k8s.yaml").read_text(encoding="utf-8")))
    assert len(manifests) == 8
    assert manifests[-1]["spec"]["addresses"] == [{"type": "IPAddress", "value": "192.0.2.11"}]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_the_links_lead_somewhere(page: Path) -> None:
    links = re.findall(r"\]\((?!https?:)([^)#]+)\)", page.read_text(encoding="utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []


def test_the_pages_show_every_value_to_change_in_main() -> None:
    table = (ROOT / "docs" / "platform.md").read_text(encoding="utf-8")
    main = (ROOT / "main.py").read_text(encoding="utf-8")
    rows = re.findall(r"^\| (`.+?`) \|", table, re.MULTILINE)
    snippets = [snippet for row in rows for snippet in re.findall(r"`([^`]+)`", row)]
    assert len(snippets) >= 4
    assert [snippet for snippet in snippets if snippet not in main] == []
