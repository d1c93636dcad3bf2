"""A refusal names the user's own line, however deep in the constructs it is found."""

import inspect
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from constructs_lib import (
    HttpBackendRef,
    HttpPathMatch,
    HttpRoute,
    IpBlock,
    Listener,
    LoadBalancerIpPool,
    Platform,
)

import pytest
from cdk8s import Chart


def refused_value() -> None:
    HttpPathMatch.prefix("api")


def refused_value_of_a_classmethod() -> None:
    Listener.http("web", port=0)


def refused_generated_init() -> None:
    HttpBackendRef("web")


def refused_variation() -> None:
    replace(Listener.http("web"), port=0)


def refused_construct(folder: Path) -> None:
    HttpRoute(Chart(Platform(root=folder), "chart"), "web", namespace="web", parent_refs=[], rules=[])


def refused_field_of_a_patch(folder: Path) -> None:
    chart = Chart(Platform(root=folder), "chart")
    patch: dict[str, Any] = {"spec": {"block": []}}
    LoadBalancerIpPool(chart, "pool", blocks=[IpBlock.address("192.0.2.1")], merge_patch=patch)


@pytest.mark.parametrize(
    "function", [refused_value, refused_value_of_a_classmethod, refused_generated_init, refused_variation]
)
def test_the_note_names_the_line_that_wrote_a_value(function: Callable[[], None]) -> None:
    with pytest.raises(ValueError, match="Allowed") as caught:
        function()
    assert caught.value.__notes__ == [f"Written at {__file__}:{last_line(function)}"]


@pytest.mark.parametrize("function", [refused_construct, refused_field_of_a_patch])
def test_the_note_names_the_line_that_wrote_a_construct(function: Callable[[Path], None], tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"web|block") as caught:
        function(tmp_path)
    assert caught.value.__notes__ == [f"Written at {__file__}:{last_line(function)}"]


def last_line(function: Callable[..., None]) -> int:
    lines, start = inspect.getsourcelines(function)
    return start + len(lines) - 1
