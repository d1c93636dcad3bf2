"""PyYAML's C loader alone, the yardstick of preflight; `python -m tests.benchmarks.load_yaml FILE`."""

import sys
from pathlib import Path

import yaml

text = Path(sys.argv[1]).read_text(encoding="utf-8")
print(sum(1 for _ in list(yaml.load_all(text, Loader=yaml.CSafeLoader))))
