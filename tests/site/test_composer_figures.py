"""The composer's figures are those of `coursewright group`, on the real course and on made-up ones."""

from __future__ import annotations

import json
import re
from typing import Any

from playwright.sync_api import Page

from coursewright.checks.personal_data import personal_data
from coursewright.cli.group.documents_in_json import portrait_document
from coursewright.groups.lifting import Lifting, relevant
from coursewright.groups.portrait import portrait
from coursewright.groups.search import Search, ground
from coursewright.locale import wording
from coursewright.model.curriculum import Curriculum
from coursewright.model.group import GroupCurriculum
from coursewright.project import open_project
from coursewright.sphinx_ext.drawings import draw
from coursewright.views.group_composer import group_composer
from tests.groups.drawn import best, drawn, is_open, lifted, rank
from tests.site.built_site import ROOT
from tests.site.made_up_groups import made_up_course, made_up_group

DATA = re.compile(r'<script type="application/json" class="composer-course">(.*)</script>')
GROUPS = 200
COMPUTE = """cases => cases.map(({ course, groups }) => {
  const parts = coursewrightComposer;
  const read = parts.readCourse(course);
  return groups.map((each) => parts.portrait(read, { ...each, standing: new Map(each.standing) }));
})"""


def course_data(curriculum: Curriculum) -> Any:
    """The course as its page would hold it."""
    drawn = draw("group_composer", group_composer(curriculum), wording("en"), lambda page: page.docname, 1, "")
    found = DATA.search(drawn)
    assert found is not None
    return json.loads(found[1])


def group_data(group: GroupCurriculum) -> dict[str, Any]:
    """The group as the form would hold it."""
    return {
        "id": group.id,
        "standing": list(group.standing.items()),
        "members": [
            {"id": each.id, "offers": list(each.offers), "seeks": list(each.seeks), "rest": {}}
            for each in group.members
        ],
        "interactions": [{"between": list(each.between), "way": each.way} for each in group.interactions],
        "becoming": [
            {"figure": each.figure or "", "competency": each.competency or "", "to": each.to or ""}
            for each in group.becoming
        ],
    }


def told_by_page(found: Any) -> dict[str, Any]:
    """What the page computed, as `coursewright group` names it."""
    network, path = found["network"], found["path"]
    return {
        "coverage": found["coverage"],
        "matches": found["matches"],
        "network": {key: network[key] for key in ("components", "bridges", "apart", "reciprocity")},
        "figures": [
            {key: each[key] for key in ("figure", "state", "modules", "minutes")} | {"why": each["why"]["say"]}
            for each in found["figures"]
        ],
        "path": {key: path[key] for key in ("modules", "minutes", "complete")},
    }


def told_by_tool(curriculum: Curriculum, group: GroupCurriculum) -> dict[str, Any]:
    """What the tool computes; each search of it has to be proven."""
    found = portrait(curriculum, group, None)
    document: dict[str, Any] = portrait_document(found)
    assert document["path"].pop("proven")
    figures = [
        {key: each[key] for key in ("figure", "state", "modules", "minutes")} | {"why": became.why.code.value}
        for each, became in zip(document["figures"], found.figures, strict=True)
    ]
    return {key: document[key] for key in ("coverage", "matches", "network", "path")} | {"figures": figures}


def test_figures_of_two_hundred_groups_equal_those_of_the_tool(composer: Page) -> None:
    courses = [open_project(ROOT).curriculum, *(made_up_course(seed) for seed in range(39))]
    each_has = GROUPS // len(courses)
    groups = [
        [made_up_group(course, number * each_has + index) for index in range(each_has)]
        for number, course in enumerate(courses)
    ]
    cases = [
        {"course": course_data(course), "groups": [group_data(each) for each in listed]}
        for course, listed in zip(courses, groups, strict=True)
    ]
    computed = composer.evaluate(COMPUTE, cases)
    different = [
        (course.course.id, index)
        for course, listed, found in zip(courses, groups, computed, strict=True)
        for index, group in enumerate(listed)
        if told_by_page(found[index]) != told_by_tool(course, group)
    ]
    assert different == []
    assert sum(len(each) for each in computed) == GROUPS


SEARCH = """searches => searches.map(({ steps, standing, goals }) =>
  coursewrightComposer.search({ steps, standing, goals: new Map(goals) }).modules)"""


def search_data(lifting: Lifting) -> dict[str, Any]:
    """The search as the page would hold it."""
    steps = [
        {
            "minutes": step.minutes,
            "lifts": [{"competency": lift.competency, "start": lift.start, "to": lift.to} for lift in step.lifts],
            "requires": list(step.requires),
        }
        for step in lifting.steps
    ]
    return {"steps": steps, "standing": list(lifting.standing), "goals": list(lifting.goals.items())}


def test_path_is_the_best_of_all_orders_of_all_sets(composer: Page) -> None:
    searches = [drawn(seed)[0] for seed in range(400)]
    for seed, (lifting, modules) in enumerate(
        zip(searches, composer.evaluate(SEARCH, [search_data(each) for each in searches]), strict=True)
    ):
        taken: set[int] = set()
        levels = list(lifting.standing)
        for module in modules:
            assert is_open(lifting, module, taken, levels), seed
            levels = lifted(lifting, module, levels)
            taken.add(module)
        assert rank(lifting, taken, levels) == best(lifting, None), seed
        pruned, positions = relevant(lifting)
        assert modules == [positions[each] for each in Search(ground(pruned), None, 1_000_000).run().modules], seed


def test_path_beyond_the_limit_of_work_is_left_to_the_command(composer: Page) -> None:
    lifting = """(limit) => {
      const steps = Array.from({ length: 12 }, (_, each) => (
        { minutes: 60 + each, lifts: [{ competency: each % 6, start: 0, to: 1 }], requires: [] }));
      const goals = new Map(Array.from({ length: 6 }, (_, each) => [each, 1]));
      return coursewrightComposer.search({ steps, standing: [0, 0, 0, 0, 0, 0], goals }, limit);
    }"""
    assert composer.evaluate(lifting, 3) is None
    assert composer.evaluate(lifting, 20_000)["modules"] == [0, 1, 2, 3, 4, 5]


TEXTS = (
    "Scrivete a mario.rossi@example.org",
    "chi@località.it",
    "a@b",
    "347 1234567",
    "(347) 12 34 567",
    "+39 347 12 34 567",
    "0039 02 1234567",
    "tel. 02 123 456",
    "0342/123456",
    "Il 18/02/2023 dalle 09.30 alle 13:45",
    "2022/2023, 18 02 2023, 18022023",
    "Costa 1.450,00 euro; sono 300 000 000",
    "RSSMRA85T10A562S",
    "rss mra 85t10 a562s",
    "RSSMRA85T10A56",
    "nodo-3471234567",
    "protocollo 3471234567/12",
    "pratica 2023-02-18-3471234567",
    "٣٤٧ ١٢٣٤٥٦٧",
    "Ⅻ giornate, ½ ora",
)


def test_texts_by_which_somebody_could_be_found_are_those_of_the_tool(composer: Page) -> None:
    words = {"email": "an e-mail address", "telephone": "a telephone number", "tax-code": "an Italian tax code"}
    found = composer.evaluate("texts => texts.map(each => coursewrightComposer.privacy.personalData(each))", TEXTS)
    told = {text: [words[each] for each in names] for text, names in zip(TEXTS, found, strict=True)}
    assert told == {text: [str(term) for term in personal_data(text)] for text in TEXTS}
    assert sum(map(bool, found)) >= 9
