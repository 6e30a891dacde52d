// The desk at which readings are taken, kept, compared, erased, exported and imported.

import { element, part } from "../forms/elements.js";
import { ask, button } from "../forms/question.js";
import { save } from "../forms/saving.js";
import { asPicture, asTable } from "./comparison.js";
import { readForm, today } from "./form.js";
import { MOST_READINGS, parseFile, sign, write } from "./readings.js";
import { printSheet } from "./sheet.js";
import { openStore } from "./storage.js";
/** @import { Saying, Values } from "../forms/words.js" */
/** @import { Page } from "./page.js" */
/** @import { Reading } from "./readings.js" */

/**
 * Sets the desk going, with what this browser keeps.
 * @param {Page} page
 */
export function openDesk(page) {
  const { desk } = page;
  /** @param {HTMLButtonElement} by @param {string} question @param {() => void} act */
  const askToErase = (by, question, act) =>
    ask(by, { question, yes: page.say("erase-yes"), no: page.say("erase-no") }, act);
  const form = part(desk, ".reading-form", HTMLFormElement);
  const kept = part(desk, ".kept", HTMLElement);
  const status = part(desk, ".desk-status", HTMLElement);
  const trouble = part(desk, ".desk-trouble", HTMLElement);
  const file = part(desk, "[data-file=import]", HTMLInputElement);
  const take = part(desk, "[data-do=take]", HTMLButtonElement);
  const choices = {
    first: part(desk, "[data-choose=first]", HTMLSelectElement),
    second: part(desk, "[data-choose=second]", HTMLSelectElement),
  };
  /** What is shown, by the signs of the readings; "" is none. @type {{ first?: string, second?: string }} */
  let chosen = {};
  const store = openStore(page, () => {
    show();
    tell("another-tab");
  });

  /** @param {string} name @param {Values} [values] */
  const tell = (name, values) => {
    status.textContent = page.say(name, values);
  };

  /** Opens and closes the form. @param {boolean} isOpen */
  function openForm(isOpen) {
    form.hidden = !isOpen;
    take.setAttribute("aria-expanded", String(isOpen));
    const day = form.elements.namedItem("on");
    if (isOpen && day instanceof HTMLInputElement && !day.value) day.value = today();
    if (isOpen) form.querySelector("input")?.focus();
    else take.focus();
  }

  /** @param {Reading} reading @param {number} number */
  const nameOf = (reading, number) =>
    `${number}. ${page.day(reading.on)} · ${page.title(page.situations, reading.situation)}`;

  /** @param {HTMLSelectElement} select @param {[string, string][]} options @param {string} value */
  function offer(select, options, value) {
    select.replaceChildren(...options.map(([sign, text]) => new Option(text, sign, sign === value, sign === value)));
  }

  /** Everything that is kept, as it is now. */
  function show() {
    const list = store.list();
    sayTrouble();
    kept.hidden = list.length === 0;
    part(desk, "[data-do=export]", HTMLButtonElement).hidden = kept.hidden;
    part(desk, "[data-do=erase-all]", HTMLButtonElement).hidden = kept.hidden && !store.trouble();
    /** @type {[string, string][]} */
    const named = list.map((each, index) => [sign(each), nameOf(each, index + 1)]);
    const signs = named.map(([sign]) => sign);
    const first = chosen.first && signs.includes(chosen.first) ? chosen.first : (signs.at(-1) ?? "");
    const others = named.filter(([sign]) => sign !== first);
    const before = signs[signs.indexOf(first) - 1] ?? "";
    const isKnown = chosen.second === "" || others.some(([sign]) => sign === chosen.second);
    const second = isKnown && chosen.second !== undefined ? chosen.second : before;
    offer(choices.first, named, first);
    offer(choices.second, [["", page.say("alone")], ...others], second);
    showReadings(list.filter((each) => [first, second].includes(sign(each))));
  }

  function sayTrouble() {
    const found = store.trouble();
    const told = found ? [found] : [];
    if (store.hasUnsaved()) told.push({ say: "not-kept" });
    const text = told.map((each) => page.say(each.say, each.values)).join(" ");
    if (trouble.textContent !== text) trouble.textContent = text; // else it would be spoken again
  }

  /** @param {Reading[]} shown one or two, the earlier first */
  function showReadings(shown) {
    const cards = shown.map((reading, index) => {
      const knot = index === shown.length - 1 ? "knot-sample now" : "knot-sample before";
      const day = element("p", "reading-day", element("span", knot), " ", page.day(reading.on));
      const card = element(
        "div",
        "reading-card",
        day,
        element("p", "", page.title(page.situations, reading.situation)),
      );
      if (reading.changed) card.append(element("p", "reading-changed", reading.changed));
      card.append(element("p", "desk-actions", ...buttons(reading)));
      return card;
    });
    const picture = shown.length ? [asPicture(page, shown)] : [];
    part(desk, ".shown-reading", HTMLElement).replaceChildren(element("div", "reading-cards", ...cards), ...picture);
    part(desk, ".reading-table .table-scroll", HTMLElement).replaceChildren(
      ...(shown.length ? [asTable(page, shown)] : []),
    );
  }

  /** @param {Reading} reading */
  function buttons(reading) {
    const print = button(page.say("print-one"), () => printSheet(page, reading));
    const erase = button(page.say("erase"), () => {
      askToErase(erase, page.say("erase-one", { day: page.day(reading.on) }), () => {
        afterErasing(store.erase(reading), "erased");
      });
    });
    return [print, erase];
  }

  /** @param {boolean} isGone @param {string} name what is said then */
  function afterErasing(isGone, name) {
    show();
    tell(isGone ? name : "not-erased");
    (kept.hidden ? take : part(desk, ".kept-title", HTMLElement)).focus();
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const { reading, missing, at } = readForm(form, page);
    const note = part(desk, ".form-trouble", HTMLElement);
    (at?.closest("fieldset, .field") ?? part(desk, "[type=submit]", HTMLButtonElement).parentElement)?.before(note);
    note.textContent = missing ? page.say(missing.say, missing.values) : "";
    if (!reading) return at?.focus();
    const { added, isKept, isFull } = store.add([reading]);
    if (isFull) {
      note.textContent = page.say("too-many", { count: MOST_READINGS });
      return undefined;
    }
    form.reset();
    openForm(false);
    chosen = { first: sign(reading) };
    show();
    status.textContent = isKept ? page.say(added ? "kept" : "kept-already") : "";
    part(desk, ".kept-title", HTMLElement).focus();
    return undefined;
  });

  file.addEventListener("change", async () => {
    const [picked] = file.files ?? [];
    file.value = "";
    if (!picked) return;
    const found = await parseFile(picked, page);
    const full = found.refusal ?? keepImported(found.readings);
    if (full) tell("refused", { why: page.say(full.say, full.values) });
  });

  /** @param {Reading[]} more @returns {Saying | null} why nothing was taken */
  function keepImported(more) {
    const { added, isFull } = store.add(more);
    if (isFull) return { say: "too-many-readings", values: { count: MOST_READINGS } };
    if (added) chosen = {};
    show();
    status.textContent = added ? page.sayCount("imported", added) : page.say("imported-none");
    return null;
  }

  function exportReadings() {
    const list = store.list();
    const name = `${page.thermometer}.json`;
    save(name, "application/json", write(list, page));
    tell("exported", { file: name });
  }

  /** @type {Record<string, (by: HTMLButtonElement) => void>} */
  const acts = {
    take: () => openForm(Boolean(form.hidden)),
    cancel: () => openForm(false),
    export: exportReadings,
    import: () => file.click(),
    "print-empty": () => printSheet(page),
    "erase-all": (by) =>
      askToErase(by, page.say("erase-every"), () => {
        afterErasing(store.eraseAll(), "erased-all");
      }),
  };
  for (const by of desk.querySelectorAll("button[data-do]")) {
    if (by instanceof HTMLButtonElement) by.addEventListener("click", () => acts[by.dataset.do ?? ""]?.(by));
  }
  choices.first.addEventListener("change", () => {
    chosen = { ...chosen, first: choices.first.value };
    show();
  });
  choices.second.addEventListener("change", () => {
    chosen = { first: choices.first.value, second: choices.second.value };
    show();
  });
  show();
}
