"""Text from data files on its way through templates: it never becomes markup.

A template makes MyST. Whatever text a view holds is put aside in a *slot* of the page, and the template's output only
has the slot's number, in a role or directive of our own; when these are parsed the text comes back as nodes.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from typing import Any, ClassVar

from babel import Locale, UnknownLocaleError
from babel.dates import format_date
from docutils import nodes
from docutils.nodes import Node, system_message
from jinja2 import Environment, PackageLoader, StrictUndefined, pass_context
from jinja2.runtime import Context
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.transforms import SphinxTransform
from sphinx.util.docutils import SphinxDirective, SphinxRole
from sphinx.util.nodes import traverse_parent

from coursewright.locale import Wording
from coursewright.model.condition import Profile
from coursewright.model.finding import Kind
from coursewright.model.money import Amount
from coursewright.model.page import Edition
from coursewright.model.reason import Reason
from coursewright.model.translation import Untranslated
from coursewright.model.words import Sayable, Sentence, Several, Strong, Term
from coursewright.sphinx_ext.domain import course_domain
from coursewright.sphinx_ext.labels import label_of
from coursewright.sphinx_ext.safe_markdown import block_nodes, inline_nodes, linked
from coursewright.sphinx_ext.shared_words import SHARED_WORDS
from coursewright.views.course_path import OrganiserLine
from coursewright.views.links import Link
from coursewright.views.told import Duration, Paragraph

_SLOTS = "coursewright_slots"
_ROLES_IN_SOURCE = re.compile(r"\{course-(?:text|words)\}`(\d+)`|\{course-address\}`(\d+) (\d+)`")
_CITABLE = re.compile(r"[A-Za-z0-9][A-Za-z0-9:._+/-]*")


class Myst(str):
    """MyST that the tool itself has made, and that passes through a template as it is."""

    __slots__ = ()


@dataclass(frozen=True)
class Slots:
    """The texts put aside for one page."""

    texts: list[str]

    def keep(self, text: str) -> int:
        """Put a text aside; its number in the page."""
        self.texts.append(text)
        return len(self.texts) - 1

    def text(self, value: str) -> Myst:
        """A text on one line, as it is."""
        line = " ".join(value.split())
        return Myst(f"{{course-text}}`{self.keep(Untranslated(line) if isinstance(value, Untranslated) else line)}`")

    def words(self, value: str) -> Myst:
        """Markdown on one line."""
        return Myst(f"{{course-words}}`{self.keep(value)}`")

    def link(self, text: str, address: str) -> Myst:
        """A text that leads to an address (both as they are)."""
        return Myst(f"{{course-address}}`{self.keep(' '.join(text.split()))} {self.keep(address)}`")

    def prose(self, value: str) -> Myst:
        """Markdown in blocks: the template puts it on lines of its own."""
        return Myst(f"```{{course-prose}} {self.keep(value)}\n```") if value else Myst("")


def slots_of(env: BuildEnvironment) -> Slots:
    """The slots of the page being read."""
    current = env.current_document
    if _SLOTS not in current:
        current[_SLOTS] = []
    return Slots(current[_SLOTS])


def render(name: str, view: Any, env: BuildEnvironment, wording: Wording, edition: Edition) -> str:
    """The MyST that the template ``name`` makes of a view, for the page being read."""
    template = _templates().get_template(f"{name}.md.jinja")
    slots = slots_of(env)
    return template.render(
        view=view,
        slots=slots,
        wording=wording,
        trainers=edition is Edition.TRAINERS,
        _=lambda message, **values: _phrase(slots, wording, message, values),
    )


def _phrase(slots: Slots, wording: Wording, message: str, values: dict[str, Any]) -> Myst:
    """Words of the interface; what is MyST in the values stays so, texts go into slots."""
    safe = {name: _safe(slots, wording, value) for name, value in values.items()}
    return Myst(wording.text(message, **safe))


def _safe(slots: Slots, wording: Wording, value: Any) -> str:
    if isinstance(value, Myst):
        return str(value)
    if isinstance(value, date | Amount):
        return wording.shown(value)
    return slots.text(value) if isinstance(value, str) else str(int(value))


@pass_context
def _finalize(context: Context, value: Any) -> str:
    """What ``{{ … }}`` writes: numbers and our own MyST as they are, every other text through a slot."""
    if isinstance(value, Myst):
        return str(value)
    if isinstance(value, bool) or not isinstance(value, (str, int)):
        raise TypeError(f"a template may not write {value!r}")
    if isinstance(value, int):
        return str(value)
    return str(_slots(context).text(value)) if value else ""


def _with_slots(method: Callable[[Slots, str], Myst]) -> Callable[[Context, str], Myst]:
    @pass_context
    def apply(context: Context, value: str) -> Myst:
        return method(context["slots"], value)

    return apply


@pass_context
def _day(context: Context, day: date) -> Myst:
    wording: Wording = context["wording"]
    return Myst(format_date(day, "d MMMM y", locale=wording.language))


@pass_context
def _money(context: Context, amount: Decimal, currency: str) -> Myst:
    wording: Wording = context["wording"]
    return Myst(wording.money(amount, currency))


@pass_context
def _reason(context: Context, reason: Reason) -> Myst:
    wording: Wording = context["wording"]
    return _slots(context).text(wording.reason(reason))


@pass_context
def _said(context: Context, said: Sentence) -> Myst:
    return _phrase(_slots(context), context["wording"], said.message, dict(said.values))


@pass_context
def _profile(context: Context, profile: Profile) -> Myst:
    wording: Wording = context["wording"]
    return _slots(context).text(wording.profile(profile))


@pass_context
def _moment(context: Context, moment: date) -> Myst:
    """A day, or a day and time, in words."""
    wording: Wording = context["wording"]
    return Myst(wording.instant(moment) if isinstance(moment, datetime) else wording.day(moment))


@pass_context
def _language(context: Context, code: str) -> Myst:
    """A language by its name in the reader's; by its code where that is not known."""
    wording: Wording = context["wording"]
    try:
        name = Locale.parse(code, sep="-").get_language_name(wording.language)
    except (UnknownLocaleError, ValueError):
        name = None
    return _slots(context).text(name or code)


def _instant(instant: datetime) -> Myst:
    return Myst(instant.isoformat())


@pass_context
def _label(context: Context, value: Any) -> Myst:
    """The words for a value of one of the model's enumerations, or for a word that people write."""
    wording: Wording = context["wording"]
    message = label_of(value)
    if message is None:
        return _slots(context).text(str(value))
    return Myst(wording.text(message))


def _session_time(starts_at: datetime, ends_at: datetime, is_cancelled: bool) -> Myst:
    status = "cancelled" if is_cancelled else "held"
    return Myst(f"{{course-session-time}}`{starts_at.isoformat()} {ends_at.isoformat()} {status}`")


def _clock(moment: datetime) -> Myst:
    return Myst(f"{moment:%H:%M}")


def _sentence(words: Myst) -> Myst:
    """Words of the interface at the beginning of a sentence."""
    return Myst(words[:1].upper() + words[1:])


def _duration(minutes: int) -> Myst:
    return Myst(f"{{course-time}}`{Duration(minutes)}`")


def _link(to: Link) -> Myst:
    if to.kind in (Kind.COURSE, Kind.PAGE):
        return Myst(f"{{doc}}`/{to.docname}`")
    return Myst(f"{{course:{to.kind.value}}}`{to.id}`")


def _links(several: Sequence[Link]) -> Myst:
    return Myst(", ".join(map(_link, several)))


@pass_context
def _texts(context: Context, several: Sequence[str]) -> Myst:
    return Myst("; ".join(map(_slots(context).text, several)))


@pass_context
def _cite(context: Context, source: str) -> Myst:
    if _CITABLE.fullmatch(source):
        return Myst(f"{{cite:p}}`{source}`")
    return _slots(context).text(source)


def _slug(word: str) -> Myst:
    """A word of the model (an id or the value of an enumeration), which has nothing but letters, digits and hyphens."""
    return Myst("".join(character for character in str(word) if character.isalnum() or character == "-"))


@pass_context
def _address(context: Context, address: str) -> Myst:
    """A web or e-mail address that one can follow, shown as it is."""
    target = f"mailto:{address}" if "@" in address and "://" not in address else address
    return _slots(context).link(address, target)


@pass_context
def _organiser_link(context: Context, organiser: OrganiserLine) -> Myst:
    return _slots(context).link(organiser.name, organiser.url)


@pass_context
def _told(context: Context, value: Sayable | Paragraph) -> Myst:
    """What a sentence or a cell holds, in words."""
    wording: Wording = context["wording"]
    match value:
        case Paragraph(sentences):
            return Myst(" ".join(_told(context, each) for each in sentences))
        case Sentence(message, values):
            return Myst(wording.text(message, **{name: _told(context, each) for name, each in values.items()}))
        case Strong(word):
            return Myst(f"**{wording.text(word)}**")
        case Several(several, between):
            return Myst(between.join(_told(context, each) for each in several))
        case Link():
            return _link(value)
        case Duration(minutes):
            return _duration(minutes)
        case Term():
            return Myst(wording.text(value))
        case Reason():
            return _reason(context, value)
        case date():
            return _day(context, value)
    return Myst(_finalize(context, value))


def _slots(context: Context) -> Slots:
    slots: Slots = context["slots"]
    return slots


def _anchor(identifier: str) -> Myst:
    return Myst(f"({identifier})=")


@cache
def _templates() -> Environment:
    environment = Environment(
        loader=PackageLoader("coursewright.sphinx_ext"),
        finalize=_finalize,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=False,  # the output is MyST; _finalize keeps texts out of it
    )
    environment.globals |= SHARED_WORDS
    environment.filters |= {
        "words": _with_slots(Slots.words),
        "prose": _with_slots(Slots.prose),
        "day": _day,
        "money": _money,
        "reason": _reason,
        "said": _said,
        "profile": _profile,
        "moment": _moment,
        "language": _language,
        "instant": _instant,
        "label": _label,
        "session_time": _session_time,
        "clock": _clock,
        "sentence": _sentence,
        "duration": _duration,
        "link": _link,
        "links": _links,
        "texts": _texts,
        "cite": _cite,
        "anchor": _anchor,
        "slug": _slug,
        "told": _told,
        "address": _address,
        "organiser_link": _organiser_link,
        "myst": Myst,  # for what the template itself writes
    }
    return environment


class TextRole(SphinxRole):
    """A slot's text, as it is."""

    def run(self) -> tuple[list[Node], list[system_message]]:
        """The text alone."""
        text = _slot_text(self.env, self.text)
        return _in_its_language(self.env, text, [nodes.Text(str(text))]), []


class WordsRole(SphinxRole):
    """A slot's Markdown on one line."""

    def run(self) -> tuple[list[Node], list[system_message]]:
        """The words with their emphasis and links."""
        text = _slot_text(self.env, self.text)
        return _in_its_language(self.env, text, inline_nodes(text)), []


class TimeRole(SphinxRole):
    """A length of time, set apart from the words around it."""

    def run(self) -> tuple[list[Node], list[system_message]]:
        """The figures with a class of their own."""
        return [nodes.inline("", self.text, classes=["course-time"])], []


class AddressRole(SphinxRole):
    """A slot's text that leads to the address in another slot."""

    def run(self) -> tuple[list[Node], list[system_message]]:
        """The link; an address that is not safe is left as text."""
        text, _, address = (_slot_text(self.env, number) for number in self.text.partition(" "))
        return [linked(text, address)], []


class ProseDirective(SphinxDirective):
    """A slot's Markdown in blocks."""

    required_arguments = 1
    option_spec: ClassVar = {}

    def run(self) -> list[Node]:
        """The blocks."""
        text = _slot_text(self.env, self.arguments[0])
        found = block_nodes(text)
        for node in found:
            self.set_source_info(node)
            if isinstance(node, nodes.Element):
                node["classes"].extend(course_domain(self.env).languages.classes(text))
        return found


class SourceTexts(SphinxTransform):
    """Gives translators the texts themselves: where a template left a slot's number, and where MyST gave no place.

    Sphinx takes a text without a place for its own and passes it over: those in tables and in lists of data files.
    """

    default_priority = 5  # before Sphinx looks translations up

    def apply(self, **kwargs: Any) -> None:
        """Put texts back into the raw source of paragraphs and titles, and give each the place of what it stands in."""
        for node in self.document.findall(nodes.TextElement):
            if "{course-" in node.rawsource:
                node.rawsource = _ROLES_IN_SOURCE.sub(self._text, node.rawsource)
            if node.rawsource and not node.source:
                above = list(traverse_parent(node))
                node.source = next((each.source for each in above if each.source), self.document["source"])
                node.line = next((each.line for each in above if each.line), 0)

    def _text(self, role: re.Match[str]) -> str:
        if role[1]:
            return _slot_text(self.env, role[1])
        return f"[{_slot_text(self.env, role[2])}]({_slot_text(self.env, role[3])})"


def setup_slots(app: Sphinx) -> None:
    """Register the roles and the directive that bring texts back."""
    app.add_role("course-text", TextRole())
    app.add_role("course-words", WordsRole())
    app.add_role("course-time", TimeRole())
    app.add_role("course-address", AddressRole())
    app.add_directive("course-prose", ProseDirective)
    app.add_transform(SourceTexts)


def _in_its_language(env: BuildEnvironment, text: str, shown: list[Node]) -> list[Node]:
    """What is shown of a text, said to be in the course's language where the site speaks another."""
    classes = course_domain(env).languages.classes(text)
    return [nodes.inline("", "", *shown, classes=classes)] if classes else shown


def _slot_text(env: BuildEnvironment, number: str) -> str:
    """The text of a slot; empty for a number that no template gave (someone wrote our role by hand)."""
    texts = slots_of(env).texts
    return texts[int(number)] if number.isascii() and number.isdigit() and int(number) < len(texts) else ""
