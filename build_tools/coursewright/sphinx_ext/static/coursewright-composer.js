// Made by `make scripts` of the modules named below, in build_tools/scripts: change those.
"use strict";
(() => {
  var __defProp = Object.defineProperty;
  var __export = (target, all2) => {
    for (var name in all2)
      __defProp(target, name, { get: all2[name], enumerable: true });
  };

  // build_tools/scripts/composer/course.js
  function readCourse(data) {
    const competencies = data.maps.flatMap(
      (map) => map.areas.flatMap(
        (area) => area.competencies.map(({ id: id2, title }) => ({ id: id2, title, map: map.title, area: area.title, scale: map.scale }))
      )
    );
    const numbers = positionsOf(competencies);
    const rank = (competency, gradation) => competencies[at(numbers, competency)].scale.findIndex((each) => each.id === gradation);
    const highest = (aims) => {
      const found = /* @__PURE__ */ new Map();
      for (const { competency, to } of aims) {
        const number = at(numbers, competency);
        found.set(number, Math.max(found.get(number) ?? 0, rank(competency, to)));
      }
      return new Map([...found].sort(([one], [other]) => one - other));
    };
    const positions = positionsOf(data.modules.map(({ page: page2 }) => page2));
    const modules = data.modules.map(({ page: page2, minutes, lifts, requires }) => ({
      ...page2,
      minutes,
      lifts: lifts.map(({ competency, from, to }) => ({
        competency: at(numbers, competency),
        start: rank(competency, from),
        to: rank(competency, to)
      })),
      requires: requires.map((id2) => at(positions, id2))
    }));
    const figures = data.figures.map(({ id: id2, title, aims }) => ({ id: id2, title, aims: highest(aims) }));
    return { id: data.course, competencies, numbers, figures, modules };
  }
  var competencyOf = (course, id2) => course.competencies[course.numbers.get(id2) ?? -1];
  var positionsOf = (entries) => new Map(entries.map((each, position) => [each.id, position]));
  function at(numbers, id2) {
    const found = numbers.get(id2);
    if (found === void 0) throw new Error(`the page holds no ${id2}`);
    return found;
  }

  // build_tools/scripts/forms/elements.js
  function part(within, selector, kind) {
    const found = within.querySelector(selector);
    if (!(found instanceof kind)) throw new Error(`the page has no ${selector}`);
    return found;
  }
  function all(within, selector, kind) {
    const found = [];
    for (const each of within.querySelectorAll(selector)) if (each instanceof kind) found.push(each);
    return found;
  }
  function element(name, className, ...content) {
    const made = document.createElement(name);
    if (className) made.className = className;
    made.append(...content);
    return made;
  }
  function heading(text2, scope) {
    const made = element("th", "", text2);
    made.setAttribute("scope", scope);
    return made;
  }

  // build_tools/scripts/forms/question.js
  function button(text2, act) {
    const made = document.createElement("button");
    made.type = "button";
    made.textContent = text2;
    made.addEventListener("click", act);
    return made;
  }
  function ask(asker, words, act) {
    const box = document.createElement("span");
    const close = () => {
      box.remove();
      asker.hidden = false;
      asker.focus();
    };
    const no = button(words.no, close);
    const yes = button(words.yes, () => {
      close();
      act();
    });
    const told = document.createElement("span");
    told.textContent = words.question;
    box.className = "confirm";
    box.setAttribute("role", "group");
    box.setAttribute("aria-label", words.question);
    box.append(told, no, yes);
    box.addEventListener("keydown", (event) => event.key === "Escape" && close());
    asker.after(box);
    asker.hidden = true;
    no.focus();
  }

  // build_tools/scripts/forms/saving.js
  function save(name, type, text2) {
    const address = URL.createObjectURL(new Blob([text2], { type }));
    const link = document.createElement("a");
    [link.href, link.download] = [address, name];
    link.click();
    setTimeout(() => URL.revokeObjectURL(address), 6e4);
  }

  // build_tools/scripts/forms/keeping.js
  function keepingUnder(key) {
    function reach() {
      try {
        return window.localStorage;
      } catch {
        return null;
      }
    }
    const storage = reach();
    function put(where, text2) {
      try {
        storage?.setItem(where, text2);
        return storage?.getItem(where) === text2;
      } catch {
        return false;
      }
    }
    return {
      /** What is kept, null where nothing is. Throws where the browser lets nothing be read. */
      get: () => {
        if (!storage) throw new Error("blocked");
        return storage.getItem(key);
      },
      /** Whether the browser keeps it now. @param {string} text */
      put: (text2) => put(key, text2),
      /** Copies what cannot be read to a key of its own; its name, or null where it could not. @param {string} damaged */
      setAside: (damaged) => {
        for (let number = 1; ; number += 1) {
          const beside = `${key}/set-aside-${number}`;
          const there = storage?.getItem(beside) ?? null;
          if (there === damaged) return beside;
          if (there === null) return put(beside, damaged) ? beside : null;
        }
      },
      /** Whether all is gone, with what was set aside. */
      erase: () => {
        try {
          const keys = storage ? Array.from(storage, (_, index) => storage.key(index) ?? "") : [];
          for (const each of keys) if (each === key || each.startsWith(`${key}/set-aside-`)) storage?.removeItem(each);
          return true;
        } catch {
          return false;
        }
      },
      /**
       * Calls back with what another window has kept; null where it has erased it.
       * @param {(text: string | null) => void} act
       */
      onChange: (act) => {
        window.addEventListener("storage", (event) => {
          if (event.key === null || event.key === key) act(event.key ? event.newValue : null);
        });
      }
    };
  }

  // build_tools/scripts/composer/plain.js
  var Plain = class {
    /** @param {string} text */
    constructor(text2) {
      this.text = text2;
    }
    get [Symbol.toStringTag]() {
      return "Plain";
    }
    toString() {
      return this.text;
    }
  };

  // build_tools/scripts/composer/privacy.js
  var privacy_exports = {};
  __export(privacy_exports, {
    personalData: () => personalData,
    wrongKey: () => wrongKey
  });
  var WORD = "[\\p{L}\\p{N}_]";
  var EMAIL = /[\p{L}\p{N}_.+-]+@[\p{L}\p{N}_-]+(?:\.[\p{L}\p{N}_-]+)*\.[\p{L}\p{Nl}\p{No}]{2,}/u;
  var CODE = "[0-9LMNPQRSTUV]";
  var TAX_CODE = new RegExp(
    `(?<!${WORD})(?=${WORD}* ?${WORD}* ?${WORD}*[0-9])[A-Z]{3} ?[A-Z]{3} ?${CODE}{2}[ABCDEHLMPRST]${CODE}{2} ?[A-Z]${CODE}{3}[A-Z](?!${WORD})`,
    "iu"
  );
  var INTERNATIONAL = new RegExp(
    `(?<!${WORD}|\\+)(?:\\+|00(?=39))\\(?\\p{Nd}{1,3}\\)?(?:[ ./()-]{0,2}\\p{Nd}){6,13}(?!\\p{Nd})`,
    "u"
  );
  var NO_NUMBER_TO_CALL = new RegExp(
    [
      "(?<!\\p{Nd})\\p{Nd}{4}-\\p{Nd}{2}-\\p{Nd}{2}(?!\\p{Nd})",
      "(?<![\\p{Nd}./-])\\p{Nd}{1,2}([./-])\\p{Nd}{1,2}\\1\\p{Nd}{2}(?:\\p{Nd}{2})?(?![./-]?\\p{Nd})",
      "(?<!\\p{Nd})\\p{Nd}{1,2} \\p{Nd}{1,2} (?:19|20)\\p{Nd}{2}(?!\\p{Nd})",
      "(?<!\\p{Nd})(?:0[1-9]|[12]\\p{Nd}|3[01])(?:0[1-9]|1[0-2])(?:19|20)\\p{Nd}{2}(?!\\p{Nd})",
      "(?<!\\p{Nd})(?:19|20)\\p{Nd}{2}[-/–](?:(?:19|20)\\p{Nd}{2}|\\p{Nd}{2})(?!\\p{Nd})",
      "(?<![\\p{Nd}.:])(?:[01]?\\p{Nd}|2[0-4])[.:][0-5]\\p{Nd}(?:[.:][0-5]\\p{Nd})?(?![.:]?\\p{Nd})",
      "(?<![\\p{Nd}.,])(?<!\\p{Nd}[ ])[1-9]\\p{Nd}{0,2}(?:[ .'’]\\p{Nd}{3})+(?![ .'’]?\\p{Nd})"
    ].join("|"),
    "gu"
  );
  var MOBILE = "3[2-9]\\p{Nd}[ ./-]{0,3}(?:\\p{Nd}{7}|\\p{Nd}{3}[ .-]\\p{Nd}{4}|\\p{Nd}{4}[ .-]\\p{Nd}{3}|\\p{Nd}{3}[ .-]\\p{Nd}{2}[ .-]\\p{Nd}{2}|\\p{Nd}{2}[ .-]\\p{Nd}{2}[ .-]\\p{Nd}{3})";
  var HOUSE = "0[1-9]\\p{Nd}{6,9}|0[1-9]\\p{Nd}{0,2}[ ./-]{1,3}(?:\\p{Nd}{5,8}|(?=(?:\\p{Nd}[ .-]?){5,8}(?!\\p{Nd}))\\p{Nd}{2,4}(?:[ .-]\\p{Nd}{2,4}){1,3})";
  var ITALIAN = new RegExp(
    `(?<!${WORD})(?<!${WORD}[-_/])(?<!\\p{Nd}[.,])(?:${MOBILE}|${HOUSE})(?!${WORD}|[./-]\\p{Nd})`,
    "u"
  );
  var IDENTIFYING = new Set(
    "name names fullname firstname givenname lastname familyname surname nickname nome nomi nomecompleto nomecognome nomeecognome cognome nominativo soprannome email emails mail emailaddress posta indirizzoemail pec telefono tel cellulare cell phone phones telephone phonenumber mobile fax whatsapp contact contacts contatto contatti recapito recapiti address street indirizzo via residenza city citta birth birthday birthdate dateofbirth born age nascita datadinascita luogodinascita eta sex gender sesso genere photo foto codicefiscale cf taxcode fiscalcode person persona website sito profile profilo linkedin facebook instagram".split(" ")
  );
  var GRADING = new Set(
    "gradation gradations gradazione gradazioni level levels livello livelli grade grades grado gradi standing score scores punteggio punteggi voto voti mark marks rating ratings rank valutazione valutazioni giudizio giudizi evaluation assessment reading readings lettura letture".split(" ")
  );
  function personalData(text2) {
    const found = [];
    if (text2.includes("@") && EMAIL.test(text2)) found.push("email");
    if (!/\p{N}/u.test(text2)) return found;
    if (INTERNATIONAL.test(text2) || ITALIAN.test(text2.replace(NO_NUMBER_TO_CALL, "…"))) found.push("telephone");
    if (TAX_CODE.test(text2)) found.push("tax-code");
    return found;
  }
  function wrongKey(key) {
    const bare = key.normalize("NFKD").toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
    if (IDENTIFYING.has(bare)) return "identifies";
    return GRADING.has(bare) ? "grades" : "";
  }

  // build_tools/scripts/composer/refusal.js
  var Refusal = class extends Error {
    /**
     * @param {string} say
     * @param {Values} [values]
     */
    constructor(say, values = {}) {
      super(say);
      this.saying = { say, values };
    }
  };
  function refuse(say, values) {
    throw new Refusal(say, values);
  }

  // build_tools/scripts/composer/yaml.js
  var MOST_NODES = 1e5;
  var MOST_LEVELS = 64;
  function readYaml(text2) {
    const plain = new jsyaml.Type("tag:yaml.org,2002:plain", {
      kind: "scalar",
      resolve: (found2) => typeof found2 === "string" && /^([-+]?(0|[1-9]\d*)(\.\d+)?|true|false)$/i.test(found2),
      construct: (found2) => new Plain(found2)
    });
    const none = new jsyaml.Type("tag:yaml.org,2002:null", {
      kind: "scalar",
      resolve: (found2) => found2 === null || /^(|~|null|Null|NULL)$/.test(String(found2)),
      construct: () => null
    });
    let found;
    try {
      found = jsyaml.load(text2, { schema: jsyaml.FAILSAFE_SCHEMA.extend({ implicit: [none, plain] }) });
    } catch (error) {
      const line = (
        /** @type {any} */
        error?.mark?.line
      );
      return Number.isInteger(line) ? refuse("not-yaml-at", { line: line + 1 }) : refuse("not-yaml");
    }
    let nodes = 0;
    const asMaps = (value, level) => {
      nodes += 1;
      if (nodes > MOST_NODES || level > MOST_LEVELS) refuse("too-much");
      if (Array.isArray(value)) return value.map((each) => asMaps(each, level + 1));
      if (value === null || typeof value !== "object" || value instanceof Plain) return value;
      return new Map(Object.entries(value).map(([key, each]) => [key, asMaps(each, level + 1)]));
    };
    return asMaps(found, 0);
  }

  // build_tools/scripts/composer/reading.js
  var MOST_BYTES = 1e6;
  var MOST_ENTRIES = 60;
  var KEYS = ["kind", "id", "title", "open", "purpose", "standing", "members", "interactions", "becoming"];
  var KEPT = ["readings", "source", "illustrative", "ignore"];
  var KEPT_BELOW = ["illustrative", "ignore"];
  var brief = (text2) => text2.length > 60 ? `${text2.slice(0, 60)}…` : text2;
  var mapping = (value, key) => value instanceof Map ? value : refuse("wrong-value", { key });
  var list = (value, key) => value === void 0 ? [] : Array.isArray(value) ? value : refuse("wrong-value", { key });
  function text(value, key, mayBeEmpty) {
    if (!(typeof value === "string" || value instanceof Plain)) return refuse("wrong-value", { key });
    const found = String(value).trim();
    return found || mayBeEmpty ? found : refuse("wrong-value", { key });
  }
  function id(value, key, form = /^[a-z0-9]+(-[a-z0-9]+)*$/) {
    const found = text(value, key);
    return found.length <= 64 && form.test(found) ? found : refuse("wrong-value", { key });
  }
  var optional = (value, read, absent) => value === void 0 ? absent : read(value);
  function rest(found, known, keepable) {
    const more = [...found].filter(([key]) => !known.includes(key));
    for (const [key] of more) if (!keepable.includes(key)) refuse("unknown-key", { key: brief(key) });
    return new Map(more);
  }
  function keptOf(found) {
    const kept2 = rest(found, KEYS, KEPT);
    for (const each of list(kept2.get("readings"), "readings")) mapping(each, "readings");
    if (kept2.has("source")) id(kept2.get("source"), "source");
    return kept2;
  }
  function readingFor(course) {
    function competency(value, key) {
      const found = id(value, key);
      return course.numbers.has(found) ? found : refuse("unknown", { key, found });
    }
    function figure(value, key) {
      const found = id(value, key);
      return course.figures.some((each) => each.id === found) ? found : refuse("unknown", { key, found });
    }
    function gradation(of, value, key) {
      const found = id(value, key);
      const { scale } = course.competencies[course.numbers.get(of) ?? -1];
      return scale.some((each) => each.id === found) ? found : refuse("unknown", { key, found });
    }
    function member2(value) {
      const found = mapping(value, "members");
      for (const key of found.keys()) {
        const wrong = key === "id" || key === "figure" ? "" : wrongKey(key);
        if (wrong) refuse(wrong, { key: brief(key) });
      }
      const carried = (key) => [
        ...new Set(list(found.get(key), key).map((each) => competency(each, key)))
      ];
      return {
        id: id(found.get("id"), "members: id", /^nodo-[a-z0-9]+$/),
        figure: optional(found.get("figure"), (each) => figure(each, "figure"), ""),
        offers: carried("offers"),
        seeks: carried("seeks"),
        rest: rest(found, ["id", "figure", "offers", "seeks"], KEPT_BELOW)
      };
    }
    function interaction2(value, members) {
      const found = mapping(value, "interactions");
      const [one, other, ...more] = list(found.get("between"), "between").map((each) => id(each, "between"));
      if (other === void 0 || more.length) refuse("wrong-value", { key: "between" });
      for (const each of [one, other]) if (!members.has(each)) refuse("unknown", { key: "between", found: each });
      const word = (key) => (each) => id(each, key, /^[a-z]+(-[a-z]+)*$/);
      return {
        between: [one, other],
        way: word("way")(found.get("way")),
        practice: optional(found.get("practice"), (each) => competency(each, "practice"), ""),
        rhythm: optional(found.get("rhythm"), word("rhythm"), ""),
        rest: rest(found, ["between", "way", "practice", "rhythm"], KEPT_BELOW)
      };
    }
    function aspiration2(value) {
      const found = mapping(value, "becoming");
      const kept2 = rest(found, ["figure", "competency", "to"], KEPT_BELOW);
      if (found.has("figure") === found.has("competency") || found.has("competency") !== found.has("to"))
        refuse("wrong-value", { key: "becoming" });
      if (found.has("figure"))
        return { figure: figure(found.get("figure"), "figure"), competency: "", to: "", rest: kept2 };
      const of = competency(found.get("competency"), "competency");
      return { figure: "", competency: of, to: gradation(of, found.get("to"), "to"), rest: kept2 };
    }
    function group(value, isDraft) {
      const found = value instanceof Map && value.get("kind") === "group-curriculum" ? value : refuse("not-ours");
      const open = mapping(found.get("open"), "open");
      rest(open, ["licence", "invites"], []);
      const limited = (key) => list(found.get(key), key).length > MOST_ENTRIES ? refuse("too-many", { key, count: MOST_ENTRIES }) : list(found.get(key), key);
      const members = limited("members").map(member2);
      const ids = new Set(members.map((each) => each.id));
      if (ids.size < members.length) refuse("wrong-value", { key: "members: id" });
      return {
        id: isDraft ? text(found.get("id"), "id", true) : id(found.get("id"), "id"),
        title: text(found.get("title"), "title", isDraft).replace(/\s+/g, " "),
        purpose: text(found.get("purpose"), "purpose", isDraft),
        licence: text(open.get("licence"), "licence", isDraft),
        invites: text(open.get("invites"), "invites", isDraft),
        standing: new Map(
          [...mapping(found.has("standing") ? found.get("standing") : /* @__PURE__ */ new Map(), "standing")].map(([key, to]) => [
            competency(key, "standing"),
            gradation(key, to, "standing")
          ])
        ),
        members,
        interactions: limited("interactions").map((each) => interaction2(each, ids)),
        becoming: limited("becoming").map(aspiration2),
        rest: keptOf(found)
      };
    }
    function read(content, isDraft = false) {
      try {
        return { group: group(readYaml(content), isDraft) };
      } catch (error) {
        return { refusal: error instanceof Refusal ? error.saying : { say: "not-yaml" } };
      }
    }
    async function readFile(file) {
      if (file.size > MOST_BYTES) return { refusal: { say: "too-large" } };
      try {
        return read(new TextDecoder("utf-8", { fatal: true }).decode(await file.arrayBuffer()));
      } catch {
        return { refusal: { say: "unreadable" } };
      }
    }
    return { read, readFile };
  }

  // build_tools/scripts/composer/writing.js
  var writing_exports = {};
  __export(writing_exports, {
    asText: () => asText,
    idOf: () => idOf,
    write: () => write
  });
  var ID = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
  var RESERVED = /* @__PURE__ */ new Set(["null", "true", "false", "yes", "no", "on", "off", "y", "n"]);
  var NOT_TEXT = /[\0-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\p{Cs}\ufffe\uffff]/gu;
  var asText = (text2) => text2.replace(NOT_TEXT, " ");
  var quoted = (text2) => JSON.stringify(asText(text2)).replace(/\ufeff/g, "\\ufeff");
  var idOrQuoted = (text2) => ID.test(text2) && !RESERVED.has(text2) ? text2 : quoted(text2);
  function inline(value) {
    if (value === null || value === void 0) return "null";
    if (value instanceof Plain) return value.text;
    if (Array.isArray(value)) return `[${value.map(inline).join(", ")}]`;
    if (value instanceof Map)
      return `{${[...value].map(([key, each]) => `${idOrQuoted(key)}: ${inline(each)}`).join(", ")}}`;
    return idOrQuoted(String(value));
  }
  var entry = (pairs) => new Map(pairs.filter(([, value]) => value !== "" && !(Array.isArray(value) && !value.length)));
  var member = (each) => entry([["id", each.id], ["figure", each.figure], ["offers", each.offers], ["seeks", each.seeks], ...each.rest]);
  var interaction = (each) => entry([
    ["between", each.between],
    ["way", each.way],
    ["practice", each.practice],
    ["rhythm", each.rhythm],
    ...each.rest
  ]);
  var aspiration = (each) => entry([["figure", each.figure], ["competency", each.competency], ["to", each.to], ...each.rest]);
  var listed = (key, entries) => entries.length ? [`${key}:`, ...entries.map((each) => `  - ${inline(each)}`)] : [];
  function kept([key, value]) {
    const name = idOrQuoted(key);
    if (!Array.isArray(value) || !value.length) return [`${name}: ${inline(value)}`];
    return [`${name}:`, ...value.map((each) => `  - ${inline(each)}`)];
  }
  function write(group) {
    const lines = [
      "kind: group-curriculum",
      `id: ${idOrQuoted(group.id)}`,
      `title: ${quoted(group.title)}`,
      "open:",
      `  licence: ${quoted(group.licence)}`,
      `  invites: ${quoted(group.invites)}`,
      `purpose: ${quoted(group.purpose)}`,
      ...group.standing.size ? ["standing:", ...[...group.standing].map(([id2, to]) => `  ${idOrQuoted(id2)}: ${idOrQuoted(to)}`)] : [],
      ...group.members.length ? listed("members", group.members.map(member)) : ["members: []"],
      ...listed("interactions", group.interactions.map(interaction)),
      ...listed("becoming", group.becoming.map(aspiration)),
      ...[...group.rest].flatMap(kept)
    ];
    return `${lines.join("\n")}
`;
  }
  function idOf(title) {
    const bare = title.normalize("NFKD").toLowerCase().replace(/\p{M}/gu, "").replace(/[^a-z0-9]+/g, "-");
    return bare.slice(0, 64).replace(/^-+|-+$/g, "");
  }

  // build_tools/scripts/composer/draft.js
  function openDraft(course, onChange) {
    const reading = readingFor(course);
    const key = `coursewright-group/${course.id}`;
    let isHeld = false;
    const keeping = keepingUnder(key);
    keeping.onChange(onChange);
    return {
      read: () => {
        let text2 = null;
        try {
          text2 = keeping.get();
        } catch {
          return {};
        }
        if (text2 === null) return {};
        const found = reading.read(text2, true);
        if (found.group) return { group: found.group };
        const beside = keeping.setAside(text2);
        isHeld = beside === null;
        return { trouble: beside === null ? { say: "draft-held" } : { say: "draft-damaged", values: { key: beside } } };
      },
      write: (group) => !isHeld && keeping.put(write(group)),
      erase: () => {
        const isGone = keeping.erase();
        isHeld = isHeld && !isGone;
        return isGone;
      }
    };
  }

  // build_tools/scripts/composer/entries.js
  var NAMES = { members: "", interactions: "interaction", becoming: "aspiration" };
  function openEntries({ desk, course, say }, form) {
    const tell = (text2, where = "desk") => {
      for (const each of desk.querySelectorAll("[data-status]")) {
        each.textContent = each instanceof HTMLElement && each.dataset.status === where ? text2 : "";
      }
    };
    const named = (legend) => (legend.textContent ?? "").toLocaleLowerCase();
    function add(kind, rest2 = /* @__PURE__ */ new Map()) {
      const template = part(desk, `template.composer-${kind}`, HTMLTemplateElement);
      const entry2 = (
        /** @type {DocumentFragment} */
        template.content.cloneNode(true).firstElementChild
      );
      if (!(entry2 instanceof HTMLElement)) throw new Error(`the composer has no entry of ${kind}`);
      part(desk, `[data-entries=${kind}]`, HTMLElement).append(entry2);
      form.keep(entry2, rest2);
      const button2 = part(entry2, "[data-do=remove]", HTMLButtonElement);
      button2.addEventListener("click", () => {
        if (kind !== "members" || !isFilled(entry2)) return remove(kind, entry2);
        const question = say("remove-member", { name: named(part(entry2, "legend", HTMLElement)) });
        return ask(button2, { question, yes: say("remove-yes"), no: say("erase-no") }, () => remove(kind, entry2));
      });
      return entry2;
    }
    const isFilled = (entry2) => form.select(entry2, "figure").value !== "" || ["offers", "seeks"].some((name2) => form.boxes(entry2, name2).some((each) => each.checked));
    function name(kind) {
      form.entries(kind).forEach((entry2, index) => {
        const title = kind === "members" ? entry2.dataset.id ?? "" : say(NAMES[kind], { number: index + 1 });
        part(entry2, "legend", HTMLElement).textContent = title;
        part(entry2, "[data-do=remove]", HTMLButtonElement).textContent = say("remove", {
          name: title.toLocaleLowerCase()
        });
      });
    }
    function remove(kind, entry2) {
      const title = named(part(entry2, "legend", HTMLElement));
      const list2 = form.entries(kind);
      const beside = list2[list2.indexOf(entry2) + 1] ?? list2[list2.indexOf(entry2) - 1];
      entry2.remove();
      const lost = kind === "members" ? dropInteractionsOf(entry2.dataset.id ?? "") : 0;
      tell(lost ? say("removed-with", { name: title, count: lost }) : say("removed", { name: title }), kind);
      name(kind);
      name("interactions");
      (beside ? part(beside, "legend", HTMLElement) : part(desk, `[data-add=${kind}]`, HTMLButtonElement)).focus();
      desk.dispatchEvent(new Event("change"));
    }
    function dropInteractionsOf(member2) {
      const theirs = form.entries("interactions").filter((each) => ["first", "second"].some((side) => form.select(each, side).value === member2));
      for (const each of theirs) each.remove();
      for (const each of desk.querySelectorAll(`select[data-members] option[value="${CSS.escape(member2)}"]`))
        each.remove();
      return theirs.length;
    }
    function offerMembers(entry2, between = ["", ""]) {
      const ids = form.entries("members").map((each) => each.dataset.id ?? "");
      ["first", "second"].forEach((side, index) => {
        const options = ["", ...ids].map((each) => new Option(each || say("still-to-choose"), each));
        form.select(entry2, side).replaceChildren(...options);
        form.select(entry2, side).value = between[index];
      });
    }
    function offerGradations(entry2, to = "") {
      const [kind, id2] = form.select(entry2, "what").value.split(":");
      const scale = kind === "competency" ? competencyOf(course, id2)?.scale ?? [] : [];
      const select = form.select(entry2, "to");
      const chosen = to || select.value || scale.at(-1)?.id;
      select.replaceChildren(
        ...scale.map((each) => new Option(each.title, each.id, each.id === chosen, each.id === chosen))
      );
      part(entry2, "[data-part=to]", HTMLElement).hidden = !scale.length;
    }
    function addInteraction(found) {
      const entry2 = add("interactions", found?.rest);
      offerMembers(entry2, found?.between);
      if (found)
        for (
          const key of
          /** @type {const} */
          ["way", "practice", "rhythm"]
        )
          form.choose(form.select(entry2, key), found[key]);
      name("interactions");
      return entry2;
    }
    function addAspiration(found) {
      const entry2 = add("becoming", found?.rest);
      if (found)
        form.select(entry2, "what").value = found.figure ? `figure:${found.figure}` : `competency:${found.competency}`;
      offerGradations(entry2, found?.to);
      form.select(entry2, "what").addEventListener("change", () => offerGradations(entry2));
      name("becoming");
      return entry2;
    }
    function hasRoom(kind) {
      if (form.entries(kind).length < MOST_ENTRIES) return true;
      tell(say("no-more", { count: MOST_ENTRIES }), kind);
      return false;
    }
    return { add, name, addInteraction, addAspiration, offerMembers, hasRoom, tell, named };
  }

  // build_tools/scripts/composer/coverage.js
  var standing = (course, group) => course.competencies.map(
    ({ id: id2, scale }) => Math.max(
      0,
      scale.findIndex((each) => each.id === group.standing.get(id2))
    )
  );
  function aspirations(course, group) {
    const found = /* @__PURE__ */ new Map();
    for (const { figure, competency, to } of group.becoming) {
      for (const [number, rank] of figure ? aimsOf(course, figure) : aim(course, competency, to)) {
        found.set(number, Math.max(found.get(number) ?? 0, rank));
      }
    }
    return new Map([...found].sort(([one], [other]) => one - other));
  }
  var aimsOf = (course, figure) => course.figures.find((each) => each.id === figure)?.aims ?? /* @__PURE__ */ new Map();
  function aim(course, competency, to) {
    const number = course.numbers.get(competency) ?? -1;
    const rank = course.competencies[number]?.scale.findIndex((each) => each.id === to) ?? -1;
    return rank < 0 ? [] : [[number, rank]];
  }
  function coverage(course, group) {
    const start = standing(course, group);
    const aims = aspirations(course, group);
    return course.competencies.map(({ id: id2, scale }, number) => ({
      competency: id2,
      standing: scale[start[number]].id,
      aspiration: scale[aims.get(number) ?? -1]?.id ?? null,
      carriers: [...new Set(group.members.filter((each) => each.offers.includes(id2)).map((each) => each.id))].sort()
    }));
  }

  // build_tools/scripts/composer/figures.js
  function openFigures({ desk, course, say }) {
    const sentence = (text2) => element("p", "", text2);
    function time(minutes) {
      const [hours, rest2] = [Math.floor(minutes / 60), minutes % 60];
      return [hours ? `${hours} h` : "", rest2 || !hours ? `${rest2} min` : ""].filter(Boolean).join(" ");
    }
    const titleOf = (id2) => competencyOf(course, id2)?.title ?? id2;
    const gradationOf = (competency, gradation) => competencyOf(course, competency)?.scale.find((each) => each.id === gradation)?.title ?? "–";
    const rankTitle = (number, rank) => course.competencies[number].scale[rank].title;
    function show(name, content) {
      const place = part(desk, `[data-result=${name}] > div`, HTMLElement);
      const fresh = element("div", "", ...content);
      if (fresh.innerHTML === place.dataset.shown) return;
      place.dataset.shown = fresh.innerHTML;
      const wereOpen = [...place.querySelectorAll("details")].map((each) => each.open);
      const focused = [...place.querySelectorAll("summary")].findIndex((each) => each.contains(document.activeElement));
      place.replaceChildren(...fresh.childNodes);
      place.querySelectorAll("details").forEach((each, index) => {
        each.open = wereOpen[index] ?? false;
      });
      if (focused >= 0) place.querySelectorAll("summary")[focused]?.focus();
    }
    const folded = (title, content) => element("details", "", element("summary", "", title), element("div", "folded", content));
    function coverageTable({ coverage: coverage2 }) {
      const head = ["competency", "carried-by", "stands-at", "aims-at"].map((each) => heading(say(each), "col"));
      const rows = coverage2.map(({ competency, standing: standing2, aspiration: aspiration2, carriers }) => {
        const [one, ...more] = carriers;
        const carried = more.length ? carriers.join(", ") : one ? say("one-alone", { member: one }) : say("nobody");
        const cells = [carried, gradationOf(competency, standing2), gradationOf(competency, aspiration2)].map(
          (each) => element("td", "", each)
        );
        return element("tr", "", heading(titleOf(competency), "row"), ...cells);
      });
      const scroll = element(
        "div",
        "table-scroll",
        element("table", "", element("thead", "", element("tr", "", ...head)), element("tbody", "", ...rows))
      );
      scroll.tabIndex = 0;
      scroll.setAttribute("role", "group");
      scroll.setAttribute("aria-label", say("coverage-table"));
      return scroll;
    }
    function showCoverage(portrait2, group) {
      const { coverage: coverage2 } = portrait2;
      const none = coverage2.filter((each) => !each.carriers.length);
      const alone = coverage2.filter((each) => each.carriers.length === 1);
      const isWanted = (each) => each.aspiration !== null || group.members.some(({ seeks }) => seeks.includes(each.competency));
      const gaps = none.filter(isWanted).map((each) => titleOf(each.competency));
      const told = gaps.length ? say("gaps", { competencies: gaps.join(", ") }) : say(coverage2.some(isWanted) ? "no-gaps" : "no-wishes");
      const counted = say("coverage-counts", { none: none.length, one: alone.length });
      const sentences = [`${say("carries")} ${counted}`, told];
      const lines = [...new Set(alone.map((each) => each.carriers[0]))].sort().map((member2) => {
        const titles = alone.filter((each) => each.carriers[0] === member2).map((each) => titleOf(each.competency));
        return element("li", "", element("strong", "", `${member2}:`), ` ${titles.join(", ")}`);
      });
      const single = lines.length ? [sentence(say("alone")), element("ul", "composer-lines", ...lines)] : [];
      show("coverage", [...sentences.map(sentence), ...single, folded(say("coverage-table"), coverageTable(portrait2))]);
    }
    const soughtBy = (group) => group.members.reduce((sum, each) => sum + each.seeks.length, 0);
    function showMatches({ matches: matches2 }, group) {
      const lines = matches2.map(
        ({ from, to, competency }) => element("li", "", element("strong", "", say("match", { giver: from, receiver: to })), ` ${titleOf(competency)}`)
      );
      const list2 = lines.length ? [element("ul", "composer-lines", ...lines)] : [sentence(say("matches-none"))];
      show("matches", [...list2, sentence(say("matches-count", { met: matches2.length, sought: soughtBy(group) }))]);
    }
    function showNetwork({ network: network2 }) {
      const { components: components2, bridges, apart, giving, mutual } = network2;
      const lines = components2.map((each) => element("li", "", each.join(", ")));
      const told = [say("parts", { parts: components2.length })];
      if (bridges.length) told.push(say("bridges", { bridges: bridges.map((each) => each.join("–")).join(", ") }));
      if (apart.length) told.push(say("apart", { members: apart.join(", ") }));
      told.push(giving ? say("reciprocity", { giving, mutual }) : say("no-reciprocity"));
      show("network", [...lines.length ? [element("ul", "composer-lines", ...lines)] : [], ...told.map(sentence)]);
    }
    function showFigures({ figures }) {
      const ofState = (state) => figures.filter((each) => each.state === state);
      const states = ["reached", "reachable", "too-large", "out-of-reach"];
      const lines = states.flatMap(ofState).map(({ figure, state, why }) => {
        const title = course.figures.find((each) => each.id === figure)?.title ?? figure;
        const told = say(state === "too-large" ? "too-large-state" : state);
        return element("li", "", element("strong", "", title), `: ${told}. ${say(why.say, why.values)}`);
      });
      const [reached, reachable, out] = [ofState("reached"), ofState("reachable"), ofState("out-of-reach")].map(
        (each) => each.length
      );
      show("figures", [
        sentence(say("figures-count", { reached, reachable, out })),
        folded(say("figures-list"), element("ul", "composer-lines", ...lines))
      ]);
    }
    function pathList(ids) {
      let total = 0;
      const lines = ids.map((id2) => {
        const found = course.modules.find((each) => each.id === id2);
        const link = element("a", "", found?.title ?? id2);
        link.setAttribute("href", found?.address ?? "");
        total += found?.minutes ?? 0;
        return element(
          "li",
          "",
          link,
          " ",
          element("span", "course-time", `(${time(found?.minutes ?? 0)}) ${say("up-to-there", { time: time(total) })}`)
        );
      });
      return element("ol", "composer-path", ...lines);
    }
    function showPath({ path: path2 }, group) {
      const aims = aspirations(course, group);
      if (!aims.size) return show("path", [sentence(say("path-no-aims"))]);
      if (path2.isTooLarge) return show("path", [sentence(say("path-too-large", { id: group.id || "…" }))]);
      const short = [...aims].filter(([each, to]) => path2.reached[each] < to);
      const told = [];
      if (path2.modules.length) told.push(say("path-time", { time: time(path2.minutes) }));
      else told.push(say(path2.complete ? "path-not-needed" : "path-nothing"));
      if (path2.complete) told.push(say("path-complete", { count: aims.size }));
      else told.push(say("path-short", { met: aims.size - short.length, count: aims.size }));
      const lines = short.map(([each, to]) => {
        const [reached, goal] = [rankTitle(each, path2.reached[each]), rankTitle(each, to)];
        return element("li", "", say("stays-short", { competency: course.competencies[each].title, reached, to: goal }));
      });
      const list2 = path2.modules.length ? [pathList(path2.modules)] : [];
      const missing = lines.length ? [element("ul", "composer-lines", ...lines)] : [];
      return show("path", [
        ...list2,
        ...told.map(sentence),
        ...missing,
        sentence(say(path2.complete ? "path-shortest" : "path-best"))
      ]);
    }
    return {
      /** @param {Portrait} portrait @param {Group} group */
      show: (portrait2, group) => {
        showCoverage(portrait2, group);
        showMatches(portrait2, group);
        showNetwork(portrait2);
        showFigures(portrait2);
        showPath(portrait2, group);
      },
      /** All of it in one sentence, for the ear. @param {Portrait} portrait @param {Group} group */
      summary: ({ coverage: coverage2, matches: matches2, path: path2 }, group) => say(path2.isTooLarge ? "summary-too-large" : "summary", {
        carried: coverage2.filter((each) => each.carriers.length).length,
        all: coverage2.length,
        met: matches2.length,
        sought: soughtBy(group),
        modules: path2.modules.length,
        time: time(path2.minutes)
      })
    };
  }

  // build_tools/scripts/composer/group.js
  var emptyGroup = () => ({
    id: "",
    title: "",
    purpose: "",
    licence: "CC-BY-SA-4.0",
    invites: "",
    standing: /* @__PURE__ */ new Map(),
    members: [],
    interactions: [],
    becoming: [],
    rest: /* @__PURE__ */ new Map()
  });

  // build_tools/scripts/composer/form.js
  var TEXTS = (
    /** @type {const} */
    ["title", "purpose", "licence", "invites", "id"]
  );
  function openForm(desk) {
    const rests = /* @__PURE__ */ new WeakMap();
    let rest2 = /* @__PURE__ */ new Map();
    const text2 = (name) => {
      const found = part(desk, `#composer-${name}`, HTMLElement);
      if (found instanceof HTMLInputElement || found instanceof HTMLTextAreaElement) return found;
      throw new Error(`the page has no text ${name}`);
    };
    const select = (entry2, name) => part(entry2, `select[data-field=${name}]`, HTMLSelectElement);
    const entries = (kind) => all(part(desk, `[data-entries=${kind}]`, HTMLElement), ":scope > *", HTMLElement);
    const standings = () => all(desk, "select[name=standing]", HTMLSelectElement);
    const boxes = (entry2, name) => all(entry2, `input[name=${name}]`, HTMLInputElement);
    const typed = (name) => asText(text2(name).value).trim();
    const member2 = (entry2) => ({
      id: entry2.dataset.id ?? "",
      figure: select(entry2, "figure").value,
      offers: boxes(entry2, "offers").filter((each) => each.checked).map((each) => each.value),
      seeks: boxes(entry2, "seeks").filter((each) => each.checked).map((each) => each.value),
      rest: rests.get(entry2) ?? /* @__PURE__ */ new Map()
    });
    const interaction2 = (entry2) => ({
      between: [select(entry2, "first").value, select(entry2, "second").value],
      way: select(entry2, "way").value,
      practice: select(entry2, "practice").value,
      rhythm: select(entry2, "rhythm").value,
      rest: rests.get(entry2) ?? /* @__PURE__ */ new Map()
    });
    function aspiration2(entry2) {
      const [kind, id2] = select(entry2, "what").value.split(":");
      const isCompetency = kind === "competency";
      return {
        figure: kind === "figure" ? id2 : "",
        competency: isCompetency ? id2 : "",
        to: isCompetency ? select(entry2, "to").value : "",
        rest: rests.get(entry2) ?? /* @__PURE__ */ new Map()
      };
    }
    function read() {
      const said = standings().filter((each) => each.value);
      return {
        id: typed("id"),
        title: typed("title").replace(/\s+/g, " "),
        purpose: typed("purpose"),
        licence: typed("licence").replace(/\s+/g, " "),
        invites: typed("invites"),
        standing: new Map(said.map((each) => [each.dataset.competency ?? "", each.value])),
        members: entries("members").map(member2),
        interactions: entries("interactions").map(interaction2).filter((each) => each.between.every(Boolean)),
        becoming: entries("becoming").map(aspiration2).filter((each) => each.figure || each.competency),
        rest: rest2
      };
    }
    function choose(among, value) {
      if (![...among.options].some((each) => each.value === value)) among.append(new Option(value, value));
      among.value = value;
    }
    function fill(group) {
      for (const name of TEXTS) text2(name).value = group[name];
      for (const each of standings()) each.value = group.standing.get(each.dataset.competency ?? "") ?? "";
      rest2 = group.rest;
    }
    return {
      text: text2,
      typed,
      select,
      boxes,
      entries,
      standings,
      read,
      fill,
      choose,
      /** @param {Element} entry @param {Map<string, unknown>} found */
      keep: (entry2, found) => rests.set(entry2, found),
      empty: emptyGroup
    };
  }

  // build_tools/scripts/composer/findings.js
  function openFindings({ desk, say }, form) {
    const personal = (text2) => personalData(text2).map((what) => say("looks-personal", { what: say(what) })).join(" ");
    function mark(field, trouble, text2) {
      if (text2) field.setAttribute("aria-invalid", "true");
      else field.removeAttribute("aria-invalid");
      if (trouble.textContent !== text2) trouble.textContent = text2;
    }
    function wrongText(name, isAsked) {
      const typed = form.typed(name);
      if (!typed) return isAsked ? say("missing") : "";
      const isWrongId = name === "id" && !(typed.length <= 64 && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(typed));
      return [isWrongId ? say("wrong-id") : "", personal(typed)].filter(Boolean).join(" ");
    }
    function texts(isAsked) {
      return TEXTS.flatMap((name) => {
        const field = form.text(name);
        const isMissing = !form.typed(name);
        const text2 = wrongText(name, isAsked || isMissing && field.getAttribute("aria-invalid") === "true");
        mark(field, part(desk, `#composer-${name}-trouble`, HTMLElement), text2);
        return text2 ? [field] : [];
      });
    }
    const pseudonyms = () => all(desk, "[data-entries=members] [data-field=id][aria-invalid=true]", HTMLElement);
    function interactions(isAsked) {
      return form.entries("interactions").flatMap((entry2) => {
        const [first2, second] = [form.select(entry2, "first"), form.select(entry2, "second")];
        const isWrong = !first2.value || !second.value || first2.value === second.value;
        const isTold = isWrong && (isAsked || first2.getAttribute("aria-invalid") === "true");
        mark(first2, part(entry2, ".field-trouble", HTMLElement), isTold ? say("same-member") : "");
        return isWrong ? [first2] : [];
      });
    }
    function unseen(group) {
      const found = /* @__PURE__ */ new Set();
      const walk = (value) => {
        if (typeof value === "string" || value instanceof Plain)
          for (const each of personalData(String(value))) found.add(each);
        else if (Array.isArray(value)) value.forEach(walk);
        else if (value instanceof Map) value.forEach(walk);
      };
      for (const { rest: rest2 } of [group, ...group.members, ...group.interactions, ...group.becoming]) walk(rest2);
      return [...found].map((what) => say("personal-kept", { what: say(what) })).join(" ");
    }
    return {
      /** Tells what is wrong with what is there. */
      look: () => {
        texts(false);
        interactions(false);
      },
      /**
       * Tells all that stands in the way of a file.
       * @param {Group} group
       * @returns {{ fields: HTMLElement[], unseen: string }}
       */
      everything: (group) => {
        const [text2, between] = [texts(true), interactions(true)];
        const fields = [...text2, ...pseudonyms(), ...between];
        const order = fields.sort(
          (one, other) => one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1
        );
        return { fields: order, unseen: unseen(group) };
      }
    };
  }

  // build_tools/scripts/composer/members.js
  function openMembers({ desk, course, say }, form, entries) {
    let number = 0;
    const ids = () => form.entries("members").map((each) => each.dataset.id ?? "");
    function free() {
      const letters = Array.from("abcdefghijklmnopqrstuvwxyz", (each) => `nodo-${each}`);
      const taken = new Set(ids());
      const numbered = Array.from({ length: taken.size + 1 }, (_, index) => `nodo-${index + 1}`);
      return [...letters, ...numbered].find((each) => !taken.has(each)) ?? "";
    }
    function add(found) {
      const id2 = found?.id ?? free();
      const entry2 = entries.add("members", found?.rest);
      entry2.dataset.id = id2;
      const input = part(entry2, "[data-field=id]", HTMLInputElement);
      const trouble = part(entry2, ".field-trouble", HTMLElement);
      number += 1;
      trouble.id = `composer-member-${number}-trouble`;
      input.setAttribute("aria-describedby", trouble.id);
      input.value = id2;
      if (found) {
        form.select(entry2, "figure").value = found.figure;
        for (
          const name of
          /** @type {const} */
          ["offers", "seeks"]
        ) {
          for (const box of form.boxes(entry2, name)) box.checked = found[name].includes(box.value);
        }
      }
      input.addEventListener("change", () => rename(entry2, input, trouble));
      entry2.addEventListener("change", () => tellChosen(entry2));
      tellChosen(entry2);
      entries.name("members");
      for (const select of desk.querySelectorAll("select[data-members]")) select.append(new Option(id2, id2));
      return entry2;
    }
    function rename(entry2, input, trouble) {
      const kept2 = entry2.dataset.id ?? "";
      const id2 = input.value.trim().toLowerCase();
      const isFormed = /^nodo-[a-z0-9]+$/.test(id2) && id2.length <= 64;
      const isTaken = id2 !== kept2 && ids().includes(id2);
      input.setAttribute("aria-invalid", String(!isFormed || isTaken));
      trouble.textContent = "";
      if (!isFormed) trouble.textContent = say("wrong-pseudonym", { free: free(), kept: kept2 });
      else if (isTaken) trouble.textContent = say("pseudonym-taken", { kept: kept2 });
      if (!isFormed || isTaken) return;
      input.value = id2;
      entry2.dataset.id = id2;
      for (const option of desk.querySelectorAll("select[data-members] option")) {
        if (option instanceof HTMLOptionElement && option.value === kept2) [option.value, option.text] = [id2, id2];
      }
      entries.name("members");
    }
    function tellChosen(entry2) {
      for (const name of ["offers", "seeks"]) {
        const titles = form.boxes(entry2, name).filter((each) => each.checked).map((each) => competencyOf(course, each.value)?.title);
        part(entry2, `[data-list=${name}] .chosen`, HTMLElement).textContent = titles.join("; ") || say("nothing-chosen");
      }
    }
    return { add };
  }

  // build_tools/scripts/composer/lifting.js
  var isReached = (step, levels) => step.lifts.every((lift) => lift.to <= levels[lift.competency]);
  var openRequirements = ({ steps, standing: standing2 }, position) => [...new Set(steps[position].requires)].filter((each) => !isReached(steps[each], standing2));
  function relevant(lifting) {
    const { steps, standing: standing2, goals } = lifting;
    const needed = new Map([...goals].filter(([goal, level]) => level > standing2[goal]));
    const kept2 = closedBackwards(lifting, needed);
    const order = [...kept2].sort((one, other) => one - other);
    const pruned = order.map((position) => ({
      minutes: steps[position].minutes,
      lifts: neededLifts(lifting, position, needed),
      requires: openRequirements(lifting, position).map((each) => order.indexOf(each))
    }));
    return { lifting: { steps: pruned, standing: standing2, goals }, order };
  }
  var neededLifts = ({ steps, standing: standing2 }, position, needed) => steps[position].lifts.filter(
    (lift) => standing2[lift.competency] < lift.to && lift.start < Math.min(lift.to, needed.get(lift.competency) ?? 0)
  );
  function closedBackwards(lifting, needed) {
    const kept2 = /* @__PURE__ */ new Set();
    for (let grew = true; grew; ) {
      grew = false;
      for (const position of lifting.steps.keys()) {
        if (kept2.has(position) || !neededLifts(lifting, position, needed).length) continue;
        grew = true;
        const waiting = [position];
        for (let each = waiting.pop(); each !== void 0; each = waiting.pop()) {
          if (kept2.has(each)) continue;
          kept2.add(each);
          for (const required of openRequirements(lifting, each)) {
            waiting.push(required);
            for (const { competency, to } of lifting.steps[required].lifts) {
              if (to > Math.max(needed.get(competency) ?? 0, lifting.standing[competency])) needed.set(competency, to);
            }
          }
        }
      }
    }
    return kept2;
  }
  function farthest({ steps, standing: standing2 }) {
    const levels = [...standing2];
    const taken = /* @__PURE__ */ new Set();
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

  // build_tools/scripts/composer/matching.js
  function givers(group) {
    const found = /* @__PURE__ */ new Map();
    const seeks = group.members.flatMap((member2) => member2.seeks.map((competency) => `${member2.id} ${competency}`));
    for (const seek of [...new Set(seeks)].sort()) {
      const [receiver, competency] = seek.split(" ");
      const able = group.members.filter((each) => each.id !== receiver && each.offers.includes(competency));
      if (able.length) found.set(seek, [...new Set(able.map((each) => each.id))].sort());
    }
    return found;
  }
  function matches(group) {
    const able = givers(group);
    const sharing = share(able);
    const wishes = [...able].flatMap(([seek, ids]) => ids.map((giver) => `${giver} ${seek}`)).sort();
    for (const wish of wishes) {
      const [giver, receiver, competency] = wish.split(" ");
      sharing.prefer(`${receiver} ${competency}`, giver);
    }
    const list2 = [...sharing.giver].map(([seek, giver]) => `${giver} ${seek}`).sort();
    return list2.map((each) => {
      const [from, to, competency] = each.split(" ");
      return { from, to, competency };
    });
  }
  function share(able) {
    const giver = /* @__PURE__ */ new Map();
    const load = new Map([...new Set([...able.values()].flat())].sort().map((each) => [each, 0]));
    const settled = /* @__PURE__ */ new Set();
    const loadOf = (of) => load.get(of) ?? 0;
    function ways(starts, following, isBack) {
      const held = new Map([...load.keys()].map((each) => [each, []]));
      for (const [seek, serving] of giver) {
        if (settled.has(seek)) continue;
        for (const each of isBack ? able.get(seek) ?? [] : [serving]) held.get(each)?.push(seek);
      }
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
    const onwards = (starts) => ways(starts, (seek, from) => (able.get(seek) ?? []).filter((each) => each !== from), false);
    const backwards = (end) => ways([end], (seek) => [giver.get(seek) ?? ""], true);
    function shift(found, end) {
      let at2 = end;
      for (let step = found.get(at2); step; step = found.get(at2)) {
        giver.set(step.seek, at2);
        at2 = step.before;
      }
      return at2;
    }
    function shiftBack(found, start) {
      let at2 = start;
      for (let step = found.get(at2); step; step = found.get(at2)) {
        giver.set(step.seek, step.before);
        at2 = step.before;
      }
    }
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
      }
    };
  }

  // build_tools/scripts/composer/network.js
  function components(ids, pairs) {
    const part2 = new Map(ids.map((each) => [each, /* @__PURE__ */ new Set([each])]));
    for (const [one, other] of pairs) {
      const [left, right] = [part2.get(one) ?? /* @__PURE__ */ new Set([one]), part2.get(other) ?? /* @__PURE__ */ new Set([other])];
      if (left === right) continue;
      const joined = /* @__PURE__ */ new Set([...left, ...right]);
      for (const each of joined) part2.set(each, joined);
    }
    const lists = [...new Set(part2.values())].map((each) => [...each].sort().join(" "));
    return lists.sort().map((each) => each.split(" "));
  }
  var gives = (giver, receiver) => giver.offers.some((each) => receiver.seeks.includes(each));
  function network(group) {
    const ids = [...new Set(group.members.map((each) => each.id))].sort();
    const ties = group.interactions.filter(({ between: [one, other] }) => one !== other).map((each) => [...each.between].sort().join(" "));
    const pairs = [...new Set(ties)].sort().map((each) => each.split(" "));
    const parts = components(ids, pairs);
    const single = pairs.filter((pair) => ties.filter((each) => each === pair.join(" ")).length === 1);
    const bridges = single.filter(
      (pair) => components(
        ids,
        pairs.filter((each) => each !== pair)
      ).length > parts.length
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

  // build_tools/scripts/composer/orders.js
  var bit = (module) => 1n << BigInt(module);
  var isOpen = ({ steps }, module, taken, levels) => !(taken & bit(module)) && steps[module].requires.every((each) => taken & bit(each) || isReached(steps[each], levels));
  function after(step, levels) {
    const raised = [...levels];
    for (const { competency, start, to } of step.lifts) {
      if (start <= levels[competency] && raised[competency] < to) raised[competency] = to;
    }
    return raised;
  }
  var loses = (step, levels) => step.lifts.some((lift) => lift.start > levels[lift.competency]);
  function first(lifting, modules, targets) {
    const { steps } = lifting;
    const failed = /* @__PURE__ */ new Set();
    const isThere = (levels2) => [...targets].every(([competency, level]) => levels2[competency] >= level);
    const open = (taken2, levels2) => modules.filter((each) => isOpen(lifting, each, taken2, levels2));
    function leadsThere(taken2, levels2) {
      if (isThere(levels2)) return true;
      const key = `${taken2} ${levels2}`;
      if (failed.has(key)) return false;
      const next = open(taken2, levels2);
      const harmless = next.find((each) => !loses(steps[each], levels2));
      const tried = harmless === void 0 ? next : [harmless];
      if (tried.some((each) => leadsThere(taken2 | bit(each), after(steps[each], levels2)))) return true;
      failed.add(key);
      return false;
    }
    const order = [];
    let taken = 0n;
    let levels = lifting.standing;
    for (; ; ) {
      const [now, at2] = [taken, levels];
      const next = open(now, at2).find(
        (each) => !loses(steps[each], at2) || leadsThere(now | bit(each), after(steps[each], at2))
      );
      if (next === void 0) return order;
      order.push(next);
      taken |= bit(next);
      levels = after(steps[next], levels);
    }
  }

  // build_tools/scripts/composer/search.js
  var LIMIT = 2e4;
  function costsOf(steps) {
    const count = BigInt(steps.length);
    const minute = 1n << count + BigInt(steps.length.toString(2).length);
    const costs = steps.map(
      (step, position) => BigInt(step.minutes) * minute + (1n << count) - (1n << count - 1n - BigInt(position))
    );
    return { minute, costs };
  }
  function leftToDo({ steps, standing: standing2 }, targets) {
    const lifted = steps.map(
      ({ lifts }) => new Set(lifts.map((each) => each.competency).filter((each) => targets.has(each))).size
    );
    const tables = [...targets].map(([competency, target]) => {
      const [alone, shared] = [new Array(target + 1).fill(0), new Array(target + 1).fill(0)];
      for (let level = target - 1; level >= standing2[competency]; level -= 1) {
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
    return (levels) => {
      let [most, sum] = [0, 0];
      for (const { competency, target, alone, shared } of tables) {
        const level = Math.min(levels[competency], target);
        most = Math.max(most, alone[level]);
        sum += shared[level];
      }
      return Math.ceil(Math.max(most, sum) - 1e-6);
    };
  }
  function push(heap, reached) {
    let at2 = heap.push(reached) - 1;
    for (let above = at2 - 1 >> 1; at2 > 0 && isBefore(heap[at2], heap[above]); above = at2 - 1 >> 1) {
      [heap[at2], heap[above]] = [heap[above], heap[at2]];
      at2 = above;
    }
  }
  function pop(heap) {
    const first2 = heap[0];
    const last = heap.pop();
    if (!heap.length || !last) return first2;
    heap[0] = last;
    for (let at2 = 0; ; ) {
      const below = [2 * at2 + 1, 2 * at2 + 2].filter((each) => each < heap.length);
      const next = below.reduce((best2, each) => isBefore(heap[each], heap[best2]) ? each : best2, at2);
      if (next === at2) return first2;
      [heap[at2], heap[next]] = [heap[next], heap[at2]];
      at2 = next;
    }
  }
  var isBefore = (one, other) => one.least < other.least || one.least === other.least && one.cost > other.cost;
  function shortfall(goals, levels) {
    const short = [...goals].map(([each, goal]) => goal - levels[each]).filter((each) => each > 0);
    return [short.length, short.reduce((sum, each) => sum + each, 0)];
  }
  function isOfUse({ steps }, taken, levels, module) {
    if (after(steps[module], levels).some((level, each) => level > levels[each])) return true;
    const isWanted = steps.some((step, each) => step.requires.includes(module) && !(taken & bit(each)));
    return isWanted && !isReached(steps[module], levels);
  }
  function best(lifting, limit) {
    const { steps, standing: standing2, goals } = lifting;
    const { minute, costs } = costsOf(steps);
    const ends = farthest(lifting);
    const targets = new Map([...goals].map(([each, goal]) => [each, Math.min(goal, ends[each])]));
    for (const [each, target] of targets) if (target <= standing2[each]) targets.delete(each);
    const estimate = leftToDo(lifting, targets);
    const waiting = [{ least: 0n, cost: 0n, taken: 0n, levels: standing2 }];
    const seen = /* @__PURE__ */ new Set([`0 ${standing2}`]);
    let found = null;
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
        if (seen.has(key)) continue;
        if (seen.add(key).size > limit) return null;
        const cost = here.cost + costs[module];
        push(waiting, { least: cost + BigInt(estimate(levels)) * minute, cost, taken, levels });
      }
    }
    return found;
  }
  function isLess(one, other) {
    const at2 = one.findIndex((each, index) => each !== other[index]);
    return at2 >= 0 && one[at2] < other[at2];
  }
  function search(whole, limit = LIMIT) {
    const { lifting, order } = relevant(whole);
    const found = best(lifting, limit);
    if (!found) return null;
    const modules = [...lifting.steps.keys()].filter((each) => found.taken & bit(each));
    const targets = new Map([...lifting.goals].map(([each, goal]) => [each, Math.min(goal, found.levels[each])]));
    return { modules: first(lifting, modules, targets).map((each) => order[each]), reached: found.levels };
  }

  // build_tools/scripts/composer/portrait.js
  var LIMIT_OF_FIGURES = 4e3;
  var MOST_KEPT = 100;
  var paths = /* @__PURE__ */ new WeakMap();
  function path(course, standing2, goals, limit) {
    const known = paths.get(course) ?? /* @__PURE__ */ new Map();
    const key = JSON.stringify([standing2, [...goals], limit]);
    const made = known.get(key) ?? searched(course, standing2, goals, limit);
    known.delete(key);
    paths.set(course, known.set(key, made));
    if (known.size > MOST_KEPT) known.delete(known.keys().next().value ?? "");
    return made;
  }
  function searched(course, standing2, goals, limit) {
    const found = search({ steps: course.modules, standing: standing2, goals }, limit);
    if (!found) return { modules: [], minutes: 0, complete: false, isTooLarge: true, reached: standing2 };
    const taken = found.modules.map((each) => course.modules[each]);
    return {
      modules: taken.map((each) => each.id),
      minutes: taken.reduce((sum, each) => sum + each.minutes, 0),
      complete: [...goals].every(([each, goal]) => found.reached[each] >= goal),
      isTooLarge: false,
      reached: found.reached
    };
  }
  function becoming(course, standing2, { id: id2, aims }) {
    const missing = new Map([...aims].filter(([each, to]) => to > standing2[each]));
    const bare = { figure: id2, modules: (
      /** @type {string[]} */
      []
    ), minutes: 0 };
    if (!missing.size) return { ...bare, state: "reached", why: { say: "figure-reached" } };
    const why = obstacle(course, standing2, missing);
    if (why) return { ...bare, state: "out-of-reach", why };
    const found = path(course, standing2, aims, LIMIT_OF_FIGURES);
    if (found.isTooLarge) return { ...bare, state: "too-large", why: { say: "figure-too-large" } };
    if (!found.complete) {
      const short = [...aims].filter(([each, to]) => found.reached[each] < to).map(([each]) => course.competencies[each].title);
      return { ...bare, state: "out-of-reach", why: { say: "not-together", values: { competencies: short.join(", ") } } };
    }
    const { modules, minutes } = found;
    return {
      figure: id2,
      modules,
      minutes,
      state: "reachable",
      why: { say: "figure-reachable", values: { modules: modules.length, minutes } }
    };
  }
  function obstacle(course, standing2, missing) {
    const ends = farthest({ steps: course.modules, standing: standing2, goals: missing });
    for (const [number, to] of missing) {
      const level = ends[number];
      if (level >= to) continue;
      const { title, scale } = course.competencies[number];
      const values = { competency: title, to: scale[to].title };
      const teaching = course.modules.filter(
        ({ lifts }) => lifts.some((lift) => lift.competency === number && lift.to > level)
      );
      if (!teaching.length) return { say: "not-taught-so-far", values };
      const modules = teaching.map((each) => each.title).join(", ");
      return { say: "not-entered", values: { ...values, reached: scale[level].title, modules } };
    }
    return null;
  }
  function portrait(course, group) {
    const standing2 = standing(course, group);
    return {
      coverage: coverage(course, group),
      matches: matches(group),
      network: network(group),
      figures: course.figures.map((each) => becoming(course, standing2, each)),
      path: path(course, standing2, aspirations(course, group))
    };
  }

  // build_tools/scripts/composer/desk.js
  var PAUSE_TO_COMPUTE = 200;
  var PAUSE_TO_SPEAK = 1500;
  function openDesk(page2, form) {
    const { desk, course, say, sayCount } = page2;
    const entries = openEntries(page2, form);
    const members = openMembers(page2, form, entries);
    const findings = openFindings(page2, form);
    const figures = openFigures(page2);
    const trouble = part(desk, ".desk-trouble", HTMLElement);
    const summary = part(desk, ".composer-summary", HTMLElement);
    const notReady = part(desk, ".form-trouble", HTMLElement);
    const file = part(desk, "[data-file=open]", HTMLInputElement);
    const erase = part(desk, "[data-do=erase]", HTMLButtonElement);
    const open = part(desk, "[data-do=open]", HTMLButtonElement);
    const ADD = { members: members.add, becoming: entries.addAspiration, interactions: entries.addInteraction };
    let toCompute = 0;
    let toSpeak = 0;
    let isOwnId = false;
    let [empty, kept2, damaged] = ["", "", ""];
    const draft = openDraft(course, (text2) => {
      if (text2 !== kept2) entries.tell(say("another-tab"));
    });
    const warn = (now) => {
      const text2 = [damaged, now].filter(Boolean).join(" ");
      if (trouble.textContent !== text2) trouble.textContent = text2;
    };
    function tellStanding() {
      for (const map of desk.querySelectorAll(".composer-standing")) {
        const said = form.standings().filter((each) => map.contains(each) && each.value).length;
        part(map, ".chosen", HTMLElement).textContent = said ? sayCount("said", said) : say("nothing-chosen");
      }
    }
    function compute() {
      clearTimeout(toCompute);
      const group = form.read();
      const found2 = portrait(course, group);
      figures.show(found2, group);
      tellStanding();
      findings.look();
      keep(group);
      clearTimeout(toSpeak);
      toSpeak = window.setTimeout(() => {
        const told = figures.summary(found2, group);
        if (summary.textContent !== told) summary.textContent = told;
      }, PAUSE_TO_SPEAK);
    }
    function keep(group) {
      const text2 = write(group);
      if (text2 === kept2) return;
      const isKept = draft.write(group);
      if (isKept) kept2 = text2;
      warn(isKept ? "" : say("not-kept"));
    }
    function put(group, keepsId) {
      for (
        const kind of
        /** @type {const} */
        ["members", "becoming", "interactions"]
      )
        part(desk, `[data-entries=${kind}]`, HTMLElement).replaceChildren();
      form.fill(group);
      group.members.forEach(members.add);
      group.becoming.forEach(entries.addAspiration);
      group.interactions.forEach(entries.addInteraction);
      isOwnId = keepsId;
      notReady.textContent = "";
      for (const each of desk.querySelectorAll("[aria-invalid]")) each.removeAttribute("aria-invalid");
      for (const each of desk.querySelectorAll(".field-trouble")) each.textContent = "";
    }
    function begin() {
      put(emptyGroup(), false);
      members.add();
      members.add();
      empty = kept2 = write(form.read());
      compute();
    }
    for (
      const [kind, add] of
      /** @type {[keyof typeof ADD, () => HTMLElement][]} */
      Object.entries(ADD)
    ) {
      part(desk, `[data-add=${kind}]`, HTMLButtonElement).addEventListener("click", () => {
        if (!entries.hasRoom(kind)) return;
        const legend = part(add(), "legend", HTMLElement);
        entries.tell(say("added", { name: entries.named(legend) }), kind);
        legend.focus();
        compute();
      });
    }
    desk.addEventListener("input", (event) => {
      const id2 = form.text("id");
      if (event.target === id2) isOwnId = id2.value !== "";
      if (event.target === form.text("title") && !isOwnId) id2.value = idOf(form.typed("title"));
      clearTimeout(toCompute);
      toCompute = window.setTimeout(compute, PAUSE_TO_COMPUTE);
    });
    desk.addEventListener("change", compute);
    window.addEventListener("pagehide", compute);
    part(desk, "[data-do=download]", HTMLButtonElement).addEventListener("click", () => {
      const group = form.read();
      const { fields, unseen } = findings.everything(group);
      notReady.textContent = [fields.length ? sayCount("not-ready", fields.length) : "", unseen].filter(Boolean).join(" ");
      if (fields.length) return fields[0].focus();
      return unseen ? void 0 : download(group);
    });
    function download(group) {
      const name = `${group.id}.yaml`;
      save(name, "application/yaml", write(group));
      entries.tell(say("downloaded", { file: name }), "file");
    }
    open.addEventListener("click", () => file.click());
    file.addEventListener("change", async () => {
      const [picked] = file.files ?? [];
      if (!picked) return;
      const { group, refusal } = await readingFor(course).readFile(picked);
      file.value = "";
      if (!group) return entries.tell(say("refused", { why: refusal ? say(refusal.say, refusal.values) : "" }));
      const show = () => {
        put(group, true);
        compute();
        entries.tell(say("opened", { title: group.title }));
        form.text("title").focus();
      };
      const isEmpty = write(form.read()) === empty;
      if (isEmpty) return show();
      return ask(open, { question: say("open-over"), yes: say("open-yes"), no: say("open-no") }, show);
    });
    erase.addEventListener("click", () => {
      ask(erase, { question: say("erase-draft"), yes: say("erase-yes"), no: say("erase-no") }, () => {
        const isGone = draft.erase();
        begin();
        damaged = "";
        warn("");
        entries.tell(say(isGone ? "erased" : "not-erased"));
        form.text("title").focus();
      });
    });
    begin();
    const found = draft.read();
    if (found.group) {
      put(found.group, !["", idOf(found.group.title)].includes(found.group.id));
      kept2 = write(form.read());
      compute();
      entries.tell(say("draft-found"));
    }
    if (found.trouble) damaged = say(found.trouble.say, found.trouble.values);
    warn("");
  }

  // build_tools/scripts/forms/words.js
  var language = document.documentElement.lang || "en";
  function speaking(words) {
    const plurals = new Intl.PluralRules(language);
    const say = (name, values = {}) => (words.get(name) ?? name).replace(
      /\{(\w+)\}/g,
      (braces, key) => Object.hasOwn(values, key) ? String(values[key]) : braces
    );
    const sayCount = (name, count, values = {}) => say(`${name}-${plurals.select(count) === "one" ? "one" : "other"}`, { ...values, count });
    return { say, sayCount };
  }

  // build_tools/scripts/composer/page.js
  function findPage() {
    const desk = document.querySelector(".group-composer");
    const data = document.querySelector("script.composer-course");
    if (!(desk instanceof HTMLElement) || !data) return null;
    const words = /* @__PURE__ */ new Map();
    const template = desk.querySelector("template.composer-words");
    for (const each of template instanceof HTMLTemplateElement ? template.content.querySelectorAll("p") : []) {
      words.set(each.dataset.say ?? "", each.textContent ?? "");
    }
    return { desk, course: readCourse(JSON.parse(data.textContent ?? "")), ...speaking(words) };
  }

  // build_tools/scripts/composer/main.js
  var page = findPage();
  if (page) {
    const form = openForm(page.desk);
    openDesk(page, form);
    const coursewrightComposer = {
      form,
      portrait,
      privacy: privacy_exports,
      readCourse,
      reading: readingFor(page.course),
      search,
      writing: writing_exports
    };
    Object.assign(globalThis, { coursewrightComposer });
  }
})();
