"""A thermometer in the browser: readings are taken, kept, compared, erased, exported, imported, printed."""

from __future__ import annotations

import json
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect
from pypdf import PdfReader

from tests.site.axe_core import violations
from tests.site.built_site import BuiltSite
from tests.site.reading_files import KEY, PAGE, THERMOMETER, document, file, files, reading
from tests.site.sight import too_wide
from tests.site.visitor import LAPTOP, PHONE, Scheme, Visitor

BEFORE = reading(
    "2026-06-01",
    {"ascoltare-e-leggere": "osserva", "ispirare": "pratica", "creare-fiducia": "prova"},
    changed="Prima della formazione.",
)
AFTER = reading(
    "2026-11-22",
    {"ascoltare-e-leggere": "pratica", "ispirare": "prova", "co-progettare": "diffonde", "creare-fiducia": "prova"},
    situation="tavolo-con-altri",
)
GONE = reading("2026-01-10", {"ispirare": "gradazione-di-ieri", "pratica-di-ieri": "osserva"}, situation="altrove")


@pytest.fixture
def page(thermometer: Page) -> Page:
    """The thermometer's page, where nothing is kept yet."""
    return thermometer


def take(page: Page, *, situation: str = "primo-contatto", on: str = "2026-11-22", **practices: str) -> None:
    """Take a reading with the mouse; practices by their ids with ``_`` for ``-``."""
    page.click("[data-do=take]")
    page.check(f"[name=situation][value={situation}]")
    page.fill("[name=on]", on)
    for practice, gradation in practices.items():
        page.check(f"[name=practice-{practice.replace('_', '-')}][value={gradation}]")
    page.click(".reading-form [type=submit]")


def bring(page: Page, text: str) -> str:
    """Import a file; what the page says of it."""
    page.evaluate("document.querySelector('.desk-status').textContent = ''")
    page.set_input_files("[data-file=import]", file(text))
    expect(page.locator(".desk-status")).not_to_be_empty()
    return page.locator(".desk-status").inner_text()


def kept(page: Page) -> Any:
    """What the browser keeps for the thermometer."""
    return page.evaluate("key => localStorage.getItem(key)", KEY)


def exported(page: Page) -> tuple[str, str]:
    """The name and the text of the exported file."""
    with page.expect_download() as begun:
        page.click("[data-do=export]")
    return begun.value.suggested_filename, Path(begun.value.path()).read_text("utf-8")


def lines(page: Page) -> dict[str, str]:
    """For each practice of the picture what is said of it."""
    told = page.locator(".practice-lines li > p")
    return {each.locator("strong").inner_text(): each.locator(".summary").inner_text() for each in told.all()}


def test_reading_is_taken_by_keyboard_alone_and_is_there_after_reloading(page: Page) -> None:
    page.focus("[data-do=take]")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.name") == "situation"
    page.keyboard.press("ArrowDown")
    page.focus("[name=practice-ascoltare-e-leggere]:checked")
    page.keyboard.press("ArrowUp")
    page.focus("[name=changed]")
    page.keyboard.insert_text("Ora\u00a0chiediamo \u200b prima. ")
    page.keyboard.press("Enter")
    assert page.locator(".desk-status").inner_text() == "La lettura è tenuta in questo browser."
    assert page.evaluate("document.activeElement.className") == "kept-title"
    assert not page.locator(".reading-form").is_visible()
    today = page.evaluate("(() => { const n = new Date(); return new Date(n - n.getTimezoneOffset() * 6e4); })()")
    wanted = reading(
        today.date().isoformat(),
        {"ascoltare-e-leggere": "diffonde"},
        situation="tavolo-con-altri",
        changed="Ora chiediamo prima.",
    )
    assert kept(page) == document(wanted)
    page.reload()
    assert page.locator(".reading-changed").inner_text() == "Ora chiediamo prima."
    assert lines(page)["Ascoltare e leggere bisogni"] == "su Diffonde"


def test_what_is_missing_is_said_beside_it_and_gets_the_focus(page: Page) -> None:
    page.click("[data-do=take]")
    said, active = page.locator(".form-trouble"), "document.activeElement.name"
    page.fill("[name=on]", "")
    page.click(".reading-form [type=submit]")
    assert (said.inner_text(), page.evaluate(active)) == ("Scegli la situazione a cui stai pensando.", "situation")
    page.check("[value=imprevisto]")
    page.click(".reading-form [type=submit]")
    assert (said.inner_text().startswith("Indica il giorno, per esempio "), page.evaluate(active)) == (True, "on")
    page.fill("[name=on]", "2026-02-28")
    page.click(".reading-form [type=submit]")
    assert said.inner_text() == "Scegli una frase per almeno una pratica."
    assert page.evaluate(active) == "practice-ascoltare-e-leggere"
    assert kept(page) is None


@pytest.mark.parametrize(("zone", "day"), [("Pacific/Auckland", "2026-11-23"), ("America/Los_Angeles", "2026-11-22")])
def test_day_is_the_readers_own(browser: Browser, address: str, zone: str, day: str) -> None:
    context = browser.new_context(timezone_id=zone)
    page = context.new_page()
    page.clock.set_fixed_time(datetime.fromisoformat("2026-11-22T20:00:00+00:00"))
    page.goto(f"{address}/{PAGE}")
    page.click("[data-do=take]")
    offered = page.input_value("[name=on]")
    context.close()
    assert offered == day


def test_two_readings_stand_side_by_side_in_picture_words_and_table(page: Page) -> None:
    assert bring(page, document(AFTER, BEFORE)) == "Sono state aggiunte 2 letture."
    assert page.locator(".reading-day").all_text_contents() == [" 1 giugno 2026", " 22 novembre 2026"]
    told = lines(page)
    assert told["Ascoltare e leggere bisogni"] == "da Osserva a Pratica: 2 passi avanti"
    assert told["Saper ispirare"] == "da Pratica a Prova: un passo indietro"
    assert told["Creare fiducia"] == "da Prova a Prova: uguale"
    assert told["Co-progettare e far co-progettare"] == "letta solo il giorno 22 novembre 2026: Diffonde"
    assert told["Compiti gestionali"] == "non letta"
    first = page.locator(".practice-picture").first
    drawn = [first.locator(each).count() for each in (".notch", ".stretch", ".knot.before", ".knot.now")]
    assert drawn == [4, 1, 1, 1]
    assert first.locator("desc").text_content() == told["Ascoltare e leggere bisogni"]
    page.click(".reading-table summary")
    table = page.locator(".reading-table table")
    assert table.locator("tbody th").all_inner_texts()[1:-1] == list(told)
    cells = table.locator("tbody tr").nth(1).locator("td").all_inner_texts()
    assert cells == ["Osserva", "Pratica", "da Osserva a Pratica: 2 passi avanti"]
    page.select_option("[data-choose=second]", "")
    assert lines(page)["Ascoltare e leggere bisogni"] == "su Pratica"
    page.select_option("[data-choose=first]", index=0)
    assert lines(page)["Ascoltare e leggere bisogni"] == "su Osserva"


def test_erasing_asks_first_in_the_page_and_by_keyboard(page: Page) -> None:
    bring(page, document(BEFORE, AFTER))
    erase = page.locator(".reading-card").first.get_by_role("button", name="Cancella questa lettura")
    erase.focus()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.textContent") == "No, tieni"
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.textContent") == "Cancella questa lettura"
    assert kept(page) == document(BEFORE, AFTER)
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert kept(page) == document(AFTER)
    assert page.locator(".desk-status").inner_text() == "La lettura è cancellata."
    assert page.evaluate("document.activeElement.className") == "kept-title"
    page.click("[data-do=erase-all]")
    page.get_by_role("button", name="Sì, cancella").click()
    assert kept(page) is None
    assert page.evaluate("document.activeElement.dataset.do") == "take"
    assert not page.locator(".kept").is_visible()


def test_exported_file_comes_back_whole_and_once(page: Page, visitor: Visitor) -> None:
    shuffled = GONE | {"practices": dict(reversed(GONE["practices"].items()))}
    bring(page, document(BEFORE, AFTER, shuffled, BEFORE))
    name, text = exported(page)
    assert (name, text) == (f"{THERMOMETER}.json", document(GONE, BEFORE, AFTER))
    elsewhere = visitor.open(PAGE)
    take(elsewhere, ispirare="pratica", on="2026-12-01")
    assert bring(elsewhere, text) == "Sono state aggiunte 3 letture."
    assert bring(elsewhere, text) == "Niente di nuovo: le letture del file c'erano già tutte."
    last = reading("2026-12-01", {"ispirare": "pratica"})
    assert exported(elsewhere)[1] == document(GONE, BEFORE, AFTER, last)


@pytest.fixture(scope="module")
def refused_files() -> list[tuple[str, str]]:
    """Files that are refused, with a piece of what is said."""
    wrong: list[Any] = [
        None,
        [],
        AFTER | {"on": 20261122},
        AFTER | {"on": "2026-02-30"},
        AFTER | {"situation": None},
        AFTER | {"practices": ["ispirare"]},
        AFTER | {"practices": {"ispirare": 3}},
        AFTER | {"practices": {"__proto__": "osserva"}},
        AFTER | {"practices": {"ispirare": "<b>"}},
        AFTER | {"situation": "a" * 65},
        AFTER | {"changed": "due\nrighe"},
        AFTER | {"changed": "x" * 10_001},
        AFTER | {"name": "Maria"},
        {key: value for key, value in AFTER.items() if key != "changed"},
    ]
    many = [reading("2026-01-01", {}, changed=str(number)) for number in range(1001)]
    return [
        ("niente di leggibile {", "Non si riesce a leggerlo"),
        ("", "Non si riesce a leggerlo"),
        ("[" * 400_000, "Non si riesce a leggerlo"),
        ("[]", "Non è un file di letture"),
        ("null", "Non è un file di letture"),
        (document(AFTER, format="altro"), "Non è un file di letture"),
        (document(AFTER, version="1"), "Non è un file di letture"),
        (document(readings={}), "Non è un file di letture"),
        (document(AFTER, version=2), "versione più recente"),
        (document(AFTER, course="altro-corso"), "altro corso: «altro-corso»"),
        (document(AFTER, thermometer="<b>altro</b>"), "altro termometro: «<b>altro</b>»"),
        (document(*many), "più di 1000"),
        *((document(AFTER, each), "lettura numero 2") for each in wrong),
    ]


def test_files_that_are_not_readings_are_refused_with_a_sentence_and_change_nothing(
    page: Page, refused_files: list[tuple[str, str]]
) -> None:
    bring(page, document(BEFORE))
    told = [(bring(page, text), why) for text, why in refused_files]
    assert [(said, why) for said, why in told if why not in said or "niente è cambiato" not in said] == []
    assert kept(page) == document(BEFORE)


def test_a_file_of_fifty_megabytes_is_refused_unread(visitor: Visitor, tmp_path: Path) -> None:
    page = visitor.open(PAGE)
    page.add_init_script(
        "for (const way of ['text', 'arrayBuffer', 'stream']) Blob.prototype[way] = () => { window.read = way; }"
    )
    page.reload()
    large = tmp_path / "letture.json"
    with large.open("wb") as stream:
        stream.truncate(50_000_000)
    page.set_input_files("[data-file=import]", large)
    expect(page.locator(".desk-status")).to_contain_text("più grande di un megabyte")
    page.set_input_files("#group-files", [large])
    expect(page.locator(".group-status")).to_contain_text("più grande di un megabyte")
    assert page.evaluate("window.read") is None


def test_the_thousandth_reading_is_the_last(page: Page) -> None:
    full = [reading("2026-01-01", {"ispirare": "prova"}, changed=str(number)) for number in range(1000)]
    assert bring(page, document(*full)) == "Sono state aggiunte 1000 letture."
    assert "più di 1000" in bring(page, document(AFTER))
    take(page, ispirare="prova")
    assert page.locator(".form-trouble").inner_text().startswith("Ci sono già 1000 letture")
    assert kept(page) == document(*full)


def test_hostile_text_is_shown_as_text(page: Page) -> None:
    evil = "<img src=x onerror=window.hacked=1> {day}"
    practices = {"constructor": "valueof", "ispirare": "constructor"}
    bring(page, document(reading("2026-11-22", practices, situation="constructor", changed=evil)))
    assert page.locator(".reading-changed").inner_text() == evil
    assert lines(page)["Saper ispirare"] == "su una voce che il corso non ha più («constructor»)"
    assert page.locator(".shown-reading img, .kept script").count() == 0
    assert page.evaluate("[window.hacked, Object.keys(Object.prototype).length]") == [None, 0]
    assert json.loads(exported(page)[1])["readings"][0]["changed"] == evil


def test_what_the_course_no_longer_has_is_kept_and_named_so(page: Page) -> None:
    bring(page, document(GONE))
    told = lines(page)
    assert told["Saper ispirare"] == "su una voce che il corso non ha più («gradazione-di-ieri»)"
    assert told["una voce che il corso non ha più («pratica-di-ieri»)"] == "su Osserva"
    assert page.locator(".reading-card p").nth(1).inner_text() == "una voce che il corso non ha più («altrove»)"
    take(page, ispirare="prova")
    assert json.loads(kept(page))["readings"][0] == GONE


@pytest.mark.parametrize("fails", ["full", "blocked"])
def test_storage_that_fails_is_said_and_nothing_is_lost(visitor: Visitor, fails: str) -> None:
    page = visitor.open(PAGE)
    bring(page, document(BEFORE))
    full = "Storage.prototype.setItem = () => { throw new DOMException('', 'QuotaExceededError'); };"
    blocked = "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('', 'SecurityError'); }});"
    page.add_init_script(full if fails == "full" else blocked)
    page.reload()
    take(page, ispirare="prova")
    said = page.locator(".desk-trouble").inner_text()
    assert ("Esportala adesso" in said, "esportale prima di chiudere" in said) == (True, fails == "blocked")
    assert lines(page)["Saper ispirare"].endswith("a Prova: un passo indietro" if fails == "full" else "su Prova")
    added = reading("2026-11-22", {"ispirare": "prova"})
    assert exported(page)[1] == document(*([BEFORE] if fails == "full" else []), added)
    if fails == "full":
        assert kept(page) == document(BEFORE)
        page.locator(".reading-card").first.get_by_role("button", name="Cancella").click()
        page.get_by_role("button", name="Sì, cancella").click()
        assert page.locator(".desk-status").inner_text().endswith("non è stato cancellato niente.")
        assert kept(page) == document(BEFORE)
    assert visitor.faults == []


def test_storage_that_works_again_takes_what_was_waiting(page: Page) -> None:
    page.evaluate(
        "() => { window.set = Storage.prototype.setItem; Storage.prototype.setItem = () => { throw new Error(); }; }"
    )
    take(page, ispirare="prova", on="2026-11-20")
    page.evaluate("() => { Storage.prototype.setItem = window.set; }")
    take(page, ispirare="pratica", on="2026-11-21")
    assert page.locator(".desk-trouble").inner_text() == ""
    assert [each["on"] for each in json.loads(kept(page))["readings"]] == ["2026-11-20", "2026-11-21"]


@pytest.mark.parametrize("damaged", ["{rotto", document(AFTER, version=2)])
def test_damaged_content_is_set_aside_and_said(page: Page, damaged: str) -> None:
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [KEY, damaged])
    page.reload()
    page.reload()
    assert "messo da parte, intatto" in page.locator(".desk-trouble").inner_text()
    take(page, ispirare="prova")
    assert kept(page) == document(reading("2026-11-22", {"ispirare": "prova"}))
    aside = "Object.entries(localStorage).filter(([key]) => key.includes('/set-aside-')).map(([, text]) => text)"
    assert page.evaluate(aside) == [damaged]


def test_damaged_content_that_cannot_be_set_aside_is_never_overwritten(visitor: Visitor) -> None:
    page = visitor.open(PAGE)
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [KEY, "{rotto"])
    page.add_init_script("""
        const set = Storage.prototype.setItem;
        Storage.prototype.setItem = function (key, text) {
            if (key.includes("set-aside")) throw new DOMException("", "QuotaExceededError");
            set.call(this, key, text);
        };""")
    page.reload()
    take(page, ispirare="prova")
    assert "Resta com'è" in page.locator(".desk-trouble").inner_text()
    assert kept(page) == "{rotto"
    assert json.loads(exported(page)[1])["readings"] == [reading("2026-11-22", {"ispirare": "prova"})]


def test_two_windows_keep_what_both_save_and_bring_nothing_erased_back(page: Page) -> None:
    other = page.context.new_page()
    other.goto(page.url)
    page.bring_to_front()
    take(page, ispirare="prova", on="2026-11-01")
    expect(other.locator(".reading-day")).to_have_text(["1 novembre 2026"])
    other.bring_to_front()  # a window that lies behind answers slowly
    take(other, ispirare="pratica", on="2026-11-02")
    page.bring_to_front()
    expect(page.locator("[data-choose=first] option")).to_have_count(2)
    assert "in un'altra finestra" in page.locator(".desk-status").inner_text()
    page.locator(".reading-card").first.get_by_role("button", name="Cancella").click()
    page.get_by_role("button", name="Sì, cancella").click()
    other.bring_to_front()
    take(other, ispirare="diffonde", on="2026-11-03")
    other.close()
    assert [each["on"] for each in json.loads(kept(page))["readings"]] == ["2026-11-02", "2026-11-03"]


def printed(page: Page, button: str) -> tuple[int, str]:
    """How many A4 pages a button prints, and their words."""
    page.evaluate("() => { window.print = () => {}; }")  # the dialog of the browser would wait for someone
    page.get_by_role("button", name=button).first.click()
    pages = PdfReader(BytesIO(page.pdf(format="A4"))).pages
    return len(pages), " ".join(" ".join(each.extract_text() for each in pages).split())


def test_empty_and_filled_sheets_are_printed_on_two_pages_and_the_page_alone_after(page: Page) -> None:
    bring(page, document(AFTER | {"changed": "Parlano per primi gli abitanti."}))
    count, words = printed(page, "Stampa il foglio vuoto")
    assert (count, "Giorno:" in words, "Compiti gestionali" in words) == (2, True, True)
    assert "22 novembre 2026" not in words
    assert page.locator("body > .thermometer-sheet").count() == 0
    count, words = printed(page, "Stampa questa lettura")
    assert (count, "22 novembre 2026" in words, "Parlano per primi gli abitanti." in words) == (2, True, True)


def test_filled_sheet_marks_what_was_chosen_and_names_what_is_gone(page: Page) -> None:
    bring(page, document(AFTER | {"practices": AFTER["practices"] | GONE["practices"]}))
    page.evaluate("() => { window.print = () => {}; }")
    page.get_by_role("button", name="Stampa questa lettura").click()
    page.emulate_media(media="print")
    chosen = page.locator(".thermometer-sheet [data-gradation].is-chosen")
    rows = chosen.evaluate_all("all => all.map(it => it.closest('[data-competency]').dataset.competency)")
    assert rows == ["ascoltare-e-leggere", "co-progettare", "creare-fiducia"]
    assert page.locator(".sheet-choice.is-chosen").inner_text().strip() == "Il tavolo con altri"
    assert "pratica-di-ieri" in page.locator(".sheet-more").inner_text()
    assert not page.locator("main").is_visible()


def test_axe_finds_nothing_while_a_reading_is_taken_compared_and_counted(visitor: Visitor) -> None:
    page = visitor.open(PAGE)
    bring(page, document(BEFORE, AFTER, GONE))
    page.click(".reading-table summary")
    page.click("[data-do=erase-all]")
    page.click("[data-do=take]")
    page.click(".reading-form [type=submit]")
    page.set_input_files("#group-files", files([document(AFTER | {"changed": str(each)}) for each in range(5)]))
    expect(page.locator(".group-result")).to_be_visible()
    found = []
    for scheme in Scheme:
        visitor.prefer(scheme)
        for width in (LAPTOP, PHONE):
            visitor.resize(width)
            found += [*violations(page), *too_wide(page)]
    assert (found, visitor.faults) == ([], [])


def test_without_scripts_the_thermometer_is_there_to_read(visitor: Visitor) -> None:
    page = visitor.open(PAGE, scripts=False)
    assert page.locator(".thermometer-axis").is_visible()
    assert page.locator(".practice-thread:visible dt").count() == 19 * 4
    assert page.locator(".thermometer-desk, .thermometer-group").filter(visible=True).count() == 0
    assert page.locator(".without-script").filter(has_text="JavaScript").count() == 2


def test_scripts_of_thermometers_are_on_their_pages_alone(participants_site: BuiltSite) -> None:
    pages = [
        name
        for name in participants_site.pages
        if "coursewright-thermometer.js" in (participants_site.folder / name).read_text("utf-8")
    ]
    assert pages == ["curriculum/thermometers/coesione-e-squadra.html", PAGE]
