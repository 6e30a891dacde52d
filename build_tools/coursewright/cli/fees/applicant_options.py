"""The options by which one applicant is described: a question of each condition, in their order."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import click

from coursewright.cli.translated import Option
from coursewright.model.condition import Question
from coursewright.model.fee_rules import CONDITIONS_TO_FILL


def applicant_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the options; it takes the answers by their names."""
    questions = [question for condition in CONDITIONS_TO_FILL for question in condition.questions]
    for question in reversed(questions):
        command = _option(question)(command)
    return command


def _option(question: Question) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    name = option_name(question.name)
    if not question.value:
        return click.option(name, cls=Option, is_flag=True, help=question.about)
    kind = click.STRING if question.most is None else click.IntRange(1, question.most)
    return click.option(name, cls=Option, type=kind, metavar=question.value, help=question.about)


def option_name(name: str) -> str:
    """What the option of a question is called."""
    return f"--{name.replace('_', '-')}"
