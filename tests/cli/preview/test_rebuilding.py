"""The course built again and again in one process: always what a build from nothing would give.

Covers also `cli/preview/made_ahead.py`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from coursewright.cli.build_cache import BuildCache
from coursewright.cli.preview.made_ahead import MadeAhead
from coursewright.cli.preview.rebuilding import Rebuilding, Round
from coursewright.cli.preview.watch import Watch
from coursewright.model.finding import Code
from coursewright.model.page import Edition
from coursewright.project import open_project
from tests.sphinx_ext.course_site import CourseSite

MODULE = "modules/ascolto.md"
COURSE = "curriculum/course.yaml"


@dataclass
class Preview:
    """A course, rebuilt at every change as ``coursewright serve`` does; ``ahead`` as it does when it has time."""

    course: CourseSite
    rebuilding: Rebuilding
    watch: Watch
    ahead: bool = True

    def follow(self) -> Round:
        """Build what has changed."""
        if self.ahead:
            self.rebuilding.use_idle_time()
        made = self.rebuilding.round(self.watch.changed())
        self.watch.follow(self.rebuilding.dependencies)
        return made

    @property
    def shown(self) -> dict[str, bytes]:
        """The site that is shown."""
        return {name: file.content for name, file in self.rebuilding.site.files.items()}


def _course(folder: Path) -> CourseSite:
    course = CourseSite.copy(folder)
    course.write("conf.py", 'extensions = ["coursewright.sphinx_ext"]\n')
    return course


@pytest.fixture
def preview(tmp_path: Path) -> Iterator[Preview]:
    """The whole little course, built once."""
    course = _course(tmp_path)
    watch = Watch(course.root)
    rebuilding = Rebuilding(BuildCache(course.root, Edition.PARTICIPANTS, for_preview=True), "en")
    assert rebuilding.round() == Round((), (), None, True)
    yield Preview(course, rebuilding, watch)
    rebuilding.end()


def _rename_competency(course: CourseSite) -> None:
    text = course.text("curriculum/competencies/mappa.yaml")
    course.write("curriculum/competencies/mappa.yaml", text.replace("title: Decidere", "title: Decidere insieme", 1))


def _add_module(course: CourseSite) -> None:
    text = course.text(MODULE).replace("id: ascolto", "id: quarto", 1).replace("# ", "# Quarto ", 1)
    course.write("modules/quarto.md", text)
    course.write(COURSE, course.text(COURSE).replace("path: [", "path: [quarto, ", 1))


CHANGES: dict[str, Callable[[CourseSite], None]] = {
    "text of a module": lambda course: course.append(MODULE, "\nUna frase in più.\n"),
    "title of a module": lambda course: course.write(MODULE, course.text(MODULE).replace("\n# ", "\n# Nuovo ", 1)),
    "title of a competency": _rename_competency,
    "a new module": _add_module,
    "title of the course": lambda course: course.write(COURSE, course.text(COURSE).replace("title: ", "title: Il ", 1)),
    "a bibliography": lambda course: course.append(
        "curriculum/references.bib", "\n@book{x-1, title = {X}, year = {2001}}\n"
    ),
    "a page for trainers": lambda course: course.write(
        "curriculum/pages/casi/sportello.md",
        course.text("curriculum/pages/casi/sportello.md").replace("---\n", "---\nedition: trainers\n", 1),
    ),
    "a setting": lambda course: course.append("conf.py", "html_permalinks = False\n"),
    "a cohort gone": lambda course: course.remove("curriculum/cohorts/c-2023.yaml"),
}


# What the edition leaves out is told until the edition is gone.
NOT_TAUGHT = {Code.MODULE_NOT_TAUGHT}
EXPECTED = {"a new module": NOT_TAUGHT, "a cohort gone": set[Code]()}


@pytest.fixture(scope="module")
def built_from_nothing(tmp_path_factory: pytest.TempPathFactory) -> Callable[[], Iterator[Mapping[str, bytes]]]:
    """A function that gives the site after each change, as a build from nothing makes it: built once for all tests."""
    folder, built = tmp_path_factory.mktemp("from-nothing"), list[Mapping[str, bytes]]()

    def sites() -> Iterator[Mapping[str, bytes]]:
        course = _course(folder) if not built else CourseSite(folder / "course", folder / "built")
        for number, change in enumerate(CHANGES.values()):
            if number == len(built):
                change(course)
                built.append(CourseSite(course.root, folder / str(number)).build().files)
            yield built[number]

    return sites


@pytest.mark.parametrize("ahead", [True, False])
def test_site_is_always_that_of_a_build_from_nothing(
    preview: Preview, ahead: bool, built_from_nothing: Callable[[], Iterator[Mapping[str, bytes]]]
) -> None:
    preview.ahead = ahead
    for (what, change), built in zip(CHANGES.items(), built_from_nothing(), strict=True):
        change(preview.course)
        made = preview.follow()
        told = {finding.code for finding in made.findings}
        assert (made.is_built, made.refusal, told) == (True, None, EXPECTED.get(what, told & NOT_TAUGHT)), what
        assert preview.shown == built, what


def test_error_leaves_the_last_good_site_and_its_mending_is_shown(preview: Preview) -> None:
    before = preview.shown
    good = preview.course.text(MODULE)
    preview.course.write(MODULE, good.replace("minutes: ", "minutes: 9", 1))
    made = preview.follow()
    assert (made.is_built, [finding.code.value for finding in made.findings]) == (False, ["plan-off"])
    assert preview.shown == before
    preview.course.write(MODULE, good + "\nCorretto.\n")
    assert preview.follow() == Round((), (), None, True)
    assert b"Corretto." in preview.shown["modules/ascolto.html"]


def test_failure_of_sphinx_is_told_and_leaves_the_last_good_site(preview: Preview) -> None:
    before = preview.shown
    preview.course.write("conf.py", "1 / 0\n")
    made = preview.follow()
    assert (made.is_built, made.findings) == (False, ())
    assert made.refusal is not None
    assert "division by zero" in str(made.refusal.values["failure"])
    assert preview.shown == before
    preview.course.write("conf.py", 'extensions = ["coursewright.sphinx_ext"]\n')
    assert preview.follow() == Round((), (), None, True)
    assert preview.shown == before


def test_settings_changed_while_the_course_had_an_error_hold_when_it_is_mended(
    preview: Preview, tmp_path: Path
) -> None:
    good = preview.course.text(MODULE)
    preview.course.write(MODULE, good.replace("minutes: ", "minutes: 9", 1))
    preview.course.append("conf.py", "html_permalinks = False\n")
    assert preview.follow().is_built is False
    preview.course.write(MODULE, good)
    assert preview.follow().is_built is True
    assert preview.shown == CourseSite(preview.course.root, tmp_path / "cold").build().files


def test_text_is_built_by_an_application_made_ahead_and_settings_by_a_new_one(preview: Preview) -> None:
    ahead = MadeAhead(preview.rebuilding.cache, "en")
    used = []
    for what in ("text of a module", "a new module", "title of the course", "a bibliography"):
        ahead.prepare()
        CHANGES[what](preview.course)
        rebuilt = ahead.build(open_project(preview.course.root), preview.watch.changed())
        assert rebuilt.run.failure is None
        used.append(rebuilt.was_ahead)
    assert used == [True, True, False, False]


def test_missing_home_page_is_told(preview: Preview) -> None:
    preview.course.remove("index.md")
    made = preview.follow()
    assert made.is_built is False
    assert made.refusal is not None
    assert "index.md" in made.refusal.message


def test_complaint_about_a_page_stays_until_that_page_is_mended(preview: Preview) -> None:
    preview.course.append(MODULE, "\n```{nothing}\n```\n")
    first = preview.follow()
    preview.course.append("modules/misura.md", "\nUn'altra frase.\n")
    second = preview.follow()
    assert [complaint.path for complaint in first.complaints] == [MODULE]
    assert second.complaints == first.complaints
    preview.course.replace(MODULE, "\n```{nothing}\n```\n", "")
    assert preview.follow().complaints == ()


def test_complaint_about_all_pages_together_goes_when_another_page_mends_it(preview: Preview) -> None:
    preview.course.write("curriculum/pages/sola.md", "---\nid: sola\n---\n\n# Sola\n")
    first = preview.follow()
    assert [complaint.path for complaint in first.complaints] == ["curriculum/pages/sola.md"]
    preview.course.replace("index.md", "curriculum/pages/casi\n", "curriculum/pages/casi\ncurriculum/pages/sola\n")
    assert preview.follow().complaints == ()


def test_picture_of_a_page_is_followed(preview: Preview) -> None:
    preview.course.write("pictures/a.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>")
    preview.course.append(MODULE, "\n![Una figura](../pictures/a.svg)\n")
    preview.follow()
    preview.course.write("pictures/a.svg", "<svg xmlns='http://www.w3.org/2000/svg'><title>B</title></svg>")
    preview.follow()
    assert b"<title>B</title>" in preview.shown["_images/a.svg"]


def test_next_preview_goes_on_where_the_last_one_ended(preview: Preview) -> None:
    preview.rebuilding.end()
    again = Rebuilding(preview.rebuilding.cache, "en")
    assert {name: file.content for name, file in again.site.files.items()} == preview.shown
    stamps = {name: file.written for name, file in again.site.files.items()}
    again.round()
    assert {name: file.written for name, file in again.site.files.items()} == stamps


def test_next_preview_begins_from_nothing_where_sphinx_would_not_complain_again(preview: Preview) -> None:
    preview.course.append(MODULE, "\n```{nothing}\n```\n")
    preview.follow()
    preview.rebuilding.end()
    again = Rebuilding(preview.rebuilding.cache, "en")
    assert again.site.files == {}
    assert [complaint.path for complaint in again.round().complaints] == [MODULE]


def test_cache_is_not_that_of_a_build(preview: Preview) -> None:
    assert preview.rebuilding.cache.folder.name == "preview-participants"
    assert BuildCache(preview.course.root, Edition.PARTICIPANTS).folder.name == "participants"
