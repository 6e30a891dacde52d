"""What CONTRIBUTING says is enough: a kind of file and a block work that are made in the files it names alone."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import pytest

import coursewright
from docs.generate import ROOT
from tests.checks.course_folder import CourseFolder
from tests.cli.running import Said, run_python

PACKAGE = Path(coursewright.__file__).parent
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text("utf-8")


@dataclass(frozen=True)
class Change:
    """Text to put into a file of the package behind a line of it; the whole of a new file where there is none."""

    path: str
    behind: str
    text: str


@dataclass(frozen=True)
class Built:
    """A course, and the folder of the tool that it is built by."""

    course: Path
    tool: str

    def run(self, *words: str) -> Said:
        """Run the tool in the course."""
        return run_python(self.course, *words, PYTHONPATH=self.tool)


NOUN = '''"""Surveys: what people are asked after a module."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from coursewright.model.entry import Identified
from coursewright.model.ids import ModuleId
from coursewright.model.written import Markdown, Text


class Survey(Identified):
    """``curriculum/surveys/*.yaml``."""

    kind: Literal["survey"] = Field(default="survey", description="Always “survey”.")
    title: Text = Field(description="The survey's title.")
    summary: Markdown = Field(description="What it is for.")
    module: ModuleId = Field(description="The module that it is about.")
    questions: tuple[Text, ...] = Field(description="What is asked.")
'''
VIEW = '''"""The page of a survey."""

from __future__ import annotations

from dataclasses import dataclass

from coursewright.model.curriculum import Curriculum
from coursewright.model.finding import Kind
from coursewright.views.links import Link, link


@dataclass(frozen=True)
class SurveyPage:
    """A survey: its module, and what is asked."""

    title: str
    module: Link | None
    questions: tuple[str, ...]


def survey_page(curriculum: Curriculum, identifier: str) -> SurveyPage:
    """The page of the survey with that id."""
    survey = curriculum.surveys[identifier]
    return SurveyPage(survey.title, link(curriculum, Kind.MODULE, survey.module), survey.questions)
'''
TEMPLATE = """# {{ view.title }}

{{ view.module|link }}

{% for question in view.questions %}
- {{ question }}
{% endfor %}
"""
CARD = """    Card(
        "survey",
        Survey,
        "curriculum/surveys/*.yaml",
        "What people are asked after a module.",
        "surveys",
        Kind.SURVEY,
        page="survey_page",
        listed="surveys",
    ),
"""
KIND = (
    Change("model/survey.py", "", NOUN),
    Change("model/finding.py", '    COHORT = "cohort"\n', '    SURVEY = "survey"\n'),
    Change(
        "model/card.py",
        "from coursewright.model.people import People, Person, Venue, Venues\n",
        "from coursewright.model.survey import Survey\n",
    ),
    Change("model/card.py", "CARDS: tuple[Card, ...] = (\n", CARD),
    Change(
        "model/curriculum.py",
        "from coursewright.model.published_calendar import PublishedCalendar\n",
        "from coursewright.model.survey import Survey\n",
    ),
    Change(
        "model/curriculum.py",
        "    cohorts: Mapping[str, Cohort] = field(default_factory=dict)\n",
        "    surveys: Mapping[str, Survey] = field(default_factory=dict)\n",
    ),
    Change("views/survey_page.py", "", VIEW),
    Change(
        "views/registry.py",
        "from coursewright.views.run_sheet import run_sheet\n",
        "from coursewright.views.survey_page import survey_page\n",
    ),
    Change("views/registry.py", '    "run_sheet": run_sheet,\n', '    "survey_page": survey_page,\n'),
    Change(
        "views/entry_list.py",
        "def _summaries(curriculum: Curriculum, kind: Kind) -> list[tuple[str, str]]:\n    match kind:\n",
        "        case Kind.SURVEY:\n"
        "            return [(each.id, each.summary) for each in curriculum.surveys.values()]\n",
    ),
    Change("sphinx_ext/templates/survey_page.md.jinja", "", TEMPLATE),
)
DIRECTIVE = '''

class TakeawayDirective(SphinxDirective):
    """``{takeaway}``: what to remember, in a box."""

    has_content = True

    def run(self) -> list[nodes.Node]:
        """The content in its box."""
        box = nodes.admonition(classes=["takeaway"])
        box += nodes.title("", "To take away")
        box += self.parse_content_to_nodes()
        return [box]
'''
BLOCK = (
    Change("sphinx_ext/directives.py", "    return error\n", DIRECTIVE),
    Change(
        "sphinx_ext/directives.py",
        '    app.add_directive("booklet-link", BookletLinkDirective)\n',
        '    app.add_directive("takeaway", TakeawayDirective)\n',
    ),
    Change("checks/blocks.py", "OWN_BLOCKS = frozenset(\n    [\n", '        "takeaway",\n'),
    Change("sources/rich_text.py", "_BOXES = {\n", '    "takeaway",\n'),
)
SURVEY = """kind: survey
id: parere
title: Il tuo parere
summary: Che cosa è rimasto.
module: primo
questions: [Che cosa porti via?]
illustrative: true
"""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """A course with a survey and a takeaway, built by a tool to which both were added."""
    folder = tmp_path_factory.mktemp("grown")
    shutil.copytree(PACKAGE, folder / "tool" / PACKAGE.name, ignore=shutil.ignore_patterns("__pycache__"))
    for change in (*KIND, *BLOCK):
        _make(change, folder / "tool" / PACKAGE.name)
    course = CourseFolder.minimal(folder / "course").write("curriculum/surveys/parere.yaml", SURVEY)
    text = "\n\nDopo: {survey}`parere`.\n\n:::{takeaway}\nUna promessa.\n:::\n\n```{course-list} surveys\n```\n"
    course.replace("modules/primo.md", "Il testo del primo modulo.\n", f"Il testo del primo modulo.{text}")
    return Built(course.root, str(folder / "tool"))


def test_contributing_names_the_files_of_a_kind_and_of_a_block() -> None:
    assert (_named("A kind of file"), _named("A block")) == (_paths(KIND), _paths(BLOCK))


def test_a_kind_and_a_block_that_are_made_so_are_on_the_site(built: Built) -> None:
    said = built.run("build")
    told = [line for line in said.err.splitlines() if "toc.not_included" not in line]
    assert (said.status, told) == (0, [])
    page = (built.course / "_build/html/curriculum/surveys/parere.html").read_text("utf-8")
    module = (built.course / "_build/html/modules/primo.html").read_text("utf-8")
    assert [
        word for word in ("Il tuo parere</h1>", "Che cosa porti via?", "modules/primo.html") if word not in page
    ] == []
    assert len(re.findall(r'href="../curriculum/surveys/parere.html"', module)) == 2
    assert re.search(r'<div class="takeaway admonition">\s*<p class="admonition-title">To take away', module)


def test_what_such_a_kind_names_is_checked(built: Built) -> None:
    file = built.course / "curriculum/surveys/altro.yaml"
    file.write_text(SURVEY.replace("parere", "altro").replace("primo", "prima"), "utf-8")
    said = built.run("check", "--language", "en")
    file.unlink()
    assert said.out.splitlines()[:2] == [
        "curriculum/surveys/altro.yaml:5:9: error unknown-id There is no module “prima”.",
        "    Did you mean “primo”?",
    ]


def _make(change: Change, package: Path) -> None:
    file = package / change.path
    if not change.behind:
        file.write_text(change.text, "utf-8")
        return
    text = file.read_text("utf-8")
    assert text.count(change.behind) == 1, f"{change.path} has not once: {change.behind}"
    file.write_text(text.replace(change.behind, change.behind + change.text), "utf-8")


def _paths(changes: Iterable[Change]) -> set[str]:
    return {change.path.replace("survey", "NAME") for change in changes}


def _named(title: str) -> set[str]:
    """The files that a section of CONTRIBUTING lists, one at the beginning of each point."""
    section = re.search(rf"^### {title}\n(.*?)^##", CONTRIBUTING, re.DOTALL | re.MULTILINE)
    assert section is not None
    return set(re.findall(r"^- `([^`]+)`", section[1], re.MULTILINE))
