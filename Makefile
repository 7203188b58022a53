# `make` runs everything that .ci/run checks. Each step alone: make lint, types, imports, tests, docs.
.PHONY: all lint types imports tests docs reference format

all: lint types imports docs tests

lint:
	uv run ruff check
	uv run ruff format --check

types:
	uv run mypy

imports:
	uv run lint-imports

docs:
	NO_MKDOCS_2_WARNING=1 uv run --group docs mkdocs build --strict --quiet

tests:
	uv run pytest

# Writes what is generated (docs/reference) and puts the code in form.
reference:
	uv run python scripts/build_reference.py

format:
	uv run ruff format
	uv run ruff check --fix
