// One reading shown, or two side by side: as threads, in words, and as a table. Never a score, never a rank.

import { element, heading } from "../forms/elements.js";
import { thread } from "./picture.js";

/** @import { Page } from "./page.js" */
/** @import { Reading } from "./readings.js" */

/**
 * What a practice is called and what is to be said of it; `before` and `now` are gradations.
 * @typedef {{ title: string, words: string, before: string | undefined, now: string | undefined }} PracticeLine
 */

/** @param {Page} page @param {string} before @param {string} now */
function changeInWords(page, before, now) {
  const values = { from: page.title(page.gradations, before), to: page.title(page.gradations, now) };
  if (before === now) return page.say("same", values);
  const scale = [...page.gradations.keys()];
  if (!scale.includes(before) || !scale.includes(now)) return page.say("changed", values);
  const steps = scale.indexOf(now) - scale.indexOf(before);
  return page.sayCount(steps > 0 ? "forward" : "back", Math.abs(steps), values);
}

/** @param {Page} page @param {Reading[]} shown @param {(string | undefined)[]} found */
function inWords(page, shown, found) {
  const answered = found.flatMap((each, index) => (each === undefined ? [] : [{ each, index }]));
  if (answered.length === 0) return page.say("not-read");
  if (answered.length === 2) return changeInWords(page, answered[0].each, answered[1].each);
  const gradation = page.title(page.gradations, answered[0].each);
  if (shown.length === 1) return page.say("at", { gradation });
  return page.say("only-on", { day: page.day(shown[answered[0].index].on), gradation });
}

/**
 * Practices in the thermometer's order, then those it no longer has.
 * @param {Page} page
 * @param {Reading[]} shown
 * @returns {PracticeLine[]}
 */
function lines(page, shown) {
  const answers = shown.map((each) => new Map(each.practices));
  const known = [...page.practices.keys()];
  const gone = [...new Set(answers.flatMap((each) => [...each.keys()]))].filter((each) => !page.practices.has(each));
  return [...known, ...gone].map((practice) => {
    const found = answers.map((each) => each.get(practice));
    const [before, now] = [found.length > 1 ? found[0] : undefined, found.at(-1)];
    return { title: page.title(page.practices, practice), words: inWords(page, shown, found), before, now };
  });
}

/**
 * A thread for each practice.
 * @param {Page} page
 * @param {Reading[]} shown one or two, the earlier first
 */
export function asPicture(page, shown) {
  const list = element("ul", "practice-lines");
  for (const { title, words, before, now } of lines(page, shown)) {
    const told = element("p", "", element("strong", "", title), " ", element("span", "summary", words));
    list.append(element("li", (before ?? now) ? "" : "is-not-read", told, thread(page, title, words, before, now)));
  }
  return list;
}

/**
 * A row for each practice.
 * @param {Page} page
 * @param {Reading[]} shown one or two, the earlier first
 */
export function asTable(page, shown) {
  const isPair = shown.length > 1;
  /** @param {string} first @param {string[]} cells */
  const row = (first, cells) =>
    element("tr", "", heading(first, "row"), ...cells.map((each) => element("td", "", each)));
  const days = shown.map((each) => heading(page.day(each.on), "col"));
  const moved = isPair ? [heading(page.say("change"), "col")] : [];
  const head = element("thead", "", element("tr", "", heading(page.say("practice"), "col"), ...days, ...moved));
  const body = element("tbody", "");
  const beside = isPair ? [""] : [];
  body.append(
    row(page.say("situation"), [...shown.map((each) => page.title(page.situations, each.situation)), ...beside]),
  );
  for (const { title, words, before, now } of lines(page, shown)) {
    const cells = (isPair ? [before, now] : [now]).map((each) =>
      each === undefined ? page.say("not-read") : page.title(page.gradations, each),
    );
    body.append(row(title, isPair ? [...cells, words] : cells));
  }
  body.append(row(page.say("what-changed"), [...shown.map((each) => each.changed || "–"), ...beside]));
  return element("table", "", head, body);
}
