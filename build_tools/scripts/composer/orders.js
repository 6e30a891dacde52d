// Orders in which modules can be taken, each once: what can come next, where it leads, and the order nearest to the
// course's.

import { isReached } from "./lifting.js";
/** @import { Step } from "./course.js" */
/** @import { Lifting } from "./lifting.js" */

/** Sets of modules are whole numbers, with a bit for each. @param {number} module */
export const bit = (module) => 1n << BigInt(module);

/** @param {Lifting} lifting @param {number} module @param {bigint} taken @param {number[]} levels */
export const isOpen = ({ steps }, module, taken, levels) =>
  !(taken & bit(module)) && steps[module].requires.every((each) => taken & bit(each) || isReached(steps[each], levels));

/**
 * Where the group stands after the module: lifts happen from where it stood before.
 * @param {Step} step
 * @param {number[]} levels
 */
export function after(step, levels) {
  const raised = [...levels];
  for (const { competency, start, to } of step.lifts) {
    if (start <= levels[competency] && raised[competency] < to) raised[competency] = to;
  }
  return raised;
}

/** Whether the module would lose a lift by coming now. @param {Step} step @param {number[]} levels */
const loses = (step, levels) => step.lifts.some((lift) => lift.start > levels[lift.competency]);

/**
 * Those modules in an order that reaches the targets, at each step the earliest of the course that can be next.
 * There has to be an order.
 * @param {Lifting} lifting @param {number[]} modules in the order of the course @param {Map<number, number>} targets
 */
export function first(lifting, modules, targets) {
  const { steps } = lifting;
  /** @type {Set<string>} */
  const failed = new Set();
  /** @param {number[]} levels */
  const isThere = (levels) => [...targets].every(([competency, level]) => levels[competency] >= level);
  /** @param {bigint} taken @param {number[]} levels */
  const open = (taken, levels) => modules.filter((each) => isOpen(lifting, each, taken, levels));

  /** @param {bigint} taken @param {number[]} levels @returns {boolean} */
  function leadsThere(taken, levels) {
    if (isThere(levels)) return true;
    const key = `${taken} ${levels}`;
    if (failed.has(key)) return false;
    const next = open(taken, levels);
    const harmless = next.find((each) => !loses(steps[each], levels));
    const tried = harmless === undefined ? next : [harmless];
    if (tried.some((each) => leadsThere(taken | bit(each), after(steps[each], levels)))) return true;
    failed.add(key);
    return false;
  }

  const order = [];
  let taken = 0n;
  let levels = lifting.standing;
  for (;;) {
    const [now, at] = [taken, levels];
    const next = open(now, at).find(
      (each) => !loses(steps[each], at) || leadsThere(now | bit(each), after(steps[each], at)),
    );
    if (next === undefined) return order;
    order.push(next);
    taken |= bit(next);
    levels = after(steps[next], levels);
  }
}
