// The thermometer on paper: the empty sheet, or one filled with a reading.

import { element } from "../forms/elements.js";
/** @import { Page } from "./page.js" */
/** @import { Reading } from "./readings.js" */

/**
 * Prints the sheet in place of the page.
 * @param {Page} page
 * @param {Reading} [reading] none: the empty sheet
 */
export function printSheet(page, reading) {
  const template = page.desk.querySelector("template.desk-sheet");
  if (!(template instanceof HTMLTemplateElement)) return;
  for (const each of document.querySelectorAll("body > .thermometer-sheet")) each.remove();
  document.body.append(template.content.cloneNode(true)); // the style sheet prints it in place of the page
  const sheet = document.body.lastElementChild;
  if (!(sheet instanceof HTMLElement)) return;
  if (reading) fill(sheet, reading);
  window.addEventListener("afterprint", () => sheet.remove(), { once: true });
  window.print();

  /** @param {HTMLElement} sheet @param {Reading} reading */
  function fill(sheet, reading) {
    sheet.classList.add("is-filled");
    write(sheet, "[data-line=on] span", page.day(reading.on));
    write(sheet, "[data-line=changed] span", reading.changed);
    const situation = find(sheet, "[data-situation]", "situation", reading.situation);
    if (situation) situation.classList.add("is-chosen");
    else
      write(sheet, ".sheet-situations", `${page.say("situation")}: ${page.title(page.situations, reading.situation)}`);
    const gone = [];
    for (const [practice, gradation] of reading.practices) {
      const row = find(sheet, "[data-competency]", "competency", practice);
      const cell = row && find(row, "[data-gradation]", "gradation", gradation);
      if (cell) cell.classList.add("is-chosen");
      else gone.push(`${page.title(page.practices, practice)}: ${page.title(page.gradations, gradation)}`);
    }
    if (gone.length) write(sheet, ".sheet-more", `${page.say("also-read")} ${gone.join("; ")}`);
  }

  /**
   * By comparing, not by a selector: ids of a reading may be any text.
   * @param {HTMLElement} within
   * @param {string} selector
   * @param {string} name
   * @param {string} id
   */
  function find(within, selector, name, id) {
    const found = [...within.querySelectorAll(selector)].find(
      (each) => each instanceof HTMLElement && each.dataset[name] === id,
    );
    return found instanceof HTMLElement ? found : null;
  }

  /** @param {HTMLElement} within @param {string} selector @param {string} text */
  function write(within, selector, text) {
    within.querySelector(selector)?.replaceChildren(element("span", "", text));
  }
}
