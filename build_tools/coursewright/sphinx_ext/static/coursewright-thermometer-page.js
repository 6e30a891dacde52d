// @ts-check
// What a thermometer's page says of itself: ids, the order of practices and gradations, and every word for people.
// The parts of the thermometer are small scripts, not modules (browsers refuse these to a page opened from disk), and
// meet in one object.

/**
 * One dated use of a thermometer; practices are pairs of ids, so that no id is ever the name of a property.
 * @typedef {{ on: string, situation: string, practices: [string, string][], changed: string }} Reading
 *
 * A sentence of the page, with what stands in its braces.
 * @typedef {{ say: string, values?: Record<string, string | number> }} Saying
 *
 * @typedef {object} ThermometerPage
 * @property {string} course
 * @property {string} thermometer
 * @property {Map<string, string>} situations titles by id
 * @property {Map<string, string>} practices titles by id, in the thermometer's order
 * @property {Map<string, string>} gradations titles by id, the least practised first
 * @property {(name: string, values?: Record<string, string | number>) => string} say
 * @property {(name: string, count: number, values?: Record<string, string | number>) => string} sayCount
 * @property {(day: string) => string} day
 * @property {(titles: Map<string, string>, id: string) => string} title also of what the course no longer has
 *
 * @typedef {object} ThermometerParts
 * @property {HTMLElement} desk
 * @property {ThermometerPage} page
 * @property {ReturnType<typeof thermometerReadings>} readings
 * @property {typeof openThermometerStore} openStore
 * @property {ReturnType<typeof thermometerPicture>} picture
 * @property {ReturnType<typeof thermometerComparison>} comparison
 * @property {typeof printThermometerSheet} printSheet
 * @property {typeof readThermometerForm} readForm
 */

/** @type {ThermometerParts} */
var coursewrightThermometer = /** @type {any} */ ({});

(() => {
  const desk = document.querySelector(".thermometer-desk");
  if (!(desk instanceof HTMLElement)) return;

  /** @type {Map<string, string>} */
  const words = new Map();
  /** @type {Map<string, string>} */
  const gradations = new Map();
  for (const template of document.querySelectorAll("template.desk-words, template.group-words")) {
    if (!(template instanceof HTMLTemplateElement)) continue;
    for (const each of template.content.querySelectorAll("p")) {
      const text = each.textContent ?? "";
      if (each.dataset.say) words.set(each.dataset.say, text);
      if (each.dataset.gradation) gradations.set(each.dataset.gradation, text);
    }
  }

  /** @param {string} selector @param {(each: HTMLElement) => [string, string]} pair */
  const titles = (selector, pair) => {
    const found = [...desk.querySelectorAll(selector)].filter((each) => each instanceof HTMLElement);
    return new Map(found.map(pair));
  };
  /** @param {ParentNode} within @param {string} selector */
  const text = (within, selector) => within.querySelector(selector)?.textContent ?? "";

  const language = document.documentElement.lang || "en";
  const days = new Intl.DateTimeFormat(language, { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
  const plurals = new Intl.PluralRules(language);

  /** @param {string} name @param {Record<string, string | number>} [values] */
  const say = (name, values = {}) =>
    (words.get(name) ?? name).replace(/\{(\w+)\}/g, (braces, key) => (Object.hasOwn(values, key) ? String(values[key]) : braces));

  coursewrightThermometer.desk = desk;
  coursewrightThermometer.page = {
    course: desk.dataset.course ?? "",
    thermometer: desk.dataset.thermometer ?? "",
    situations: titles(".situations label", (each) => [each.querySelector("input")?.value ?? "", text(each, "strong")]),
    practices: titles("fieldset.practice", (each) => [each.dataset.competency ?? "", text(each, "legend")]),
    gradations,
    say,
    sayCount: (name, count, values = {}) => say(`${name}-${plurals.select(count) === "one" ? "one" : "other"}`, { ...values, count }),
    day: (day) => days.format(new Date(`${day}T00:00:00Z`)),
    title: (known, id) => known.get(id) ?? say("gone-named", { found: id }),
  };
})();
