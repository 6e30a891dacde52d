// What a thermometer's page says of itself: ids, the order of practices and gradations, and every word for people.

import { all } from "../forms/elements.js";
import { language, speaking } from "../forms/words.js";
/** @import { Say, SayCount } from "../forms/words.js" */

/**
 * @typedef {object} Page
 * @property {HTMLElement} desk
 * @property {string} course
 * @property {string} thermometer
 * @property {Map<string, string>} situations titles by id
 * @property {Map<string, string>} practices titles by id, in the thermometer's order
 * @property {Map<string, string>} gradations titles by id, the least practised first
 * @property {Say} say
 * @property {SayCount} sayCount
 * @property {(day: string) => string} day
 * @property {(titles: Map<string, string>, id: string) => string} title also of what the course no longer has
 */

/**
 * The thermometer of this page; null where there is none.
 * @returns {Page | null}
 */
export function findPage() {
  const desk = document.querySelector(".thermometer-desk");
  if (!(desk instanceof HTMLElement)) return null;
  const { words, gradations } = readWords();
  const { say, sayCount } = speaking(words);
  const days = new Intl.DateTimeFormat(language, { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
  /** @param {string} selector @param {(each: HTMLElement) => [string, string]} pair */
  const titles = (selector, pair) => new Map(all(desk, selector, HTMLElement).map(pair));
  /** @param {ParentNode} within @param {string} selector */
  const text = (within, selector) => within.querySelector(selector)?.textContent ?? "";
  return {
    desk,
    course: desk.dataset.course ?? "",
    thermometer: desk.dataset.thermometer ?? "",
    situations: titles(".situations label", (each) => [each.querySelector("input")?.value ?? "", text(each, "strong")]),
    practices: titles("fieldset.practice", (each) => [each.dataset.competency ?? "", text(each, "legend")]),
    gradations,
    say,
    sayCount,
    day: (day) => days.format(new Date(`${day}T00:00:00Z`)),
    title: (known, id) => known.get(id) ?? say("gone-named", { found: id }),
  };
}

/** The sentences of the page, and the titles of gradations. */
function readWords() {
  /** @type {Map<string, string>} */
  const words = new Map();
  /** @type {Map<string, string>} */
  const gradations = new Map();
  for (const template of all(document, "template.desk-words, template.group-words", HTMLTemplateElement)) {
    for (const each of template.content.querySelectorAll("p")) {
      const text = each.textContent ?? "";
      if (each.dataset.say) words.set(each.dataset.say, text);
      if (each.dataset.gradation) gradations.set(each.dataset.gradation, text);
    }
  }
  return { words, gradations };
}
