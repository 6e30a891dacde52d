"""The options by which one applicant is described: a question of each condition, in their order."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import click

from coursewright.cli.shared_options import DAY, NUMBER
from coursewright.cli.translated import Option, translated
from coursewright.model.condition import Answer, Question
from coursewright.model.fee_rules import CONDITIONS_TO_FILL
from coursewright.model.words import N_

_MOST = 1_000_000
_VALUES: Mapping[Answer, str] = {
    Answer.COUNT: NUMBER,
    Answer.NAME: N_("NAME"),
    Answer.CODE: N_("CODE"),
    Answer.DAY: DAY,
    Answer.PERIODS: N_("PERIODS"),
}


def applicant_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the options; it takes the answers by their names."""
    questions = [question for condition in CONDITIONS_TO_FILL for question in condition.questions]
    command = click.option(
        "--given",
        cls=Option,
        multiple=True,
        metavar=N_("NAME=VALUE"),
        callback=_given,
        help=N_("What a column of the course's own holds; once for each."),
    )(command)
    for question in reversed(questions):
        command = _option(question)(command)
    return command


def _given(_ctx: click.Context, _parameter: click.Parameter, values: tuple[str, ...]) -> dict[str, str]:
    """What is given, by name."""
    for value in values:
        if "=" not in value:
            raise click.BadParameter(translated(N_("write it as NAME=VALUE.")))
    return {name.strip(): said.strip() for name, _, said in (value.partition("=") for value in values)}


def _option(question: Question) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    name, value = option_name(question.name), _VALUES.get(question.answer)
    if value is None:
        return click.option(name, cls=Option, is_flag=True, help=question.about)
    kind = click.IntRange(1, _MOST) if question.answer is Answer.COUNT else click.STRING
    return click.option(name, cls=Option, type=kind, metavar=value, help=question.about)


def option_name(name: str) -> str:
    """What the option of a question is called."""
    return f"--{name.replace('_', '-')}"
