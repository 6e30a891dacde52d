// What a page says: its sentences, by name, with values put into their braces.

/**
 * @typedef {Record<string, string | number>} Values
 * @typedef {(name: string, values?: Values) => string} Say
 * @typedef {(name: string, count: number, values?: Values) => string} SayCount
 *
 * A sentence of the page, with what stands in its braces.
 * @typedef {{ say: string, values?: Values | undefined }} Saying
 */

export const language = document.documentElement.lang || "en";

/**
 * A sentence by its name, and one that has a form for one and a form for more.
 * @param {Map<string, string>} words
 * @returns {{ say: Say, sayCount: SayCount }}
 */
export function speaking(words) {
  const plurals = new Intl.PluralRules(language);
  /** @type {Say} */
  const say = (name, values = {}) =>
    (words.get(name) ?? name).replace(/\{(\w+)\}/g, (braces, key) =>
      Object.hasOwn(values, key) ? String(values[key]) : braces,
    );
  /** @type {SayCount} */
  const sayCount = (name, count, values = {}) =>
    say(`${name}-${plurals.select(count) === "one" ? "one" : "other"}`, { ...values, count });
  return { say, sayCount };
}
