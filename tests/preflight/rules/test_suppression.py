"""Annotations that ignore findings, with a reason."""

from preflight.finding import Finding, ResourceKey
from preflight.report.text import findings_text
from preflight.rules.suppression import suppress
from preflight.snapshot import Manifest

import pytest

KEY = ResourceKey("", "Service", "web", "shop")
OTHER = ResourceKey("", "Service", "web", "blog")


def service(annotations: object, name: str = "shop") -> Manifest:
    metadata = {"name": name, "namespace": "web", "annotations": annotations}
    return Manifest(data={"apiVersion": "v1", "kind": "Service", "metadata": metadata})


def finding(code: str = "GH409", resource: ResourceKey | None = KEY) -> Finding:
    return Finding(code=code, reason="So it is.", fix="Change it.", resource=resource)


def test_a_finding_is_ignored_on_the_object_that_says_so_only() -> None:
    manifests = [service({"gatehouse.dev/ignore.GH409": "Opened by hand."}), service({}, "blog")]
    others = [finding(resource=OTHER), finding("GH410"), finding(resource=None)]
    left, number = suppress([finding(), finding(), *others], manifests, {KEY, OTHER})
    assert left == tuple(others)
    assert number == 2


def test_one_that_ignores_nothing_is_found_where_all_rules_have_looked() -> None:
    manifests = [service({"gatehouse.dev/ignore.GH409": "Opened by hand."})]
    left, number = suppress([], manifests, {KEY})
    assert number == 0
    assert findings_text(left) == (
        "warning GH004: Service web/shop: metadata.annotations[gatehouse.dev/ignore.GH409]: There is no GH409 on this "
        "object.\n  fix: Remove the annotation."
    )
    assert suppress([], manifests, set()) == ((), 0)


def test_without_a_reason_it_counts_for_nothing() -> None:
    for reason in ("", "  "):
        left, number = suppress([finding()], [service({"gatehouse.dev/ignore.GH409": reason})], {KEY})
        assert number == 0
        assert findings_text(left[1:]) == (
            "warning GH003: Service web/shop: metadata.annotations[gatehouse.dev/ignore.GH409]: It does not say why "
            "GH409 is to be ignored, so it is not.\n  fix: Write the reason as its value."
        )


def test_what_is_no_code_or_is_about_preflight_itself_cannot_be_ignored() -> None:
    for code, said in {
        "GH4090": "'GH4090' is no code that can be ignored.\n  fix: Write gatehouse.dev/ignore.GH409.",
        "GH001": "'GH001' is no code that can be ignored.\n  fix: Write the code of the finding, such as GH403.",
        "GH5": "'GH5' is no code that can be ignored.\n  fix: Write the code of the finding, such as GH403.",
        "gh403": "'gh403' is no code that can be ignored.\n  fix: Write gatehouse.dev/ignore.GH403.",
        "shop": "'shop' is no code that can be ignored.\n  fix: Write the code of the finding, such as GH403.",
    }.items():
        left, _ = suppress([], [service({f"gatehouse.dev/ignore.{code}": "Why not."})], {KEY})
        where = f"warning GH003: Service web/shop: metadata.annotations[gatehouse.dev/ignore.{code}]: "
        assert findings_text(left) == where + said


@pytest.mark.parametrize("key", ["gatehouse.dev/ignore", "gatehouse.dev/ignore."])
def test_an_annotation_without_a_code_ignores_nothing(key: str) -> None:
    left, number = suppress([finding()], [service({key: "Why not."})], {KEY})
    assert (left[0], number) == (finding(), 0)
    assert findings_text(left[1:]) == (
        f"warning GH003: Service web/shop: metadata.annotations[{key}]: It names no code, so nothing is ignored.\n"
        "  fix: Write gatehouse.dev/ignore.CODE with the code of the finding, such as gatehouse.dev/ignore.GH403."
    )
    others = service({"gatehouse.dev/ignored": "x", "gatehouse.dev/ignores.GH409": "x"})
    assert suppress([], [others], {KEY}) == ((), 0)


def test_annotations_of_any_shape_are_read() -> None:
    shapes: tuple[object, ...] = (None, "text", [], {"gatehouse.dev/ignore.GH409": 7}, {7: "x"})
    for annotations in shapes:
        manifest = service(annotations)
        left, number = suppress([finding()], [manifest, Manifest(data={"metadata": 7})], {KEY})
        assert left[0] == finding()
        assert number == 0
