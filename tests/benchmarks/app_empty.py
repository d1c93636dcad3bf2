"""An empty cdk8s app; `python -m tests.benchmarks.app_empty`."""

from cdk8s import App

App().synth()
