"""Questions to who sits at a terminal, in their language; elsewhere nothing is asked and the defaults hold."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeVar

import click

from coursewright.cli.scaffold.lift import Lift
from coursewright.cli.scaffold.refused_word import not_among
from coursewright.cli.terminal import plain, say
from coursewright.door.errors import RefusalError
from coursewright.locale import Wording
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

    def read(self, given: str | None, question: str, default: str, read: Callable[[str], AnswerT]) -> AnswerT:
        """What was given, else the answer (asked again while ``read`` refuses it), else the default: as read."""
        if given is not None or not self.asks:
            return read(default if given is None else given)
        while True:
            answer = click.prompt(self.words.text(question), default=default, show_default=bool(default))
            try:
                return read(str(answer))
            except RefusalError as refusal:
                self._tell(refusal)

    def choose(self, given: str | None, question: str, options: Mapping[str, str], default: str) -> str:
        """What was given, else the key of the option chosen by its number or key, else the default."""
        if given is not None or not self.asks or len(options) == 1:
            return given or default
        keys = list(options)
        for number, (key, title) in enumerate(options.items(), 1):
            say(f"  {number:>2}  {key}  {plain(title)}".rstrip())

        def chosen(answer: str) -> str:
            if answer.isascii() and answer.isdigit() and 1 <= int(answer[:6]) <= len(keys):
                return keys[int(answer) - 1]
            if answer in options:
                return answer
            raise not_among(answer, keys)

        return self.read(None, question, default, chosen)

    def lift(self, lifts: Mapping[str, Lift]) -> Lift:
        """The one of these that is chosen by its competency; else the first."""
        titles = {identifier: lift.competency.title for identifier, lift in lifts.items()}
        return lifts[self.choose(None, N_("Which competency it is about"), titles, next(iter(titles)))]

    def _tell(self, refusal: RefusalError) -> None:
        for sentence in (refusal.message, refusal.hint):
            if sentence:
                say(plain(self.words.text(sentence, **refusal.values)))
