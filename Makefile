# Each target sets up what it needs, says what it does, and is quick the second time.
#   make demo      a running site with demonstration data      (PORT=8710, TECUM_HOME=var/demo)
#   make run       the product on your own data folder         (TECUM_HOME=var/office)
#   make test      the whole test suite
#   make lint      format, lint, types, import contracts, documentation tests
#   make setup     the virtual environment alone
#   make bench     every measurement of bench/, results as JSON in bench/results/
#   make verifier  the offline verifier: one zipapp and one page, in build/
#   make rapidocr  a second recogniser of letters, for machines without Tesseract
#   make pictures  the pictures of the guides, taken from a demonstration; needs Chromium
#   make messages  the strings of the pages for translators; needs gettext (xgettext, msgmerge, msgfmt)
#   make lock      the lock files anew, with hashes, from pyproject.toml
#   make clean     away with builds and caches; data folders and .venv stay

PYTHON ?= python3
PORT ?= 8710
VENV := .venv
BIN := $(VENV)/bin
PACKS := $(patsubst %/pack.toml,%,$(wildcard packs/*/pack.toml))
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: help setup setup-dev rapidocr demo run test lint bench verifier pictures messages lock clean
.DEFAULT_GOAL := help

help:
	@sed -n '2,13s/^# *//p' Makefile

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "Tecum needs Python 3.11 or later; $(PYTHON) is $$($(PYTHON) --version). Set PYTHON=…"; exit 4; }
	@echo "Making the virtual environment $(VENV) …"
	@$(PYTHON) -m venv $(VENV)

$(VENV)/.product: requirements.lock pyproject.toml | $(BIN)/python
	@echo "Installing what the product needs (requirements.lock, checked by hash) …"
	@$(BIN)/python -m pip install --quiet --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install -qq --no-deps --no-build-isolation -e . 2>/dev/null \
	  || $(BIN)/python -m pip install --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.development: requirements-dev.lock $(VENV)/.product
	@echo "Installing what the tests need (requirements-dev.lock, checked by hash) …"
	@$(BIN)/python -m pip install --quiet --require-hashes -r requirements-dev.lock
	@touch $@

setup: $(VENV)/.product
	@echo "Ready: $(BIN)/tecum"

setup-dev: $(VENV)/.development

# Without what its packages ask for beyond the lock: a second cv2 in the place of the product's.
rapidocr: $(VENV)/.product
	@$(BIN)/python -c 'import sys; sys.exit(sys.version_info >= (3, 13))' \
	  || { echo "rapidocr-onnxruntime needs Python 3.11 or 3.12; Tesseract needs neither."; exit 4; }
	@$(BIN)/python -m pip install --quiet --no-deps --require-hashes -r requirements-rapidocr.lock
	@$(BIN)/tecum doctor | grep OCR

demo: $(VENV)/.product
	@trap : INT; TECUM_HOME="$${TECUM_HOME:-var/demo}" $(BIN)/tecum demo --address 127.0.0.1:$(PORT)

run: $(VENV)/.product
	@trap : INT; TECUM_HOME="$${TECUM_HOME:-var/office}" $(BIN)/tecum serve --address 127.0.0.1:$(PORT)

test: $(VENV)/.development
	@echo "Running the tests …"
	@$(BIN)/python -m compileall -q -j 0 src  # for what a shell or a sandbox forbids to keep it
	@$(BIN)/python -m pytest -n $${TECUM_TEST_PROCESSES:-auto} --dist loadgroup $(ARGS)

lint: $(VENV)/.development
	@echo "Format and lint …" && $(BIN)/ruff format --check . && $(BIN)/ruff check .
	@echo "Types …" && $(BIN)/mypy
	@echo "Import contracts …" && $(BIN)/lint-imports
	@echo "Law packs …" && $(BIN)/tecum packs check $(PACKS) && $(BIN)/tecum packs fmt --check $(PACKS)
	@echo "Documentation …" && $(BIN)/python -m pytest -q tests/docs

bench: $(VENV)/.development
	@for script in bench/*.py; do echo "== $$script"; $(BIN)/python $$script || case $$? in \
	  4) echo "Left out: what it measures is not installed." ;; *) exit 1 ;; esac; done

verifier: $(VENV)/.product
	@$(BIN)/python -m tecum.ledger.verifier.build build

pictures: $(VENV)/.development
	@$(BIN)/python -m tests.browser.pictures

messages: $(VENV)/.product
	@command -v msgfmt >/dev/null || { echo "Translators' strings need gettext (Debian: apt install gettext)."; exit 4; }
	@cd src/tecum && TECUM_HOME="$$(mktemp -d)" DJANGO_SETTINGS_MODULE=tecum.web.settings.base \
	  $(abspath $(BIN))/django-admin makemessages --locale es --no-location --no-wrap --no-obsolete
	@cd src/tecum/web/ui/locale/es/LC_MESSAGES && sed -i '/^"POT-Creation-Date:/d' django.po \
	  && msgfmt --check-format --statistics -o django.mo django.po

# The product's lock keeps to the versions of the tests' lock: what is tested is what runs.
lock: setup-dev
	@$(BIN)/python -m pip install --quiet uv
	@$(BIN)/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-header \
	  --no-emit-index-url --no-annotate --extra build --extra dev -o requirements-dev.lock pyproject.toml
	@$(BIN)/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-header \
	  --no-emit-index-url --no-annotate --extra build -c requirements-dev.lock \
	  -o requirements.lock pyproject.toml
	@$(BIN)/python -c 'import tomllib; print(*tomllib.load(open("pyproject.toml", "rb"))["project"]\
	  ["optional-dependencies"]["rapidocr"], sep="\n")' \
	  | $(BIN)/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-header \
	  --no-emit-index-url --no-annotate -c requirements.lock -o requirements-rapidocr.lock -

clean:
	@rm -rf build .pytest_cache .mypy_cache .ruff_cache .import_linter_cache
