// YAML as the tool reads it: maps, lists, texts, and plain values that are no texts. No tags, no types, nothing run.

import { Plain } from "./plain.js";
import { refuse } from "./refusal.js";

const MOST_NODES = 100_000;
const MOST_LEVELS = 64;

/**
 * The file's data: maps, lists, texts, plain values and null. Throws a Refusal.
 * @param {string} text
 */
export function readYaml(text) {
  const plain = new jsyaml.Type("tag:yaml.org,2002:plain", {
    kind: "scalar",
    resolve: (/** @type {unknown} */ found) =>
      typeof found === "string" && /^([-+]?(0|[1-9]\d*)(\.\d+)?|true|false)$/i.test(found),
    construct: (/** @type {string} */ found) => new Plain(found),
  });
  const none = new jsyaml.Type("tag:yaml.org,2002:null", {
    kind: "scalar",
    resolve: (/** @type {unknown} */ found) => found === null || /^(|~|null|Null|NULL)$/.test(String(found)),
    construct: () => null,
  });
  /** @type {unknown} */
  let found;
  try {
    found = jsyaml.load(text, { schema: jsyaml.FAILSAFE_SCHEMA.extend({ implicit: [none, plain] }) });
  } catch (error) {
    const line = /** @type {any} */ (error)?.mark?.line;
    return Number.isInteger(line) ? refuse("not-yaml-at", { line: line + 1 }) : refuse("not-yaml");
  }
  let nodes = 0;
  /** @param {unknown} value @param {number} level @returns {unknown} */
  const asMaps = (value, level) => {
    nodes += 1;
    if (nodes > MOST_NODES || level > MOST_LEVELS) refuse("too-much");
    if (Array.isArray(value)) return value.map((each) => asMaps(each, level + 1));
    if (value === null || typeof value !== "object" || value instanceof Plain) return value;
    return new Map(Object.entries(value).map(([key, each]) => [key, asMaps(each, level + 1)]));
  };
  return asMaps(found, 0);
}
