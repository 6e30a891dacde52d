// @ts-check
// YAML as the tool reads it: maps, lists, texts, and plain values that are no texts. No tags, no types, nothing run.

/** @typedef {{ load: (text: string, options: object) => unknown, Type: any, FAILSAFE_SCHEMA: any }} YamlParser */

/** Thrown with the reason why a file is refused. */
class ComposerRefusal extends Error {
  /** @param {string} say @param {Record<string, string | number>} [values] */
  constructor(say, values = {}) {
    super(say);
    this.saying = { say, values };
  }
}

/** A value that a file has without quotes and that is no text for whoever means a number or yes and no. */
class ComposerPlain {
  /** @param {string} text */
  constructor(text) {
    this.text = text;
  }

  get [Symbol.toStringTag]() {
    return "Plain"; // or the parser would not take it for a key
  }

  toString() {
    return this.text;
  }
}

function composerYaml() {
  const MOST_NODES = 100_000;
  const MOST_LEVELS = 64;

  /** @param {string} say @param {Record<string, string | number>} [values] @returns {never} */
  const refuse = (say, values) => {
    throw new ComposerRefusal(say, values);
  };

  /** The file's data: maps, lists, texts, plain values and null. @param {string} text */
  return (text) => {
    /** @type {YamlParser} */
    const parser = /** @type {any} */ (globalThis).jsyaml;
    const plain = new parser.Type("tag:yaml.org,2002:plain", {
      kind: "scalar",
      resolve: (/** @type {unknown} */ found) => typeof found === "string" && /^([-+]?(0|[1-9]\d*)(\.\d+)?|true|false)$/i.test(found),
      construct: (/** @type {string} */ found) => new ComposerPlain(found),
    });
    const none = new parser.Type("tag:yaml.org,2002:null", {
      kind: "scalar",
      resolve: (/** @type {unknown} */ found) => found === null || /^(|~|null|Null|NULL)$/.test(String(found)),
      construct: () => null,
    });
    /** @type {unknown} */
    let found;
    try {
      found = parser.load(text, { schema: parser.FAILSAFE_SCHEMA.extend({ implicit: [none, plain] }) });
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
      if (value === null || typeof value !== "object" || value instanceof ComposerPlain) return value;
      return new Map(Object.entries(value).map(([key, each]) => [key, asMaps(each, level + 1)]));
    };
    return asMaps(found, 0);
  };
}

coursewrightComposer.yaml = composerYaml();
