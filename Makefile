# make run: the whole house, with a demo province. make test: everything that must hold.
SHELL := /bin/bash
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
WORKERS ?= 2
ENGLISH := README.md Makefile pyproject.toml docs/decisions docs/develop bench src tests demo assets
export PYTHONPATH := $(CURDIR)/src:$(CURDIR)
export PIP_DISABLE_PIP_VERSION_CHECK := 1
# Every process of the house starts from compiled modules.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: help setup assets run test check bench drill mutants lock clean
help: ; @grep -E '^# ' Makefile | cut -c3-

$(VENV)/.installed: requirements/dev.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || \
	  { echo 'Cần Python 3.11 trở lên. Cài rồi chạy: make PYTHON=python3.11 $(or $(MAKECMDGOALS),setup)' >&2; exit 2; }
	@$(PYTHON) -m venv $(VENV) || \
	  { echo 'Không lập được môi trường Python. Trên Debian: apt-get install python3-venv' >&2; exit 2; }
	@$(BIN)/python -m pip install --quiet --require-hashes --requirement requirements/dev.txt
	@$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

# make setup: the Python environment in .venv
setup: $(VENV)/.installed

# make assets: theme, fonts, icons; quick when nothing changed
assets: setup
	@test ! -f assets/build.py || $(BIN)/python assets/build.py

run: setup assets
	@exec $(BIN)/motcua run --demo $(ARGS)

# make check: lint, types, contracts, spelling
check: setup
	$(BIN)/ruff check --quiet .
	$(BIN)/ruff format --quiet --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache
	@files="$$(git ls-files '*.html')"; test -z "$$files" || $(BIN)/djlint --quiet --lint $$files
	@files="$$(ls -d $(ENGLISH) 2>/dev/null)"; $(BIN)/codespell $$files

test: assets check
	$(BIN)/python -m pytest --numprocesses=$(WORKERS) -m 'not drill' $(ARGS)

# make drill: the slow ones: kill web, worker and database amid work
drill: assets
	$(BIN)/python -m pytest -m drill $(ARGS)

# make mutants: spoil the rules of clock and dossiers, one spot at a time; the tests must notice
mutants: setup
	$(BIN)/python -m tests.rules.mutants $(ARGS)

# make bench NAME=lifecycle: measure; the diary is bench/README.md
bench: assets
	$(BIN)/motcua bench $(or $(NAME),lifecycle) $(ARGS)

# make lock: resolve and hash the requirements again
lock: setup
	@compile="$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url --no-annotate --upgrade" && \
	  $$compile pyproject.toml --output-file requirements/run.txt && \
	  $$compile pyproject.toml --group build --group dev --output-file requirements/dev.txt

clean:
	rm -rf $(VENV) build mutants node_modules .mypy_cache .ruff_cache .pytest_cache .hypothesis src/motcua/base/ui/static/ui
