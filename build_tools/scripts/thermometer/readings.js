// Readings as text and back: the one form of files and of what the browser keeps.

/** @import { Saying } from "../forms/words.js" */
/** @import { Page } from "./page.js" */

/**
 * One dated use of a thermometer; practices are pairs of ids, so that no id is ever the name of a property.
 * @typedef {{ on: string, situation: string, practices: [string, string][], changed: string }} Reading
 */

const FORMAT = "coursewright-readings";
const VERSION = 1;
const MOST_BYTES = 1_000_000;
export const MOST_READINGS = 1000;
const LONGEST = 10_000;
const KEYS = ["format", "version", "course", "thermometer", "readings"];
const READING_KEYS = ["on", "situation", "practices", "changed"];

/** @param {unknown} value @returns {value is string} */
const isText = (value) => typeof value === "string";

/** @param {unknown} value @returns {value is string} */
const isId = (value) => isText(value) && value.length <= 64 && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(value);

/** @param {unknown} value @returns {value is string} */
const isLine = (value) => isText(value) && value.length <= LONGEST && !/\p{C}|(?! )\p{Z}/u.test(value);

/** @param {Record<string, unknown>} found @param {string[]} keys */
const hasOnly = (found, keys) => Object.keys(found).every((each) => keys.includes(each));

/** @param {unknown} value @returns {value is Record<string, unknown>} */
const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

/** @param {unknown} value @returns {value is string} */
export const isDay = (value) => {
  if (!isText(value) || !/^\d{4}-\d{2}-\d{2}$/.test(value) || value < "0001") return false;
  const instant = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(instant.valueOf()) && instant.toISOString().startsWith(value);
};

/** @param {unknown} found @returns {Reading | null} */
function readingOf(found) {
  if (!isObject(found) || !hasOnly(found, READING_KEYS) || !isDay(found.on)) return null;
  if (!isId(found.situation) || !isLine(found.changed) || !isObject(found.practices)) return null;
  /** @type {[string, string][]} */
  const practices = [];
  for (const [practice, gradation] of Object.entries(found.practices)) {
    if (!isId(practice) || !isId(gradation)) return null;
    practices.push([practice, gradation]);
  }
  return { on: found.on, situation: found.situation, practices, changed: found.changed };
}

/**
 * The readings that a text holds for this thermometer, or why it is refused; nothing in between.
 * @param {string} text @param {Page} page @returns {{ readings: Reading[], refusal?: Saying }}
 */
export function parse(text, page) {
  /** @type {unknown} */
  let found;
  try {
    found = JSON.parse(text);
  } catch {
    return refused("not-json");
  }
  if (!isObject(found) || found.format !== FORMAT || !Number.isInteger(found.version)) return refused("not-ours");
  if (Number(found.version) > VERSION) return refused("newer");
  if (found.version !== VERSION || !Array.isArray(found.readings)) return refused("not-ours");
  if (!isText(found.course) || !isText(found.thermometer) || !hasOnly(found, KEYS)) return refused("not-ours");
  if (found.course !== page.course) return refused("other-course", { found: brief(found.course) });
  if (found.thermometer !== page.thermometer) return refused("other-thermometer", { found: brief(found.thermometer) });
  if (found.readings.length > MOST_READINGS) return refused("too-many-readings", { count: MOST_READINGS });
  const readings = [];
  for (const [index, each] of found.readings.entries()) {
    const reading = readingOf(each);
    if (!reading) return refused("wrong-reading", { count: index + 1 });
    readings.push(reading);
  }
  return { readings };
}

/** @param {string} say @param {Record<string, string | number>} [values] */
const refused = (say, values = {}) => ({ readings: [], refusal: { say, values } });

/** @param {string} text */
const brief = (text) => (text.length > 64 ? `${text.slice(0, 64)}…` : text);

/**
 * Practices in the thermometer's order, then those that it no longer has.
 * @param {Reading} reading @param {Page} page @returns {Reading}
 */
function ordered(reading, page) {
  const order = [...page.practices.keys()];
  /** @param {[string, string]} pair */
  const rank = ([practice]) => (order.includes(practice) ? order.indexOf(practice) : order.length);
  return { ...reading, practices: [...reading.practices].sort((one, other) => rank(one) - rank(other)) };
}

/** @param {Reading[]} readings @param {Page} page */
export function write(readings, page) {
  const listed = readings.map((each) => {
    const { on, situation, practices, changed } = ordered(each, page);
    return { on, situation, practices: Object.fromEntries(practices), changed };
  });
  const { course, thermometer } = page;
  return `${JSON.stringify({ format: FORMAT, version: VERSION, course, thermometer, readings: listed }, null, 2)}\n`;
}

/** Equal for equal readings, whatever the order of their practices. @param {Reading} reading */
export const sign = (reading) => {
  const practices = reading.practices.map((pair) => JSON.stringify(pair)).sort();
  return JSON.stringify([reading.on, reading.situation, practices, reading.changed]);
};

/** Those of the second list that the first has not, each once. @param {Reading[]} known @param {Reading[]} more */
export function missing(known, more) {
  const seen = new Set(known.map(sign));
  return more.filter((each) => !seen.has(sign(each)) && seen.add(sign(each)));
}

/** By day; of one day as they were kept. @param {Reading[]} readings */
export const byDay = (readings) =>
  [...readings].sort((one, other) => (one.on < other.on ? -1 : Number(one.on > other.on)));

/** @param {File} file @param {Page} page @returns {Promise<{ readings: Reading[], refusal?: Saying }>} */
export async function parseFile(file, page) {
  if (file.size > MOST_BYTES) return refused("too-large");
  try {
    return parse(await file.text(), page);
  } catch {
    return refused("unreadable"); // it was moved or locked after it had been chosen
  }
}
