"""Directives for authors: each shows a view, and says what it does not find.

Covers also `sphinx_ext/drawings.py`.
"""

from __future__ import annotations

import pytest

from tests.sphinx_ext.course_site import Build, CourseSite

SHOWS = {
    "module-card": ("ascolto", "Che cosa fa crescere"),
    "module-doors": ("ascolto", "Il cerchio"),
    "exercise-card": ("cerchio", "rituale"),
    "course-card": ("module misura", "Misurare"),
    "coverage-matrix": ("pratiche", "Fare domande"),
    "competency-map": ("pratiche", "Gesti"),
    "steps": ("cerchio", "Primo giro"),
    "course-quality": ("", "tutto ciò che riguarda le quote"),
    "course-path": ("", "In tutto: 3 h 45 min"),
}
LISTS = {
    "modules": "La conclusione",
    "exercises": "Il conto",
    "competency-maps": "Mappa di base",
    "competencies": "Fare domande",
    "figures": "Custode dei numeri",
    "thermometers": "Stili di lavoro",
    "groups": "Rete di valle",
    "matrices": "Sportello di valle",
    "cohorts": "Edizione 2023",
}
MISTAKES = {
    "{module-card} ascolta": "«ascolto»",
    "{module-doors} ascolta": "«ascolto»",
    "{exercise-card} cerchi": "«cerchio»",
    "{exercise-frame} cerchi": "«cerchio»",
    "{cohort-state} c-2032": "«c-2023»",
    "{course-card} module ascolta": "«ascolto»",
    "{course-card} exercise cerchi": "«cerchio»",
    "{course-card} modul ascolto": "«module»",
    "{coverage-matrix} mapa": "«mappa»",
    "{competency-map} mapa": "«mappa»",
    "{course-list} modulo": "«modules»",
    "{steps} cerchi": "«cerchio»",
}


def fenced(directive: str) -> str:
    """A directive as one writes it."""
    return f"```{directive}\n```\n"


@pytest.fixture(scope="module")
def showing(tmp_path_factory: pytest.TempPathFactory) -> Build:
    """The site with a page for each directive."""
    course = CourseSite.copy(tmp_path_factory.mktemp("showing"))
    for name, (arguments, _) in SHOWS.items():
        course.write(f"curriculum/pages/casi/{name}.md", f"# Prova\n\n{fenced(f'{{{name}}} {arguments}')}")
    for word in LISTS:
        course.write(f"curriculum/pages/casi/list-{word}.md", f"# Prova\n\n{fenced(f'{{course-list}} {word}')}")
    return course.build(nitpicky=True)


@pytest.mark.parametrize("name", SHOWS)
def test_directive_shows_its_view(name: str, showing: Build) -> None:
    assert showing.warnings == ()
    assert SHOWS[name][1] in showing.page(f"curriculum/pages/casi/{name}").text


@pytest.mark.parametrize("word", LISTS)
def test_list_shows_the_entries_of_a_kind(word: str, showing: Build) -> None:
    assert LISTS[word] in showing.page(f"curriculum/pages/casi/list-{word}").text


def test_mistakes_are_told_with_line_and_nearest_name(course: CourseSite) -> None:
    course.append("curriculum/pages/casi.md", "\n" + "\n".join(map(fenced, MISTAKES)))
    warnings = [warning for warning in course.build().warnings if "casi.md" in warning]
    lines = course.text("curriculum/pages/casi.md").splitlines()
    told = {
        lines[int(warning.split("casi.md:")[1].split(":")[0]) - 1].removeprefix("```"): warning for warning in warnings
    }
    assert told.keys() == MISTAKES.keys()
    assert [directive for directive, nearest in MISTAKES.items() if nearest not in told[directive]] == []


def test_list_puts_its_entries_below_the_page(participants: Build) -> None:
    assert "Moduli" in participants.page("modules/misura").text
    assert [link for link in participants.page("curriculum/pages/moduli").links if "modules/" in link][:4] == [
        "../../modules/ascolto.html",
        "../../modules/decisione.html",
        "../../modules/misura.html",
        "../../modules/conclusione.html",
    ]
