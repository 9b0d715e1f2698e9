# Everything a visitor types. `make demo` and `make test` do all their own set-up.
SHELL := /bin/bash
PYTHON ?= python3
PORT ?= 8000
VENV := .venv
BIN := $(VENV)/bin
UV := $(BIN)/uv
# the certificates of the system: a council's proxy signs with its own
PIP := $(UV) --system-certs pip
# compiled modules lie beside the environment, not in the tree: every command that a test begins would compile them anew
export PYTHONPYCACHEPREFIX := $(CURDIR)/$(VENV)/compiled
unexport PYTHONDONTWRITEBYTECODE

.PHONY: env test-env demo test check fix bench long lock docs sbom

env: $(VENV)/.base
test-env: $(VENV)/.test

$(UV):
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Trigpoint needs Python 3.11 or newer; on Debian 12: apt-get install python3 python3-venv"; exit 2; }
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null || { \
	  if [ "$$(id -u)" = 0 ]; then apt-get update -qq && apt-get install -y -qq --no-install-recommends python3-venv >/dev/null; \
	  else echo "Python's venv is missing: sudo apt-get install python3-venv"; exit 2; fi; }
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/uv.txt

$(VENV)/.base: requirements/base.txt $(UV)
	@$(PIP) install --quiet --python $(BIN)/python --require-hashes -r requirements/base.txt
	@$(PIP) install --quiet --python $(BIN)/python --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.test: requirements/test.txt requirements/spark.txt $(VENV)/.base
	@$(PIP) install --quiet --python $(BIN)/python --require-hashes -r requirements/test.txt -r requirements/spark.txt
	@touch $@

demo: env
	@$(BIN)/python -m trigpoint.cli.demo
ifdef SERVE
	@$(BIN)/trigpoint serve --store demo/store --data demo/web --port $(PORT) --place "Borderfield Council"
endif

test: test-env
	@bash tests/run

check: test-env
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports
	@$(BIN)/python docs/generate.py --check

fix: test-env
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .
	@$(BIN)/python docs/generate.py

bench: test-env
	@$(BIN)/python -m benchmarks
	@$(BIN)/python -m benchmarks.returns
	@[ ! -d demo/store ] || $(BIN)/python -m benchmarks.web
	@[ ! -d demo/store ] || $(BIN)/python -m benchmarks.crowd

long: test-env
	@bash tests/run --long

docs: test-env
	@$(PIP) install --quiet --python $(BIN)/python --require-hashes -r requirements/docs.txt
	@$(BIN)/python docs/generate.py && $(BIN)/mkdocs build --strict

sbom: env
	@$(BIN)/python deploy/sbom.py > sbom.cdx.json

lock: $(UV)
	@$(PIP) compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header -o requirements/uv.txt requirements/uv.in
	@$(PIP) compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header -o requirements/base.txt pyproject.toml requirements/build.in
	@$(PIP) compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header -c requirements/base.txt --group test -o requirements/test.txt pyproject.toml requirements/build.in
	@$(PIP) compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header -c requirements/base.txt --extra spark -o requirements/spark.txt pyproject.toml requirements/build.in
	@$(PIP) compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header -c requirements/test.txt --group docs -o requirements/docs.txt
