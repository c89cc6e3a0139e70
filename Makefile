# `make run` and `make test` are all you need; `make help` lists the rest.
PORT ?= 8000
HOST ?= 127.0.0.1
PYTHON ?= python3
export IMH_PUBLIC_URL ?= http://localhost:$(PORT)
export REFLEX_BACKEND_PORT = $(PORT)
SUDO := $(if $(filter 0,$(shell id -u)),,sudo)
DEBIAN := chromium fonts-liberation postgresql redis-server
BIN := .venv/bin
PY := $(BIN)/python
BUILT := .web/built-for-$(PORT)
SOURCES := $(shell find imh_parents content assets rxconfig.py reflex.lock -type f -not -path '*/__pycache__/*' -not -path 'assets/external/*' 2>/dev/null)

.PHONY: help run build test check content-check words bench bench-push clean tools lock screenshots
.DEFAULT_GOAL := help

help: ## this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 16

run: $(BUILT) ## install, build and serve on http://localhost:8000 (PORT=9000 make run changes it)
	-@$(PY) -m imh_parents village import curated > /dev/null && $(PY) -m imh_parents village publish > /dev/null  # so a place can be reported; serving does not depend on it
	@echo "Goed Genoeg: http://localhost:$(PORT)/"
	@exec $(PY) -m imh_parents serve --host $(HOST) --port $(PORT)

build: $(BUILT) ## build the static site into .web/build/client

$(BUILT): .venv/run.ok $(SOURCES)
	@rm -f .web/built-for-*  # first: a build that is stopped halfway is not up to date
	$(PY) -m imh_parents build
	@touch $@

test: .venv/dev.ok tools $(BUILT) ## every test, in a real browser too
	cd tests/web && ../../$(BIN)/bun test
	$(PY) -m pytest -m "not browser"
	$(PY) -m pytest -m browser  # apart: Playwright keeps an event loop running, and asyncio allows one

check: .venv/dev.ok tests/web/node_modules/ok content-check ## lint, types, content, catalogues
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	cd tests/web && ../../$(BIN)/bun run check

content-check: .venv/run.ok ## every fault in content/, in plain words
	$(PY) -m imh_parents check

words: .venv/run.ok ## bring content/i18n/*.po up to date with the code
	$(PY) -m imh_parents words

bench: .venv/dev.ok $(BUILT) ## how the build grows with the number of pages
	$(PY) -m tests.benchmarks.build_time

bench-push: .venv/dev.ok ## what a push costs; needs nginx (YARDSTICK=folder compares)
	$(PY) -m tests.benchmarks.push $(if $(YARDSTICK),--yardstick $(YARDSTICK))

screenshots: .venv/dev.ok ## new pictures for the manifest and this README, from the app that runs
	$(PY) -m tests.browser.screenshots

# For every Python from 3.11 on: Debian's own (3.11.2) needs a package that a later one does not.
lock: .venv/dev.ok ## renew the locked versions of Python packages
	$(PY) -m uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url pyproject.toml -o requirements.lock
	$(PY) -m uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url --group dev pyproject.toml -o requirements-dev.lock

clean: ## forget everything that was installed or built
	rm -rf .venv .web .states assets/external tests/web/node_modules

# --- what the targets above need -------------------------------------------------------------------------------------
tools: tests/web/node_modules/ok
	@(command -v chromium && command -v redis-server && ls /usr/lib/postgresql/*/bin/initdb) >/dev/null 2>&1 || ( \
		echo "Installing Debian's $(DEBIAN) for the tests" && $(SUDO) apt-get update -qq && $(SUDO) apt-get install -y -qq $(DEBIAN))

.venv/bin/python:
	$(PYTHON) -m venv .venv || ($(PYTHON) -m pip install --user virtualenv && $(PYTHON) -m virtualenv .venv)

.venv/run.ok: requirements.lock | .venv/bin/python
	$(PY) -m pip install -q --disable-pip-version-check --require-hashes -r requirements.lock
	@touch $@

.venv/dev.ok: requirements-dev.lock .venv/run.ok
	$(PY) -m pip install -q --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@touch $@

tests/web/node_modules/ok: tests/web/package.json tests/web/bun.lock .venv/run.ok
	cd tests/web && ../../$(BIN)/bun install --frozen-lockfile
	@touch $@
