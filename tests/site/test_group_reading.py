"""A group's files read together on the thermometer's page: counts for at least five people, never a person."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from coursewright.project import open_project
from tests.site.built_site import ROOT
from tests.site.reading_files import document, files, reading

# Each line is one person's file; of the second person an older reading comes last in the file, of the fourth a
# reading of the same day.
PEOPLE = [
    document(reading("2026-11-20", {"ascoltare-e-leggere": "osserva", "ispirare": "prova"})),
    document(
        reading("2026-11-22", {"ispirare": "prova", "ascoltare-e-leggere": "pratica"}),
        reading("2026-01-01", {"ascoltare-e-leggere": "diffonde"}),
    ),
    document(reading("2026-11-21", {"ascoltare-e-leggere": "osserva", "creare-fiducia": "prova"})),
    document(
        reading("2026-11-19", {"ascoltare-e-leggere": "diffonde"}),
        reading("2026-11-19", {"ascoltare-e-leggere": "pratica", "pratica-di-ieri": "osserva"}),
    ),
    document(reading("2026-11-18", {"ascoltare-e-leggere": "pratica", "ispirare": "gradazione-di-ieri"})),
]
ENTRY = """\
readings:
  - on: 2026-11-22
    thermometer: stili-di-interazione
    counts:
      ascoltare-e-leggere: {osserva: 2, pratica: 3}
"""


@pytest.fixture
def page(thermometer: Page) -> Page:
    """The thermometer's page, where nothing is kept yet."""
    return thermometer


def open_together(page: Page, texts: list[str]) -> list[str]:
    """Open files together; what the page says of them."""
    page.evaluate("document.querySelector('.group-status').textContent = ''")
    page.set_input_files("#group-files", files(texts))
    expect(page.locator(".group-status")).not_to_be_empty()
    return page.locator(".group-status p").all_inner_texts()


def test_under_five_people_nothing_is_shown(page: Page) -> None:
    assert open_together(page, PEOPLE[:4]) == ["Manca una persona: sotto le cinque non si mostra niente."]
    assert not page.locator(".group-result").is_visible()
    assert page.locator(".group-picture li").count() == 0
    assert page.input_value("#group-yaml") == ""
    assert open_together(page, PEOPLE[:1])[0] == "Mancano 4 persone: sotto le cinque non si mostra niente."


def test_five_files_give_counts_as_picture_table_and_entry(page: Page) -> None:
    assert open_together(page, PEOPLE) == [
        "Sono contate 5 persone.",
        "Alcune risposte riguardano voci che il corso non ha più: non si contano.",
    ]
    assert page.locator(".group-picture li > p").all_inner_texts() == [
        "Ascoltare e leggere bisogni\nOsserva 2, Pratica 3"
    ]
    assert page.locator(".group-picture text").all_text_contents() == ["2", "Osserva", "3", "Pratica"]
    assert page.locator(".group-table tbody td").all_inner_texts() == ["2", "0", "3", "0"]
    assert page.locator(".group-left-out").inner_text() == (
        "2 pratiche restano fuori, perché hanno risposto in meno di cinque: Saper ispirare, Creare fiducia."
    )
    assert page.input_value("#group-yaml") == ENTRY
    assert "mario" not in page.locator(".thermometer-group").inner_text()


def test_after_enough_files_too_few_take_everything_away_again(page: Page) -> None:
    open_together(page, PEOPLE)
    open_together(page, PEOPLE[:3])
    assert not page.locator(".group-result").is_visible()
    assert page.locator(".thermometer-group").inner_text().count("Osserva") == 0


def test_same_content_twice_counts_once_and_what_cannot_count_is_said(page: Page) -> None:
    again = PEOPLE[0].replace("\n", "\r\n")
    told = open_together(page, [*PEOPLE[:4], again, PEOPLE[1], document(), "{rotto"])
    assert told == [
        "Manca una persona: sotto le cinque non si mostra niente.",
        "«mario-7.json» resta fuori. Non si riesce a leggerlo: un file di letture è quello che dà "
        "«Esporta le letture».",
        "2 file hanno lo stesso contenuto di altri: ogni contenuto si conta una volta sola.",
        "Un file non contiene letture: non si conta.",
    ]


def test_five_people_without_a_practice_in_common_show_nothing(page: Page) -> None:
    practices = ["ispirare", "creare-fiducia", "co-progettare", "costruire-legami", "compiti-gestionali"]
    texts = [document(reading("2026-11-22", {practice: "prova"})) for practice in practices]
    assert open_together(page, texts)[1].startswith("A nessuna pratica hanno risposto cinque persone")
    assert not page.locator(".group-result").is_visible()


def test_counts_follow_the_order_of_thermometer_and_map(page: Page) -> None:
    gradations = ["diffonde", "pratica", "prova", "prova", "osserva"]
    texts = [
        document(reading(f"2026-11-0{day}", {"compiti-gestionali": each, "ascoltare-e-leggere": each}))
        for day, each in enumerate(gradations, start=1)
    ]
    open_together(page, texts)
    counts = "{osserva: 1, prova: 2, pratica: 1, diffonde: 1}"
    assert page.input_value("#group-yaml").splitlines() == [
        "readings:",
        "  - on: 2026-11-05",
        "    thermometer: stili-di-interazione",
        "    counts:",
        f"      ascoltare-e-leggere: {counts}",
        f"      compiti-gestionali: {counts}",
    ]


def test_entry_is_copied_or_selected_where_the_browser_does_not_copy(page: Page) -> None:
    open_together(page, PEOPLE)
    page.evaluate("() => { navigator.clipboard.writeText = async (text) => { window.taken = text; }; }")
    page.click("[data-do=copy]")
    expect(page.locator(".copy-status")).to_have_text("Copiato.")
    assert page.evaluate("window.taken") == ENTRY
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error()); }")
    page.click("[data-do=copy]")
    expect(page.locator(".copy-status")).to_contain_text("selezionate")
    assert page.evaluate("document.getSelection().toString()") == ENTRY


def test_entry_pasted_into_a_groups_file_is_accepted(page: Page, tmp_path: Path) -> None:
    open_together(page, PEOPLE)
    for folder in ("curriculum", "modules", "exercises"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    shutil.copy(ROOT / "index.md", tmp_path)
    group = tmp_path / "curriculum" / "groups" / "rete-di-montagna.yaml"
    without, _, _ = group.read_text("utf-8").partition("readings:\n")
    group.write_text(without + page.input_value("#group-yaml"), "utf-8")
    project = open_project(tmp_path)
    assert list(project.findings) == []
    (found,) = project.curriculum.groups["rete-di-montagna"].readings
    assert found.counts == {"ascoltare-e-leggere": {"osserva": 2, "pratica": 3}}
