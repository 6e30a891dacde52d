"""Links from texts for everyone to pages that only trainers have."""

from __future__ import annotations

import pytest

from tests.checks.course_folder import EXERCISE, CourseFolder, Told

HIDDEN = "curriculum/pages/riservata.md"
TITLE = "# Cerchio\n"


@pytest.fixture
def guided(course: CourseFolder) -> CourseFolder:
    """The smallest course with a page for trainers."""
    return course.write(HIDDEN, "---\nedition: trainers\n---\n\n# Riservata\n\n[Il giro](../../exercises/cerchio.md)\n")


@pytest.mark.parametrize(
    ("link", "target"),
    [
        ("[](../curriculum/pages/riservata.md)", "../curriculum/pages/riservata.md"),
        ("[parole](/curriculum/pages/riservata.md)", "/curriculum/pages/riservata.md"),
        ("[parole](/curriculum/pages/riservata)", "/curriculum/pages/riservata"),
        ("[parole](/curriculum/pages/riservata.html#x)", "/curriculum/pages/riservata.html"),
        ("{doc}`/curriculum/pages/riservata`", "/curriculum/pages/riservata"),
        ("{doc}`parole </curriculum/pages/riservata>`", "/curriculum/pages/riservata"),
    ],
)
def test_link_to_a_page_of_the_trainers_is_an_error_unless_it_is_for_them(
    guided: CourseFolder, link: str, target: str
) -> None:
    guided.replace(EXERCISE, TITLE, f"{TITLE}\n{link}\n")
    assert guided.told() == [Told("link-for-trainers", f"{EXERCISE}:16:1", target)]
    guided.replace(EXERCISE, link, f":::{{facilitation}}\n{link}\n:::")
    assert guided.told() == []


def test_link_between_pages_of_the_trainers_is_fine(guided: CourseFolder) -> None:
    guided.write("curriculum/pages/altra.md", "---\nedition: trainers\n---\n\n# Altra\n\n[Di là](riservata.md)\n")
    assert guided.told() == []
