// @ts-check
// What the composer's page says of itself: the course in ids and numbers, and every word for people. The parts are small
// scripts, not modules (browsers refuse these to a page opened from disk), and meet in one object.

/**
 * Competencies and modules are numbers in the order of the course, gradations in the order of their scale.
 * @typedef {{ id: string, title: string }} Named
 * @typedef {{ id: string, title: string, map: string, area: string, scale: Named[] }} ComposerCompetency
 * @typedef {{ competency: number, start: number, to: number }} Lift
 * @typedef {{ minutes: number, lifts: Lift[], requires: number[] }} Step
 * @typedef {Step & { id: string, title: string, address: string }} ComposerModule
 * @typedef {Named & { aims: Map<number, number> }} ComposerFigure
 *
 * @typedef {object} ComposerCourse
 * @property {string} id
 * @property {ComposerCompetency[]} competencies
 * @property {Map<string, number>} numbers of competencies, by id
 * @property {ComposerFigure[]} figures
 * @property {ComposerModule[]} modules
 *
 * What the form does not know of an entry is kept in `rest`, as it was read.
 * @typedef {{ id: string, figure: string, offers: string[], seeks: string[], rest: Map<string, unknown> }} Member
 * @typedef {{ between: [string, string], way: string, practice: string, rhythm: string, rest: Map<string, unknown> }} Interaction
 * @typedef {{ figure: string, competency: string, to: string, rest: Map<string, unknown> }} Aspiration
 *
 * @typedef {object} Group
 * @property {string} id
 * @property {string} title
 * @property {string} purpose
 * @property {string} licence
 * @property {string} invites
 * @property {Map<string, string>} standing gradations by competency
 * @property {Member[]} members
 * @property {Interaction[]} interactions
 * @property {Aspiration[]} becoming
 * @property {Map<string, unknown>} rest
 *
 * A sentence of the page, with what stands in its braces.
 * @typedef {{ say: string, values?: Record<string, string | number> }} Saying
 *
 * @typedef {object} ComposerParts
 * @property {HTMLElement} desk
 * @property {ComposerCourse} course
 * @property {(name: string, values?: Record<string, string | number>) => string} say
 * @property {(name: string, count: number, values?: Record<string, string | number>) => string} sayCount
 * @property {typeof readComposerCourse} readCourse
 * @property {ReturnType<typeof composerCoverage>} coverage
 * @property {(group: Group) => { from: string, to: string, competency: string }[]} matches
 * @property {(group: Group) => ComposerNetwork} network
 * @property {ReturnType<typeof composerLifting>} lifting
 * @property {ReturnType<typeof composerOrders>} orders
 * @property {(lifting: Lifting, limit?: number) => { modules: number[], reached: number[] } | null} search
 * @property {ReturnType<typeof composerPortrait>} portrait
 * @property {ReturnType<typeof composerPrivacy>} privacy
 * @property {(text: string) => unknown} yaml
 * @property {ReturnType<typeof composerWriting>} writing
 * @property {ReturnType<typeof composerReading>} reading
 * @property {ReturnType<typeof composerForm>} form
 * @property {ReturnType<typeof composerEntries>} entries
 * @property {ReturnType<typeof composerMembers>} members
 * @property {ReturnType<typeof composerFindings>} findings
 * @property {ReturnType<typeof composerFigures>} figures
 * @property {(onChange: (text: string | null) => void) => ComposerDraft} openDraft
 */

/** @type {ComposerParts} */
var coursewrightComposer = /** @type {any} */ ({});

/** The course, from what the page holds of it. @param {any} data @returns {ComposerCourse} */
function readComposerCourse(data) {
  /** @type {ComposerCompetency[]} */
  const competencies = [];
  for (const map of data.maps) {
    for (const area of map.areas) {
      for (const each of area.competencies) {
        competencies.push({ id: each.id, title: each.title, map: map.title, area: area.title, scale: map.scale });
      }
    }
  }
  const numbers = new Map(competencies.map((each, number) => [each.id, number]));
  /** @param {string} competency @param {string} gradation */
  const rank = (competency, gradation) =>
    competencies[numbers.get(competency) ?? -1].scale.findIndex((each) => each.id === gradation);
  /** @type {(aims: { competency: string, to: string }[]) => Map<number, number>} */
  const highest = (aims) => {
    /** @type {Map<number, number>} */
    const found = new Map();
    for (const { competency, to } of aims) {
      const number = numbers.get(competency) ?? -1;
      found.set(number, Math.max(found.get(number) ?? 0, rank(competency, to)));
    }
    return new Map([...found].sort(([one], [other]) => one - other));
  };
  const positions = new Map(data.modules.map((/** @type {any} */ each, /** @type {number} */ position) => [each.id, position]));
  const modules = data.modules.map((/** @type {any} */ each) => ({
    ...each,
    lifts: each.lifts.map((/** @type {any} */ lift) => ({
      competency: numbers.get(lift.competency),
      start: rank(lift.competency, lift.from),
      to: rank(lift.competency, lift.to),
    })),
    requires: each.requires.map((/** @type {string} */ id) => positions.get(id)),
  }));
  const figures = data.figures.map((/** @type {any} */ each) => ({ id: each.id, title: each.title, aims: highest(each.aims) }));
  return { id: data.course, competencies, numbers, figures, modules };
}

coursewrightComposer.readCourse = readComposerCourse;

(() => {
  const desk = document.querySelector(".group-composer");
  const data = document.querySelector("script.composer-course");
  if (!(desk instanceof HTMLElement) || !data) return;
  /** @type {Map<string, string>} */
  const words = new Map();
  const template = desk.querySelector("template.composer-words");
  for (const each of template instanceof HTMLTemplateElement ? template.content.querySelectorAll("p") : []) {
    words.set(each.dataset.say ?? "", each.textContent ?? "");
  }
  const plurals = new Intl.PluralRules(document.documentElement.lang || "en");

  coursewrightComposer.desk = desk;
  coursewrightComposer.course = readComposerCourse(JSON.parse(data.textContent ?? ""));
  coursewrightComposer.say = (name, values = {}) =>
    (words.get(name) ?? name).replace(/\{(\w+)\}/g, (braces, key) => (Object.hasOwn(values, key) ? String(values[key]) : braces));
  coursewrightComposer.sayCount = (name, count, values = {}) =>
    coursewrightComposer.say(`${name}-${plurals.select(count) === "one" ? "one" : "other"}`, { ...values, count });
})();
