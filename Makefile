# Two commands do everything on a fresh machine: `make serve` and `make test`. Python 3.11 or newer, make and git.

PYTHON ?= $(shell for name in python3.13 python3.12 python3.11 python3; do \
	$$name -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo $$name; break; }; done)
BIN := .venv/bin
READY := .venv/.ready
export NO_MKDOCS_2_WARNING = 1
# Tests begin hundreds of processes: each would compile everything anew where Python may not keep what it compiled.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: serve build docs pictures test lint scripts types contracts unit site browser durations fuzz killed properdocs mutation lowest wheel constraints format clean

serve: $(READY) ## show the demonstration, following every change
	$(BIN)/mkdocs serve

build: $(READY) ## build the demonstration once, into site/
	$(BIN)/mkdocs build --strict

docs: $(READY) ## the documents as a site of their own, into .cache/docs/
	$(BIN)/mkdocs build --config-file docs.yml
	@echo "Open .cache/docs/index.html"

pictures: $(READY) ## the pictures of docs/tour.md anew, with Chromium
	$(BIN)/python -m tests.documents.pictures

test: $(READY) ## every check; the last line is the total
	@tests/run

lint scripts types contracts unit site browser: $(READY) ## one check by itself
	@tests/run $@

durations: $(READY) ## where the tests' time goes: the processor seconds of each test and file (on Linux)
	@tests/run durations

fuzz: $(READY) ## what holds for any text and any journal, tried a hundred times as often
	HYPOTHESIS_PROFILE=thorough $(BIN)/python -m pytest -q -n 2 -m hypothesis

killed: $(READY) ## the commands that write, each killed 500 times at a moment that chance picks
	$(BIN)/python -m tests.attacks.killed 500

properdocs: $(READY) ## the tests of whole builds and of publishing once more, with ProperDocs in place of MkDocs
	AFTERWORD_TEST_HOST=properdocs $(BIN)/python -m pytest -q -n 2 --dist worksteal -m 'not browser' \
		tests/end_to_end tests/attacks/test_deploying.py tests/attacks/test_front_matter.py tests/cli/test_publish.py tests/cli/test_vault_verbs.py

lowest: $(READY) ## tests and a build with the lowest version of everything that pyproject.toml allows
	$(PYTHON) -m venv --clear .cache/lowest
	$(BIN)/python -m tests.lowest > .cache/lowest/constraints.txt
	.cache/lowest/bin/pip install --quiet --disable-pip-version-check --constraint .cache/lowest/constraints.txt --no-compile '.[tests]'
	.cache/lowest/bin/python -m pytest -q -n 2 tests/reading tests/analysis tests/pages tests/site tests/vault
	.cache/lowest/bin/mkdocs build --strict --site-dir .cache/lowest/site

wheel: $(READY) ## the package into dist/, from what is committed, built twice and equal to the byte
	@.ci/wheel

constraints: ## the newest version of everything, into constraints.txt; with the oldest Python that Afterword takes
	$(PYTHON) -m venv --clear .cache/newest
	.cache/newest/bin/pip install --quiet --disable-pip-version-check --no-compile '.[dev,mutation]'
	.cache/newest/bin/pip freeze --exclude mkdocs-afterword | LC_ALL=C sort -f > .cache/newest/constraints.txt
	mv .cache/newest/constraints.txt constraints.txt
	@git diff --stat -- constraints.txt

mutation: $(READY) ## small faults, and how many of them the tests notice; takes half an hour on a quiet machine
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
