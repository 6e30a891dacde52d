// Where a group stands, what it aims at, and who carries what: the same figures as `coursewright group`.

/** @import { Course } from "./course.js" */
/** @import { Group } from "./group.js" */

/**
 * Where the group stands in every competency: at the first gradation where it says nothing.
 * @param {Course} course
 * @param {Group} group
 */
export const standing = (course, group) =>
  course.competencies.map(({ id, scale }) =>
    Math.max(
      0,
      scale.findIndex((each) => each.id === group.standing.get(id)),
    ),
  );

/**
 * The highest gradation aimed at, for each competency that is, in course order.
 * @param {Course} course
 * @param {Group} group
 */
export function aspirations(course, group) {
  /** @type {Map<number, number>} */
  const found = new Map();
  for (const { figure, competency, to } of group.becoming) {
    for (const [number, rank] of figure ? aimsOf(course, figure) : aim(course, competency, to)) {
      found.set(number, Math.max(found.get(number) ?? 0, rank));
    }
  }
  return new Map([...found].sort(([one], [other]) => one - other));
}

/** @param {Course} course @param {string} figure @returns {Map<number, number>} */
const aimsOf = (course, figure) => course.figures.find((each) => each.id === figure)?.aims ?? new Map();

/** @param {Course} course @param {string} competency @param {string} to @returns {[number, number][]} */
function aim(course, competency, to) {
  const number = course.numbers.get(competency) ?? -1;
  const rank = course.competencies[number]?.scale.findIndex((each) => each.id === to) ?? -1;
  return rank < 0 ? [] : [[number, rank]];
}

/**
 * Every competency of the course, with gradations by id and the members who offer it.
 * @param {Course} course
 * @param {Group} group
 */
export function coverage(course, group) {
  const start = standing(course, group);
  const aims = aspirations(course, group);
  return course.competencies.map(({ id, scale }, number) => ({
    competency: id,
    standing: scale[start[number]].id,
    aspiration: scale[aims.get(number) ?? -1]?.id ?? null,
    carriers: [...new Set(group.members.filter((each) => each.offers.includes(id)).map((each) => each.id))].sort(),
  }));
}
