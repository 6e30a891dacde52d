"""What the composer knows of a course: only what a group's file can name, in the order of the course.

Covers also `model/figure.py`, `views/composer_words.py`.
"""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

from coursewright.model.competency import Aim
from coursewright.model.figure import Figure, Figures
from coursewright.model.finding import Kind
from coursewright.model.place import Origin
from coursewright.views.composer_words import COMPOSER_WORDS
from coursewright.views.group_composer import group_composer
from coursewright.views.links import Link
from tests.views.courses import course_of

SCRIPTS = Path(__file__).parents[2] / "build_tools" / "scripts" / "composer"
# A name that scripts put together, or that is a code of what they found.
NAMED = re.compile(r"""["`']([a-z][a-z-]*?)["`']""")


def test_composer_holds_maps_figures_and_modules_in_course_order() -> None:
    first, second = (Link(Kind.MODULE, f"m{n}", f"M {n}", f"modules/m{n}") for n in range(2))
    area = {"title": "Area", "competencies": ({"id": "k0", "title": "K 0"}, {"id": "k1", "title": "K 1"})}
    lifts = [({"competency": f"k{n}", "from": "a", "to": "b"},) for n in range(2)]
    assert group_composer(course_of(2)).course == {
        "course": course_of(2).course.id,
        "maps": ({"title": "Map", "scale": ({"id": "a", "title": "A"}, {"id": "b", "title": "B"}), "areas": (area,)},),
        "figures": tuple(
            {"id": f"f{n}", "title": f"F {n}", "aims": ({"competency": f"k{n}", "to": "b"},)} for n in range(2)
        ),
        "modules": (
            {"page": first, "minutes": 60, "lifts": lifts[0], "requires": ()},
            {"page": second, "minutes": 60, "lifts": lifts[1], "requires": ("m0",)},
        ),
    }


def test_composer_leaves_out_what_the_course_names_but_does_not_have() -> None:
    aims = tuple(Aim(competency=each, to=to) for each, to in (("k0", "b"), ("k0", "z"), ("gone", "b")))
    figures = Figures(figures=(Figure(id="f", title="F", summary="S", draws_on=aims),))
    course = course_of(2)
    alone = replace(course, figures_file=figures.located(Origin("f")), modules={"m1": course.modules["m1"]})
    found = group_composer(alone).course
    assert found["figures"] == ({"id": "f", "title": "F", "aims": ({"competency": "k0", "to": "b"},)},)
    assert [each["requires"] for each in found["modules"]] == [()]


def test_scripts_say_every_word_that_the_page_gives_them_but_headings() -> None:
    scripts = "".join(file.read_text("utf-8") for file in sorted(SCRIPTS.glob("*.js")))
    said = set(NAMED.findall(scripts))
    counted = {f"{name}-{form}" for name in re.findall(r'sayCount\("([a-z-]+)"', scripts) for form in ("one", "other")}
    headings = {"who-carries", "who-serves", "how-tied", "may-become", "the-path"}
    assert COMPOSER_WORDS.keys() - said - counted == headings
    asked = set(re.findall(r'\bsay(?:\(|: )"([a-z-]+)"', scripts)) | counted
    assert asked - COMPOSER_WORDS.keys() == set()
