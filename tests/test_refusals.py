"""Every refusal is raised where the user wrote it, before anything is synthesised."""

import traceback
from collections.abc import Callable
from dataclasses import is_dataclass
from pathlib import Path

from constructs_lib import Namespace
from tests.refusals import certificates, delivery, gateway, network, routes

import pytest
from cdk8s import Chart

REFUSED = [*certificates.REFUSED, *delivery.REFUSED, *gateway.REFUSED, *network.REFUSED, *routes.REFUSED]


@pytest.mark.parametrize("define", REFUSED, ids=range(len(REFUSED)))
def test_a_refusal_is_raised_at_the_user_s_own_line_before_synth(
    chart: Chart, tmp_path: Path, define: Callable[[Chart], object]
) -> None:
    _check_place(define, chart)
    assert list(tmp_path.iterdir()) == []


def test_a_second_object_is_refused_at_the_user_s_own_line(chart: Chart) -> None:
    _check_place(lambda chart: [Namespace(chart, name, name="a") for name in ("a", "b")], chart)


def _check_place(define: Callable[[Chart], object], chart: Chart) -> None:
    """Assert that the frames and the note of a refusal are at the lines of what the user wrote."""
    written_in = define.__code__.co_filename
    with pytest.raises(ValueError, match=r"Allowed: |has no field") as caught:
        define(chart)
    lines = {line for _, _, line in define.__code__.co_lines() if line is not None}
    frames = [frame for frame in traceback.extract_tb(caught.value.__traceback__) if frame.filename == written_in]
    own = {frame.lineno for frame in frames if frame.name != _check_place.__name__}
    assert own
    assert own <= lines
    (note,) = caught.value.__notes__
    file, _, line = note.removeprefix("Written at ").rpartition(":")
    assert file == written_in
    assert int(line) in lines


def test_no_value_can_be_changed_after_its_checks() -> None:
    import constructs_lib

    values = [value for name in constructs_lib.__all__ if is_dataclass(value := getattr(constructs_lib, name))]
    assert len(values) >= 18
    assert [value for value in values if not value.__dataclass_params__.frozen] == []  # type: ignore[union-attr]  # not in typeshed


def test_the_table_has_a_refusal_of_everything_that_a_platform_is_written_with() -> None:
    import constructs_lib

    called = {name for define in REFUSED for name in define.__code__.co_names}
    made_by_others = {"Cluster", "ExistingGateway", "GatewayListener"}
    takes_nothing_to_refuse = {"Platform"}
    assert set(constructs_lib.__all__) - called == made_by_others | takes_nothing_to_refuse
