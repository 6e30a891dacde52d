"""What a page shows of the others: sections, the reader's own part, the way up, what is before and after."""

from __future__ import annotations

import pytest

from coursewright.sphinx_ext.navigation import MOST_SHOWN, SiteMap
from tests.sphinx_ext.course_site import Build, CourseSite

TITLE = "Uno & <due> \"tre\" 'quattro' {cinque} {{ sei }}"


def site_of(modules: int) -> SiteMap:
    """The map of a site with a list of modules under one of two pages below the home page."""
    names = tuple(f"modules/m{number}" for number in range(modules))
    below = {"index": ("list", "other"), "list": names}
    order = ("index", "list", *names, "other")
    return SiteMap(
        home="index",
        titles={name: name.upper() for name in order},
        sections=(("Corso", ("list", "other")),),
        below=below,
        above={"list": "index", "other": "index"} | dict.fromkeys(names, "list"),
        order=order,
        position={name: number for number, name in enumerate(order)},
    )


def test_page_unfolds_its_own_section_alone() -> None:
    site = site_of(3)
    at_module = site.page("modules/m1").sections[0].branches
    assert [len(branch.below) for branch in at_module] == [3, 0]
    assert [page.here for page in at_module[0].below] == [False, True, False]
    assert [len(branch.below) for branch in site.page("other").sections[0].branches] == [0, 0]


def test_page_names_what_is_above_before_and_after() -> None:
    page = site_of(3).page("modules/m0")
    assert [link.docname for link in page.trail] == ["index", "list"]
    assert page.before is not None
    assert page.after is not None
    assert (page.before.docname, page.after.docname) == ("list", "modules/m1")
    assert site_of(3).page("index").before is None
    assert site_of(3).page("other").after is None


@pytest.mark.parametrize("page", ["modules/m0", "modules/m250", "modules/m499", "list"])
def test_page_does_not_grow_with_the_course(page: str) -> None:
    branch = site_of(500).page(page).sections[0].branches[0]
    assert len(branch.below) == MOST_SHOWN
    assert branch.left_out == 500 - MOST_SHOWN
    assert page == "list" or page in [link.docname for link in branch.below]


def test_menu_shows_the_names_that_the_home_page_gives(participants: Build) -> None:
    for name in ("index", "modules/ascolto", "curriculum/people"):
        assert "Chi insegna qui" in participants.page(name).text


def test_titles_written_in_markdown_are_text_everywhere(course: CourseSite) -> None:
    written = TITLE.replace("<", r"\<").replace("{", r"\{")
    course.replace("modules/ascolto.md", "# L'ascolto", f"# {written}")
    course.replace("exercises/cerchio.md", "# Il cerchio", f"# {written}")
    course.replace("curriculum/pages/moduli.md", "# Moduli", f"# {written}")
    course.replace("index.md", ":caption: Partecipare", f":caption: {TITLE}")
    course.replace("index.md", "Chi insegna qui <", f"{TITLE.replace('<due>', 'due')} <")
    build = course.build()
    assert build.warnings == ()
    for path in build.html:
        page = build.page(path.removesuffix(".html"))
        assert (path, [element.tag for element in page.elements if element.tag == "due"]) == (path, [])
        assert (path, TITLE in page.text) == (path, True)
    assert build.page("modules/ascolto").title.startswith(TITLE)
