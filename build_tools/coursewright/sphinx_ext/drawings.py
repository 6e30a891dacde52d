"""What MyST cannot say: views drawn as inline SVG, and pieces of HTML that scripts bring to life.

Each is a template in ``pictures/``. Pictures have links that the keyboard reaches, and words for those who do not see
them; what only a script can use is hidden where none runs.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

from babel.dates import format_date, get_day_names
from babel.numbers import format_currency
from docutils import nodes
from jinja2 import Environment, PackageLoader, StrictUndefined
from jinja2.utils import htmlsafe_json_dumps
from sphinx.application import Sphinx
from sphinx.writers.html5 import HTML5Translator

from coursewright.locale import Wording
from coursewright.sphinx_ext.domain import course_domain
from coursewright.sphinx_ext.labels import label_of
from coursewright.sphinx_ext.safe_markdown import inline_nodes
from coursewright.sphinx_ext.shared_words import SHARED_WORDS
from coursewright.views.entry_list import ListedExercise
from coursewright.views.links import Link


class picture(nodes.General, nodes.Element):  # noqa: N801 - docutils names its nodes so
    """A view to be drawn by the template ``name``; ``number`` tells it from the others of its page."""


class exercise_frame(nodes.General, nodes.Element):  # noqa: N801 - docutils names its nodes so
    """What a list says of one exercise (``view`` is its card), with the values by which it can be filtered."""


@cache
def _drawings() -> Environment:
    drawings = Environment(
        loader=PackageLoader("coursewright.sphinx_ext", "pictures"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    drawings.globals |= SHARED_WORDS
    drawings.filters["day"] = lambda day, language: format_date(day, "d MMMM y", locale=language)
    drawings.filters["short_day"] = lambda day, language: format_date(day, "d MMM", locale=language)
    drawings.filters["month"] = lambda day, language: format_date(day, "LLLL y", locale=language)
    drawings.filters["weekdays"] = _weekdays
    drawings.filters["money"] = lambda amount, currency, language: format_currency(amount, currency, locale=language)
    drawings.filters["label"] = lambda value: label_of(value) or str(value)
    drawings.filters["plain"] = lambda words: "".join(node.astext() for node in inline_nodes(words))
    drawings.filters["data"] = _data
    return drawings


def _data(value: Any, address: Callable[[Link], str]) -> str:
    """Plain data as JSON within a page; a link is its id, its title and its address."""

    def linked(to: Link) -> dict[str, str]:
        return {"id": to.id, "title": to.title, "address": address(to)}

    return htmlsafe_json_dumps(value, default=linked)


def _weekdays(language: str) -> list[str]:
    """The letters of the days of the week, from Monday."""
    names = get_day_names("narrow", context="stand-alone", locale=language)
    return [names[day] for day in range(7)]


def draw(name: str, view: Any, wording: Wording, address: Any, number: int, home: str) -> str:
    """The HTML of a view; ``address`` gives a link's address as seen from the page, ``home`` leads to its top."""
    template = _drawings().get_template(f"{name}.html.jinja")
    return template.render(
        view=view,
        _=wording.text,
        unfilled=wording.unfilled,
        language=wording.language,
        address=address,
        number=number,
        home=home,
    )


def visit_picture(translator: HTML5Translator, node: picture) -> None:
    """Draw the picture into the page."""
    builder = translator.builder
    here = builder.current_docname

    def address(to: Link) -> str:
        uri = builder.get_relative_uri(here, to.docname)
        return f"{uri}#{to.anchor}" if to.anchor else uri

    domain = course_domain(builder.env)
    # Translations lie a folder below the site in the language of the course.
    is_below = domain.languages.is_translation and bool(builder.config.coursewright_languages)
    home = "../" * (here.count("/") + is_below)
    translator.body.append(draw(node["name"], node["view"], domain.wording, address, node["number"], home))
    raise nodes.SkipNode


def visit_exercise_frame(translator: HTML5Translator, node: exercise_frame) -> None:
    """Open the frame, with the values that the filters compare."""
    card: ListedExercise = node["view"]
    competencies = " ".join(each.id for each in card.practises)
    translator.body.append(
        f'<div class="course-card exercise-card" data-device="{card.device.value}" data-minutes="{card.minutes}"'
        f' data-least="{card.smallest_group}" data-most="{card.largest_group}" data-competencies="{competencies}">'
    )


def depart_exercise_frame(translator: HTML5Translator, node: exercise_frame) -> None:
    """Close the frame."""
    translator.body.append("</div>\n")


def stay_silent(translator: Any, node: exercise_frame) -> None:
    """Other builders have no use for the frame, only for what stands in it."""


def skip_picture(translator: Any, node: picture) -> None:
    """Pictures stand beside their words: other builders have the words."""
    raise nodes.SkipNode


def setup_drawings(app: Sphinx) -> None:
    """Let HTML pages hold drawings; other builders have the words beside them."""
    skip, pass_by = (skip_picture, None), (stay_silent, stay_silent)
    app.add_node(picture, html=(visit_picture, None), latex=skip, text=skip, man=skip, texinfo=skip)
    framed = (visit_exercise_frame, depart_exercise_frame)
    app.add_node(exercise_frame, html=framed, latex=pass_by, text=pass_by, man=pass_by, texinfo=pass_by)
