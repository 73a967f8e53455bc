# make demo   reads the example article, writes its report, and shows who says what in the example case
# make test   installs what the tests need and runs them
# make lint   style, types and import contracts
# make gate   scores the engine on the gold and compares with the floors
# make train  trains the attribution model anew
# make bench  measures speed, stage by stage

PYTHON ?= python3
VENV   ?= .venv
BIN    := $(VENV)/bin
DEMO   ?= demo

.PHONY: demo test lint gate train bench clean
.DEFAULT_GOAL := demo

$(BIN)/python:
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --upgrade "pip>=25.1"

$(VENV)/.installed: $(BIN)/python pyproject.toml
	$(BIN)/pip install --quiet --editable .
	@touch $@

$(VENV)/.developed: $(VENV)/.installed
	$(BIN)/pip install --quiet --group dev
	@touch $@

demo: $(VENV)/.installed
	@mkdir -p $(DEMO)
	@$(BIN)/whosays read examples/article.txt --assume-published 2025-02-01 --table --html $(DEMO)/article.html
	@rm -f $(DEMO)/kursk.case*
	@$(BIN)/whosays add $(DEMO)/kursk.case examples/kursk/reports.jsonl --jobs 2
	@$(BIN)/whosays add $(DEMO)/kursk.case examples/article.txt --assume-published 2025-02-01
	@$(BIN)/whosays who $(DEMO)/kursk.case "soldiers fight alongside" --as-of 2025-02-01 --table
	@$(BIN)/whosays matrix $(DEMO)/kursk.case --as-of 2025-05-01 --table

test: $(VENV)/.developed
	@bash tests/browser/install || true
	$(BIN)/python -m pytest

lint: $(VENV)/.developed
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

gate: $(VENV)/.developed
	$(BIN)/whosays gate

train:
	@bash training/run

bench: $(VENV)/.developed
	$(BIN)/pip install --quiet --group bench
	$(BIN)/python -m bench
	$(BIN)/python -m bench.normalisers

clean:
	rm -rf $(VENV) build dist node_modules $(DEMO)
