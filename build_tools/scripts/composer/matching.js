// Who serves whom: each competency that a member seeks is served by one other member who offers it, the loads of the
// givers as evenly shared as can be (heaviest first), and of equal sharings the one whose sorted list comes first.

/** @import { Group } from "./group.js" */

/**
 * Who comes to have one more of which seek from whom; null where a way begins.
 * @typedef {Map<string, { before: string, seek: string } | null>} Ways
 */

// Ids hold no blank, and a blank sorts before all that they hold: joined texts sort like lists of ids.
/** @param {Group} group @returns {Map<string, string[]>} for each seek that someone else can serve, who can */
function givers(group) {
  /** @type {Map<string, string[]>} */
  const found = new Map();
  const seeks = group.members.flatMap((member) => member.seeks.map((competency) => `${member.id} ${competency}`));
  for (const seek of [...new Set(seeks)].sort()) {
    const [receiver, competency] = seek.split(" ");
    const able = group.members.filter((each) => each.id !== receiver && each.offers.includes(competency));
    if (able.length) found.set(seek, [...new Set(able.map((each) => each.id))].sort());
  }
  return found;
}

/**
 * Each match once, sorted by ids.
 * @param {Group} group
 */
export function matches(group) {
  const able = givers(group);
  const sharing = share(able);
  const wishes = [...able].flatMap(([seek, ids]) => ids.map((giver) => `${giver} ${seek}`)).sort();
  for (const wish of wishes) {
    const [giver, receiver, competency] = wish.split(" ");
    sharing.prefer(`${receiver} ${competency}`, giver);
  }
  const list = [...sharing.giver].map(([seek, giver]) => `${giver} ${seek}`).sort();
  return list.map((each) => {
    const [from, to, competency] = each.split(" ");
    return { from, to, competency };
  });
}

/** Who serves each seek, always with loads as evenly shared as can be. @param {Map<string, string[]>} able */
function share(able) {
  /** @type {Map<string, string>} */
  const giver = new Map();
  const load = new Map([...new Set([...able.values()].flat())].sort().map((each) => [each, 0]));
  /** @type {Set<string>} */
  const settled = new Set();
  /** @param {string} of */
  const loadOf = (of) => load.get(of) ?? 0;

  /**
   * @param {string[]} starts
   * @param {(seek: string, giver: string) => string[]} following
   * @param {boolean} isBack
   * @returns {Ways}
   */
  function ways(starts, following, isBack) {
    /** @type {Map<string, string[]>} */
    const held = new Map([...load.keys()].map((each) => [each, []]));
    for (const [seek, serving] of giver) {
      if (settled.has(seek)) continue;
      for (const each of isBack ? (able.get(seek) ?? []) : [serving]) held.get(each)?.push(seek);
    }
    /** @type {Ways} */
    const found = new Map(starts.map((each) => [each, null]));
    for (const from of found.keys()) {
      for (const seek of held.get(from) ?? []) {
        for (const other of following(seek, from)) {
          if (!found.has(other)) found.set(other, { before: from, seek });
        }
      }
    }
    return found;
  }
  /** @param {string[]} starts */
  const onwards = (starts) =>
    ways(starts, (seek, from) => (able.get(seek) ?? []).filter((each) => each !== from), false);
  /** @param {string} end */
  const backwards = (end) => ways([end], (seek) => [giver.get(seek) ?? ""], true);

  /**
   * Hands each seek on along the way to its end; the giver that the way begins with.
   * @param {Ways} found
   * @param {string} end
   */
  function shift(found, end) {
    let at = end;
    for (let step = found.get(at); step; step = found.get(at)) {
      giver.set(step.seek, at);
      at = step.before;
    }
    return at;
  }

  /** @param {Ways} found @param {string} start */
  function shiftBack(found, start) {
    let at = start;
    for (let step = found.get(at); step; step = found.get(at)) {
      giver.set(step.seek, step.before);
      at = step.before;
    }
  }

  /**
   * Gives the seek to another, moving what is not settled so that loads stay as even.
   * @param {string} seek
   * @param {string} to
   */
  function reassign(seek, to) {
    const former = giver.get(seek) ?? "";
    const ahead = onwards([to]);
    if (ahead.has(former)) {
      shift(ahead, former);
      giver.set(seek, to);
      return true;
    }
    const back = backwards(former);
    for (const start of back.keys()) {
      for (const end of ahead.keys()) {
        if (loadOf(end) + 1 !== loadOf(start)) continue;
        shift(ahead, end);
        shiftBack(back, start);
        giver.set(seek, to);
        load.set(start, loadOf(start) - 1);
        load.set(end, loadOf(end) + 1);
        return true;
      }
    }
    return false;
  }

  for (const [seek, ids] of able) {
    const ahead = onwards(ids);
    const [least] = [...ahead.keys()].sort((one, other) => loadOf(one) - loadOf(other) || (one < other ? -1 : 1));
    giver.set(seek, shift(ahead, least));
    load.set(least, loadOf(least) + 1);
  }

  return {
    giver,
    /** Lets the giver serve the seek, for good, if that shares no worse. @param {string} seek @param {string} to */
    prefer: (seek, to) => {
      if (settled.has(seek)) return;
      settled.add(seek);
      if (giver.get(seek) !== to && !reassign(seek, to)) settled.delete(seek);
    },
  };
}
