"""The command ``coursewright``: its commands, and what holds for all of them."""

from __future__ import annotations

import gettext
import os
import sys
from collections.abc import Mapping, Sequence
from importlib.metadata import version
from importlib.resources import files
from itertools import pairwise

import click

from coursewright.cli.findings_report import refusal_as_json, tell_blocked
from coursewright.cli.invocation import Invocation, invocation_options
from coursewright.cli.refusal import INTERRUPTED, SYSTEM_REFUSES
from coursewright.cli.terminal import plain, prepare_streams, say
from coursewright.cli.translated import COMMAND_PLACE, LazyGroup, Option, translated
from coursewright.door.errors import BlockedError, RefusalError
from coursewright.locale import LANGUAGES, Wording, wording
from coursewright.model.words import N_

_NO_LANGUAGE = {"", "C", "POSIX"}
# After this command the option is about what is made: an Italian may begin a course in English.
_OWN_LANGUAGE = ("new", "course")
NAME = "coursewright"
_TRACEBACK = "COURSEWRIGHT_TRACEBACK"
# What each command does, here so that the list of commands imports none of them.
SUMMARIES = {
    "new": N_("Begin a course, or something in one."),
    "check": N_("Say what is wrong or doubtful in the course's files."),
    "serve": N_("Show the site while you write it."),
    "build": N_("Make the course's site."),
    "fees": N_("Show a cohort's prices, with their proof."),
    "quote": N_("Say what one applicant would pay, and why."),
    "settle": N_("Settle a file of applications: amounts, scholarships, waiting list."),
    "calendar": N_("Show when a cohort meets, and make its calendar feeds."),
    "group": N_("Show who carries what in a group, what it may become, and the path there."),
    "translations": N_("Bring the translations of the course's texts up to date."),
    "schema": N_("Print the JSON Schema of a kind of file, for editors."),
}


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


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and leave with its status: 0 fine, 1 an error or a refusal, 2 wrong use."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    words = wording(language_of(given, os.environ))
    speak(words.language)
    prepare_streams()
    sys.exit(_status(given, words))


def _status(arguments: list[str], words: Wording) -> int:
    try:
        result = program.main(arguments, prog_name=NAME, standalone_mode=False, obj=Invocation(words))
        return result if isinstance(result, int) else 0
    except RefusalError as refusal:
        return _refuse(refusal, words, as_document=_wants_json(arguments))
    except BlockedError as error:
        return tell_blocked(error.findings, words, as_document=_wants_json(arguments))
    except click.ClickException as error:
        _explain(error)
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        say(words.text(INTERRUPTED), err=True)
        return 1
    except OSError as error:
        return _system_error(error, words)
    # Anything else is the tool's own mistake, and is told as such: who writes a course reads no tracebacks.
    except Exception as error:
        return _own_error(error, words)


def _wants_json(arguments: Sequence[str]) -> bool:
    """Whether what is printed is read by a program, which wants a document even where nothing is done."""
    return "--format=json" in arguments or ("--format", "json") in pairwise(arguments)


def _refuse(refusal: RefusalError, words: Wording, as_document: bool) -> int:
    if as_document:
        say(refusal_as_json(refusal))
        return 1
    say(plain(words.text(refusal.message, **refusal.values)), err=True)
    if refusal.hint:
        say(f"    {plain(words.text(refusal.hint, **refusal.values))}", err=True)
    return 1


def _explain(error: click.ClickException) -> None:
    """Say what is wrong with the arguments, after the usage of the command they are for."""
    if isinstance(error, click.UsageError) and error.ctx is not None:
        say(error.ctx.get_usage(), err=True)
        help_call = f"{error.ctx.command_path} --help"
        say(translated(N_("“{command}” tells more.")).format(command=help_call), err=True)
        say(err=True)
    message = plain(error.format_message().replace("\n\t", " ").replace("\n", " "))
    say(translated(N_("Error: {message}")).format(message=message), err=True)


def _system_error(error: OSError, words: Wording) -> int:
    """Say what the system does not allow. (That a reader went away, as with ``| head``, click passes over.)"""
    what = plain(str(error.filename or ""))
    reason = plain(error.strerror or str(error))
    say(words.text(SYSTEM_REFUSES, reason=reason, file=what or "-"), err=True)
    return 1


def _own_error(error: Exception, words: Wording) -> int:
    """Say that the tool itself is at fault, without a traceback unless it is asked for."""
    if os.environ.get(_TRACEBACK):
        raise error
    failure = plain(f"{type(error).__name__}: {error}")
    say(words.text(N_("coursewright stopped at a mistake of its own: {failure}"), failure=failure), err=True)
    hint = N_("This is not your mistake. Who takes care of the tool sees where with {variable}=1.")
    say(f"    {words.text(hint, variable=_TRACEBACK)}", err=True)
    return 1


def _show_version(ctx: click.Context, _: click.Parameter, asked: bool) -> None:
    if asked and not ctx.resilient_parsing:
        say(f"{NAME} {version(NAME)}")
        ctx.exit()


@click.group(
    cls=LazyGroup,
    package="coursewright.cli.commands",
    summaries=SUMMARIES,
    help=N_("Compile a training course kept as plain text into a site, and check it."),
    invoke_without_command=True,
    subcommand_metavar=COMMAND_PLACE,
)
@invocation_options
@click.option(
    "--version",
    cls=Option,
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_show_version,
    help=N_("Show the version and exit."),
)
@click.pass_context
def program(ctx: click.Context) -> int:
    """Show what there is where no command is named; that is wrong use."""
    if ctx.invoked_subcommand is None:
        say(ctx.get_help(), err=True)
        ctx.exit(2)
    return 0
