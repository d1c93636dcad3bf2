# The one vocabulary, here and in CI. `make` lists it.
SHELL := /bin/bash
.DEFAULT_GOAL := help
.PHONY: help setup synth test imports docs examples lint fmt bench lock clean

PYTHON ?= python3
BIN := .venv/bin
CDK8S := $(BIN)/node node_modules/cdk8s-cli/bin/cdk8s

# Without byte code the generated imports are compiled again at every run: 0.2 s instead of 0.03 s.
unexport PYTHONDONTWRITEBYTECODE
export PIP_DISABLE_PIP_VERSION_CHECK := 1
# The versions are pinned here: no look-up for a newer cdk8s-cli at every run.
export CDK8S_CHECK_UPGRADE := false

help: ## list the targets
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## (.*)/  make \1\t\2/' | expand -t 20

setup: .venv/installed node_modules/installed ## install Python packages, Node and cdk8s-cli (every target does what it needs)

# An environment whose Python has gone is made anew.
$(shell [ -x .venv/bin/python ] || rm -rf .venv)

.venv/created:
	@echo "==> Python environment in .venv, from $$(command -v $(PYTHON))"
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "error: $(PYTHON) is $$($(PYTHON) --version 2>&1), Python >= 3.11 is needed: run make PYTHON=/path/to/python3.11" >&2; exit 2; }
	@$(PYTHON) -m venv .venv || \
		{ echo "error: $(PYTHON) cannot make a virtual environment; on Debian: apt install python3-venv" >&2; exit 2; }
	@touch $@

.venv/installed: requirements.txt .venv/created
	@echo "==> Python packages and Node, from requirements.txt"
	@$(BIN)/python -m pip install --progress-bar off --require-hashes --requirement requirements.txt
	@touch $@

.venv/installed-tests: tests/requirements.txt .venv/installed
	@echo "==> Python packages for the tests, from tests/requirements.txt"
	@$(BIN)/python -m pip install --progress-bar off --require-hashes --requirement tests/requirements.txt
	@touch $@

node_modules/installed: package-lock.json package.json .venv/installed
	@echo "==> cdk8s-cli, from package-lock.json"
	@PATH="$(CURDIR)/$(BIN):$$PATH" npm ci --ignore-scripts --no-audit --no-fund --no-update-notifier
	@touch $@

synth: setup ## run `cdk8s synth`: main.py -> dist/
	@$(CDK8S) synth

test: setup .venv/installed-tests ## run the whole test suite
	@$(BIN)/python -m pytest

imports: setup .venv/installed-tests ## generate imports/ from the CRDs pinned in cdk8s.yaml (CRDS=folder: from local files)
	@PATH="$(CURDIR)/$(BIN):$$PATH" $(BIN)/python -m tools.imports $(if $(CRDS),--crds "$(CRDS)")

examples: setup ## run every example of docs/examples, each writes the manifests beside it
	@for example in docs/examples/*/main.py; do echo "==> $$example"; PYTHONPATH=. $(BIN)/python "$$example" || exit 1; done

docs: .venv/installed-tests ## generate docs/reference/ from the docstrings and docs/rules/ from the rules
	@$(BIN)/python -m tools.reference
	@$(BIN)/python -m tools.findings

lint: .venv/installed-tests ## check style, types and the import contract
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check
	@$(BIN)/mypy
	@$(BIN)/lint-imports

fmt: .venv/installed-tests ## format the Python sources
	@$(BIN)/ruff check --fix
	@$(BIN)/ruff format

bench: setup .venv/installed-tests ## measure, and write docs/benchmarks.md
	@mkdir -p .benchmarks
	@$(BIN)/python -m pytest -m benchmark --benchmark-json .benchmarks/latest.json
	@$(BIN)/python -m tools.benchmarks .benchmarks/latest.json

lock: .venv/installed-tests ## pin requirements.txt, tests/requirements.txt and package-lock.json anew
	@PATH="$(CURDIR)/$(BIN):$$PATH" tools/lock

clean: ## remove everything that set-up and synth leave behind, except dist/
	@rm -rf .venv node_modules .synth
