// A group as YAML that `coursewright check` accepts as it is: ids plain, every other text in double quotes.

import { Plain } from "./plain.js";

/** @import { Aspiration, Group, Interaction, Member } from "./group.js" */

const ID = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
// What other readers of YAML do not take for texts.
const RESERVED = new Set(["null", "true", "false", "yes", "no", "on", "off", "y", "n"]);
// What no file may hold: control characters, halves of pairs, and line ends that only some programs take for such.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const NOT_TEXT = /[\0-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\p{Cs}\ufffe\uffff]/gu;

/** @param {string} text */
export const asText = (text) => text.replace(NOT_TEXT, " ");

/** In JSON's way, which is YAML's too; a mark of byte order would else begin the file anew. @param {string} text */
const quoted = (text) => JSON.stringify(asText(text)).replace(/\ufeff/g, "\\ufeff");

/** @param {string} text */
const idOrQuoted = (text) => (ID.test(text) && !RESERVED.has(text) ? text : quoted(text));

/** A value on one line. @param {unknown} value @returns {string} */
function inline(value) {
  if (value === null || value === undefined) return "null";
  if (value instanceof Plain) return value.text;
  if (Array.isArray(value)) return `[${value.map(inline).join(", ")}]`;
  if (value instanceof Map)
    return `{${[...value].map(([key, each]) => `${idOrQuoted(key)}: ${inline(each)}`).join(", ")}}`;
  return idOrQuoted(String(value));
}

/** @param {[string, unknown][]} pairs those without a value are left out */
const entry = (pairs) => new Map(pairs.filter(([, value]) => value !== "" && !(Array.isArray(value) && !value.length)));

/** @param {Member} each */
const member = (each) =>
  entry([["id", each.id], ["figure", each.figure], ["offers", each.offers], ["seeks", each.seeks], ...each.rest]);

/** @param {Interaction} each */
const interaction = (each) =>
  entry([
    ["between", each.between],
    ["way", each.way],
    ["practice", each.practice],
    ["rhythm", each.rhythm],
    ...each.rest,
  ]);

/** @param {Aspiration} each */
const aspiration = (each) =>
  entry([["figure", each.figure], ["competency", each.competency], ["to", each.to], ...each.rest]);

/** @param {string} key @param {Map<string, unknown>[]} entries */
const listed = (key, entries) => (entries.length ? [`${key}:`, ...entries.map((each) => `  - ${inline(each)}`)] : []);

/** What the form does not know: a line for each entry of a list. @param {[string, unknown]} pair */
function kept([key, value]) {
  const name = idOrQuoted(key);
  if (!Array.isArray(value) || !value.length) return [`${name}: ${inline(value)}`];
  return [`${name}:`, ...value.map((each) => `  - ${inline(each)}`)];
}

/** @param {Group} group */
export function write(group) {
  const lines = [
    "kind: group-curriculum",
    `id: ${idOrQuoted(group.id)}`,
    `title: ${quoted(group.title)}`,
    "open:",
    `  licence: ${quoted(group.licence)}`,
    `  invites: ${quoted(group.invites)}`,
    `purpose: ${quoted(group.purpose)}`,
    ...(group.standing.size
      ? ["standing:", ...[...group.standing].map(([id, to]) => `  ${idOrQuoted(id)}: ${idOrQuoted(to)}`)]
      : []),
    ...(group.members.length ? listed("members", group.members.map(member)) : ["members: []"]),
    ...listed("interactions", group.interactions.map(interaction)),
    ...listed("becoming", group.becoming.map(aspiration)),
    ...[...group.rest].flatMap(kept),
  ];
  return `${lines.join("\n")}\n`;
}

/** An id from a title: small letters, digits and hyphens. @param {string} title */
export function idOf(title) {
  const bare = title
    .normalize("NFKD")
    .toLowerCase()
    .replace(/\p{M}/gu, "")
    .replace(/[^a-z0-9]+/g, "-");
  return bare.slice(0, 64).replace(/^-+|-+$/g, "");
}
