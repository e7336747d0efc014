# `make demo` and `make test` prepare their own environment; nothing else need be installed but Python 3.11+.
PYTHON ?= python3
ENV := .venv
BIN := $(ENV)/bin

.PHONY: demo test check clean

demo: $(ENV)/ready
	$(BIN)/framing compare corpora/baltic-2022 --lexicon conflict --out report

test: $(ENV)/ready
	$(BIN)/python -m pytest -q --numprocesses logical --maxprocesses 4

check: $(ENV)/ready
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

$(ENV)/ready: requirements.txt pyproject.toml
	$(PYTHON) -c "import sys; sys.exit('Python 3.11 or newer is needed, this is ' + sys.version.split()[0] if sys.version_info < (3, 11) else 0)"
	$(PYTHON) -m venv $(ENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt
	FRAMING_COMPILE=0 $(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --editable .
	touch $@

clean:
	rm -rf $(ENV) report build *.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis
