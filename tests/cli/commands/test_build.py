"""``coursewright build``, run as people run it.

Covers also `cli/build_cache.py`, `cli/sphinx_run.py`.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.checks.course_folder import COURSE, FIRST, SECOND, CourseFolder
from tests.cli.running import Said, environment, run_process


def _build(course: CourseFolder, *arguments: str | Path) -> Said:
    return run_process(course.root, "build", *arguments)


def _stamps(folder: Path) -> dict[str, tuple[int, int]]:
    return {
        path.relative_to(folder).as_posix(): (path.stat().st_ino, path.stat().st_mtime_ns)
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def _mentions(folder: Path, text: str) -> list[str]:
    return [
        file.relative_to(folder).as_posix()
        for file in sorted(folder.rglob("*"))
        if file.is_file() and text in file.read_text("utf-8", "replace")
    ]


@pytest.fixture
def built(course: CourseFolder) -> CourseFolder:
    """The minimal course with its site built once."""
    said = _build(course)
    assert said.status == 0, said.err
    return course


def test_the_site_is_built_without_any_setting_and_a_second_time_untouched(course: CourseFolder) -> None:
    first = _build(course)
    site = course.root / "_build" / "html"
    assert (first.status, first.out.split(" (")[0]) == (0, "Il sito è pronto: _build/html/index.html")
    assert "Traceback" not in first.err
    assert "Corso di prova" in (site / "index.html").read_text("utf-8")
    assert {"modules/primo.html", "searchindex.js", "objects.inv"} <= set(_stamps(site))
    assert not any(name.startswith(".doctrees") or name.endswith(".doctree") for name in _stamps(site))
    before = _stamps(course.root / "_build" / "html")
    second = _build(course)
    assert second.out.startswith("Niente è cambiato, il sito è pronto: _build/html/index.html")
    assert _stamps(site) == before


def test_a_changed_page_is_new_and_the_others_are_the_same_files(built: CourseFolder) -> None:
    site = built.root / "_build" / "html"
    before = _stamps(site)
    built.replace(FIRST, "Il testo del primo modulo.", "Il testo rifatto del primo modulo.")
    assert _build(built).status == 0
    after = _stamps(site)
    assert "Il testo rifatto" in (site / "modules/primo.html").read_text("utf-8")
    assert after["modules/secondo.html"] == before["modules/secondo.html"]
    assert after["modules/primo.html"] != before["modules/primo.html"]


def test_an_error_in_the_course_leaves_the_last_good_site(built: CourseFolder) -> None:
    site = built.root / "_build" / "html"
    before = _stamps(site)
    built.replace(COURSE, "title:", "titel:")
    said = _build(built)
    assert (said.status, said.out) == (1, "")
    assert said.err.splitlines() == [
        "curriculum/course.yaml:3:1: errore unknown-key La voce «titel» qui non è prevista.",
        "    Volevi scrivere «title»?",
        "1 errore.",
        "Il sito non è stato costruito: prima vanno corretti gli errori.",
    ]
    assert _stamps(site) == before


def test_a_failure_of_sphinx_is_a_sentence_and_leaves_the_last_good_site(built: CourseFolder) -> None:
    site = built.root / "_build" / "html"
    before = _stamps(site)
    built.write("conf.py", "extensions = ['coursewright.sphinx_ext', 'no_such_extension']\n")
    said = _build(built)
    assert (said.status, said.out) == (1, "")
    assert "Il sito non è stato costruito: Could not import extension no_such_extension" in said.err
    assert not (built.root / "_build" / ".cache" / "participants" / "made-by").exists()
    assert "Traceback" not in said.err
    assert _stamps(site) == before
    (built.root / "conf.py").unlink()
    assert _build(built).status == 0


def test_a_failure_of_the_tool_is_written_down_for_who_mends_it(course: CourseFolder) -> None:
    course.write(
        "conf.py",
        "extensions = ['coursewright.sphinx_ext']\n\n"
        "def setup(app):\n    app.connect('env-updated', lambda *_: {}['nothing'])\n",
    )
    said = _build(course)
    assert (said.status, said.out) == (1, "")
    assert said.err.splitlines()[-1] == (
        "    Che cosa è successo, nei dettagli, si legge in _build/.cache/participants/error.log: "
        "serve a chi cura lo strumento."
    )
    assert "Traceback" not in said.err
    assert "KeyError: 'nothing'" in (course.root / "_build/.cache/participants/error.log").read_text("utf-8")
    assert not (course.root / "_build" / "html").exists()


@pytest.mark.parametrize("settings", ["1 / 0\n", "def (\n", "import no_such_module\n", "extensions = 3\n"])
def test_settings_that_cannot_be_read_are_told_in_a_sentence(course: CourseFolder, settings: str) -> None:
    course.write("conf.py", settings)
    said = _build(course)
    assert (said.status, said.out) == (1, "")
    assert said.err.splitlines()[0].startswith("Il sito non è stato costruito: ")
    assert len(said.err.splitlines()) <= 2


def test_a_course_without_a_home_page_is_told_in_a_sentence(course: CourseFolder) -> None:
    said = _build(course.remove("index.md"))
    assert (said.status, said.out) == (1, "")
    assert said.err.splitlines()[-2:] == [
        "Il sito non è stato costruito: manca la pagina iniziale, index.md.",
        "    Creala accanto alla cartella curriculum, con un titolo e qualche riga di benvenuto.",
    ]


def test_a_deleted_module_leaves_no_trace(built: CourseFolder) -> None:
    site = built.root / "_build" / "html"
    assert _mentions(site, "secondo")
    built.remove(SECOND).replace(COURSE, "path: [primo, secondo]", "path: [primo]")
    built.replace("curriculum/cohorts/c-2023.yaml", "secondo", "primo")
    said = _build(built)
    assert said.status == 0, said.err
    assert _mentions(site, "modules/secondo") == []
    assert not (site / "modules/secondo.html").exists()


def test_the_trainers_edition_has_its_own_folder(built: CourseFolder) -> None:
    built.write(
        "modules/primo.md",
        (built.root / FIRST).read_text("utf-8") + "\n:::{facilitation}\nNascondi le sedie.\n:::\n",
    )
    assert _build(built).status == 0
    said = _build(built, "--edition", "trainers", "--jobs", "1")
    assert (said.status, said.out.split(" (")[0]) == (0, "Il sito è pronto: _build/html-trainers/index.html")
    build = built.root / "_build"
    assert _mentions(build / "html", "Nascondi le sedie") == []
    assert "modules/primo.html" in _mentions(build / "html-trainers", "Nascondi le sedie")
    refused = _build(built, "--edition", "trainers", "--output", "_build/html")
    assert (refused.status, refused.out) == (1, "")
    assert refused.err.splitlines()[0].endswith("/_build/html» contiene il sito di un'altra edizione.")


def test_another_folder_is_filled_and_findings_are_told_once(course: CourseFolder) -> None:
    course.write("modules/notes.txt", "")
    first = _build(course, "--output", "public")
    assert first.status == 0
    assert first.err.count("unexpected-file") == 1
    assert first.err.startswith("modules/notes.txt:1:1: avviso unexpected-file ")
    again = _build(course, "--output", "public")
    assert again.out.startswith("Niente è cambiato")
    assert not (course.root / "_build" / "html").exists()


def test_an_output_that_would_destroy_something_is_refused_in_a_sentence(course: CourseFolder) -> None:
    said = _build(course, "--output", "modules")
    assert (said.status, said.out) == (1, "")
    assert said.err.splitlines()[1] == "    Scegli una cartella vuota, o togli --output."
    assert (course.root / FIRST).exists()


def test_an_interrupted_build_is_not_trusted(built: CourseFolder) -> None:
    cache = built.root / "_build" / ".cache" / "participants"
    (cache / "made-by").unlink()
    (cache / "html" / "modules" / "primo.html").write_text("half a pa")
    (cache / "html" / "stray.html").write_text("of an older tool")
    assert _build(built).out.startswith("Niente è cambiato")


def test_two_builds_at_once_both_end_well(course: CourseFolder) -> None:
    processes = [
        subprocess.Popen(
            [sys.executable, "-m", "coursewright", "build"],
            cwd=course.root,
            env=environment(),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
        )
        for _ in range(2)
    ]
    said = [process.communicate(timeout=120) for process in processes]
    assert [process.returncode for process in processes] == [0, 0], said
    assert sorted(out.split(":")[0] for out, _ in said) == [
        "Il sito è pronto",
        "Niente è cambiato, il sito è pronto",
    ]
    left = {path.name for path in (course.root / "_build" / ".cache" / "participants").iterdir()}
    assert left == {"html", "doctrees", "made-by"}
