"""Pages written in Markdown: the card after the title, the doors at the end, nothing of the front matter."""

from __future__ import annotations

import pytest

from tests.sphinx_ext.course_site import Build, CourseSite

FRONT_MATTER = """---
id: conclusione
summary: Si impara a lasciare qualcosa.
minutes: 45
teaches: [{competency: misurare, from: osserva, to: pratica}]
requires: [decisione]
plan: [{title: Un giro, minutes: 45}]
sources: [bianchi-2021]
---
"""
IN_THREE_LINES = """---
{id: conclusione, summary: Si impara., minutes: 45, teaches: [{competency: misurare, from: osserva, to: pratica}],
requires: [decisione], plan: [{title: Un giro, minutes: 45}], sources: [bianchi-2021]}
---
""".replace(",\nrequires", ", requires")
ENDED_BY_DOTS = FRONT_MATTER.removesuffix("---\n") + "...\n"

TEXTS = {
    "a title": f"{FRONT_MATTER}\n# La fine\n\nIl testo.\n",
    "a title right after the front matter": f"{FRONT_MATTER}# La fine\nIl testo.\n",
    "an underlined title": f"{FRONT_MATTER}\nLa fine\n=======\n\nIl testo.\n",
    "an indented title": f"{FRONT_MATTER}\n  # La fine\n\nIl testo.\n",
    "a title with closing signs": f"{FRONT_MATTER}\n# La fine #\n\nIl testo.\n",
    "a label before the title": f"{FRONT_MATTER}\n(fine)=\n# La fine\n\nIl testo.\n",
    "a comment with a sign before the title": f"{FRONT_MATTER}\n% nota\n\n# La fine\n\nIl testo.\n",
    "short front matter": f"{IN_THREE_LINES}\n# La fine\n\nIl testo.\n",
    "lines ended as on Windows": f"{FRONT_MATTER}\n# La fine\n\nIl testo.\n".replace("\n", "\r\n"),
    "a byte order mark": f"\ufeff{FRONT_MATTER}\n# La fine\n\nIl testo.\n",
    "front matter ended by dots": f"{ENDED_BY_DOTS}\n# La fine\n\nIl testo.\n",
    "code that looks like a title": f"{FRONT_MATTER}\n# La fine\n\nIl testo.\n\n```text\n# Non un titolo\n```\n",
}


@pytest.mark.parametrize("text", TEXTS)
def test_card_stands_after_the_title_and_doors_at_the_end(text: str, course: CourseSite) -> None:
    (course.root / "modules/conclusione.md").write_bytes(TEXTS[text].encode())
    build = course.build()
    assert build.warnings == ()
    page = build.page("modules/conclusione")
    assert page.headings[0] == "La fine"
    article = page.text[page.text.index("La fine Modulo") :]
    places = [article.index(words) for words in ("Modulo 4", "Tempo 45 min", "Il testo.", "Il percorso finisce qui")]
    assert places == sorted(places)


def test_front_matter_is_nowhere_in_the_memory_of_sphinx(course: CourseSite) -> None:
    build = course.build()
    assert build.warnings == ()
    remembered = b"".join(
        file.read_bytes() for file in (course.output / "html-participants-doctrees").rglob("*.doctree")
    )
    for secret in (b"SUGGERIMENTO-PIANO", b"SUGGERIMENTO-PASSO", b"SOLO-CHI-CONDUCE", b"SOLO-PER-CHI-FORMA"):
        assert secret not in remembered


@pytest.mark.parametrize("path", ["modules/ascolto.md", "exercises/cerchio.md", "curriculum/pages/casi.md", "index.md"])
def test_warning_names_the_line_of_the_file(path: str, course: CourseSite) -> None:
    course.append(path, "\n{doc}`/non/esiste`\n")
    number = course.text(path).count("\n")
    build = course.build()
    assert [warning.partition(f"{path}:")[2].split(":")[0] for warning in build.warnings] == [str(number)]


def test_exercise_has_no_doors(participants: Build) -> None:
    assert "Modulo successivo" not in participants.page("exercises/cerchio").text


def test_last_module_leads_back_to_the_path(participants: Build) -> None:
    assert "../curriculum/course.html" in participants.page("modules/conclusione").links
