"""``coursewright build`` of a course in two languages."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path
from posixpath import dirname, join, normpath

import pytest

from tests.checks.course_folder import FIGURES, FIRST, CourseFolder
from tests.cli.running import Sentence, run_process
from tests.cli.translated_course import FIGURES_PO, LESSON, po, translated_course, write
from tests.sphinx_ext.course_site import files_in
from tests.sphinx_ext.reading import Page

SETTINGS = 'extensions = ["coursewright.sphinx_ext"]\nhtml_baseurl = "https://corso.example/prova"\n'


@pytest.fixture(scope="module")
def pristine(tmp_path_factory: pytest.TempPathFactory) -> CourseFolder:
    """The course with its site built once in both languages."""
    course = translated_course(tmp_path_factory.mktemp("languages") / "course")
    write(course, "conf.py", SETTINGS)
    said = _build(course)
    assert (said.status, said.err.count("WARNING")) == (0, 0), said.err
    return course


@pytest.fixture
def built(pristine: CourseFolder, tmp_path: Path) -> CourseFolder:
    """A copy of it, to be changed; in its place, since Sphinx remembers where its sources stand."""
    kept = tmp_path / "kept"
    shutil.copytree(pristine.root, kept)
    return pristine


@pytest.fixture(autouse=True)
def _restored(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[None]:
    """What a test changes is as it was for the next one."""
    yield
    kept = tmp_path / "kept"
    if kept.is_dir():
        root = request.getfixturevalue("pristine").root
        shutil.rmtree(root)
        shutil.copytree(kept, root)


def _build(course: CourseFolder, *arguments: str) -> Sentence:
    return run_process(course.root, "build", *arguments)


def _site(course: CourseFolder) -> Path:
    return course.root / "_build" / "html"


def _page(course: CourseFolder, path: str) -> Page:
    return Page.read(_site(course) / path)


def _stamps(folder: Path) -> Mapping[str, int]:
    return {path: (folder / path).stat().st_mtime_ns for path in files_in(folder)}


def _pages(course: CourseFolder) -> set[str]:
    return {path for path in files_in(_site(course)) if path.endswith(".html") and "_static/" not in path}


def _html_language(page: Page) -> str:
    return next(each.attributes["lang"] for each in page.elements if each.tag == "html")


def _other(page: Page) -> Mapping[str, str]:
    return next(each.attributes for each in page.elements if each.attributes.get("class") == "language-link")


def test_every_page_has_its_counterpart_and_leads_to_it(pristine: CourseFolder) -> None:
    pages = _pages(pristine)
    italian = {path for path in pages if not path.startswith("en/")}
    assert pages == italian | {f"en/{path}" for path in italian}
    assert {"index.html", "search.html", "modules/primo.html", "curriculum/course.html"} <= italian
    for path in italian:
        here, there = _page(pristine, path), _page(pristine, f"en/{path}")
        assert (_html_language(here), _html_language(there)) == ("it", "en")
        assert normpath(join(dirname(path), _other(here)["href"])) == f"en/{path}"
        assert normpath(join(dirname(f"en/{path}"), _other(there)["href"])) == path
        assert (_other(here)["lang"], _other(here)["hreflang"]) == ("en", "en")
        assert (_other(there)["lang"], _other(there)["hreflang"]) == ("it", "it")


@pytest.mark.parametrize("folder", ["", "en/"])
def test_page_names_its_addresses_in_every_language(pristine: CourseFolder, folder: str) -> None:
    page = _page(pristine, f"{folder}modules/primo.html")
    links = [each.attributes for each in page.elements if each.tag == "link" and "href" in each.attributes]
    base, path = "https://corso.example/prova/", "modules/primo.html"
    assert {each["hreflang"]: each["href"] for each in links if each.get("rel") == "alternate"} == {
        "it": base + path,
        "en": f"{base}en/{path}",
        "x-default": base + path,
    }
    assert [each["href"] for each in links if each.get("rel") == "canonical"] == [f"{base}{folder}{path}"]


def test_translated_texts_stand_on_the_pages_and_in_the_menu(pristine: CourseFolder) -> None:
    home, course = _page(pristine, "en/index.html"), _page(pristine, "en/curriculum/course.html")
    assert home.title == "Trial course"
    assert "Two modules." in home.text
    assert "The smallest course." in course.text
    assert "First" in course.text
    assert "Due moduli e un esercizio." in _page(pristine, "index.html").text


def test_search_knows_the_words_of_its_own_language(pristine: CourseFolder) -> None:
    index = (_site(pristine) / "en/searchindex.js").read_text("utf-8")
    assert '"modul"' in index
    assert "Trial course" in index
    assert "Trial course" not in (_site(pristine) / "searchindex.js").read_text("utf-8")


def test_untranslated_page_says_so_and_what_its_text_is_in(pristine: CourseFolder) -> None:
    page = _page(pristine, "en/modules/primo.html")
    assert "This page has not been translated yet: its text is in Italian." in page.text
    article = next(each for each in page.elements if each.tag == "article")
    heading = next(each for each in page.elements if each.tag == "h1")
    card = next(each for each in page.elements if "module-card" in each.attributes.get("class", ""))
    assert (article.attributes["lang"], heading.attributes["lang"], card.attributes["lang"]) == ("it", "en", "en")
    assert page.headings[0] == "First"
    assert "Il testo del primo modulo." in page.text


def test_texts_of_a_data_file_without_words_are_marked_one_by_one(pristine: CourseFolder) -> None:
    page = _page(pristine, "en/curriculum/figures.html")
    assert "This page has not been translated yet" in page.text
    article = next(each for each in page.elements if each.tag == "article")
    assert "lang" not in article.attributes
    assert any(each.attributes.get("lang") == "it" for each in page.elements if each.tag in {"p", "span"})


def test_pages_of_the_course_s_own_language_have_no_notice(pristine: CourseFolder) -> None:
    notices = {path for path in _pages(pristine) if b"translation-notice" in files_in(_site(pristine))[path]}
    assert notices
    assert all(path.startswith("en/") for path in notices)
    assert not notices & {"en/index.html", "en/curriculum/course.html", "en/search.html"}


def test_second_build_touches_nothing(built: CourseFolder) -> None:
    before = _stamps(built.root / "_build")
    assert _build(built).out.startswith("Niente è cambiato")
    after = _stamps(built.root / "_build")
    noted = {path for path in after if path.endswith("made-by")}
    assert {path: after[path] for path in after.keys() - noted} == {
        path: before[path] for path in before.keys() - noted
    }


def test_sources_stay_as_they_are(pristine: CourseFolder) -> None:
    assert [path for path in files_in(pristine.root / "locales") if not path.endswith(".po")] == []


def test_new_words_reach_the_pages_that_show_them_and_no_others(built: CourseFolder) -> None:
    before = files_in(_site(built))
    write(built, LESSON, po(Primo="First") + 'msgid "Il testo del primo modulo."\nmsgstr "The text of it."\n')
    assert _build(built).status == 0
    after = files_in(_site(built))
    page = _page(built, "en/modules/primo.html")
    assert "The text of it." in page.text
    assert "translation-notice" not in (_site(built) / "en/modules/primo.html").read_text("utf-8")
    changed = {path for path in after if after[path] != before[path] and path.endswith(".html")}
    assert "en/modules/primo.html" in changed
    assert all(path.startswith("en/") for path in changed)


def test_catalogs_that_are_gone_leave_pages_as_they_were_written(built: CourseFolder) -> None:
    shutil.rmtree(built.root / "locales")
    said = _build(built)
    assert (said.status, "conf.py" in said.err) == (0, False)
    page = _page(built, "en/index.html")
    assert "Due moduli e un esercizio." in page.text
    assert "Two modules." not in page.text
    assert page.title == "Corso di prova"


def test_language_and_region_are_written_as_the_web_writes_them(built: CourseFolder) -> None:
    built.replace("curriculum/course.yaml", "translations: [en]", "translations: [pt-BR]")
    write(built, "locales/pt-BR/LC_MESSAGES/index.po", 'msgid "Due moduli e un esercizio."\nmsgstr "Dois."\n')
    assert _build(built).status == 0
    page = _page(built, "pt-BR/index.html")
    assert (_html_language(page), "Dois." in page.text) == ("pt-BR", True)


def test_new_catalog_of_a_data_file_takes_effect(built: CourseFolder) -> None:
    title = "Facilitatrice"
    assert title in (built.root / FIGURES).read_text("utf-8")
    write(built, FIGURES_PO, po(Facilitatrice="Facilitator"))
    assert _build(built).status == 0
    assert "Facilitator" in _page(built, "en/curriculum/figures.html").text
    assert title in _page(built, "curriculum/figures.html").text


def test_a_language_that_is_dropped_leaves_no_trace(built: CourseFolder) -> None:
    built.replace("curriculum/course.yaml", "translations: [en]\n", "")
    assert _build(built).status == 0
    assert not (_site(built) / "en").exists()
    assert "language-link" not in (_site(built) / "index.html").read_text("utf-8")


def test_a_change_of_the_course_shows_in_both_languages(built: CourseFolder) -> None:
    built.replace(FIRST, "Il testo del primo modulo.", "Il testo rifatto.")
    assert _build(built).status == 0
    assert "Il testo rifatto." in _page(built, "modules/primo.html").text
    assert "Il testo rifatto." in _page(built, "en/modules/primo.html").text


def test_one_process_and_several_give_the_same_bytes(built: CourseFolder) -> None:
    first = files_in(_site(built))
    shutil.rmtree(built.root / "_build")
    assert _build(built, "--jobs", "1").status == 0
    assert files_in(_site(built)) == first
