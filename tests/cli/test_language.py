"""Which language the command line speaks."""

from __future__ import annotations

import pytest

from coursewright.cli.language import language_of


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, "it"),
        ({"LC_ALL": "C"}, "it"),
        ({"LANG": "C.UTF-8"}, "it"),
        ({"LC_ALL": "POSIX", "LANGUAGE": "en"}, "it"),
        ({"LANG": "it_IT.UTF-8"}, "it"),
        ({"LANG": "it"}, "it"),
        ({"LANG": "it_CH@euro"}, "it"),
        ({"LANG": "en_US.UTF-8"}, "en"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
        ({"LC_MESSAGES": "en_GB.UTF-8", "LANG": "it_IT.UTF-8"}, "en"),
        ({"LC_ALL": "it_IT.UTF-8", "LC_MESSAGES": "en_GB.UTF-8"}, "it"),
        ({"LANG": "en_US.UTF-8", "LANGUAGE": "fr:it:en"}, "it"),
        ({"LANGUAGE": "en"}, "en"),
    ],
)
def test_language_is_that_of_the_system_or_italian(environment: dict[str, str], language: str) -> None:
    assert language_of([], environment) == language


@pytest.mark.parametrize("arguments", [["--language", "en", "check"], ["check", "--language=en"]])
def test_language_asked_for_wins_wherever_it_stands(arguments: list[str]) -> None:
    assert language_of(arguments, {"LC_ALL": "it_IT.UTF-8"}) == "en"


def test_language_is_not_asked_for_after_the_end_of_options() -> None:
    assert language_of(["schema", "--", "--language=en"], {}) == "it"


def test_language_after_new_course_is_that_of_the_course() -> None:
    assert language_of(["new", "course", "bees", "--language", "en"], {}) == "it"
    assert language_of(["--language=en", "new", "course", "api", "--language", "it"], {}) == "en"
    assert language_of(["new", "module", "course", "--language", "en"], {}) == "en"
