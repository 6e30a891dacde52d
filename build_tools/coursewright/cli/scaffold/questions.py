"""Questions to who sits at a terminal, in their language; elsewhere nothing is asked and the defaults hold."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeVar

import click

from coursewright.cli.refusal import RefusalError
from coursewright.cli.terminal import plain, say
from coursewright.locale import Wording
from coursewright.model.nearest import nearest
from coursewright.model.words import N_

AnswerT = TypeVar("AnswerT")


@dataclass(frozen=True)
class Questions:
    """Asks where ``asks`` says that somebody is there."""

    words: Wording
    asks: bool

    @classmethod
    def at_terminal(cls, words: Wording) -> Questions:
        """Questions that are asked where both input and output are a terminal."""
        return cls(words, sys.stdin.isatty() and sys.stdout.isatty())

    def text(
        self, given: AnswerT | None, question: str, default: str, read: Callable[[str], AnswerT]
    ) -> AnswerT:
        """What was given, else the answer (asked again while ``read`` refuses it), else the default, read."""
        if given is not None:
            return given
        if not self.asks:
            return read(default)
        while True:
            answer = click.prompt(self.words.text(question), default=default, show_default=bool(default))
            try:
                return read(str(answer))
            except RefusalError as refusal:
                self._tell(refusal)

    def choice(self, given: str | None, question: str, options: Mapping[str, str], default: str) -> str:
        """What was given, else the key of the option chosen by its number or key, else the default."""
        if given is not None or not self.asks or len(options) == 1:
            return given or default
        keys = list(options)
        for number, (key, title) in enumerate(options.items(), 1):
            say(f"  {number:>2}  {key}  {click.style(plain(title), dim=True)}" if title else f"  {number:>2}  {key}")

        def chosen(answer: str) -> str:
            if answer.isascii() and answer.isdigit() and 1 <= int(answer[:6]) <= len(keys):
                return keys[int(answer) - 1]
            if answer in options:
                return answer
            raise not_among(answer, keys)

        return self.text(None, question, default, chosen)

    def _tell(self, refusal: RefusalError) -> None:
        for sentence in (refusal.message, refusal.hint):
            if sentence:
                say(plain(self.words.text(sentence, **refusal.values)))


def not_among(found: str, known: list[str]) -> RefusalError:
    """The refusal of a word that is none of those known."""
    meant = nearest(found, known)
    hint = N_("Did you mean “{nearest}”?") if meant else N_("Known here: {known}.")
    return RefusalError(
        N_("“{found}” is not one of the values known here."), hint, found=found, nearest=meant, known=", ".join(known)
    )
