"""The rule files are sound: every rule can be carried out, and no word or macro stands there in vain."""

from __future__ import annotations

import re
from typing import Any

import pytest

from dragoman.lexicon.tables import table, toml
from dragoman.times.grammar import grammar
from dragoman.times.guards import GUARDS
from dragoman.times.language import LANGUAGES
from dragoman.times.operations import OPERATIONS
from dragoman.times.pattern import Compiler, PatternError, expand


def patterns(data: dict[str, Any]) -> str:
    """All patterns of a rule file with their macros inserted, as one text."""
    return "\n".join(expand(text, data["macro"]) for rule in data["rule"] for text in rule["patterns"])


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_rule_names_an_operation_and_a_guard_that_exist(language: str) -> None:
    """A rule's `make` is one of the resolver's operations, its `guard` one of the conditions."""
    for rule in toml(f"{language}/times")["rule"]:
        assert rule["make"] in {*OPERATIONS, "number"}, rule["name"]
        assert rule.get("guard") in {None, *GUARDS}, rule["name"]


def test_no_operation_and_no_guard_is_dead() -> None:
    """Each operation and each guard serves a rule of some language."""
    rules = [rule for language in LANGUAGES for rule in toml(f"{language}/times")["rule"]]
    assert set(OPERATIONS) - {rule["make"] for rule in rules} == set()
    assert set(GUARDS) - {rule.get("guard") for rule in rules} == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_class_of_the_table_is_used_by_a_rule(language: str) -> None:
    """A class of words that no rule uses is dead and would mislead whoever adds a word to it."""
    used = set(re.findall(r"[A-Z_]{2,}", patterns(toml(f"{language}/times"))))
    classes = {row["class"] for row in table(f"{language}/times")}
    assert classes - used - {"NOTIME"} == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_macro_is_used(language: str) -> None:
    """A macro that no pattern inserts is dead."""
    data = toml(f"{language}/times")
    text = "\n".join(text for rule in data["rule"] for text in rule["patterns"]) + "\n".join(
        data["macro"].values()
    )
    assert [name for name in data["macro"] if f"@{name}" not in text] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_setting_is_known_in_all_languages(language: str) -> None:
    """Languages have the same settings, so that a new one can be checked against the others."""
    assert toml(f"{language}/times")["settings"].keys() == toml("en/times")["settings"].keys()


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_row_stands_twice_in_a_table(language: str) -> None:
    """A form has one value in a class."""
    rows = [(row["form"], row["class"]) for row in table(f"{language}/times")]
    assert len(rows) == len(set(rows))


@pytest.mark.parametrize(
    "pattern", ["", "MONTH (", "MONTH )", "MONTH?", "NOSUCHCLASS", "MONTH [ DAY", "month"]
)
def test_pattern_that_cannot_be_read_is_refused(pattern: str) -> None:
    """A mistake in a rule file is told when the file is read."""
    with pytest.raises(PatternError):
        Compiler(pattern, grammar("en").chars).compile()
