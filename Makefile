# Python 3.11 or newer and make are all this needs: every target sets up .venv first.
PYTHON ?= python3
PY := .venv/bin/python
CATALOGS := $(wildcard src/govdisclosure/locales/*/LC_MESSAGES/*.po)

export PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: demo test check bench accuracy golden docs clean

demo: .venv/.ready ## build a report, write it in every format, read it back
	$(PY) examples/demo.py

test: .venv/.ready ## run every test, docstring example and snippet of the docs
	$(PY) -m pytest -n auto --dist loadfile

check: .venv/.ready ## lint, both type checkers, doctests, arrows between rooms, docs
	$(PY) -m ruff check
	$(PY) -m ruff format --check
	$(PY) -m mypy
	$(PY) -m pyright --pythonpath $(PY)
	$(PY) -m pytest -q src docs README.md README.zh.md tests/test_arrows.py
	$(MAKE) docs

bench: .venv/.ready ## measure against the stated floors
	$(PY) -m benchmarks

accuracy: .venv/.ready ## read the corpus beside the project and write the table into docs/accuracy.md
	$(PY) -m tests.real.accuracy --write

golden: .venv/.ready ## remake the golden files: look at the difference before you commit it
	$(PY) -m pytest -q tests --golden

docs: .venv/.ready ## build the documentation into docs/_build, warnings are errors
	$(PY) -m sphinx -W --keep-going -q -b html docs docs/_build/html

clean:
	rm -rf .venv build dist docs/_build docs/reference out .hypothesis .mypy_cache .pytest_cache .ruff_cache

.venv/.ready: pyproject.toml hatch_build.py $(CATALOGS)
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "$(PYTHON) is missing or older than 3.11: make PYTHON=python3.11 ..."; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' || \
		{ echo "$(PYTHON) has no venv. On Debian and Ubuntu: apt-get install python3-venv"; exit 1; }
	$(PYTHON) -m venv .venv
	$(PY) -m pip install --quiet --editable '.[dev]'
	@touch $@
