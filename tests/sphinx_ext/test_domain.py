"""The course domain: roles that lead to entries, warnings about those that do not, and an inventory for other sites.

Covers also `views/pages.py`.
"""

from __future__ import annotations

import zlib
from os.path import normpath
from pathlib import Path

import pytest

from tests.sphinx_ext.course_site import Build, CourseSite, run
from tests.sphinx_ext.reading import Page

# For each kind: an id, the address of its page from a page of the cases, its title.
ENTRIES = {
    "competency-map": ("mappa", "../../competencies/mappa.html", "Mappa di base"),
    "competency": ("ascoltare", "../../competencies/mappa.html#competency-ascoltare", "Ascoltare"),
    "figure": ("custode", "../../figures.html#figure-custode", "Custode dei numeri"),
    "module": ("ascolto", "../../../modules/ascolto.html", "L'ascolto"),
    "exercise": ("scelta", "../../../exercises/scelta.html", "La scelta"),
    "thermometer": ("stili", "../../thermometers/stili.html", "Stili di lavoro"),
    "group": ("rete", "../../groups/rete.html", "Rete di valle"),
    "matrix": ("sportello", "../../matrices/sportello.html", "Sportello di valle"),
    "cohort": ("c-2023", "../../cohorts/c-2023.html", "Edizione 2023"),
    "person": ("t1", "../../people.html#person-t1", "Docente A"),
    "venue": ("v1", "../../venues.html#venue-v1", "Sala grande"),
}
INVENTORY = {
    "competency-map mappa": "curriculum/competencies/mappa.html Mappa di base",
    "competency-map pratiche": "curriculum/competencies/pratiche.html Pratiche",
    "competency ascoltare": "curriculum/competencies/mappa.html#competency-$ Ascoltare",
    "competency decidere": "curriculum/competencies/mappa.html#competency-$ Decidere",
    "competency misurare": "curriculum/competencies/mappa.html#competency-$ Misurare",
    "competency domandare": "curriculum/competencies/pratiche.html#competency-$ Fare domande",
    "figure facilitatrice": "curriculum/figures.html#figure-$ Facilitatrice",
    "figure custode": "curriculum/figures.html#figure-$ Custode dei numeri",
    "module ascolto": "modules/ascolto.html L'ascolto",
    "module conclusione": "modules/conclusione.html La conclusione",
    "module decisione": "modules/decisione.html La decisione",
    "module misura": "modules/misura.html La misura",
    "exercise cerchio": "exercises/cerchio.html Il cerchio",
    "exercise conto": "exercises/conto.html Il conto",
    "exercise scelta": "exercises/scelta.html La scelta",
    "thermometer stili": "curriculum/thermometers/stili.html Stili di lavoro",
    "group rete": "curriculum/groups/rete.html Rete di valle",
    "matrix sportello": "curriculum/matrices/sportello.html Sportello di valle",
    "cohort c-2023": "curriculum/cohorts/c-2023.html Edizione 2023",
    "person t1": "curriculum/people.html#person-$ Docente A",
    "person t2": "curriculum/people.html#person-$ Docente B",
    "venue v1": "curriculum/venues.html#venue-$ Sala grande",
}


@pytest.fixture(scope="module")
def speaking(tmp_path_factory: pytest.TempPathFactory) -> Build:
    """The site of the whole little course with a page that names an entry of each kind in three ways."""
    course = CourseSite.copy(tmp_path_factory.mktemp("speaking"))
    lines = (
        f"- {{{kind}}}`{id_}`\n- {{course:{kind}}}`{id_}`\n- {{{kind}}}`parole per {kind} <{id_}>`\n"
        for kind, (id_, _, _) in ENTRIES.items()
    )
    course.write("curriculum/pages/casi/nomi.md", "# Nomi\n\n" + "".join(lines))
    return course.build(nitpicky=True)


@pytest.mark.parametrize("kind", ENTRIES)
def test_role_leads_to_the_entry_under_its_title_or_the_writers_words(kind: str, speaking: Build) -> None:
    assert speaking.warnings == ()
    _, address, title = ENTRIES[kind]
    html = (speaking.folder / "curriculum/pages/casi/nomi.html").read_text("utf-8")
    link = f'<a class="reference internal" href="{address}"><span class="'
    assert html.count(f'{link}course-{kind}">{title}</span></a>') == 2
    assert html.count(f'{link}xref course course-{kind}">parole per {kind}</span></a>') == 1


def test_anchors_of_entries_are_on_their_pages(speaking: Build) -> None:
    for _, address, _ in ENTRIES.values():
        path, _, anchor = address.partition("#")
        page = speaking.page(normpath(f"curriculum/pages/casi/{path}").removesuffix(".html"))
        assert not anchor or anchor in page.ids


@pytest.mark.parametrize("nitpicky", [False, True])
def test_unknown_entry_is_told_once_with_the_nearest(course: CourseSite, nitpicky: bool) -> None:
    course.append("curriculum/pages/casi.md", restructured("Conduce :person:`t11`, in :venue:`una sala <v11>`."))
    warnings = [warning.partition("WARNING: ")[2] for warning in course.build(nitpicky=nitpicky).warnings]
    assert [warning.split("[")[-1] for warning in warnings] == ["coursewright.unknown-id]"] * 2
    assert ["«t11»" in warnings[0], "«t1»" in warnings[0]] == [True, True]
    assert ["«v11»" in warnings[1], "«v1»" in warnings[1]] == [True, True]


def test_unknown_entry_may_be_named_as_one_to_pass_over(course: CourseSite) -> None:
    course.append("curriculum/pages/casi.md", restructured("Conduce :person:`t3`."))
    build = course.build(nitpicky=True, nitpick_ignore=[("course:person", "t3")])
    assert build.warnings == ()
    assert "Conduce t3." in build.page("curriculum/pages/casi").text


def test_heading_that_names_an_entry_has_its_title_in_the_list_of_headings(participants: Build) -> None:
    page = participants.html["curriculum/thermometers/stili.html"].decode()
    headings = page.split('class="page-toc"')[1]
    assert (headings.count(">Ascoltare<"), headings.count(">ascoltare<")) == (1, 0)


def test_inventory_has_every_entry_and_no_more(participants: Build) -> None:
    content = (participants.folder / "objects.inv").read_bytes()
    lines = zlib.decompress(content.split(b"\n", 4)[4]).decode().splitlines()
    entries = {}
    for line in lines:
        name, kind, _, address, title = line.split(" ", 4)
        if kind.startswith("course:"):
            entries[f"{kind.removeprefix('course:')} {name}"] = f"{address} {title}"
    assert entries == INVENTORY


def test_other_site_links_here_through_the_inventory(participants: Build, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    inventory = str(participants.folder / "objects.inv")
    (other / "conf.py").write_text(
        "extensions = ['sphinx.ext.intersphinx', 'myst_parser']\n"
        f"intersphinx_mapping = {{'corso': ('https://corso.example/', {inventory!r})}}\n",
        "utf-8",
    )
    (other / "index.md").write_text(
        "# Altrove\n\n[](inv:corso:course:competency#ascoltare), [qui](inv:corso:course:module#ascolto),\n"
        "{external+corso:std:term}`tavolo`\n",
        "utf-8",
    )
    build = run(other, tmp_path / "html", tmp_path / "doctrees", "html", 1, {})
    assert (build.failure, build.warnings) == ("", ())
    assert _links_to_the_course(build.page("index")) == [
        "https://corso.example/curriculum/competencies/mappa.html#competency-ascoltare",
        "https://corso.example/modules/ascolto.html",
        "https://corso.example/curriculum/glossary.html#term-tavolo",
    ]
    assert "Ascoltare, qui, tavolo" in build.page("index").text


def test_other_course_links_here_by_the_same_roles(participants: Build, course: CourseSite) -> None:
    course.append(
        "curriculum/pages/casi.md",
        "\n{external+corso:course:competency}`ascoltare`, {external:course:module}`lì <ascolto>`\n",
    )
    mapping = {"corso": ("https://corso.example/", str(participants.folder / "objects.inv"))}
    build = course.build(extensions=["sphinx.ext.intersphinx"], intersphinx_mapping=mapping)
    assert build.warnings == ()
    assert _links_to_the_course(build.page("curriculum/pages/casi")) == [
        "https://corso.example/curriculum/competencies/mappa.html#competency-ascoltare",
        "https://corso.example/modules/ascolto.html",
    ]
    assert "Ascoltare, lì" in build.page("curriculum/pages/casi").text


def test_entry_of_another_site_is_found_before_one_warns(course: CourseSite) -> None:
    course.append("curriculum/pages/casi.md", restructured("Conduce :person:`t3`."))
    mapping = {"altro": ("https://altro.example/", str(_inventory_with(course, "t3")))}
    build = course.build(extensions=["sphinx.ext.intersphinx"], intersphinx_mapping=mapping)
    assert build.warnings == ()
    assert "https://altro.example/people.html#t3" in build.page("curriculum/pages/casi").links


def restructured(text: str) -> str:
    """A text in the markup of which ``check`` reads nothing: the site alone looks its mentions up."""
    return f"\n```{{eval-rst}}\n{text}\n```\n"


def _links_to_the_course(page: Page) -> list[str]:
    return [link for link in page.links if link.startswith("https://corso.example/")]


def _inventory_with(course: CourseSite, person: str) -> Path:
    file = course.root / "altro.inv"
    head = b"# Sphinx inventory version 2\n# Project: altro\n# Version: 1\n# The rest is compressed by zlib.\n"
    file.write_bytes(head + zlib.compress(f"{person} course:person 1 people.html#$ Docente C\n".encode()))
    return file
