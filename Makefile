# Every target works from a fresh clone with Python >= 3.11 and make.
PYTHON ?= python3
VENV   ?= .venv
BIN    := $(VENV)/bin
OUT    ?= out
CORPUS ?= $(TREATYDIFF_CORPUS)
SEED   ?= 1

.DEFAULT_GOAL := help
.PHONY: help demo test check eval sample bench mutants fuzz golden fixtures docs sbom clean

help: ## list the targets
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /\1\t/' | expand -t 12

$(VENV)/.installed: pyproject.toml constraints.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e .
	touch $@

$(VENV)/.installed-dev: $(VENV)/.installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev]'
	touch $@

demo: $(VENV)/.installed ## compare two fixture drafts and write an HTML report
	@mkdir -p $(OUT)
	@$(BIN)/treatydiff compare fixtures/chain/1-national-draft.docx fixtures/chain/2-chairs-text.pdf --summary \
		--report html=$(OUT)/demo.html
	@echo "Report: $(OUT)/demo.html"

test: $(VENV)/.installed-dev ## run the tests
	$(BIN)/python -m pytest -n 2 --dist loadfile

check: $(VENV)/.installed-dev ## lint, types, import rules, known faults
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m tools.audit

sbom: $(VENV)/.installed ## what the package is made of, as CycloneDX JSON
	@mkdir -p $(OUT)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt packaging
	@$(BIN)/python -m tools.sbom $(OUT)/treatydiff.cdx.json
	@echo "Bill of materials: $(OUT)/treatydiff.cdx.json"

eval: $(VENV)/.installed-dev ## measures over the corpus (TREATYDIFF_CORPUS), one table; ONLY=judged needs none
	@TREATYDIFF_CORPUS="$(CORPUS)" $(BIN)/python -m tools.evaluate $(if $(ONLY),--only $(ONLY))

sample: $(VENV)/.installed-dev ## signals and silences drawn from the corpus, for a reader to judge (SEED)
	@TREATYDIFF_CORPUS="$(CORPUS)" $(BIN)/python -m tools.sample --seed $(SEED) -o $(OUT)/sample

RUNS   ?= 5
bench: $(VENV)/.installed-dev ## time the command beside other tools (PEERS: a virtual environment); stages, with a corpus
	@$(BIN)/python -m tools.side_by_side --runs $(RUNS) $(if $(PEERS),--peers $(PEERS))
	@$(BIN)/python -m tools.bench --only 6.6k 24k --against tools/stage_ratios.json
	@if test -d "$(CORPUS)"; then TREATYDIFF_CORPUS="$(CORPUS)" $(BIN)/python -m tools.bench; fi

SAMPLE ?= 150
mutants: $(VENV)/.installed-dev ## faults put into MODULE: which do the tests find?
	@$(BIN)/python -m tools.mutants $(MODULE) --sample $(SAMPLE) --seed $(SEED)

FUZZ   ?= 200
fuzz: $(VENV)/.installed-dev ## damaged inputs (FUZZ of each kind): is each read or refused?
	@$(BIN)/python -m tools.fuzz --inputs $(FUZZ) --seed $(SEED) --keep $(OUT)/fuzz

fixtures: $(VENV)/.installed-dev ## build the binary fixtures from their readable sources
	$(BIN)/python -m fixtures.build

golden: $(VENV)/.installed-dev ## write the expected outputs of the golden tests and of the notebook anew
	TREATYDIFF_GOLDEN=write $(BIN)/python -m pytest tests/golden tests/studies/brackets/test_renderings.py tests/docs/test_library_examples.py

docs: $(VENV)/.installed-dev ## the command reference, and the docs as a site in out/docs (mkdocs-material)
	$(BIN)/python -m tools.command_reference
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[docs]'
	NO_MKDOCS_2_WARNING=1 $(BIN)/python -m mkdocs build --quiet --strict

clean: ## remove what the other targets made
	rm -rf $(VENV) $(OUT)
