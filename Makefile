# Two commands do everything on a fresh machine: `make serve` and `make test`. Python 3.11 or newer, make and git.

PYTHON ?= $(shell for name in python3.13 python3.12 python3.11 python3; do \
	$$name -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo $$name; break; }; done)
BIN := .venv/bin
READY := .venv/.ready
export NO_MKDOCS_2_WARNING = 1
# Tests begin hundreds of processes: each would compile everything anew where Python may not keep what it compiled.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: serve build test lint scripts types contracts unit site browser mutation format clean

serve: $(READY) ## show the demonstration, following every change
	$(BIN)/mkdocs serve

build: $(READY) ## build the demonstration once, into site/
	$(BIN)/mkdocs build --strict

test: $(READY) ## every check; the last line is the total
	@tests/run

lint scripts types contracts unit site browser: $(READY) ## one check by itself
	@tests/run $@

mutation: $(READY) ## small faults, and how many of them the tests notice; takes half an hour
	$(BIN)/pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[mutation]'
	nice $(BIN)/python benchmarks/mutation.py

format: $(READY) ## put the code into its form
	$(BIN)/ruff format plugins tests benchmarks
	$(BIN)/ruff check --fix plugins tests benchmarks

clean: ## remove what builds and tests leave behind
	rm -rf site dist .venv .cache .coverage* .hypothesis .mypy_cache .pytest_cache .ruff_cache .import_linter_cache

# Much of what the tools bring is never run, so that Python may compile what is as it comes to it.
$(READY): pyproject.toml constraints.txt
	@test -n "$(PYTHON)" || { echo "Afterword needs Python 3.11 or newer; none was found. Name yours: make PYTHON=/path/to/python3 ..."; exit 1; }
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --disable-pip-version-check --constraint constraints.txt --no-compile --editable '.[dev]'
	@touch $@
