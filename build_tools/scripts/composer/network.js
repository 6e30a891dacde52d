// How members hang together by their interactions: parts, bridges, who is apart, and how much is given both ways.

/** @import { Group, Member } from "./group.js" */

/**
 * @typedef {object} Network
 * @property {string[][]} components
 * @property {string[][]} bridges pairs with a single interaction whose loss splits a part
 * @property {string[]} apart
 * @property {number} giving pairs of members where one offers what the other seeks
 * @property {number} mutual those where it holds both ways
 * @property {number | null} reciprocity
 */

/** @param {string[]} ids @param {string[][]} pairs */
function components(ids, pairs) {
  const part = new Map(ids.map((each) => [each, new Set([each])]));
  for (const [one, other] of pairs) {
    const [left, right] = [part.get(one) ?? new Set([one]), part.get(other) ?? new Set([other])];
    if (left === right) continue;
    const joined = new Set([...left, ...right]);
    for (const each of joined) part.set(each, joined);
  }
  const lists = [...new Set(part.values())].map((each) => [...each].sort().join(" "));
  return lists.sort().map((each) => each.split(" "));
}

/** @param {Member} giver @param {Member} receiver */
const gives = (giver, receiver) => giver.offers.some((each) => receiver.seeks.includes(each));

/**
 * The network of a group.
 * @param {Group} group
 * @returns {Network}
 */
export function network(group) {
  const ids = [...new Set(group.members.map((each) => each.id))].sort();
  const ties = group.interactions
    .filter(({ between: [one, other] }) => one !== other)
    .map((each) => [...each.between].sort().join(" "));
  const pairs = [...new Set(ties)].sort().map((each) => each.split(" "));
  const parts = components(ids, pairs);
  const single = pairs.filter((pair) => ties.filter((each) => each === pair.join(" ")).length === 1);
  const bridges = single.filter(
    (pair) =>
      components(
        ids,
        pairs.filter((each) => each !== pair),
      ).length > parts.length,
  );
  const apart = ids.filter((each) => !pairs.some((pair) => pair.includes(each)));
  let giving = 0;
  let mutual = 0;
  group.members.forEach((one, index) => {
    for (const other of group.members.slice(index + 1)) {
      const ways = Number(gives(one, other)) + Number(gives(other, one));
      giving += Number(ways > 0);
      mutual += Number(ways === 2);
    }
  });
  return { components: parts, bridges, apart, giving, mutual, reciprocity: giving ? mutual / giving : null };
}
