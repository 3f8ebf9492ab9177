# setup   a virtual environment in .venv with variorum and what it needs, pinned and hash-checked
# demo    collate the example and name the page
# check   style, types, import contract
# test    check, then all tests, in random order, with no network
# eval    measure every task on the data in ../shared/data; writes docs/scoreboard.md and tests/accuracy/floors.json;
#         with any of DATA=FOLDER SPLIT=test TASK=name ERRORS=20 JSON=FILE SAMPLE=1 it only prints, and writes nothing here;
#         LOWER="reason" lets floors fall that no longer hold, and keeps the reason
# bench   measure speed, memory and growth; writes docs/benchmarks.md
# docs    write again what is generated: glossary, schema, command line, codes
# pins    write the pinned requirements again (needs uv)

SHELL := /bin/bash
.DELETE_ON_ERROR:
.PHONY: setup demo check test eval bench docs pins clean

PYTHON ?= $(firstword $(foreach name,python3.13 python3.12 python3.11 python3,$(shell $(name) -c 'import sys; sys.version_info >= (3, 11) and print("$(name)")' 2>/dev/null)))
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet

setup: $(VENV)/.base

$(BIN)/python:
	@test -n "$(PYTHON)" || { echo "variorum needs Python 3.11 or later; none found (set PYTHON=...)" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.pip: | $(BIN)/python
	@$(PIP) --version >/dev/null 2>&1 || $(BIN)/python -m ensurepip
	@touch $@

$(VENV)/.base: requirements/base.txt requirements/build.txt pyproject.toml | $(VENV)/.pip
	$(PIP) install --require-hashes -r requirements/base.txt
	$(PIP) install --require-hashes -r requirements/build.txt
	$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.dev: requirements/dev.txt $(VENV)/.base
	$(PIP) install --require-hashes -r requirements/dev.txt
	@touch $@

demo: $(VENV)/.base
	@mkdir -p out
	$(BIN)/variorum collate examples/istanbul --output out/istanbul.json
	$(BIN)/variorum verify out/istanbul.json
	$(BIN)/variorum collate examples/istanbul --output out/istanbul.html
	@echo "the page: $(CURDIR)/out/istanbul.html"

check: $(VENV)/.dev
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache

test: check
	$(BIN)/python -m pytest

eval: $(VENV)/.dev
	$(BIN)/python -m evaluation $(if $(DATA)$(SPLIT)$(TASK)$(ERRORS)$(JSON)$(SAMPLE),$(if $(DATA),--data "$(DATA)") $(if $(SPLIT),--split $(SPLIT)) $(foreach task,$(TASK),--task $(task)) $(if $(ERRORS),--errors $(ERRORS)) $(if $(JSON),--json "$(JSON)") $(if $(SAMPLE),--sample),--write $(if $(LOWER),--lower "$(LOWER)"))

bench: $(VENV)/.dev
	$(BIN)/python -m benchmarks

docs: $(VENV)/.dev
	$(BIN)/python docs/generate.py

pins:
	uv pip compile -q --generate-hashes --no-header --universal --python-version 3.11 requirements/base.in -o requirements/base.txt
	uv pip compile -q --generate-hashes --no-header --universal --python-version 3.11 requirements/build.in -o requirements/build.txt
	uv pip compile -q --generate-hashes --no-header --universal --python-version 3.11 requirements/dev.in -c requirements/base.txt -o requirements/dev.txt

clean:
	rm -rf out build dist .mypy_cache .ruff_cache
