"""A folder read as a course: every file, every finding, and what is left unread.

Covers also `model/course.py`, `model/curriculum.py`, `model/matrix.py`.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from coursewright.model.finding import Kind
from coursewright.sources.course_tree import CourseTree, course_language, read_course

MINIMAL = Path(__file__).parents[1] / "roots" / "minimal"
REPOSITORY = Path(__file__).parents[2]

COURSE = "curriculum/course.yaml"
MAP = "curriculum/competencies/mappa.yaml"
FIRST = "modules/primo.md"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A copy of the smallest course, to be changed."""
    shutil.copytree(MINIMAL, tmp_path / "course")
    return tmp_path / "course"


def write(root: Path, path: str, text: str) -> None:
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_text(text, "utf-8")


def change(root: Path, path: str, old: str, new: str) -> None:
    text = (root / path).read_text("utf-8")
    assert text.count(old) == 1
    write(root, path, text.replace(old, new))


def told(tree: CourseTree) -> list[str]:
    return [f"{finding.place} {finding.code}" for finding in tree.findings]


@pytest.mark.parametrize("course", [MINIMAL, REPOSITORY], ids=["minimal", "community-maker"])
def test_sound_course_is_read_without_findings(course: Path) -> None:
    tree = read_course(course)
    assert tree.findings == ()
    assert tree.curriculum.unread == frozenset()
    assert tree.curriculum.unread_kinds == frozenset()


def test_every_kind_is_in_the_curriculum() -> None:
    curriculum = read_course(MINIMAL).curriculum
    assert curriculum.course.id == "prova"
    assert (list(curriculum.maps), list(curriculum.competencies)) == (["mappa"], ["ascoltare", "decidere"])
    assert (list(curriculum.modules), list(curriculum.exercises)) == (["primo", "secondo"], ["cerchio"])
    assert (list(curriculum.figures), list(curriculum.people), list(curriculum.venues)) == (
        ["facilitatrice"],
        ["t1"],
        ["v1"],
    )
    assert (list(curriculum.cohorts), list(curriculum.groups)) == (["c-2023"], ["rete"])
    assert (list(curriculum.matrices), list(curriculum.thermometers)) == (["sportello"], ["stili"])
    assert list(curriculum.works) == ["rossi-2020"]
    assert curriculum.glossary is not None
    assert curriculum.modules["primo"].title == "Primo"


def test_empty_folder_lacks_the_course_alone(tmp_path: Path) -> None:
    tree = read_course(tmp_path)
    assert told(tree) == [f"{COURSE}:1:1 file-missing"]
    assert tree.curriculum.unread_kinds == {Kind.COURSE}


def test_folder_of_any_name_can_hold_a_course(tmp_path: Path) -> None:
    (tmp_path / " ").mkdir()
    assert told(read_course(tmp_path / " ")) == [f"{COURSE}:1:1 file-missing"]


def test_several_files_and_mistakes_are_all_told(root: Path) -> None:
    change(root, COURSE, "id: prova", "id: Prova")
    change(root, COURSE, "language: it", "language: italiano")
    change(root, MAP, "id: insieme", "id: in sieme")
    change(root, FIRST, "minutes: 60", "minutes: un'ora")
    change(root, FIRST, "# Primo\n", "Primo\n")
    write(root, "exercises/vuoto.md", "")
    assert sorted(told(read_course(root))) == [
        f"{MAP}:9:9 invalid-id",
        f"{COURSE}:2:5 invalid-id",
        f"{COURSE}:5:11 wrong-type",
        "exercises/vuoto.md:1:1 front-matter-missing",
        "exercises/vuoto.md:1:1 title-missing",
        f"{FIRST}:12:1 title-missing",
        f"{FIRST}:4:10 wrong-type",
    ]


def test_what_an_unread_file_defines_still_exists(root: Path) -> None:
    change(root, MAP, "title: Mappa", "titel: Mappa")
    change(root, "curriculum/figures.yaml", "figures:", "zzz: 1\nfigures:")
    change(root, "curriculum/people.yaml", "role: trainer", "role: ")
    change(root, FIRST, "minutes: 60", "minutes: 0")
    curriculum = read_course(root).curriculum
    assert (curriculum.maps, curriculum.figures, list(curriculum.modules)) == ({}, {}, ["secondo"])
    for kind, identifier in (
        (Kind.COMPETENCY_MAP, "mappa"),
        (Kind.COMPETENCY, "ascoltare"),
        (Kind.COMPETENCY, "decidere"),
        (Kind.FIGURE, "facilitatrice"),
        (Kind.PERSON, "t1"),
        (Kind.MODULE, "primo"),
    ):
        assert curriculum.exists(kind, identifier)
    assert not curriculum.exists(Kind.COMPETENCY, "primo")
    assert curriculum.unread_kinds == {Kind.COMPETENCY_MAP, Kind.COMPETENCY, Kind.FIGURE, Kind.PERSON, Kind.MODULE}


@pytest.mark.parametrize(
    ("path", "kinds"),
    [
        (MAP, {Kind.COMPETENCY_MAP, Kind.COMPETENCY}),
        ("curriculum/venues.yaml", {Kind.VENUE}),
        ("curriculum/glossary.yaml", {Kind.TERM}),
        ("curriculum/references.bib", {Kind.SOURCE}),
        ("curriculum/cohorts/c-2023.yaml", {Kind.COHORT}),
        (FIRST, {Kind.MODULE}),
    ],
)
def test_of_a_file_that_cannot_be_read_at_all_the_kinds_are_known(root: Path, path: str, kinds: set[Kind]) -> None:
    (root / path).write_bytes(b"\xff")
    tree = read_course(root)
    assert told(tree) == [f"{path}:1:1 not-utf8"]
    assert tree.curriculum.unread_kinds == kinds


def test_works_that_can_be_told_are_known_though_something_is_wrong(root: Path) -> None:
    write(root, "curriculum/references.bib", "@misc{a,}\n@misc{rossi-2020,}\n@misc{a,}\n")
    tree = read_course(root)
    assert told(tree) == ["curriculum/references.bib:3:7 duplicate-id"]
    assert list(tree.curriculum.works) == ["a", "rossi-2020"]
    assert tree.curriculum.unread_kinds == frozenset()


def test_id_defined_twice_names_both_places(root: Path) -> None:
    text = (root / FIRST).read_text("utf-8")
    write(root, "modules/terzo.md", text.replace("id: primo", 'illustrative: true\nid: "primo"'))
    (finding,) = read_course(root).findings
    assert (str(finding.code), str(finding.place)) == ("duplicate-id", "modules/terzo.md:3:5")
    assert finding.values == {"kind": "module", "found": "primo", "first": f"{FIRST}:2:5"}
    assert [str(place) for place in finding.related] == [f"{FIRST}:2:5"]


def test_kinds_may_share_ids(root: Path) -> None:
    change(root, "exercises/cerchio.md", "id: cerchio", "id: primo")
    assert read_course(root).findings == ()


def test_file_in_the_folder_of_another_kind(root: Path) -> None:
    shutil.copy(root / MAP, root / "curriculum/groups/mappa.yaml")
    assert told(read_course(root)) == ["curriculum/groups/mappa.yaml:1:7 wrong-kind"]


@pytest.mark.parametrize(
    ("path", "identifier"),
    [
        ("index.md", "index"),
        ("curriculum/pages/casi.md", "casi"),
        ("curriculum/pages/casi/uno.md", "casi-uno"),
        ("curriculum/pages/casi/index.md", "casi-index"),
        ("curriculum/pages/Città & Co.md", "citta-co"),
        ("curriculum/pages/—.md", "page"),
    ],
)
def test_page_without_id_has_that_of_its_path(tmp_path: Path, path: str, identifier: str) -> None:
    write(tmp_path, path, "# Title\n")
    assert list(read_course(tmp_path).curriculum.pages) == [identifier]


def test_page_may_name_its_id(tmp_path: Path) -> None:
    write(tmp_path, "curriculum/pages/a.md", "---\nid: b\nedition: trainers\n---\n# Title\n")
    (page,) = read_course(tmp_path).curriculum.pages.values()
    assert (page.id, page.edition, page.title, page.place("id").line) == ("b", "trainers", "Title", 2)


def test_prose_counts_lines_in_the_whole_file(root: Path) -> None:
    change(
        root, FIRST, "Il testo del primo modulo.", "Il testo,\n\n:::{facilitation}\n[qui](x.md) e {term}`tavolo`\n:::"
    )
    (module,) = (entry for entry in read_course(root).curriculum.modules.values() if entry.id == "primo")
    assert [(link.text, link.line, link.column) for link in module.prose.links] == [("qui", 18, 1)]
    assert [(mention.target, mention.line, mention.column) for mention in module.prose.mentions] == [("tavolo", 18, 15)]
    assert [heading.line for heading in module.prose.headings] == [13]


@pytest.mark.parametrize(
    ("zone", "nearest"), [("Europe/Roma", "Europe/Rome"), ("Europe", None), ("Zzz/Zzz", None), ("Etc", None)]
)
def test_time_zone_must_be_one_that_exists(root: Path, zone: str, nearest: str | None) -> None:
    change(root, "curriculum/cohorts/c-2023.yaml", "Europe/Rome", zone)
    (finding,) = read_course(root).findings
    assert (str(finding.code), str(finding.place)) == ("unknown-time-zone", "curriculum/cohorts/c-2023.yaml:4:11")
    assert finding.values["found"] == zone
    assert nearest is None or finding.values["nearest"] == nearest


def test_built_site_in_the_tree_is_not_read(root: Path) -> None:
    write(root, "curriculum/pages/html/.buildinfo", "")
    write(root, "curriculum/pages/html/a.md", "no title")
    write(root, "_build/html/index.md", "no title")
    assert read_course(root).findings == ()


def test_text_too_tangled_leaves_the_file_unread(root: Path) -> None:
    change(root, FIRST, "Il testo del primo modulo.", "[" * 30_000)
    tree = read_course(root)
    assert told(tree) == [f"{FIRST}:15:1 text-too-tangled"]
    assert list(tree.curriculum.modules) == ["secondo"]
    assert tree.curriculum.exists(Kind.MODULE, "primo")


def test_text_too_tangled_hides_nothing_else(root: Path) -> None:
    change(root, FIRST, "Il testo del primo modulo.", "[" * 30_000)
    change(root, FIRST, "minutes: 60", "minutes: 0")
    assert sorted(told(read_course(root))) == [f"{FIRST}:15:1 text-too-tangled", f"{FIRST}:4:10 out-of-range"]


@pytest.mark.parametrize(
    ("text", "findings"),
    [
        ("---\n- a\n---\n# Title\n", ["2:1 wrong-type"]),
        ("---\n---\n# Title\n", ["2:1 yaml-empty"]),
        ("---\nid: a\n", ["1:1 front-matter-unclosed"]),
        ("---\nid: a: b\n---\nText\n", ["4:1 title-missing", "2:6 yaml-colon"]),
        ("---\nedition: all\n---\n# Title\n", ["2:10 unknown-value"]),
    ],
)
def test_page_that_is_wrong_is_unread(tmp_path: Path, text: str, findings: list[str]) -> None:
    write(tmp_path, COURSE, (MINIMAL / COURSE).read_text("utf-8"))
    write(tmp_path, "curriculum/pages/a.md", text)
    tree = read_course(tmp_path)
    assert told(tree) == [f"curriculum/pages/a.md:{finding}" for finding in findings]
    assert tree.curriculum.exists(Kind.PAGE, "a")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("language: it\n", "it"),
        ("language: [it]\n", None),
        ("a: b: c\n", None),
        ("- a\n", None),
        ("", None),
        ("language: NO", "NO"),
    ],
)
def test_language_of_the_course_before_anything_else(tmp_path: Path, text: str, language: str | None) -> None:
    write(tmp_path, COURSE, text)
    assert course_language(tmp_path) == language


def test_language_of_no_course(tmp_path: Path) -> None:
    assert course_language(tmp_path) is None
