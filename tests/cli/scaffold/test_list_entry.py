"""An id added to a list, and nothing else changed."""

from __future__ import annotations

import pytest

from coursewright.cli.scaffold.list_entry import with_addition
from coursewright.cli.scaffold.scaffold import Addition

PATH = Addition("curriculum/course.yaml", "path", "nuovo")
EXERCISES = Addition("modules/primo.md", "exercises", "nuovo")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a: 1\npath:\n  - uno\n  - due\nb: 2\n", "a: 1\npath:\n  - uno\n  - due\n  - nuovo\nb: 2\n"),
        ("path:\n- uno   # il primo\n\n# fine\n", "path:\n- uno   # il primo\n- nuovo\n\n# fine\n"),
        ("path:\n  -   uno", "path:\n  -   uno\n  -   nuovo"),
        ("path:\n  - 'uno'\n  # - tre\nb: 2", "path:\n  - 'uno'\n  - nuovo\n  # - tre\nb: 2"),
        ("path:\r\n  - uno\r\nb: 2\r\n", "path:\r\n  - uno\r\n  - nuovo\r\nb: 2\r\n"),
        ("path: [uno, due] # in ordine\n", "path: [uno, due, nuovo] # in ordine\n"),
        ("path: [ uno ,\n  due,\n]\n", "path: [ uno ,\n  due, nuovo,\n]\n"),
        ('path: ["uno"]\n', 'path: ["uno", nuovo]\n'),
        ("path: []\n", "path: [nuovo]\n"),
        ("{kind: course, path: [uno], b: 2}\n", "{kind: course, path: [uno, nuovo], b: 2}\n"),
        ("\ufeffpath: [uno]\n", "\ufeffpath: [uno, nuovo]\n"),
        ("path: [1, no]\n", "path: [1, no, nuovo]\n"),
    ],
)
def test_id_is_added_at_the_end_of_the_list(before: str, after: str) -> None:
    assert with_addition(before.encode(), PATH) == after.encode()


@pytest.mark.parametrize(
    "before",
    [
        "path:\n",
        "path: uno\n",
        "a: &x [uno]\npath: *x\n",
        "path: [uno\n",
        "path:\n  - uno\n  - id: due\n    title: Due\n",
        "path:\n  - >-\n    uno\n",
        "- uno\n",
        "",
    ],
)
def test_what_is_written_in_another_way_is_left_alone(before: str) -> None:
    assert with_addition(before.encode(), PATH) is None


def test_what_is_not_text_is_left_alone() -> None:
    assert with_addition(b"path: [\xff]\n", PATH) is None


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "---\nid: primo\nexercises: [cerchio]\n---\n\n# Primo\n",
            "---\nid: primo\nexercises: [cerchio, nuovo]\n---\n\n# Primo\n",
        ),
        (
            "---\nid: primo\nminutes: 60\n# -\nplan:\n  - {title: A, minutes: 60}\n---\n# Primo\n",
            "---\nid: primo\nminutes: 60\n# -\nexercises: [nuovo]\nplan:\n  - {title: A, minutes: 60}\n---\n# Primo\n",
        ),
        (
            "---\r\nid: primo\r\nminutes: 60\r\n---\r\n\r\n# Primo\r\n",
            "---\r\nid: primo\r\nexercises: [nuovo]\r\nminutes: 60\r\n---\r\n\r\n# Primo\r\n",
        ),
    ],
)
def test_exercise_is_added_to_a_module_that_lists_some_or_none(before: str, after: str) -> None:
    assert with_addition(before.encode(), EXERCISES) == after.encode()


@pytest.mark.parametrize("before", ["---\n{id: primo, minutes: 60}\n---\n# Primo\n", "# Primo\n", "---\nid: primo\n"])
def test_module_written_in_another_way_is_left_alone(before: str) -> None:
    assert with_addition(before.encode(), EXERCISES) is None
