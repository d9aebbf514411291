# Two commands to know: `make run` and `make test`. `make help` lists the rest.
SHELL := /bin/sh
.DEFAULT_GOAL := help

HOST ?= 127.0.0.1
PORT ?= 8050
# The first Python that is new enough; PYTHON=… takes another.
PYTHON ?= $(shell for name in python3.11 python3.12 python3.13 python3.14 python3; do \
	$$name -c 'import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 \
	&& { echo $$name; break; }; done)
BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
LOCKER := .locker/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --strip-extras --no-header

.PHONY: help run test check bench format lock pictures clean

help: ## list these targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-9s %s\n", $$1, $$2 }' Makefile

run: .venv/.ready-run ## serve the dashboard at http://127.0.0.1:8050 (PORT=, HOST= override)
	$(BIN)/hub-dashboard serve --host $(HOST) --port $(PORT)

test: .venv/.ready-test ## run every test (brings Chromium and PostgreSQL when they are missing)
	scripts/bring-test-tools
	$(BIN)/pytest --numprocesses auto --dist worksteal

check: .venv/.ready-test ## format, lint, types and import contracts, changing nothing
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: .venv/.ready-test ## measure what must stay fast
	$(BIN)/python -m benchmarks

format: .venv/.ready-test ## format the code and mend what the linter can mend
	$(BIN)/ruff check --fix-only .
	$(BIN)/ruff format .

pictures: .venv/.ready-test ## make the pictures in the README anew
	scripts/bring-test-tools
	$(BIN)/python -m scripts.pictures

lock: .locker/.ready ## lock requirements/*.in anew (UPGRADE=--upgrade takes newer versions)
	cd requirements && ../$(LOCKER) $(UPGRADE) run.in --output-file run.txt
	cd requirements && ../$(LOCKER) $(UPGRADE) test.in --output-file test.txt

clean: ## remove the environment, caches and builds (the embedded database stays)
	rm -rf .venv .locker build dist *.egg-info .pytest_cache .mypy_cache .ruff_cache \
		.hypothesis .import_linter_cache

.venv/.ready-run: requirements/run.txt pyproject.toml
	@test -n "$(PYTHON)" || { echo "This needs Python 3.11 or newer with its venv module:" \
		"install it, or name it with PYTHON=…" >&2; exit 1; }
	@$(BIN)/python -m pip --version >/dev/null 2>&1 || $(PYTHON) -m venv --clear .venv
	$(PIP) install --require-hashes -r requirements/run.txt
	$(PIP) install --no-deps --no-build-isolation --config-settings editable_mode=compat \
		--editable .
	@touch $@

.venv/.ready-test: requirements/test.txt .venv/.ready-run
	$(PIP) install --require-hashes -r requirements/test.txt
	@touch $@

.locker/.ready:
	$(PYTHON) -m venv .locker
	.locker/bin/python -m pip --disable-pip-version-check --quiet install uv
	@touch $@
