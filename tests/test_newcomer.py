"""The commands of README.md, as someone runs them who has cloned the project and has Python, git and make."""

import re
import shutil
import subprocess
from pathlib import Path

from tests.projects import ROOT, copy_project, environment, tools_without_node, tree

import pytest
import yaml

SUITE = '-m "not newcomer and not benchmark" -p no:cacheprovider'
"""The tests of the clone must not clone again, nor measure."""


def console(after: str) -> list[str]:
    """Return the commands of the first console block of README.md after some words, without their comments."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8").partition(after)[2]
    block = re.search(r"^```console\n(.*?)^```$", readme, re.MULTILINE | re.DOTALL)
    assert block is not None
    lines = [line.removeprefix("$ ") for line in block.group(1).splitlines() if line.startswith("$ ")]
    return [line.partition(" #")[0].strip() for line in lines]


def readme_commands() -> list[str]:
    """Return what a newcomer types."""
    return console("## Start")


def shell(command: str, project: Path, path: Path) -> str:
    """Run a line in a newcomer's shell, and return what it printed."""
    variables = environment(PATH=str(path), PYTEST_ADDOPTS=SUITE)
    done = subprocess.run(
        ["bash", "-c", command],
        cwd=project,
        env=variables,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
        timeout=600,
    )
    assert done.returncode == 0, f"$ {command}\n{done.stdout}"
    return done.stdout


def test_the_readme_shows_how_to_synth_and_to_test() -> None:
    assert readme_commands() == ["make synth", "make test"]


def test_the_readme_shows_how_argo_cd_gets_the_platform() -> None:
    synth, push, apply = console("**How Argo CD gets it**")
    assert synth == "make synth"
    assert push == 'git add dist && git commit --message "Change the platform" && git push'
    folder = ROOT / apply.removeprefix("kubectl apply --filename ")
    assert sorted(path.name for path in folder.iterdir()) == ["delivery.k8s.yaml"]
    applied = list(yaml.safe_load_all((folder / "delivery.k8s.yaml").read_text(encoding="utf-8")))
    assert {manifest["kind"] for manifest in applied} == {"AppProject", "Application"}


@pytest.mark.newcomer
def test_a_newcomer_sets_up_synthesises_and_tests_with_the_commands_of_the_readme(tmp_path: Path) -> None:
    path = tools_without_node(tmp_path / "bin")
    assert [tool for tool in ("node", "npm", "npx", "pip", "uv") if shutil.which(tool, path=path)] == []
    project = copy_project(tmp_path / "clones" / "gatehouse")
    assert [file.name for file in project.parent.iterdir()] == ["gatehouse"]
    who = "-c user.name=Newcomer -c user.email=newcomer@example.org"
    shell(f"git init --quiet && git add --all && git {who} commit --quiet --message Clone", project, path)

    make_synth, make_test = readme_commands()
    first = shell(make_synth, project, path)
    assert first.count("==>") == 3
    assert tree(project / "dist") == tree(ROOT / "dist")
    assert shell("git status --porcelain", project, path) == ""

    second = shell(make_synth, project, path)
    assert [word for word in ("==>", "pip", "npm", "EXPOSED", "dist/") if word in second] == []

    tested = shell(make_test, project, path)
    assert re.search(r"\d+ passed", tested), tested
    assert shell("git status --porcelain", project, path) == ""
