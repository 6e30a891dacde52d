// The course as the composer reckons with it: in numbers.

/**
 * Competencies and modules are numbers in the order of the course, gradations in the order of their scale.
 * @typedef {{ id: string, title: string }} Named
 * @typedef {{ id: string, title: string, map: string, area: string, scale: Named[] }} Competency
 * @typedef {{ competency: number, start: number, to: number }} Lift
 * @typedef {{ minutes: number, lifts: Lift[], requires: number[] }} Step
 * @typedef {Step & { id: string, title: string, address: string }} Module
 * @typedef {Named & { aims: Map<number, number> }} Figure
 *
 * @typedef {object} Course
 * @property {string} id
 * @property {Competency[]} competencies
 * @property {Map<string, number>} numbers of competencies, by id
 * @property {Figure[]} figures
 * @property {Module[]} modules
 */

/**
 * What the page holds of the course.
 * @typedef {object} CourseData
 * @property {string} course
 * @property {{ title: string, scale: Named[], areas: { title: string, competencies: Named[] }[] }[]} maps
 * @property {(Named & { aims: Aim[] })[]} figures
 * @property {ModuleData[]} modules
 *
 * @typedef {{ competency: string, to: string }} Aim
 * @typedef {Aim & { from: string }} LiftData
 * @typedef {Named & { address: string }} PageOfModule
 * @typedef {{ page: PageOfModule, minutes: number, lifts: LiftData[], requires: string[] }} ModuleData
 */

/**
 * The course, from what the page holds of it.
 * @param {CourseData} data
 * @returns {Course}
 */
export function readCourse(data) {
  const competencies = data.maps.flatMap((map) =>
    map.areas.flatMap((area) =>
      area.competencies.map(({ id, title }) => ({ id, title, map: map.title, area: area.title, scale: map.scale })),
    ),
  );
  const numbers = positionsOf(competencies);
  /** @param {string} competency @param {string} gradation */
  const rank = (competency, gradation) =>
    competencies[at(numbers, competency)].scale.findIndex((each) => each.id === gradation);
  /** @param {Aim[]} aims */
  const highest = (aims) => {
    /** @type {Map<number, number>} */
    const found = new Map();
    for (const { competency, to } of aims) {
      const number = at(numbers, competency);
      found.set(number, Math.max(found.get(number) ?? 0, rank(competency, to)));
    }
    return new Map([...found].sort(([one], [other]) => one - other));
  };
  const positions = positionsOf(data.modules.map(({ page }) => page));
  const modules = data.modules.map(({ page, minutes, lifts, requires }) => ({
    ...page,
    minutes,
    lifts: lifts.map(({ competency, from, to }) => ({
      competency: at(numbers, competency),
      start: rank(competency, from),
      to: rank(competency, to),
    })),
    requires: requires.map((id) => at(positions, id)),
  }));
  const figures = data.figures.map(({ id, title, aims }) => ({ id, title, aims: highest(aims) }));
  return { id: data.course, competencies, numbers, figures, modules };
}

/** A competency by its id. @param {Course} course @param {string} id @returns {Competency | undefined} */
export const competencyOf = (course, id) => course.competencies[course.numbers.get(id) ?? -1];

/** @param {{ id: string }[]} entries @returns {Map<string, number>} */
const positionsOf = (entries) => new Map(entries.map((each, position) => [each.id, position]));

/**
 * A number by its id. Throws where the page names an id that it does not hold.
 * @param {Map<string, number>} numbers
 * @param {string} id
 */
function at(numbers, id) {
  const found = numbers.get(id);
  if (found === undefined) throw new Error(`the page holds no ${id}`);
  return found;
}
