// The form by which one takes a reading.

import { isDay } from "./readings.js";
/** @import { Saying } from "../forms/words.js" */
/** @import { Page } from "./page.js" */
/** @import { Reading } from "./readings.js" */

/** Today where the reader is. */
export function today() {
  const now = new Date();
  const two = (/** @type {number} */ number) => String(number).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/**
 * The reading that the form holds, or what is missing and where.
 * @param {HTMLFormElement} form
 * @param {Page} page
 * @returns {{ reading?: Reading, missing?: Saying, at?: HTMLElement | null }}
 */
export function readForm(form, page) {
  const given = new FormData(form);
  const situation = String(given.get("situation") ?? "");
  const on = String(given.get("on") ?? "");
  /** @param {string} selector @returns {HTMLElement | null} */
  const at = (selector) => form.querySelector(selector);
  if (!situation) return { missing: { say: "choose-situation" }, at: at("[name=situation]") };
  if (!isDay(on)) {
    return { missing: { say: "choose-day", values: { day: page.day(today()) } }, at: at("[name=on]") };
  }
  /** @type {[string, string][]} */
  const practices = [];
  for (const practice of page.practices.keys()) {
    const gradation = String(given.get(`practice-${practice}`) ?? "");
    if (gradation) practices.push([practice, gradation]);
  }
  if (practices.length === 0) return { missing: { say: "choose-practice" }, at: at("fieldset.practice input") };
  const changed = String(given.get("changed") ?? "")
    .replace(/[\p{C}\p{Z}]+/gu, " ")
    .trim();
  return { reading: { on, situation, practices, changed } };
}
