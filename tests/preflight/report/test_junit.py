"""JUnit XML: what any reader of it gets, read back with the standard library."""

from xml.etree import ElementTree

from preflight.finding import Finding
from preflight.report.junit import write
from preflight.report.outcome import Outcome
from tests.preflight.report.outcomes import RULE, TYPE, WEB, verdict, written


def test_each_object_is_a_test_case_and_what_could_not_be_read_is_an_error() -> None:
    root = ElementTree.fromstring(written(write))
    assert root.attrib == {"name": "preflight", "tests": "6", "failures": "2", "errors": "1"}
    (suite,) = root
    assert suite.attrib == root.attrib
    assert [
        (case.get("classname"), case.get("name"), case.get("line"), [part.tag for part in case]) for case in suite
    ] == [
        ("broken.yaml", "GH002", "3", ["error"]),
        ("apps.yaml", "GRPCRoute apps/shop", "30", ["system-out"]),
        ("gateway.yaml", "Gateway infra/main", "1", []),
        ("apps.yaml", "HTTPRoute apps/web", "1", ["failure"]),
        ("preflight", "Widget w", None, ["system-out"]),
        (r"a b,c:\x07%\udcff.yaml", r"ConfigMap \x1b[31m[red]\n::error::x\u202e%](y", "1", ["failure"]),
    ]


def test_a_failure_has_all_errors_of_its_object() -> None:
    root = ElementTree.fromstring(written(write, Outcome((verdict("v1", WEB, None, TYPE, RULE),))))
    failure = root.find("testsuite/testcase/failure")
    assert failure is not None
    assert failure.attrib == {"message": "2 errors", "type": "GH140"}
    assert failure.text == (
        "apps.yaml:9:7: error GH140: HTTPRoute apps/web: spec.rules[0]: A redirect has backends.\n"
        "  fix: Leave out 'backendRefs'.\n"
        "apps.yaml:14:15: error GH123: HTTPRoute apps/web: spec.rules[0].matches[1].path.type: "
        "'Glob' is not one of 'Exact' and 'PathPrefix'.\n"
        "  fix: Write one of these.\n"
        "  written at main.py:42, construct platform/apps/web"
    )


def test_a_failure_of_one_error_says_it_in_its_message() -> None:
    root = ElementTree.fromstring(written(write, Outcome((verdict("v1", WEB, None, RULE),))))
    failure = root.find("testsuite/testcase/failure")
    assert failure is not None
    assert failure.attrib == {"message": "spec.rules[0]: A redirect has backends.", "type": "GH140"}


def test_what_is_predicted_of_an_object_is_its_failure_too() -> None:
    predicted = (RULE, Finding(code="GH001", reason="The prediction failed.", fix="Report it."))
    root = ElementTree.fromstring(
        written(write, Outcome((verdict("gateway.networking.k8s.io/v1", WEB, None),), predicted=predicted))
    )
    assert root.attrib == {"name": "preflight", "tests": "2", "failures": "1", "errors": "1"}
    assert [[part.get("message") for part in case] for case in root.iter("testcase")] == [
        ["The prediction failed."],
        ["spec.rules[0]: A redirect has backends."],
    ]


def test_the_xml_is_ascii_whatever_was_read() -> None:
    key = WEB._replace(name="caf\u00e9<&\ufffe\ud800")
    text = written(write, Outcome((verdict("v1", key, None),)))
    assert text.isascii()
    assert text.startswith("<?xml version='1.0' encoding='us-ascii'?>\n")
    (case,) = ElementTree.fromstring(text).iter("testcase")
    assert case.get("name") == "HTTPRoute apps/caf\u00e9<&\\ufffe\\ud800"
