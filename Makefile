# Everything that is done to a checkout. `make` alone lists the targets.

SHELL := bash
.SHELLFLAGS := -euo pipefail -c
MAKEFLAGS += --no-print-directory

# Where it is set, each program that a test starts would compile all modules anew: seconds each.
export PYTHONDONTWRITEBYTECODE :=

BIN := .venv/bin
UV ?= uv
GATED := domain crypto store bundle printing exchange services
LEAST := 94

ARGS ?=
SEED := $(or $(SEED),$(shell od -An -N3 -tu4 /dev/urandom | tr -d ' '))

.PHONY: help setup demo run screenshots samples registers test torture fuzz vectors bench check lock clean

help: ## list the targets
	@sed -nE 's/^([a-z]+):.*## (.*)/  \1\t\2/p' Makefile | expand -t 12

setup: ## install what is missing: system programs, .venv, libraries
	@packaging/setup.sh

demo: setup ## the sample year of 109 communes under build/demo; make demo ARGS="--communes 3"
	@rm -rf build/demo
	@$(BIN)/antq-desktop demo build/demo $(or $(ARGS),--communes 109)
	@if [[ -n $${DISPLAY:-}$${WAYLAND_DISPLAY:-} ]]; then \
	    ANTQ_PASSPHRASE=demo $(BIN)/antq-desktop --home build/demo/13285 gui; \
	fi

run: setup ## start the program; make run ARGS="--help" passes options
	@$(BIN)/antq-desktop $(ARGS)

screenshots: setup ## pictures of every screen under build/screenshots, the chosen ones in docs
	@QT_QPA_PLATFORM=offscreen $(BIN)/python packaging/screenshots.py

samples: setup ## pages of an invented year as pictures in docs/samples
	@$(BIN)/python packaging/samples.py

test: setup check ## all checks, all tests, and the coverage that each package owes
	@$(BIN)/coverage erase
	@$(BIN)/coverage run -m pytest -n 2 --dist worksteal --hypothesis-profile=ci
	@$(BIN)/coverage combine --quiet
	@$(BIN)/coverage report
	@for part in $(GATED); do \
	    echo "coverage of $$part: at least $(LEAST) %"; \
	    $(BIN)/coverage report --include="antq_desktop/$$part/*" --fail-under=$(LEAST) --format=total; \
	done

torture: setup ## kills, orders, 20 000 damaged bundles, a whole province; make torture SEED=1 repeats one run
	@echo "seed $(SEED)"
	@$(BIN)/pytest -q -n 2 -p no:randomly --torture $(SEED) \
	    tests/hard/test_kills.py tests/hard/test_kills_looking.py tests/hard/test_kills_people.py tests/hard/test_attachments.py \
	    tests/hard/test_hostile.py tests/hard/test_province.py \
	    tests/hard/test_orders.py tests/hard/test_orders_above.py \
	    tests/journeys/test_returned.py tests/gui/test_officer.py tests/gui/exchange/test_drop.py \
	    tests/gui/exchange/test_drop_year.py \
	    tests/unit/printing/test_long_books.py

fuzz: setup ## every parser against bytes that grow; make fuzz ARGS="--seconds 600 --only cms"
	@$(BIN)/python -m tests.fuzz.run $(ARGS)

vectors: setup ## make the test vectors of docs/bundle-format.md and their table anew; ARGS=--new makes only new ones
	@$(BIN)/python -W ignore -m tests.vectors.make $(ARGS)

bench: setup ## how much slower than the bare libraries; make bench ARGS="--sizes 100000"
	@QT_QPA_PLATFORM=$${QT_QPA_PLATFORM:-offscreen} $(BIN)/python -m bench $(ARGS)

check: setup ## style, types and layers
	@$(BIN)/ruff check --quiet
	@$(BIN)/ruff format --check --quiet
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-logo

registers: setup ## write docs/registers.md anew from the declarations
	@$(BIN)/python packaging/describe_registers.py

lock: ## resolve requirements.lock anew; needs uv (https://docs.astral.sh/uv), or UV=its path
	@$(UV) pip compile pyproject.toml --group dev --quiet --upgrade \
	    --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	    --custom-compile-command "make lock" --output-file requirements.lock

clean: ## remove what was built and cached; .venv stays
	@rm -rf build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	@rm -f .coverage .coverage.*
