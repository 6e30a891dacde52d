// The best path: all that can be reached of the goals in the fewest minutes, then with fewer modules, then those that
// come first in the course. Sets of modules are looked at best first; what still has to be done at least is never
// overrated.

import { farthest, isReached, relevant } from "./lifting.js";
import { after, bit, first, isOpen } from "./orders.js";

/** @import { Step } from "./course.js" */
/** @import { Lifting } from "./lifting.js" */

const LIMIT = 20_000;

/** @typedef {{ least: bigint, cost: bigint, taken: bigint, levels: number[] }} Reached */

/**
 * One whole number a module, whose sums order sets as paths are: minutes, modules, course order.
 * @param {Step[]} steps
 */
function costsOf(steps) {
  const count = BigInt(steps.length);
  const minute = 1n << (count + BigInt(steps.length.toString(2).length));
  const costs = steps.map(
    (step, position) => BigInt(step.minutes) * minute + (1n << count) - (1n << (count - 1n - BigInt(position))),
  );
  return { minute, costs };
}

/**
 * The minutes that the targets still take at least: for each competency by itself, and for all together when the
 * minutes of a module are shared among what it lifts.
 * @param {Lifting} lifting @param {Map<number, number>} targets
 */
function leftToDo({ steps, standing }, targets) {
  const lifted = steps.map(
    ({ lifts }) => new Set(lifts.map((each) => each.competency).filter((each) => targets.has(each))).size,
  );
  const tables = [...targets].map(([competency, target]) => {
    const [alone, shared] = [new Array(target + 1).fill(0), new Array(target + 1).fill(0)];
    for (let level = target - 1; level >= standing[competency]; level -= 1) {
      alone[level] = shared[level] = Number.POSITIVE_INFINITY;
      steps.forEach(({ minutes, lifts }, position) => {
        for (const { start, to, ...lift } of lifts) {
          if (lift.competency !== competency || start > level || to <= level) continue;
          alone[level] = Math.min(alone[level], minutes + alone[Math.min(to, target)]);
          shared[level] = Math.min(shared[level], minutes / lifted[position] + shared[Math.min(to, target)]);
        }
      });
    }
    return { competency, target, alone, shared };
  });
  return (/** @type {number[]} */ levels) => {
    let [most, sum] = [0, 0];
    for (const { competency, target, alone, shared } of tables) {
      const level = Math.min(levels[competency], target);
      most = Math.max(most, alone[level]);
      sum += shared[level];
    }
    return Math.ceil(Math.max(most, sum) - 1e-6); // fractions add up inexactly
  };
}

/** @param {Reached[]} heap @param {Reached} reached */
function push(heap, reached) {
  let at = heap.push(reached) - 1;
  for (let above = (at - 1) >> 1; at > 0 && isBefore(heap[at], heap[above]); above = (at - 1) >> 1) {
    [heap[at], heap[above]] = [heap[above], heap[at]];
    at = above;
  }
}

/** @param {Reached[]} heap */
function pop(heap) {
  const first = heap[0];
  const last = heap.pop();
  if (!heap.length || !last) return first;
  heap[0] = last;
  for (let at = 0; ; ) {
    const below = [2 * at + 1, 2 * at + 2].filter((each) => each < heap.length);
    const next = below.reduce((best, each) => (isBefore(heap[each], heap[best]) ? each : best), at);
    if (next === at) return first;
    [heap[at], heap[next]] = [heap[next], heap[at]];
    at = next;
  }
}

/** @param {Reached} one @param {Reached} other */
const isBefore = (one, other) => one.least < other.least || (one.least === other.least && one.cost > other.cost);

/** Goals not met, and gradations missing to them. @param {Map<number, number>} goals @param {number[]} levels */
function shortfall(goals, levels) {
  const short = [...goals].map(([each, goal]) => goal - levels[each]).filter((each) => each > 0);
  return [short.length, short.reduce((sum, each) => sum + each, 0)];
}

/**
 * Whether the module is of any use now: it lifts, or another may require it.
 * @param {Lifting} lifting
 * @param {bigint} taken
 * @param {number[]} levels
 * @param {number} module
 */
function isOfUse({ steps }, taken, levels, module) {
  if (after(steps[module], levels).some((level, each) => level > levels[each])) return true;
  const isWanted = steps.some((step, each) => step.requires.includes(module) && !(taken & bit(each)));
  return isWanted && !isReached(steps[module], levels);
}

/**
 * @param {Lifting} lifting
 * @param {number} limit
 * @returns {Reached | null} the best set of modules, null where there are too many
 */
function best(lifting, limit) {
  const { steps, standing, goals } = lifting;
  const { minute, costs } = costsOf(steps);
  const ends = farthest(lifting);
  const targets = new Map([...goals].map(([each, goal]) => [each, Math.min(goal, ends[each])]));
  for (const [each, target] of targets) if (target <= standing[each]) targets.delete(each);
  const estimate = leftToDo(lifting, targets);
  /** @type {Reached[]} */
  const waiting = [{ least: 0n, cost: 0n, taken: 0n, levels: standing }];
  const seen = new Set([`0 ${standing}`]);
  /** @type {Reached | null} */
  let found = null;
  /** @type {(bigint | number)[]} */
  let rank = [];
  while (waiting.length) {
    const here = pop(waiting);
    const hereRank = [...shortfall(goals, here.levels), here.cost];
    if (!found || isLess(hereRank, rank)) [found, rank] = [here, hereRank];
    if ([...targets].every(([each, target]) => here.levels[each] >= target)) return here;
    for (const [module, step] of steps.entries()) {
      if (!isOpen(lifting, module, here.taken, here.levels) || !isOfUse(lifting, here.taken, here.levels, module))
        continue;
      const taken = here.taken | bit(module);
      const levels = after(step, here.levels);
      const key = `${taken} ${levels}`;
      if (seen.has(key)) continue; // a set of modules costs the same in every order
      if (seen.add(key).size > limit) return null;
      const cost = here.cost + costs[module];
      push(waiting, { least: cost + BigInt(estimate(levels)) * minute, cost, taken, levels });
    }
  }
  return found;
}

/** @param {(bigint | number)[]} one @param {(bigint | number)[]} other */
function isLess(one, other) {
  const at = one.findIndex((each, index) => each !== other[index]);
  return at >= 0 && one[at] < other[at];
}

/**
 * The modules of the best path in the order to take them, and where they lead; null where there are too many to look
 * at.
 * @param {Lifting} whole
 * @param {number} [limit] sets of modules to look at, at most
 */
export function search(whole, limit = LIMIT) {
  const { lifting, order } = relevant(whole);
  const found = best(lifting, limit);
  if (!found) return null;
  const modules = [...lifting.steps.keys()].filter((each) => found.taken & bit(each));
  const targets = new Map([...lifting.goals].map(([each, goal]) => [each, Math.min(goal, found.levels[each])]));
  return { modules: first(lifting, modules, targets).map((each) => order[each]), reached: found.levels };
}
