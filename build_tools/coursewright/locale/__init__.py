"""Words for people: interface messages and findings in the reader's language.

Messages are written in English in the code; ``LANGUAGE/LC_MESSAGES/coursewright.po`` puts them into another.
"""

from __future__ import annotations

import gettext
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from importlib.resources import as_file, files
from string import Formatter

from coursewright.model.condition import EVERYONE, Profile
from coursewright.model.finding import Finding, Value
from coursewright.model.money import Amount
from coursewright.model.reason import Reason
from coursewright.model.words import Sayable, Sentence, Several, Strong, Term, WeekdayName, WithWeekday

LANGUAGES = ("it", "en")
_ARTICLES = {"il": "l'", "dal": "dall'", "al": "all'", "del": "dell'", "nel": "nell'"}
_ELIDED = re.compile(r"\b([Ii]l|[Dd]al|[Aa]l|[Dd]el|[Nn]el) (?=(?:8|11) [a-z]|(?:8[0-9]?|11)(?:[.,][0-9]+)?%)")


@dataclass(frozen=True)
class FindingWords:
    """A finding told in one language; the hint may be empty."""

    message: str
    hint: str


@dataclass(frozen=True)
class Wording:
    """The words of one language."""

    language: str
    catalog: gettext.NullTranslations

    def text(self, message: str, **values: Value | Sayable) -> str:
        """``message`` in this language, its names in braces replaced by the values."""
        return self._filled(self.catalog.gettext(message) if message else "", values)

    def unfilled(self, message: str) -> str:
        """``message`` in this language, its names still in braces: the scripts of a page put the values there."""
        return self.catalog.gettext(message)

    def plural(self, one: str, many: str, count: int, **values: Value) -> str:
        """The form of the message that suits ``count``, which stands in it as ``{count}``."""
        return self._filled(self.catalog.ngettext(one, many, count), {"count": count, **values})

    def finding(self, finding: Finding) -> FindingWords:
        """What the finding says, and what to do about it."""
        code = finding.code
        hint = code.hint if self._knows(code.hint, finding) else code.otherwise
        return FindingWords(self.text(code.message, **finding.values), self.text(hint, **finding.values))

    def reason(self, reason: Reason) -> str:
        """The reason in a sentence."""
        return self.text(reason.code.sentence, **reason.values)

    def profile(self, profile: Profile) -> str:
        """The profile, its classes one after the other; that there is but one where the rules tell nobody apart."""
        classes = [self.text(each.code.sentence, **each.values) for each in profile]
        return "; ".join(classes) or self.text(EVERYONE)

    def day(self, day: date) -> str:
        """A day as people write it, such as 15 December 2022."""
        # Babel takes longer to load than most commands take to run, and few of them show a day.
        from babel.dates import format_date

        return str(format_date(day, "d MMMM y", locale=self.language))

    def weekday(self, day: date) -> str:
        """A day with its weekday, such as Thursday 15 December 2022."""
        from babel.dates import format_date

        return str(format_date(day, "EEEE d MMMM y", locale=self.language))

    def weekday_name(self, number: int) -> str:
        """The name of a weekday, counted from Monday, 0."""
        from babel.dates import get_day_names

        return str(get_day_names("wide", locale=self.language)[number])

    def instant(self, instant: datetime) -> str:
        """A day and time as people write them, such as 15 December 2022, 23:59; seconds where there are any."""
        shown = instant.strftime("%H:%M:%S" if instant.second else "%H:%M")
        return f"{self.day(instant.date())}, {shown}"

    def money(self, amount: Decimal, currency: str) -> str:
        """An amount as people write it, such as 1.450,00 €."""
        # As with days: few commands show an amount.
        from babel.numbers import format_currency

        return str(format_currency(amount, currency, locale=self.language))

    def _knows(self, message: str, finding: Finding) -> bool:
        return all(finding.values.get(name) not in (None, "") for name in _names(message))

    def _filled(self, message: str, values: Mapping[str, Value | Sayable]) -> str:
        shown = {name: self.shown(value) for name, value in values.items()}
        text = message.format_map(shown)
        if self.language == "it" and shown and ("8 " in text or "11 " in text or "%" in text):
            return _ELIDED.sub(_elided, text)
        return text

    def shown(self, value: Value | Sayable) -> str:
        """A value as the sentences of this language name it; a sentence as it is told."""
        if isinstance(value, Sentence):
            return self.text(value.message, **value.values)
        if isinstance(value, Several):
            return value.between.join(map(self.shown, value.items))
        if isinstance(value, Strong):
            return self.shown(value.word)
        if isinstance(value, WeekdayName):
            return self.weekday_name(value.number)
        if isinstance(value, WithWeekday):
            return self.weekday(value.day)
        if isinstance(value, Amount):
            return self.money(value.value, value.currency)
        if isinstance(value, Term):
            return self.catalog.gettext(str(value))
        if isinstance(value, datetime):
            return self.instant(value)
        if isinstance(value, date):
            return self.day(value)
        if isinstance(value, Reason):
            return self.reason(value)
        if isinstance(value, tuple):
            return self.profile(value)
        return "" if value is None else str(value)


def _elided(article: re.Match[str]) -> str:
    """Italian articles before eight, eighty and eleven: l'8, dall'11, l'80%."""
    contracted = _ARTICLES[article[1].lower()]
    return contracted if article[1].islower() else contracted.capitalize()


def _names(message: str) -> tuple[str, ...]:
    return tuple(name for _, name, _, _ in Formatter().parse(message) if name)


@cache
def wording(language: str) -> Wording:
    """The words of ``language`` (such as ``it`` or ``it_IT.UTF-8``); English where it has no catalog."""
    short = language.replace("-", "_").split("_")[0].split(".")[0].lower()
    if short not in LANGUAGES or short == "en":
        return Wording("en", gettext.NullTranslations())
    compiled = files(__package__) / short / "LC_MESSAGES" / "coursewright.mo"
    with as_file(compiled) as path, path.open("rb") as stream:
        return Wording(short, gettext.GNUTranslations(stream))


@cache
def interface_texts() -> tuple[str, ...]:
    """Every message of the interface in every language."""
    from babel.messages.mofile import read_mo

    found: list[str] = []
    for language in LANGUAGES:
        compiled = files(__package__) / language / "LC_MESSAGES" / "coursewright.mo"
        if compiled.is_file():
            with compiled.open("rb") as stream:
                for message in read_mo(stream):
                    # Without an id it is the catalog's own head, to which the reader adds the present time.
                    found += [*_forms(message.id), *_forms(message.string)] if message.id else []
    return tuple(found)


def _forms(message: str | tuple[str, ...] | list[str] | None) -> tuple[str, ...]:
    return (message,) if isinstance(message, str) else tuple(message or ())
