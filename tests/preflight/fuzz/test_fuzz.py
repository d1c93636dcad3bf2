"""Inputs made at random, the same at each run: whatever they are, they are judged, soon, and with findings that fit."""

import os
import random
from collections import Counter
from pathlib import Path

from preflight.reading.files import read
from tests.preflight.fuzz.mutations import content, given
from tests.preflight.fuzz.oracle import problems_of_file, problems_of_objects
from tests.preflight.fuzz.shrinking import shrunk_bytes, shrunk_objects

import pytest

EXAMPLES = int(os.environ.get("FUZZ_EXAMPLES", "2000"))
"""Files; half as many calls with objects are made."""


def generator(target: str, number: int) -> random.Random:
    """Return what makes an input, so that each can be made again by itself."""
    return random.Random(f"{target} {number}")


def test_any_file_is_judged(tmp_path: Path) -> None:
    """Oracle: problems_of_file. An interpreter that crashes leaves the input in the file."""
    file = tmp_path / "any.yaml"

    def problems(data: bytes) -> list[str]:
        file.write_bytes(data)
        return problems_of_file(file)

    for number in range(EXAMPLES):
        data = content(generator("file", number))
        found = problems(data)
        if found:
            smallest = shrunk_bytes(data, lambda shorter: kinds(problems(shorter)) == kinds(found))  # noqa: B023
            pytest.fail(f"File {number}, made smaller: {smallest!r}\n" + "\n".join(problems(smallest) or found))


def test_any_objects_are_judged() -> None:
    """Oracle: problems_of_objects."""
    for number in range(EXAMPLES // 2):
        objects = given(generator("objects", number))
        found = problems_of_objects(objects)
        if found:
            smallest = shrunk_objects(objects, lambda fewer: kinds(problems_of_objects(fewer)) == kinds(found))  # noqa: B023
            problems = problems_of_objects(smallest) or found
            pytest.fail(f"Objects {number}, made smaller: {written(smallest)}\n" + "\n".join(problems))


def written(objects: object) -> str:
    """Write objects as Python does, if it can."""
    try:
        return repr(objects)
    except (ValueError, RecursionError) as error:  # a number of thousands of digits, or what is deep
        return f"they cannot be written: {error}"


def kinds(problems: list[str]) -> set[str]:
    """Return what is wrong, without the values."""
    return {problem.partition(".")[0] for problem in problems}


def test_the_files_are_of_many_kinds(tmp_path: Path) -> None:
    """Neither are nearly all unreadable, nor do nearly all hold what is valid."""
    file = tmp_path / "any.yaml"
    counts: Counter[str] = Counter()
    for number in range(500):
        file.write_bytes(content(generator("file", number)))
        reading = read([file])
        counts["objects"] += bool(reading.manifests)
        counts["findings"] += bool(reading.findings)
    assert counts["objects"] > 150
    assert counts["findings"] > 150
