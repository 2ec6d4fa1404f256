# Every target first sets up what it needs, once: packages by requirements.lock into .venv, and the
# system's text libraries where they are missing. `make help` lists the targets.

BRIEFINGS ?= briefings
OUTPUT ?= output
PYTHON ?=
export PYTHON

bin := .venv/bin
ifeq ($(shell uname),Darwin)
# Apple's loader looks into Homebrew's folder only where it is told to.
run := DYLD_FALLBACK_LIBRARY_PATH="$$(brew --prefix 2>/dev/null)/lib:/usr/local/lib:/usr/lib" $(bin)
else
run := $(bin)
endif

.PHONY: help brief test bench bench-blocks bench-gather lint types layers check lock clean

help: ## List the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-12s %s\n", $$1, $$2 }' Makefile

brief: .venv/.libraries ## Build the packs of every folder in BRIEFINGS (briefings/) into OUTPUT (output/)
	@status=0; for folder in "$(BRIEFINGS)"/*/; do \
		[ -d "$$folder" ] || { echo "error: no briefing folder in $(BRIEFINGS)" >&2; \
			echo "hint: $(bin)/scenesetter new $(BRIEFINGS)/NAME" >&2; exit 1; }; \
		folder=$${folder%/}; echo "Building $$folder"; \
		$(run)/scenesetter build "$$folder" --output "$(OUTPUT)" || status=$$?; \
	done; exit $$status

test: .venv/.libraries ## Run the tests; ARGS goes to pytest
	@echo "Running the tests"
	@$(run)/python -m pytest --numprocesses=auto --maxprocesses=8 --dist=loadfile --junit-xml="$(OUTPUT)/tests.xml" $(ARGS)
	@echo "$(OUTPUT)/tests.xml"

bench: .venv/.libraries ## Time a build against WeasyPrint alone on the same page
	@$(run)/python tests/bench/bench_build.py

bench-blocks: .venv/.packages ## Measure body against furniture on real pages (PAGES names their folder)
	@$(bin)/python tests/bench/bench_blocks.py $(PAGES)

bench-gather: .venv/.packages ## Measure the gathering on the data in ../shared (SHARED names another folder)
	@$(bin)/python -m tests.bench.bench_gather $(SHARED)

lint: .venv/.packages ## Style and form
	$(bin)/ruff check
	$(bin)/ruff format --check

types: .venv/.packages ## Strict types
	$(bin)/mypy

layers: .venv/.packages ## The one-way flow between the modules
	$(bin)/lint-imports --no-logo

check: lint types layers test ## All of these

lock: ## Pin the newest releases that pyproject.toml allows (needs uv)
	uv pip compile --quiet --upgrade --universal --generate-hashes --no-emit-index-url \
		--python-version 3.11 --group dev --custom-compile-command "make lock" \
		--output-file requirements.lock pyproject.toml

clean: ## Remove everything that these targets made
	rm -rf .venv dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find output -mindepth 1 ! -name .gitkeep -delete
	find src tests briefings \( -name __pycache__ -o -name .scenesetter-cache \) -prune -exec rm -rf {} +

.venv/.packages: requirements.lock pyproject.toml .ci/setup
	@echo "Setting up .venv (once; again when requirements.lock or pyproject.toml changes)"
	@.ci/setup environment .venv --require-hashes -r requirements.lock
	@.ci/setup environment .venv --no-build-isolation --no-deps --editable .
	@touch $@

.venv/.libraries: .venv/.packages
	@.ci/setup libraries
	@touch $@
