"""``coursewright serve``, run as people run it and seen in a browser.

Covers also `cli/preview/notices.py`.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from coursewright.cli.scaffold.course import new_course
from coursewright.cli.scaffold.name import Name
from coursewright.cli.scaffold.writing import write_course
from tests.checks.course_folder import COURSE, CourseFolder
from tests.cli.preview.previewing import PATIENCE, RunningPreview, previewing
from tests.cli.running import run_process

FIRST = "modules/primo-modulo.md"
PAGE = "modules/primo-modulo.html"
TEXT = "Scrivi qui la prima cosa da ricordare."
BOX = ".coursewright-preview"
STRICT = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'"
)
expect.set_options(timeout=PATIENCE * 1000)


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page in a browser of its own."""
    context = browser.new_context()
    yield context.new_page()
    context.close()


@pytest.fixture
def course(tmp_path: Path) -> CourseFolder:
    """A course as ``coursewright new course`` makes it: without a finding, and without a complaint of Sphinx."""
    write_course(tmp_path / "course", new_course(Name("prova", "Corso di prova"), "it"))
    return CourseFolder(tmp_path / "course")


@pytest.fixture
def preview(course: CourseFolder) -> Iterator[RunningPreview]:
    """A preview of the course."""
    with previewing(course.root) as running:
        yield running


def _see(page: Page, text: str) -> None:
    expect(page.locator("main")).to_contain_text(text)


def test_what_is_saved_is_seen_and_what_is_wrong_stands_on_top(
    course: CourseFolder, preview: RunningPreview, page: Page
) -> None:
    page.goto(f"{preview.address}{PAGE}")
    _see(page, TEXT)
    expect(page.locator(BOX)).to_have_count(0)

    course.replace(FIRST, TEXT, "Un testo nuovo.")
    _see(page, "Un testo nuovo.")

    course.replace(FIRST, "minutes: 120", "minutes: 130")
    expect(page.locator(BOX)).to_have_text(
        "1 errore. Qui sotto c'è l'ultimo sito buono."
        f"{FIRST}:4:10 errore plan-off"
        "La scaletta dà 120 minuti, e il modulo ne dichiara 130."
        "Differenza: 10 minuti. Correggi la scaletta o «minutes»."
    )
    _see(page, "Un testo nuovo.")
    preview.wait_for(f"{FIRST}:4:10: errore plan-off ")
    preview.wait_for("Il sito resta com'era: prima vanno corretti gli errori.")

    course.replace(FIRST, "minutes: 130", "minutes: 120").replace(FIRST, "Un testo nuovo.", "Un testo corretto.")
    _see(page, "Un testo corretto.")
    expect(page.locator(BOX)).to_have_count(0)


def test_warning_stands_on_top_of_the_new_site(course: CourseFolder, preview: RunningPreview, page: Page) -> None:
    page.goto(preview.address)
    added = "\nTODO, {module}`nessuno` e [una pagina](manca.md).\n"
    course.write(FIRST, (course.root / FIRST).read_text("utf-8") + added)
    expect(page.locator(f"{BOX} p")).to_have_text("1 errore, 1 avviso. Qui sotto c'è l'ultimo sito buono.")
    course.replace(FIRST, ", {module}`nessuno`", "")
    expect(page.locator(f"{BOX} p")).to_have_text("2 avvisi.")
    expect(page.locator(f"{BOX} li").first).to_contain_text("placeholder-text")
    expect(page.locator(f"{BOX} li").last).to_contain_text("manca.md")
    page.goto(f"{preview.address}{PAGE}")
    _see(page, "TODO")


def test_course_that_begins_with_an_error_is_seen_once_it_is_mended(course: CourseFolder, page: Page) -> None:
    course.replace(COURSE, "title:", "titel:")
    with previewing(course.root) as preview:
        page.goto(preview.address)
        expect(page.locator("h1")).to_have_text("Il sito non c'è ancora.")
        expect(page.locator(f"{BOX} li")).to_contain_text("Volevi scrivere «title»?")
        course.replace(COURSE, "titel:", "title:")
        expect(page.locator("h1")).to_contain_text("Corso di prova")
        expect(page.locator(BOX)).to_have_count(0)


def test_pages_keep_working_under_a_strict_policy(course: CourseFolder, preview: RunningPreview, page: Page) -> None:
    faults: list[str] = []

    def strictly(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, headers={**answer.headers, "content-security-policy": STRICT})

    page.route(lambda address: address.endswith(".html"), strictly)
    page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
    page.goto(f"{preview.address}{PAGE}")
    course.replace(FIRST, "minutes: 120", "minutes: 130")
    expect(page.locator(BOX)).to_be_visible()
    assert page.locator(BOX).evaluate("box => getComputedStyle(box).backgroundColor") == "rgb(255, 246, 214)"
    course.replace(FIRST, "minutes: 130", "minutes: 120")
    expect(page.locator(BOX)).to_have_count(0)
    assert faults == []


def test_page_that_nobody_sees_is_renewed_when_it_is_looked_at(
    course: CourseFolder, preview: RunningPreview, page: Page
) -> None:
    page.goto(f"{preview.address}{PAGE}")
    turn = """hidden => {
      Object.defineProperty(document, "hidden", { value: hidden, configurable: true });
      document.dispatchEvent(new Event("visibilitychange"));
    }"""
    page.evaluate(turn, True)
    course.replace(FIRST, TEXT, "Un testo nuovo.")
    preview.wait_for("Il sito è aggiornato", times=2)
    page.wait_for_timeout(500)
    _see(page, TEXT)
    page.evaluate(turn, False)
    _see(page, "Un testo nuovo.")


def test_neither_a_build_nor_the_preview_disturbs_the_other(course: CourseFolder, preview: RunningPreview) -> None:
    built = run_process(course.root, "build")
    assert (built.status, built.err) == (0, "")
    course.replace(FIRST, TEXT, "Un testo nuovo.")
    preview.wait_for("Il sito è aggiornato", times=2)
    assert TEXT in (course.root / f"_build/html/{PAGE}").read_text("utf-8")
    assert run_process(course.root, "build").status == 0
    written = [file for file in (course.root / "_build").rglob("*") if file.is_file()]
    assert [str(file) for file in written if b"coursewright-preview" in file.read_bytes()] == []


def test_trainers_edition_has_its_own_preview(course: CourseFolder, preview: RunningPreview, page: Page) -> None:
    course.write(FIRST, (course.root / FIRST).read_text("utf-8") + "\n:::{facilitation}\nNascondi le sedie.\n:::\n")
    preview.wait_for("Il sito è aggiornato", times=2)
    with previewing(course.root, "--edition", "trainers") as other:
        page.goto(f"{other.address}{PAGE}")
        _see(page, "Nascondi le sedie.")
    page.goto(f"{preview.address}{PAGE}")
    expect(page.locator("main")).not_to_contain_text("Nascondi le sedie.")


def test_control_c_ends_it_quietly_and_the_next_one_goes_on(course: CourseFolder) -> None:
    with previewing(course.root) as preview:
        assert preview.interrupt() == 0
        assert preview.process.err.read_text("utf-8") == ""
    cache = course.root / "_build/.cache/preview-participants"
    assert {path.name for path in cache.iterdir()} == {"html", "doctrees", "made-by"}
    stamp = (cache / "html" / PAGE).stat().st_mtime_ns
    with previewing(course.root):
        assert (cache / "html" / PAGE).stat().st_mtime_ns == stamp


@pytest.mark.usefixtures("preview")
def test_second_preview_of_an_edition_is_refused_in_a_sentence(course: CourseFolder) -> None:
    said = run_process(course.root, "serve", "--port", "0")
    assert (said.status, said.out) == (1, "")
    assert said.err.splitlines()[0] == "C'è già un'anteprima di questa edizione in corso."


def test_port_in_use_is_told_in_a_sentence(course: CourseFolder, preview: RunningPreview) -> None:
    port = preview.address.rstrip("/").rpartition(":")[2]
    said = run_process(course.root, "serve", "--edition", "trainers", "--port", port)
    assert (said.status, said.out) == (1, "")
    assert said.err.splitlines() == [f"La porta {port} è occupata.", "    Togli --port, e ne viene scelta una libera."]


@pytest.mark.parametrize(
    ("arguments", "status", "sentence"),
    [
        (
            ["--port", "70000"],
            2,
            "Errore: Il valore di '--port' non va bene: 70000 è fuori dall'intervallo 0<=x<=65535.",
        ),
        (["--host", "192.0.2.1"], 1, "L'anteprima non può rispondere a 192.0.2.1, porta 8000: "),
    ],
)
def test_what_cannot_be_served_is_told_in_a_sentence(
    course: CourseFolder, arguments: list[str], status: int, sentence: str
) -> None:
    said = run_process(course.root, "serve", *arguments)
    assert (said.status, said.out) == (status, "")
    assert said.err.splitlines()[-1].startswith(sentence)


def test_outside_a_course_the_command_that_begins_one_is_named(tmp_path: Path) -> None:
    said = run_process(tmp_path, "serve")
    assert (said.status, said.out) == (1, "")
    assert said.err.splitlines()[0] == "Qui non c'è nessun corso: manca curriculum/course.yaml."
