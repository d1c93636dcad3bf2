"""What constructs_lib exports: each name from the module that defines it, and imported at its first use."""

import ast
import subprocess
import sys

import constructs_lib
from constructs_lib.modules import MODULES
from tools.imports import ROOT

SOURCE = ast.parse((ROOT / "constructs_lib" / "__init__.py").read_text(encoding="utf-8"))


def test_every_name_has_a_module() -> None:
    assert sorted([*MODULES, "Platform"]) == constructs_lib.__all__
    assert len(constructs_lib.__all__) == len(set(constructs_lib.__all__)) > 120


def test_type_checkers_see_what_is_imported_at_run_time() -> None:
    (for_types,) = [node for node in SOURCE.body if isinstance(node, ast.If)]
    seen = {
        alias.name: str(node.module).removeprefix("constructs_lib.")
        for node in for_types.body
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    }
    assert seen == dict(MODULES)


def test_every_name_is_defined_where_it_is_imported_from() -> None:
    found = {name: getattr(constructs_lib, name).__module__ for name in constructs_lib.__all__}
    assert found == {name: f"constructs_lib.{module}" for name, module in {**MODULES, "Platform": "app"}.items()}


def test_a_name_that_there_is_none_of_is_an_attribute_error() -> None:
    assert not hasattr(constructs_lib, "HTTPRoute")


def test_an_app_loads_what_it_uses_and_nothing_else() -> None:
    script = "import sys; from constructs_lib import Domain; print(*sorted(sys.modules))"
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    loaded = done.stdout.split()
    assert "constructs_lib.gateway.domain" in loaded
    assert [name for name in loaded if name in UNUSED or name.startswith("cdk8s_plus_27")] == []


UNUSED = ("imports.io.cert_manager", "imports.io.argoproj", "imports.io.cilium", "constructs_lib.load_balancing")
