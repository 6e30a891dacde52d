"""Which language the command line speaks: what is asked for, else that of the system, else Italian."""

from __future__ import annotations

import gettext
import os
from collections.abc import Mapping, Sequence
from importlib.resources import files

from coursewright.locale import LANGUAGES

_NO_LANGUAGE = {"", "C", "POSIX"}
# After this command the option is about what is made: an Italian may begin a course in English.
_OWN_LANGUAGE = ("new", "course")


def language_of(arguments: Sequence[str], environment: Mapping[str, str]) -> str:
    """The language of ``--language`` among the arguments, else of the environment."""
    asked = _asked(arguments)
    return asked if asked in LANGUAGES else _of_environment(environment)


def speak(language: str) -> None:
    """Make click, which asks gettext for its words, find them in the tool's catalog of ``language``."""
    os.environ["LANGUAGE"] = language
    gettext.bindtextdomain("coursewright", str(files("coursewright.locale")))
    gettext.textdomain("coursewright")


def _asked(arguments: Sequence[str]) -> str | None:
    asked = None
    for position, argument in enumerate(arguments):
        if argument == "--" or tuple(arguments[position : position + 2]) == _OWN_LANGUAGE:
            break
        if argument == "--language" and position + 1 < len(arguments):
            asked = arguments[position + 1]
        elif argument.startswith("--language="):
            asked = argument.removeprefix("--language=")
    return asked


def _of_environment(environment: Mapping[str, str]) -> str:
    """As gettext chooses; Italian where the system names no language, English for one without a catalog."""
    names = (environment.get(name, "") for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    locale = next((name for name in names if name), "")
    if _short(locale) in _NO_LANGUAGE and locale:
        return LANGUAGES[0]
    for wanted in (*environment.get("LANGUAGE", "").split(":"), locale):
        if _short(wanted) in LANGUAGES:
            return _short(wanted)
    return "en" if locale else LANGUAGES[0]


def _short(locale: str) -> str:
    return locale.split(".")[0].split("@")[0].replace("-", "_").split("_")[0]
