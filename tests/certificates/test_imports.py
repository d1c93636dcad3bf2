"""An app without certificates does not pay for them."""

import subprocess
import sys

from tools.imports import ROOT

WITHOUT = """
import sys
import tempfile

import constructs_lib
from cdk8s import Chart

with tempfile.TemporaryDirectory() as folder:
    app = constructs_lib.Platform(root=folder)
    domain = constructs_lib.Domain("example.com", name="com")
    chart = Chart(app, "chart")
    constructs_lib.Gateway(chart, "gateway", namespace="common", domains=[domain], cluster_issuer="letsencrypt")
    app.synth()
loaded = [name for name in sys.modules if name.startswith(("imports.io.cert_manager", "constructs_lib.certificates"))]
print(loaded)
"""


def test_a_gateway_imports_nothing_of_cert_manager() -> None:
    done = subprocess.run([sys.executable, "-c", WITHOUT], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
