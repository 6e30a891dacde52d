// A group's file read strictly: all of it or nothing, with the reason.

import { Plain } from "./plain.js";
import { wrongKey } from "./privacy.js";
import { Refusal, refuse } from "./refusal.js";
import { readYaml } from "./yaml.js";

/** @import { Saying } from "../forms/words.js" */
/** @import { Course } from "./course.js" */
/** @import { Aspiration, Group, Interaction, Member } from "./group.js" */

const MOST_BYTES = 1_000_000;
export const MOST_ENTRIES = 60;
const KEYS = ["kind", "id", "title", "open", "purpose", "standing", "members", "interactions", "becoming"];
const KEPT = ["readings", "source", "illustrative", "ignore"];
const KEPT_BELOW = ["illustrative", "ignore"];

/** @param {string} text */
const brief = (text) => (text.length > 60 ? `${text.slice(0, 60)}…` : text);

/** @param {unknown} value @param {string} key @returns {Map<string, unknown>} */
const mapping = (value, key) => (value instanceof Map ? value : refuse("wrong-value", { key }));

/** @param {unknown} value @param {string} key @returns {unknown[]} */
const list = (value, key) => (value === undefined ? [] : Array.isArray(value) ? value : refuse("wrong-value", { key }));

/** @param {unknown} value @param {string} key @param {boolean} [mayBeEmpty] */
function text(value, key, mayBeEmpty) {
  if (!(typeof value === "string" || value instanceof Plain)) return refuse("wrong-value", { key });
  const found = String(value).trim();
  return found || mayBeEmpty ? found : refuse("wrong-value", { key });
}

/** @param {unknown} value @param {string} key @param {RegExp} [form] */
function id(value, key, form = /^[a-z0-9]+(-[a-z0-9]+)*$/) {
  const found = text(value, key);
  return found.length <= 64 && form.test(found) ? found : refuse("wrong-value", { key });
}

/** @template T @param {unknown} value @param {(value: unknown) => T} read @param {T} absent */
const optional = (value, read, absent) => (value === undefined ? absent : read(value));

/**
 * What is kept as it is, or the refusal of a key that no such entry has.
 * @param {Map<string, unknown>} found
 * @param {string[]} known
 * @param {string[]} keepable
 */
function rest(found, known, keepable) {
  const more = [...found].filter(([key]) => !known.includes(key));
  for (const [key] of more) if (!keepable.includes(key)) refuse("unknown-key", { key: brief(key) });
  return new Map(more);
}

/** @param {Map<string, unknown>} found */
function keptOf(found) {
  const kept = rest(found, KEYS, KEPT);
  for (const each of list(kept.get("readings"), "readings")) mapping(each, "readings");
  if (kept.has("source")) id(kept.get("source"), "source");
  return kept;
}

/**
 * What reads files of groups of a course.
 * @param {Course} course
 */
export function readingFor(course) {
  /** @param {unknown} value @param {string} key */
  function competency(value, key) {
    const found = id(value, key);
    return course.numbers.has(found) ? found : refuse("unknown", { key, found });
  }

  /** @param {unknown} value @param {string} key */
  function figure(value, key) {
    const found = id(value, key);
    return course.figures.some((each) => each.id === found) ? found : refuse("unknown", { key, found });
  }

  /** @param {string} of @param {unknown} value @param {string} key */
  function gradation(of, value, key) {
    const found = id(value, key);
    const { scale } = course.competencies[course.numbers.get(of) ?? -1];
    return scale.some((each) => each.id === found) ? found : refuse("unknown", { key, found });
  }

  /** @param {unknown} value @returns {Member} */
  function member(value) {
    const found = mapping(value, "members");
    for (const key of found.keys()) {
      const wrong = key === "id" || key === "figure" ? "" : wrongKey(key);
      if (wrong) refuse(wrong, { key: brief(key) });
    }
    const carried = (/** @type {string} */ key) => [
      ...new Set(list(found.get(key), key).map((each) => competency(each, key))),
    ];
    return {
      id: id(found.get("id"), "members: id", /^nodo-[a-z0-9]+$/),
      figure: optional(found.get("figure"), (each) => figure(each, "figure"), ""),
      offers: carried("offers"),
      seeks: carried("seeks"),
      rest: rest(found, ["id", "figure", "offers", "seeks"], KEPT_BELOW),
    };
  }

  /** @param {unknown} value @param {Set<string>} members @returns {Interaction} */
  function interaction(value, members) {
    const found = mapping(value, "interactions");
    const [one, other, ...more] = list(found.get("between"), "between").map((each) => id(each, "between"));
    if (other === undefined || more.length) refuse("wrong-value", { key: "between" });
    for (const each of [one, other]) if (!members.has(each)) refuse("unknown", { key: "between", found: each });
    const word = (/** @type {string} */ key) => (/** @type {unknown} */ each) => id(each, key, /^[a-z]+(-[a-z]+)*$/);
    return {
      between: [one, other],
      way: word("way")(found.get("way")),
      practice: optional(found.get("practice"), (each) => competency(each, "practice"), ""),
      rhythm: optional(found.get("rhythm"), word("rhythm"), ""),
      rest: rest(found, ["between", "way", "practice", "rhythm"], KEPT_BELOW),
    };
  }

  /** @param {unknown} value @returns {Aspiration} */
  function aspiration(value) {
    const found = mapping(value, "becoming");
    const kept = rest(found, ["figure", "competency", "to"], KEPT_BELOW);
    if (found.has("figure") === found.has("competency") || found.has("competency") !== found.has("to"))
      refuse("wrong-value", { key: "becoming" });
    if (found.has("figure"))
      return { figure: figure(found.get("figure"), "figure"), competency: "", to: "", rest: kept };
    const of = competency(found.get("competency"), "competency");
    return { figure: "", competency: of, to: gradation(of, found.get("to"), "to"), rest: kept };
  }

  /** @param {unknown} value @param {boolean} isDraft texts may be empty @returns {Group} */
  function group(value, isDraft) {
    const found = value instanceof Map && value.get("kind") === "group-curriculum" ? value : refuse("not-ours");
    const open = mapping(found.get("open"), "open");
    rest(open, ["licence", "invites"], []);
    const limited = (/** @type {string} */ key) =>
      list(found.get(key), key).length > MOST_ENTRIES
        ? refuse("too-many", { key, count: MOST_ENTRIES })
        : list(found.get(key), key);
    const members = limited("members").map(member);
    const ids = new Set(members.map((each) => each.id));
    if (ids.size < members.length) refuse("wrong-value", { key: "members: id" });
    return {
      id: isDraft ? text(found.get("id"), "id", true) : id(found.get("id"), "id"),
      title: text(found.get("title"), "title", isDraft).replace(/\s+/g, " "),
      purpose: text(found.get("purpose"), "purpose", isDraft),
      licence: text(open.get("licence"), "licence", isDraft),
      invites: text(open.get("invites"), "invites", isDraft),
      standing: new Map(
        [...mapping(found.has("standing") ? found.get("standing") : new Map(), "standing")].map(([key, to]) => [
          competency(key, "standing"),
          gradation(key, to, "standing"),
        ]),
      ),
      members,
      interactions: limited("interactions").map((each) => interaction(each, ids)),
      becoming: limited("becoming").map(aspiration),
      rest: keptOf(found),
    };
  }

  /** @param {string} content @param {boolean} [isDraft] @returns {{ group?: Group, refusal?: Saying }} */
  function read(content, isDraft = false) {
    try {
      return { group: group(readYaml(content), isDraft) };
    } catch (error) {
      return { refusal: error instanceof Refusal ? error.saying : { say: "not-yaml" } };
    }
  }

  /** @param {File} file @returns {Promise<{ group?: Group, refusal?: Saying }>} */
  async function readFile(file) {
    if (file.size > MOST_BYTES) return { refusal: { say: "too-large" } };
    try {
      return read(new TextDecoder("utf-8", { fatal: true }).decode(await file.arrayBuffer()));
    } catch {
      return { refusal: { say: "unreadable" } }; // no text, or moved or locked after it had been chosen
    }
  }

  return { read, readFile };
}
