// All that is shown of a group: the keys and values of `coursewright group --format json`, and what sentences need
// besides.

import { aspirations, coverage, standing as standingOf } from "./coverage.js";
import { farthest } from "./lifting.js";
import { matches } from "./matching.js";
import { network } from "./network.js";
import { search } from "./search.js";

/** @import { Saying } from "../forms/words.js" */
/** @import { Course, Figure } from "./course.js" */
/** @import { Group } from "./group.js" */

/** @typedef {{ modules: string[], minutes: number, complete: boolean, isTooLarge: boolean, reached: number[] }} Path */

// A search for each figure: in a course that is too large all of them end soon.
const LIMIT_OF_FIGURES = 4_000;
const MOST_KEPT = 100;
/** Paths found before: most changes of a form leave them as they are. @type {WeakMap<Course, Map<string, Path>>} */
const paths = new WeakMap();

/**
 * @param {Course} course
 * @param {number[]} standing
 * @param {Map<number, number>} goals
 * @param {number} [limit]
 * @returns {Path}
 */
function path(course, standing, goals, limit) {
  const known = paths.get(course) ?? new Map();
  const key = JSON.stringify([standing, [...goals], limit]);
  const made = known.get(key) ?? searched(course, standing, goals, limit);
  known.delete(key);
  paths.set(course, known.set(key, made)); // the last used comes last
  if (known.size > MOST_KEPT) known.delete(known.keys().next().value ?? "");
  return made;
}

/**
 * @param {Course} course
 * @param {number[]} standing
 * @param {Map<number, number>} goals
 * @param {number} [limit]
 * @returns {Path}
 */
function searched(course, standing, goals, limit) {
  const found = search({ steps: course.modules, standing, goals }, limit);
  if (!found) return { modules: [], minutes: 0, complete: false, isTooLarge: true, reached: standing };
  const taken = found.modules.map((each) => course.modules[each]);
  return {
    modules: taken.map((each) => each.id),
    minutes: taken.reduce((sum, each) => sum + each.minutes, 0),
    complete: [...goals].every(([each, goal]) => found.reached[each] >= goal),
    isTooLarge: false,
    reached: found.reached,
  };
}

/**
 * How far a figure is, with a code for why and what its sentence needs.
 * @param {Course} course
 * @param {number[]} standing
 * @param {Figure} figure
 */
function becoming(course, standing, { id, aims }) {
  const missing = new Map([...aims].filter(([each, to]) => to > standing[each]));
  const bare = { figure: id, modules: /** @type {string[]} */ ([]), minutes: 0 };
  if (!missing.size) return { ...bare, state: "reached", why: { say: "figure-reached" } };
  const why = obstacle(course, standing, missing);
  if (why) return { ...bare, state: "out-of-reach", why };
  const found = path(course, standing, aims, LIMIT_OF_FIGURES);
  if (found.isTooLarge) return { ...bare, state: "too-large", why: { say: "figure-too-large" } };
  if (!found.complete) {
    const short = [...aims]
      .filter(([each, to]) => found.reached[each] < to)
      .map(([each]) => course.competencies[each].title);
    return { ...bare, state: "out-of-reach", why: { say: "not-together", values: { competencies: short.join(", ") } } };
  }
  const { modules, minutes } = found;
  return {
    figure: id,
    modules,
    minutes,
    state: "reachable",
    why: { say: "figure-reachable", values: { modules: modules.length, minutes } },
  };
}

/**
 * Why the first competency that all modules together do not bring far enough stays short.
 * @param {Course} course
 * @param {number[]} standing
 * @param {Map<number, number>} missing
 * @returns {Saying | null}
 */
function obstacle(course, standing, missing) {
  const ends = farthest({ steps: course.modules, standing, goals: missing });
  for (const [number, to] of missing) {
    const level = ends[number];
    if (level >= to) continue;
    const { title, scale } = course.competencies[number];
    const values = { competency: title, to: scale[to].title };
    const teaching = course.modules.filter(({ lifts }) =>
      lifts.some((lift) => lift.competency === number && lift.to > level),
    );
    if (!teaching.length) return { say: "not-taught-so-far", values };
    const modules = teaching.map((each) => each.title).join(", ");
    return { say: "not-entered", values: { ...values, reached: scale[level].title, modules } };
  }
  return null;
}

/**
 * The whole portrait of a group.
 * @param {Course} course
 * @param {Group} group
 */
export function portrait(course, group) {
  const standing = standingOf(course, group);
  return {
    coverage: coverage(course, group),
    matches: matches(group),
    network: network(group),
    figures: course.figures.map((each) => becoming(course, standing, each)),
    path: path(course, standing, aspirations(course, group)),
  };
}

/** @typedef {ReturnType<typeof portrait>} Portrait */
