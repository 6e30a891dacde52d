"""The composer in the browser: a group's curriculum is written, computed, kept, downloaded and opened again."""

from __future__ import annotations

import hashlib
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import FilePayload, Page, expect

import coursewright.sphinx_ext
from coursewright.model.group import GroupCurriculum
from coursewright.project import open_project
from coursewright.sources.yaml_tree import read_yaml
from tests.site.axe_core import violations
from tests.site.built_site import ROOT
from tests.site.kinds_of_pages import KINDS
from tests.site.sight import too_wide
from tests.site.visitor import LAPTOP, PHONE, Scheme, Visitor

GROUP = ROOT / "curriculum" / "groups" / "rete-di-montagna.yaml"
VENDOR = Path(coursewright.sphinx_ext.__file__).parent / "static" / "vendor"
WRITTEN = "coursewrightComposer.writing.write(coursewrightComposer.form.read())"
KEPT = "localStorage.getItem('coursewright-group/community-maker')"
MEMBERS, STATUS = "[data-entries=members] > fieldset", ".desk-status[data-status={}]"


def file(text: str | bytes) -> FilePayload:
    """A file of the reader's."""
    content = text.encode() if isinstance(text, str) else text
    return {"name": "gruppo.yaml", "mimeType": "application/yaml", "buffer": content}


def bring(page: Page, picked: FilePayload | Path) -> str:
    """Open a file; what the page says of it."""
    page.evaluate("document.querySelector('[data-status=desk]').textContent = ''")
    page.set_input_files("[data-file=open]", picked)
    expect(page.locator(STATUS.format("desk"))).not_to_be_empty()
    return page.locator(STATUS.format("desk")).inner_text()


def downloaded(page: Page) -> tuple[str, str]:
    """The name and the text of the file that the button gives."""
    with page.expect_download() as begun:
        page.click("[data-do=download]")
    return begun.value.suggested_filename, Path(begun.value.path()).read_text("utf-8")


def told(page: Page, result: str) -> str:
    """What the page says of a figure."""
    return page.locator(f"[data-result={result}] > div").inner_text()


def fill_texts(page: Page) -> None:
    """The texts that a file must have."""
    page.fill("#composer-title", "Tavolo di «Sottomonte»: 1ª prova")
    page.fill("#composer-purpose", 'Due righe:\n- "virgolette", \\ e \u2028 # tutto {resta} testo\n---')
    page.fill("#composer-invites", "Chi vuole, <b>anche</b> lontano. 😀")


def choose(page: Page, member: int, which: str, *competencies: str) -> None:
    """Check competencies in a member's folded list."""
    folded = page.locator(MEMBERS).nth(member).locator(f"[data-list={which}]")
    if folded.get_attribute("open") is None:
        folded.locator("summary").click()
    for each in competencies:
        folded.locator(f"[value={each}]").check()


@pytest.fixture
def check(tmp_path: Path) -> Callable[[str, str], list[str]]:
    """What `coursewright check` finds in the course once a file is among its groups, besides what it found before."""
    root = tmp_path / "course"
    for name in ("curriculum", "modules", "exercises"):
        shutil.copytree(ROOT / name, root / name)
    shutil.copy(ROOT / "index.md", root)
    before = {str(each) for each in open_project(root).findings}

    def found(name: str, text: str) -> list[str]:
        (root / "curriculum" / "groups" / name).write_text(text, "utf-8")
        return sorted({str(each) for each in open_project(root).findings} - before)

    return found


def group_of(tmp_path: Path, text: str) -> GroupCurriculum:
    """The group that a file holds, as the tool reads it."""
    root = tmp_path / "read"
    for name in ("curriculum", "modules", "exercises"):
        shutil.copytree(ROOT / name, root / name)
    (root / "curriculum" / "groups" / GROUP.name).write_text(text, "utf-8")
    return open_project(root).curriculum.groups[GROUP.stem]


def test_small_group_is_written_computed_and_gives_a_file_that_the_tool_accepts(
    composer: Page, check: Callable[[str, str], list[str]]
) -> None:
    fill_texts(composer)
    choose(composer, 0, "offers", "ascoltare-e-leggere")
    choose(composer, 0, "seeks", "co-progettare", "misurare-il-valore")
    choose(composer, 1, "offers", "ascoltare-e-leggere", "co-progettare")
    assert composer.locator("[data-list=offers] .chosen").nth(1).inner_text() == (
        "Ascoltare e leggere bisogni; Co-progettare e far co-progettare"
    )
    assert told(composer, "matches").splitlines()[0] == "nodo-b per nodo-a: Co-progettare e far co-progettare"
    assert "1 su 2" in told(composer, "matches")
    coverage = told(composer, "coverage")
    assert "Competenze del corso che non porta nessuno: 21; che porta uno solo: 1." in coverage
    assert "nessuno le porta: Misurare il valore degli assetti interattivi." in coverage
    assert "nodo-b: Co-progettare e far co-progettare" in coverage
    composer.click("[data-result=coverage] summary")
    cells = composer.locator("[data-result=coverage] tr", has_text="Co-progettare").locator("td")
    assert cells.all_inner_texts() == ["nodo-b (una persona sola)", "Osserva", "–"]
    assert "Parti: 2." in told(composer, "network")
    composer.click("[data-add=interactions]")
    composer.select_option("[data-field=first]", "nodo-a")
    composer.select_option("[data-field=second]", "nodo-b")
    composer.select_option("[data-field=rhythm]", "monthly")
    assert "Parti: 1." in told(composer, "network")
    assert "nodo-a–nodo-b" in told(composer, "network")
    composer.click("[data-add=becoming]")
    composer.select_option("[data-field=what]", "competency:misurare-il-valore")
    composer.select_option("[data-field=to]", "prova")
    assert composer.locator(".composer-path a").last.inner_text() == "Misurare il valore"
    assert "Nessun percorso richiede meno tempo" in told(composer, "path")
    composer.click(".composer-standing >> nth=0 >> summary")
    composer.select_option("[data-competency=misurare-il-valore]", "pratica")
    assert "Non serve alcun modulo" in told(composer, "path")
    name, text = downloaded(composer)
    assert name == "tavolo-di-sottomonte-1a-prova.yaml"
    assert check(name, text) == []
    before = composer.evaluate(WRITTEN)
    assert before == text
    composer.click("[data-do=erase]")
    composer.get_by_role("button", name="Sì, cancella").click()
    assert composer.evaluate(WRITTEN) != before
    assert bring(composer, file(text)) == "«Tavolo di «Sottomonte»: 1ª prova» è aperto."
    assert composer.evaluate(WRITTEN) == text


def test_file_of_the_course_comes_back_with_what_the_form_does_not_show(composer: Page, tmp_path: Path) -> None:
    more = 'ignore: [{code: missing-source, why: "un\'altra volta"}]\nsource: social-seed-2022\n'
    written = GROUP.read_text("utf-8") + more
    assert bring(composer, file(written)) == "«Rete di montagna» è aperto."
    name, text = downloaded(composer)
    before, after = group_of(tmp_path / "a", written), group_of(tmp_path / "b", text)
    assert name == GROUP.name
    assert _unordered(after) == _unordered(before)


def _unordered(group: GroupCurriculum) -> dict[str, Any]:
    dumped = group.model_dump(exclude={"members"})
    members = [each.model_dump() for each in group.members]
    return dumped | {"members": [each | {key: set(each[key]) for key in ("offers", "seeks")} for each in members]}


# Texts that YAML could take for something else, and what no file may hold: that becomes a blank.
TEXTS = (
    *(
        "null",
        "true",
        "~",
        "010",
        "10:30",
        "2023-02-18",
        "- a",
        "a: b",
        "a #b",
        "#",
        "---",
        "...",
        "%YAML",
        "!!x",
        "&a *a",
    ),
    *(
        "'",
        '"',
        "\\",
        "\\n",
        "a\n\n  b\n\tc",
        "{{ x }}",
        "{a: b}",
        "[a]",
        "| >",
        "@`",
        "<!-- -->",
        "perché €",
        "é",
        "👩‍👩‍👧",
    ),
    *("a\ufeffb", "a\u00a0b", "a\u200bb", "\u202eabc", "😀" * 200, "x" * 5000),
)


def test_any_text_comes_back_from_the_file_as_it_was(composer: Page) -> None:
    written = composer.evaluate(
        """texts => texts.map((text) => {
          const { form, writing, reading } = coursewrightComposer;
          const file = writing.write({ ...form.empty(), id: "x", title: "T", invites: "I", purpose: text });
          return [file, reading.read(file).group?.purpose];
        })""",
        [*TEXTS, "a\x00\x1f\x85\u2028\ufffeb"],
    )
    wanted = [*TEXTS, "a     b"]
    assert [read_yaml(each, "x.yaml").data["purpose"] for each, _ in written] == wanted
    assert [again for _, again in written] == [each.strip() for each in wanted]


HEAD = "kind: group-curriculum\nid: x\ntitle: T\nopen: {licence: L, invites: I}\npurpose: P\n"
REFUSED = (
    ("", "Non è il file di un gruppo"),
    ("- a\n", "Non è il file di un gruppo"),
    ("kind: course\nid: x\n", "Non è il file di un gruppo"),
    ("kind: [\n", "riga"),
    (b"\xff\xfe\x00kind", "come testo"),
    (HEAD + "title: T\nmembers: []\n", "riga"),
    (HEAD + "members: !!js/function 'alert(1)'\n", "riga"),
    (HEAD + "members: {a: b}\n", "«members»"),
    (HEAD + "members: [nodo-a]\n", "«members»"),
    (HEAD + "members: [{id: mario}]\n", "«members: id»"),
    (HEAD + "members: [{id: nodo-a}, {id: nodo-a}]\n", "«members: id»"),
    (HEAD + "members: [{id: nodo-a, Nome: Maria}]\n", "direbbe chi è"),
    (HEAD + "members: [{id: nodo-a, e-mail: a}]\n", "direbbe chi è"),
    (HEAD + "members: [{id: nodo-a, codice_fiscale: a}]\n", "direbbe chi è"),
    (HEAD + "members: [{id: nodo-a, livello: a}]\n", "darebbe una gradazione"),
    (HEAD + "members: [{id: nodo-a, __proto__: {offers: []}}]\n", "«__proto__»"),
    (HEAD + "__proto__: {polluted: true}\n", "«__proto__»"),
    (HEAD + "<img src=x onerror=alert(1)>: a\n", "«<img src=x onerror=alert(1)>»"),
    (HEAD + "members: [{id: nodo-a, offers: [altro]}]\n", "nomina «altro»"),
    (HEAD + "members: [{id: nodo-a, offers: constructor}]\n", "«offers»"),
    (HEAD + "members: [{id: nodo-a, figure: [a]}]\n", "«figure»"),
    (HEAD + "standing: {ascoltare-e-leggere: tanto}\n", "nomina «tanto»"),
    (HEAD + "standing:\n", "«standing»"),
    (HEAD + "interactions: [{between: [nodo-a, nodo-z], way: support}]\n", "nomina «nodo-a»"),
    (HEAD + "becoming: [{competency: creare-fiducia}]\n", "«becoming»"),
    (HEAD + "readings: 3\n", "«readings»"),
    (HEAD.replace("title: T", "title: {a: b}"), "«title»"),
    (HEAD.replace("purpose: P", "purpose: ''"), "«purpose»"),
    (HEAD + "members: [" + ", ".join(f"{{id: nodo-{n}}}" for n in range(61)) + "]\n", "più di 60"),
    (HEAD + "readings: " + "[" * 5000, ""),
    (HEAD + "ignore:\n- &a [x]\n" + "".join(f"- &{b} [{', '.join([f'*{a}'] * 9)}]\n" for a, b in
     zip("abcdefgh", "bcdefghi", strict=True)), "più di quanto"),
)  # fmt: skip


def test_files_that_are_not_ours_or_hostile_are_refused_and_change_nothing(composer: Page, tmp_path: Path) -> None:
    composer.fill("#composer-title", "Il nostro")
    before = composer.evaluate(WRITTEN)
    said = [bring(composer, file(content)) for content, _ in REFUSED]
    assert [each for each in said if not each.startswith("Il file non è stato aperto, e niente è cambiato. ")] == []
    assert [(each, why) for each, (_, why) in zip(said, REFUSED, strict=True) if why not in each] == []
    large = tmp_path / "large.yaml"
    with large.open("wb") as hole:
        hole.truncate(50_000_000)
    assert "più grande di un megabyte" in bring(composer, large)
    assert composer.evaluate(WRITTEN) == before
    assert composer.evaluate("({}).polluted") is None
    assert composer.locator(".confirm").count() == 0


def test_texts_of_a_file_are_shown_as_texts(composer: Page) -> None:
    title = "<img src=x onerror=alert(1)></script>{{ 7 * 7 }}"
    written = HEAD.replace("title: T", f"title: '{title}'") + "members: []\n"
    assert bring(composer, file(written)) == f"«{title}» è aperto."
    assert composer.input_value("#composer-title") == title
    assert composer.locator(".group-composer img").count() == 0


def test_opening_over_what_is_written_asks_first(composer: Page) -> None:
    composer.fill("#composer-title", "Il nostro")
    composer.set_input_files("[data-file=open]", file(HEAD + "members: []\n"))
    expect(composer.locator(".confirm button").first).to_be_focused()
    composer.keyboard.press("Escape")
    assert composer.input_value("#composer-title") == "Il nostro"
    composer.set_input_files("[data-file=open]", file(HEAD + "members: []\n"))
    composer.get_by_role("button", name="Sì, apri").click()
    assert (composer.input_value("#composer-title"), composer.locator(MEMBERS).count()) == ("T", 0)


def test_members_come_and_go_by_keyboard_and_the_focus_follows(composer: Page) -> None:
    active = "document.activeElement.textContent"
    composer.focus("[data-add=members]")
    composer.keyboard.press("Enter")
    assert composer.evaluate(active) == "nodo-c"
    assert composer.locator(STATUS.format("members")).inner_text() == "Aggiunto: nodo-c."
    composer.click("[data-add=interactions]")
    composer.select_option("[data-field=first]", "nodo-a")
    composer.select_option("[data-field=second]", "nodo-c")
    first = composer.locator(MEMBERS).first.locator("[data-field=id]")
    first.fill("Mario Rossi")
    first.blur()
    trouble = composer.locator(f"#{first.get_attribute('aria-describedby')}")
    assert trouble.inner_text().startswith("Uno pseudonimo è nodo- seguito da lettere o cifre, per esempio nodo-d.")
    assert (first.get_attribute("aria-invalid"), composer.locator(MEMBERS).first.get_attribute("data-id")) == (
        "true",
        "nodo-a",
    )
    first.fill("nodo-b")
    first.blur()
    assert "ha già questo pseudonimo" in trouble.inner_text()
    first.fill("nodo-7")
    first.blur()
    assert (trouble.inner_text(), first.get_attribute("aria-invalid")) == ("", "false")
    assert composer.input_value("[data-field=first]") == "nodo-7"
    choose(composer, 0, "offers", "creare-fiducia")
    composer.get_by_role("button", name="Togli nodo-7").press("Enter")
    assert composer.evaluate(active) == "No, tieni"
    composer.keyboard.press("Escape")
    assert composer.evaluate(active) == "Togli nodo-7"
    composer.keyboard.press("Enter")
    composer.get_by_role("button", name="Sì, togli").press("Enter")
    assert composer.evaluate(active) == "nodo-b"
    assert composer.locator("[data-entries=interactions] > *").count() == 0
    assert composer.locator(STATUS.format("members")).inner_text().endswith("le sue interazioni: 1.")
    for name in ("Togli nodo-b", "Togli nodo-c"):
        composer.get_by_role("button", name=name).press("Enter")
    assert composer.evaluate(active) == "Aggiungi una persona"
    composer.keyboard.press("Enter")
    assert composer.evaluate(active) == "nodo-a"


def test_what_is_missing_or_personal_is_said_beside_its_field_and_stops_the_file(composer: Page) -> None:
    composer.fill("#composer-purpose", "Scrivete a mario.rossi@example.org o al 347 1234567, RSSMRA85T10A562S")
    trouble = composer.locator("#composer-purpose-trouble")
    expect(trouble).to_contain_text("indirizzo e-mail")
    assert "numero di telefono" in trouble.inner_text()
    assert "codice fiscale" in trouble.inner_text()
    assert "composer-purpose-trouble" in str(composer.get_attribute("#composer-purpose", "aria-describedby"))
    composer.click("[data-add=interactions]")
    composer.click("[data-do=download]")
    assert composer.locator(".form-trouble").inner_text() == "Il file non è pronto: ci sono 5 cose da sistemare."
    assert composer.evaluate("document.activeElement.id") == "composer-title"
    assert composer.locator("#composer-title-trouble").inner_text() == "Questo manca ancora."
    composer.fill("#composer-title", "Tavolo")
    composer.fill("#composer-id", "Tavolo di Su")
    expect(composer.locator("#composer-id-trouble")).to_contain_text("lettere minuscole")
    expect(composer.locator("#composer-title-trouble")).to_be_empty()


def test_what_a_file_holds_besides_the_form_is_searched_too(composer: Page) -> None:
    hidden = "members: []\nignore: [{code: missing-source, why: chiedere a mario.rossi@example.org}]\n"
    bring(composer, file(HEAD + hidden))
    composer.click("[data-do=download]")
    assert "in una parte che qui non si vede" in composer.locator(".form-trouble").inner_text()


def test_draft_is_there_after_reloading_and_gone_when_erased(composer: Page) -> None:
    fill_texts(composer)
    choose(composer, 1, "seeks", "creare-fiducia")
    composer.fill("#composer-id", "Non Ancora")
    before = composer.evaluate(WRITTEN)
    composer.reload()
    assert composer.evaluate(WRITTEN) == before
    assert composer.locator(STATUS.format("desk")).inner_text() == "Ecco la bozza che questo browser ha tenuto."
    composer.click("[data-do=erase]")
    assert composer.evaluate("document.activeElement.textContent") == "No, tieni"
    composer.keyboard.press("Enter")
    assert composer.evaluate(WRITTEN) == before
    composer.click("[data-do=erase]")
    composer.get_by_role("button", name="Sì, cancella").click()
    assert (composer.evaluate(KEPT), composer.input_value("#composer-title")) == (None, "")


def test_storage_that_fails_is_said_and_nothing_on_the_page_is_lost(composer: Page) -> None:
    composer.evaluate("""() => {
      window.setItem = Storage.prototype.setItem;
      Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError"); };
    }""")
    fill_texts(composer)
    trouble = composer.locator(".desk-trouble")
    expect(trouble).to_contain_text("Questo browser non tiene la bozza")
    assert "Due righe:" in downloaded(composer)[1]
    composer.evaluate("() => { Storage.prototype.setItem = window.setItem; }")
    composer.fill("#composer-title", "Di nuovo")
    expect(trouble).to_be_empty()
    assert "Di nuovo" in composer.evaluate(KEPT)


def test_browser_that_lets_the_site_keep_nothing_still_gives_the_file(visitor: Visitor) -> None:
    page = visitor.open(f"{KINDS['composer']}.html")
    blocked = (
        "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } })"
    )
    page.add_init_script(blocked)
    page.reload()
    fill_texts(page)
    expect(page.locator(".desk-trouble")).to_contain_text("Questo browser non tiene la bozza")
    assert "Due righe:" in downloaded(page)[1]
    page.click("[data-do=erase]")
    page.get_by_role("button", name="Sì, cancella").click()
    assert page.input_value("#composer-title") == ""
    assert visitor.faults == []


def test_draft_changed_in_another_window_is_told_and_nothing_is_replaced(composer: Page) -> None:
    composer.fill("#composer-title", "Il nostro")
    expect(composer.locator("#composer-id")).to_have_value("il-nostro")
    other = composer.context.new_page()
    other.goto(composer.url)
    other.fill("#composer-title", "Un altro")
    expect(composer.locator(STATUS.format("desk"))).to_contain_text("un'altra finestra")
    other.close()
    assert composer.input_value("#composer-title") == "Il nostro"


def test_enter_in_a_field_writes_no_file(composer: Page) -> None:
    composer.press("#composer-title", "Enter")
    composer.locator(MEMBERS).first.locator("[data-field=id]").press("Enter")
    expect(composer.locator(".form-trouble")).to_be_empty()
    assert composer.url.endswith("componi.html")


def test_damaged_draft_is_set_aside(composer: Page) -> None:
    composer.evaluate("localStorage.setItem('coursewright-group/community-maker', 'kind: [')")
    composer.reload()
    assert "set-aside-1" in composer.locator(".desk-trouble").inner_text()
    assert composer.evaluate("localStorage.getItem('coursewright-group/community-maker/set-aside-1')") == "kind: ["


def test_summary_is_spoken_after_a_pause_and_once(composer: Page) -> None:
    expect(composer.locator(".composer-summary")).to_contain_text("0 competenze su 23")
    composer.evaluate("""() => {
      window.spoken = 0;
      const summary = document.querySelector(".composer-summary");
      new MutationObserver(() => { window.spoken += 1; }).observe(summary, { childList: true });
    }""")
    offered = ("creare-fiducia", "ispirare", "co-progettare", "compiti-gestionali")
    choose(composer, 0, "offers", *offered)
    assert composer.evaluate("window.spoken") == 0
    expect(composer.locator(".composer-summary")).to_contain_text("4 competenze su 23")
    assert composer.evaluate("window.spoken") == 1


def test_axe_finds_nothing_and_nothing_is_too_wide_in_any_state(composing_visitor: Visitor, composer: Page) -> None:
    found: list[str] = []

    def look(state: str, scheme: Scheme, width: int) -> None:
        composing_visitor.prefer(scheme)
        composing_visitor.resize(width)
        found.extend(f"{state}: {each}" for each in [*violations(composer), *too_wide(composer)])

    look("empty", Scheme.LIGHT, LAPTOP)
    bring(composer, GROUP)
    for folded in ("[data-list=offers]", "[data-list=seeks]", ".composer-standing", ".composer-result details"):
        composer.locator(folded).first.locator("summary").click()
    look("filled", Scheme.DARK, PHONE)
    composer.fill("#composer-title", "")
    composer.fill("#composer-purpose", "347 1234567")
    composer.click("[data-add=interactions]")
    composer.click("[data-do=download]")
    composer.click("[data-do=erase]")
    look("wrong", Scheme.LIGHT, PHONE)
    composing_visitor.prefer(Scheme.LIGHT)
    assert found == []


def test_without_scripts_the_page_says_how_to_write_the_file_by_hand(visitor: Visitor) -> None:
    page = visitor.open(f"{KINDS['composer']}.html", scripts=False)
    assert not page.locator(".group-composer").is_visible()
    assert page.locator("p.without-script").inner_text().startswith("Per scrivere qui il curriculum")
    assert "kind: group-curriculum" in page.locator("article pre").inner_text()


def test_example_of_the_page_is_accepted_by_the_tool(check: Callable[[str, str], list[str]]) -> None:
    page = (ROOT / "curriculum" / "pages" / "componi.md").read_text("utf-8")
    example = re.search(r"```yaml\n(.*?)```", page, re.DOTALL)
    assert example is not None
    assert check("tavolo-di-sottomonte.yaml", example[1]) == []


def test_parser_is_the_one_that_its_readme_names() -> None:
    readme = (VENDOR / "README.md").read_text("utf-8")
    named = dict(re.findall(r"\| (\S+\.js) \|.*\| ([0-9a-f]{64}) \|", readme))
    shipped = {each.name: hashlib.sha256(each.read_bytes()).hexdigest() for each in VENDOR.glob("*.js")}
    assert shipped == named
    assert len(shipped) == 1
    assert "js-yaml 4.3.2" in readme
