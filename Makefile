# `make` alone lists what there is. Every target first makes .venv when it is missing or out of date.
# Another Python than python3:  make handbook PYTHON=python3.12

PYTHON ?= python3
BIN := .venv/bin
# The language in which a command answers:  make pack FOR=ms
IN := $(if $(FOR),--for $(FOR))
# A file stays in one process, so that what its tests share is made once.
PYTEST := $(BIN)/pytest --numprocesses auto --dist loadfile
LOCK := uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-config --custom-compile-command 'make lock'
# --strict: a package that cannot be asked about is a failure.
ADVISORIES := pip-audit==2.10.1 --strict --disable-pip --require-hashes \
	-r scripts/requirements.txt -r tests/requirements.txt -r benchmarks/requirements.txt

.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help python venv handbook check preview clinic pack test test-all fuzz tools bench lock advisories clean

help: ## list these commands
	@echo 'A patient handbook on fractional CO2 laser treatment, as a website and in print.'
	@echo 'With FOR=ms behind it, a command answers in Malay; with FOR=ru, in Russian.'
	@echo
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1~\2/p' Makefile | awk -F'~' '{ printf "%-18s%s\n", $$1, $$2 }'

handbook: venv ## build the site and the printed handbooks into site/
	@$(BIN)/handbook build $(IN)

check: venv ## list every problem of the pages and the register; build nothing
	@$(BIN)/handbook check $(IN)

# Ctrl-C, which ends with 130, is no mistake: all answers are saved. The shell outlives it, so that make tells of none.
clinic: venv ## ask what your clinic puts into the handbook (QUESTION=phone for one question)
	@trap : INT; $(BIN)/handbook clinic $(IN) $(QUESTION) || [ $$? -eq 130 ]

preview: venv ## show the site in the browser, beside what the check says, while you write (PORT=8001 for another port)
	@$(BIN)/handbook preview $(IN) $(if $(PORT),--port $(PORT))

pack: venv ## build everything, and make one archive to upload
	@$(BIN)/handbook pack $(IN) $(if $(RELEASE),--release)

test: tools ## run ruff, mypy and the tests; what takes long on a fixed sample
	@$(BIN)/ruff check --quiet
	@$(BIN)/mypy --no-error-summary
	@$(PYTEST)

test-all: tools ## run them on everything, and see if the tests notice mistakes put into the program
	@$(BIN)/ruff check --quiet
	@$(BIN)/mypy --no-error-summary
	@$(PYTEST) --all
	@$(BIN)/python tests/mutants.py --sample 60

fuzz: python ## try made-up pages and data files (MINUTES=10; SEED=… repeats what was found)
	@$(PYTHON) scripts/prepare.py tests/requirements.txt
	@$(BIN)/python tests/fuzzing.py $(if $(MINUTES),--minutes $(MINUTES)) $(if $(SEED),--seed $(SEED))

bench: python ## measure the build beside plain MkDocs and WeasyPrint, and what the search finds beside two others
	@$(PYTHON) scripts/prepare.py benchmarks/requirements.txt
	@$(BIN)/python benchmarks/bench.py
	@$(BIN)/handbook build
	@$(BIN)/python benchmarks/searching.py
	@$(BIN)/python benchmarks/rivals.py

lock: ## write the files with exact versions and hashes anew (needs uv; UPGRADE=--upgrade for newer ones)
	@$(LOCK) $(UPGRADE) pyproject.toml --group build --output-file scripts/requirements.txt
	@$(LOCK) $(UPGRADE) --group test --constraint scripts/requirements.txt --output-file tests/requirements.txt
	@$(LOCK) $(UPGRADE) --group bench --constraint scripts/requirements.txt \
		--output-file benchmarks/requirements.txt

advisories: ## ask whether a weakness is known of one of these versions (needs uv and the internet)
	@uv tool run $(ADVISORIES)

clean: ## remove .venv and everything that was built
	@rm -rf .venv site .site-* build .cache .pytest_cache .mypy_cache .ruff_cache .hypothesis

venv: python
	@$(PYTHON) scripts/prepare.py

tools: python
	@$(PYTHON) scripts/prepare.py tests/requirements.txt
	@$(BIN)/python tests/tools.py

python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
		echo "The handbook needs Python 3.11 or newer; $(PYTHON) is $$($(PYTHON) --version 2>/dev/null || echo not there)." >&2; \
		echo "Name another one: make $(firstword $(MAKECMDGOALS)) PYTHON=python3.12" >&2; exit 2; }
