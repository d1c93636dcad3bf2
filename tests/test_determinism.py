"""dist/ depends on the sources alone: not on time, place, user, locale or hash seed."""

from dataclasses import dataclass, field
from pathlib import Path

from tests.projects import ROOT, copy_ready_project, run, tree, umask

import pytest
import yaml
from ruamel.yaml import YAML

FILES = sorted((ROOT / "dist").rglob("*.yaml"))


@dataclass(frozen=True)
class Surroundings:
    """Where and how a synth runs; `from_folder` and `home` are made below a folder of the test."""

    checkout: str = "project"
    from_folder: str = "."
    mask: int = 0o022
    variables: dict[str, str] = field(default_factory=dict)


SURROUNDINGS = {
    "hash seed 0, locale C, far east, open umask": Surroundings(
        mask=0o000,
        variables={"PYTHONHASHSEED": "0", "LC_ALL": "C", "TZ": "Pacific/Kiritimati"},
    ),
    "hash seed 1, locale C.UTF-8, half an hour off, closed umask, path of a user with spaces and umlauts": Surroundings(
        checkout="Müllers Gehäuse/Гейт 日本/project (2)",
        from_folder="elsewhere",
        mask=0o077,
        variables={"PYTHONHASHSEED": "1", "LC_ALL": "C.UTF-8", "TZ": "America/St_Johns"},
    ),
    "random hash seed, locale POSIX, another user whose home is new": Surroundings(
        from_folder="project/docs",
        variables={
            "PYTHONHASHSEED": "random",
            "LC_ALL": "POSIX",
            "HOME": "home",
            "USER": "nobody",
            "LOGNAME": "nobody",
        },
    ),
    "Turkish, where I is no capital i": Surroundings(
        checkout="çöğü/project",
        variables={"PYTHONHASHSEED": "2", "LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8", "TZ": "Europe/Istanbul"},
    ),
    "locale C without the UTF-8 mode of Python": Surroundings(
        variables={"PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "LC_ALL": "C", "LANG": "C"},
    ),
    "Swedish, where V and W sort alike, and long ago": Surroundings(
        variables={"LANG": "sv_SE.UTF-8", "LC_COLLATE": "sv_SE.UTF-8", "SOURCE_DATE_EPOCH": "0"},
    ),
}


@pytest.mark.parametrize("surroundings", SURROUNDINGS.values(), ids=SURROUNDINGS)
def test_dist_is_the_same_bytes_whatever_the_surroundings(surroundings: Surroundings, tmp_path: Path) -> None:
    with umask(surroundings.mask):
        project = copy_ready_project(tmp_path / surroundings.checkout)
        (project / "dist").rename(tmp_path / "dist before")
        folder = tmp_path / surroundings.from_folder
        folder.mkdir(exist_ok=True)
        variables = dict(surroundings.variables)
        if "HOME" in variables:
            variables["HOME"] = str(tmp_path / variables["HOME"])
        done = run([project / ".venv/bin/python", project / "main.py"], folder, **variables)
    assert (done.returncode, done.stdout) == (0, ""), done.stderr
    assert tree(project / "dist") == tree(ROOT / "dist")


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_a_file_of_dist_is_utf_8_with_one_newline_at_its_end(file: Path) -> None:
    text = file.read_bytes().decode("utf-8")
    assert "\r" not in text
    assert text.endswith("\n")
    assert not text.endswith("\n\n")


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_a_file_of_dist_means_the_same_in_yaml_1_1_and_1_2(file: Path) -> None:
    newer = YAML(typ="safe", pure=True)
    newer.version = (1, 2)
    text = file.read_text(encoding="utf-8")
    documents = list(yaml.safe_load_all(text))
    assert documents
    assert documents == list(newer.load_all(text))


def test_dist_holds_manifests_only() -> None:
    assert [name for name in tree(ROOT / "dist") if not name.endswith(".k8s.yaml")] == []
    assert FILES
