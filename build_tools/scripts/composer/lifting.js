// Modules as what a search for a path needs of them: only those that can matter, and how far all of them lift.

/** @import { Step } from "./course.js" */

/**
 * Modules in the order of the course, where the group stands, and the gradations it aims at.
 * @typedef {{ steps: Step[], standing: number[], goals: Map<number, number> }} Lifting
 */

/** Whether all that a module teaches is reached. @param {Step} step @param {number[]} levels */
export const isReached = (step, levels) => step.lifts.every((lift) => lift.to <= levels[lift.competency]);

/** What a module asks for that teaches something not reached yet. @param {Lifting} lifting @param {number} position */
const openRequirements = ({ steps, standing }, position) =>
  [...new Set(steps[position].requires)].filter((each) => !isReached(steps[each], standing));

/**
 * The same search without what cannot matter, and the former positions of the modules it keeps. A module matters if it
 * lifts something that is needed, or if one that matters requires it; then all that it teaches is needed too, for who
 * is there already need not take it.
 * @param {Lifting} lifting @returns {{ lifting: Lifting, order: number[] }}
 */
export function relevant(lifting) {
  const { steps, standing, goals } = lifting;
  const needed = new Map([...goals].filter(([goal, level]) => level > standing[goal]));
  const kept = closedBackwards(lifting, needed);
  const order = [...kept].sort((one, other) => one - other);
  const pruned = order.map((position) => ({
    minutes: steps[position].minutes,
    lifts: neededLifts(lifting, position, needed),
    requires: openRequirements(lifting, position).map((each) => order.indexOf(each)),
  }));
  return { lifting: { steps: pruned, standing, goals }, order };
}

/** @param {Lifting} lifting @param {number} position @param {Map<number, number>} needed */
const neededLifts = ({ steps, standing }, position, needed) =>
  steps[position].lifts.filter(
    (lift) => standing[lift.competency] < lift.to && lift.start < Math.min(lift.to, needed.get(lift.competency) ?? 0),
  );

/** @param {Lifting} lifting @param {Map<number, number>} needed */
function closedBackwards(lifting, needed) {
  /** @type {Set<number>} */
  const kept = new Set();
  for (let grew = true; grew; ) {
    grew = false;
    for (const position of lifting.steps.keys()) {
      if (kept.has(position) || !neededLifts(lifting, position, needed).length) continue;
      grew = true;
      const waiting = [position];
      for (let each = waiting.pop(); each !== undefined; each = waiting.pop()) {
        if (kept.has(each)) continue;
        kept.add(each);
        for (const required of openRequirements(lifting, each)) {
          waiting.push(required);
          for (const { competency, to } of lifting.steps[required].lifts) {
            if (to > Math.max(needed.get(competency) ?? 0, lifting.standing[competency])) needed.set(competency, to);
          }
        }
      }
    }
  }
  return kept;
}

/** How far all modules lift at best: as if each of their lifts happened when it helps. @param {Lifting} lifting */
export function farthest({ steps, standing }) {
  const levels = [...standing];
  /** @type {Set<number>} */
  const taken = new Set();
  for (let moved = true; moved; ) {
    moved = false;
    steps.forEach((step, position) => {
      if (!taken.has(position)) {
        if (!step.requires.every((each) => taken.has(each) || isReached(steps[each], levels))) return;
        taken.add(position);
        moved = true;
      }
      for (const { competency, start, to } of step.lifts) {
        if (start <= levels[competency] && levels[competency] < to) {
          levels[competency] = to;
          moved = true;
        }
      }
    });
  }
  return levels;
}
