// Made by `make scripts` of the modules named below, in build_tools/scripts: change those.
"use strict";
(() => {
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
  function heading(text, scope) {
    const made = element("th", "", text);
    made.setAttribute("scope", scope);
    return made;
  }

  // build_tools/scripts/forms/question.js
  function button(text, act) {
    const made = document.createElement("button");
    made.type = "button";
    made.textContent = text;
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
  function save(name, type, text) {
    const address = URL.createObjectURL(new Blob([text], { type }));
    const link = document.createElement("a");
    [link.href, link.download] = [address, name];
    link.click();
    setTimeout(() => URL.revokeObjectURL(address), 6e4);
  }

  // build_tools/scripts/thermometer/picture.js
  var SVG = "http://www.w3.org/2000/svg";
  var LINE = 24;
  var HEIGHT = 54;
  var TALL = 66;
  var drawn = 0;
  function put(parent, name, attributes, text) {
    const element2 = document.createElementNS(SVG, name);
    for (const [key, value] of Object.entries(attributes)) element2.setAttribute(key, String(value));
    if (text !== void 0) element2.textContent = text;
    parent.append(element2);
    return element2;
  }
  function bareThread(page2, title, words) {
    drawn += 1;
    const svg = document.createElementNS(SVG, "svg");
    const named = { class: "picture practice-picture", width: "100%", height: HEIGHT, role: "img" };
    for (const [key, value] of Object.entries(named)) svg.setAttribute(key, String(value));
    svg.setAttribute("aria-labelledby", `thermometer-picture-${drawn} thermometer-picture-${drawn}-words`);
    put(svg, "title", { id: `thermometer-picture-${drawn}` }, title);
    put(svg, "desc", { id: `thermometer-picture-${drawn}-words` }, words);
    put(svg, "line", { class: "thread-line", x1: 0, y1: LINE, x2: "100%", y2: LINE });
    for (const gradation of page2.gradations.keys()) {
      const x = place(page2, gradation);
      put(svg, "line", { class: "notch", x1: x, y1: LINE - 7, x2: x, y2: LINE + 7 });
    }
    return svg;
  }
  var place = (page2, gradation) => `${(([...page2.gradations.keys()].indexOf(gradation) + 0.5) * 100 / page2.gradations.size).toFixed(2)}%`;
  function thread(page2, title, words, before, now) {
    const svg = bareThread(page2, title, words);
    const [start, end] = [before, now].map(
      (each) => each !== void 0 && page2.gradations.has(each) ? each : void 0
    );
    if (start !== void 0 && end !== void 0 && start !== end) {
      put(svg, "line", { class: "stretch", x1: place(page2, start), y1: LINE, x2: place(page2, end), y2: LINE });
    }
    if (start !== void 0)
      put(svg, "circle", { class: "knot before", cx: place(page2, start), cy: LINE, r: start === end ? 12 : 8 });
    if (end !== void 0) put(svg, "circle", { class: "knot now", cx: place(page2, end), cy: LINE, r: 7 });
    for (const each of /* @__PURE__ */ new Set([start, end])) {
      if (each === void 0) continue;
      put(svg, "text", { x: place(page2, each), y: HEIGHT - 3, "text-anchor": "middle" }, page2.gradations.get(each));
    }
    return svg;
  }
  function distribution(page2, title, words, counts, people) {
    const svg = bareThread(page2, title, words);
    svg.setAttribute("height", String(TALL));
    for (const [gradation, count] of counts) {
      const x = place(page2, gradation);
      put(svg, "circle", { class: "knot count", cx: x, cy: LINE, r: Math.round(9 + 13 * Math.sqrt(count / people)) });
      put(svg, "text", { class: "count", x, y: LINE + 5, "text-anchor": "middle" }, String(count));
      put(svg, "text", { x, y: TALL - 3, "text-anchor": "middle" }, page2.gradations.get(gradation));
    }
    return svg;
  }

  // build_tools/scripts/thermometer/comparison.js
  function changeInWords(page2, before, now) {
    const values = { from: page2.title(page2.gradations, before), to: page2.title(page2.gradations, now) };
    if (before === now) return page2.say("same", values);
    const scale = [...page2.gradations.keys()];
    if (!scale.includes(before) || !scale.includes(now)) return page2.say("changed", values);
    const steps = scale.indexOf(now) - scale.indexOf(before);
    return page2.sayCount(steps > 0 ? "forward" : "back", Math.abs(steps), values);
  }
  function inWords(page2, shown, found) {
    const answered = found.flatMap((each, index) => each === void 0 ? [] : [{ each, index }]);
    if (answered.length === 0) return page2.say("not-read");
    if (answered.length === 2) return changeInWords(page2, answered[0].each, answered[1].each);
    const gradation = page2.title(page2.gradations, answered[0].each);
    if (shown.length === 1) return page2.say("at", { gradation });
    return page2.say("only-on", { day: page2.day(shown[answered[0].index].on), gradation });
  }
  function lines(page2, shown) {
    const answers = shown.map((each) => new Map(each.practices));
    const known = [...page2.practices.keys()];
    const gone = [...new Set(answers.flatMap((each) => [...each.keys()]))].filter((each) => !page2.practices.has(each));
    return [...known, ...gone].map((practice) => {
      const found = answers.map((each) => each.get(practice));
      const [before, now] = [found.length > 1 ? found[0] : void 0, found.at(-1)];
      return { title: page2.title(page2.practices, practice), words: inWords(page2, shown, found), before, now };
    });
  }
  function asPicture(page2, shown) {
    const list = element("ul", "practice-lines");
    for (const { title, words, before, now } of lines(page2, shown)) {
      const told = element("p", "", element("strong", "", title), " ", element("span", "summary", words));
      list.append(element("li", before ?? now ? "" : "is-not-read", told, thread(page2, title, words, before, now)));
    }
    return list;
  }
  function asTable(page2, shown) {
    const isPair = shown.length > 1;
    const row = (first, cells) => element("tr", "", heading(first, "row"), ...cells.map((each) => element("td", "", each)));
    const days = shown.map((each) => heading(page2.day(each.on), "col"));
    const moved = isPair ? [heading(page2.say("change"), "col")] : [];
    const head = element("thead", "", element("tr", "", heading(page2.say("practice"), "col"), ...days, ...moved));
    const body = element("tbody", "");
    const beside = isPair ? [""] : [];
    body.append(
      row(page2.say("situation"), [...shown.map((each) => page2.title(page2.situations, each.situation)), ...beside])
    );
    for (const { title, words, before, now } of lines(page2, shown)) {
      const cells = (isPair ? [before, now] : [now]).map(
        (each) => each === void 0 ? page2.say("not-read") : page2.title(page2.gradations, each)
      );
      body.append(row(title, isPair ? [...cells, words] : cells));
    }
    body.append(row(page2.say("what-changed"), [...shown.map((each) => each.changed || "–"), ...beside]));
    return element("table", "", head, body);
  }

  // build_tools/scripts/thermometer/readings.js
  var FORMAT = "coursewright-readings";
  var VERSION = 1;
  var MOST_BYTES = 1e6;
  var MOST_READINGS = 1e3;
  var LONGEST = 1e4;
  var KEYS = ["format", "version", "course", "thermometer", "readings"];
  var READING_KEYS = ["on", "situation", "practices", "changed"];
  var isText = (value) => typeof value === "string";
  var isId = (value) => isText(value) && value.length <= 64 && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(value);
  var isLine = (value) => isText(value) && value.length <= LONGEST && !/\p{C}|(?! )\p{Z}/u.test(value);
  var hasOnly = (found, keys) => Object.keys(found).every((each) => keys.includes(each));
  var isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
  var isDay = (value) => {
    if (!isText(value) || !/^\d{4}-\d{2}-\d{2}$/.test(value) || value < "0001") return false;
    const instant = /* @__PURE__ */ new Date(`${value}T00:00:00Z`);
    return !Number.isNaN(instant.valueOf()) && instant.toISOString().startsWith(value);
  };
  function readingOf(found) {
    if (!isObject(found) || !hasOnly(found, READING_KEYS) || !isDay(found.on)) return null;
    if (!isId(found.situation) || !isLine(found.changed) || !isObject(found.practices)) return null;
    const practices = [];
    for (const [practice, gradation] of Object.entries(found.practices)) {
      if (!isId(practice) || !isId(gradation)) return null;
      practices.push([practice, gradation]);
    }
    return { on: found.on, situation: found.situation, practices, changed: found.changed };
  }
  function parse(text, page2) {
    let found;
    try {
      found = JSON.parse(text);
    } catch {
      return refused("not-json");
    }
    if (!isObject(found) || found.format !== FORMAT || !Number.isInteger(found.version)) return refused("not-ours");
    if (Number(found.version) > VERSION) return refused("newer");
    if (found.version !== VERSION || !Array.isArray(found.readings)) return refused("not-ours");
    if (!isText(found.course) || !isText(found.thermometer) || !hasOnly(found, KEYS)) return refused("not-ours");
    if (found.course !== page2.course) return refused("other-course", { found: brief(found.course) });
    if (found.thermometer !== page2.thermometer) return refused("other-thermometer", { found: brief(found.thermometer) });
    if (found.readings.length > MOST_READINGS) return refused("too-many-readings", { count: MOST_READINGS });
    const readings = [];
    for (const [index, each] of found.readings.entries()) {
      const reading = readingOf(each);
      if (!reading) return refused("wrong-reading", { count: index + 1 });
      readings.push(reading);
    }
    return { readings };
  }
  var refused = (say, values = {}) => ({ readings: [], refusal: { say, values } });
  var brief = (text) => text.length > 64 ? `${text.slice(0, 64)}…` : text;
  function ordered(reading, page2) {
    const order = [...page2.practices.keys()];
    const rank = ([practice]) => order.includes(practice) ? order.indexOf(practice) : order.length;
    return { ...reading, practices: [...reading.practices].sort((one, other) => rank(one) - rank(other)) };
  }
  function write(readings, page2) {
    const listed = readings.map((each) => {
      const { on, situation, practices, changed } = ordered(each, page2);
      return { on, situation, practices: Object.fromEntries(practices), changed };
    });
    const { course, thermometer } = page2;
    return `${JSON.stringify({ format: FORMAT, version: VERSION, course, thermometer, readings: listed }, null, 2)}
`;
  }
  var sign = (reading) => {
    const practices = reading.practices.map((pair) => JSON.stringify(pair)).sort();
    return JSON.stringify([reading.on, reading.situation, practices, reading.changed]);
  };
  function missing(known, more) {
    const seen = new Set(known.map(sign));
    return more.filter((each) => !seen.has(sign(each)) && seen.add(sign(each)));
  }
  var byDay = (readings) => [...readings].sort((one, other) => one.on < other.on ? -1 : Number(one.on > other.on));
  async function parseFile(file, page2) {
    if (file.size > MOST_BYTES) return refused("too-large");
    try {
      return parse(await file.text(), page2);
    } catch {
      return refused("unreadable");
    }
  }

  // build_tools/scripts/thermometer/form.js
  function today() {
    const now = /* @__PURE__ */ new Date();
    const two = (number) => String(number).padStart(2, "0");
    return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  }
  function readForm(form, page2) {
    const given = new FormData(form);
    const situation = String(given.get("situation") ?? "");
    const on = String(given.get("on") ?? "");
    const at = (selector) => form.querySelector(selector);
    if (!situation) return { missing: { say: "choose-situation" }, at: at("[name=situation]") };
    if (!isDay(on)) {
      return { missing: { say: "choose-day", values: { day: page2.day(today()) } }, at: at("[name=on]") };
    }
    const practices = [];
    for (const practice of page2.practices.keys()) {
      const gradation = String(given.get(`practice-${practice}`) ?? "");
      if (gradation) practices.push([practice, gradation]);
    }
    if (practices.length === 0) return { missing: { say: "choose-practice" }, at: at("fieldset.practice input") };
    const changed = String(given.get("changed") ?? "").replace(/[\p{C}\p{Z}]+/gu, " ").trim();
    return { reading: { on, situation, practices, changed } };
  }

  // build_tools/scripts/thermometer/sheet.js
  function printSheet(page2, reading) {
    const template = page2.desk.querySelector("template.desk-sheet");
    if (!(template instanceof HTMLTemplateElement)) return;
    for (const each of document.querySelectorAll("body > .thermometer-sheet")) each.remove();
    document.body.append(template.content.cloneNode(true));
    const sheet = document.body.lastElementChild;
    if (!(sheet instanceof HTMLElement)) return;
    if (reading) fill(sheet, reading);
    window.addEventListener("afterprint", () => sheet.remove(), { once: true });
    window.print();
    function fill(sheet2, reading2) {
      sheet2.classList.add("is-filled");
      write2(sheet2, "[data-line=on] span", page2.day(reading2.on));
      write2(sheet2, "[data-line=changed] span", reading2.changed);
      const situation = find(sheet2, "[data-situation]", "situation", reading2.situation);
      if (situation) situation.classList.add("is-chosen");
      else
        write2(sheet2, ".sheet-situations", `${page2.say("situation")}: ${page2.title(page2.situations, reading2.situation)}`);
      const gone = [];
      for (const [practice, gradation] of reading2.practices) {
        const row = find(sheet2, "[data-competency]", "competency", practice);
        const cell = row && find(row, "[data-gradation]", "gradation", gradation);
        if (cell) cell.classList.add("is-chosen");
        else gone.push(`${page2.title(page2.practices, practice)}: ${page2.title(page2.gradations, gradation)}`);
      }
      if (gone.length) write2(sheet2, ".sheet-more", `${page2.say("also-read")} ${gone.join("; ")}`);
    }
    function find(within, selector, name, id) {
      const found = [...within.querySelectorAll(selector)].find(
        (each) => each instanceof HTMLElement && each.dataset[name] === id
      );
      return found instanceof HTMLElement ? found : null;
    }
    function write2(within, selector, text) {
      within.querySelector(selector)?.replaceChildren(element("span", "", text));
    }
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
    function put2(where, text) {
      try {
        storage?.setItem(where, text);
        return storage?.getItem(where) === text;
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
      put: (text) => put2(key, text),
      /** Copies what cannot be read to a key of its own; its name, or null where it could not. @param {string} damaged */
      setAside: (damaged) => {
        for (let number = 1; ; number += 1) {
          const beside = `${key}/set-aside-${number}`;
          const there = storage?.getItem(beside) ?? null;
          if (there === damaged) return beside;
          if (there === null) return put2(beside, damaged) ? beside : null;
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

  // build_tools/scripts/thermometer/storage.js
  function openStore(page2, onChange) {
    const key = `coursewright-readings/${page2.course}/${page2.thermometer}`;
    let unsaved = [];
    let trouble = null;
    let isHeld = false;
    const keeping = keepingUnder(key);
    keeping.onChange(onChange);
    function read() {
      let text = null;
      isHeld = false;
      trouble = null;
      try {
        text = keeping.get();
      } catch {
        trouble = { say: "blocked" };
      }
      if (text === null) return [];
      const found = parse(text, page2);
      if (!found.refusal) return found.readings;
      const beside = keeping.setAside(text);
      isHeld = beside === null;
      trouble = beside === null ? { say: "damaged-held" } : { say: "damaged", values: { key: beside } };
      return [];
    }
    const keep = (list) => !isHeld && keeping.put(write(list, page2));
    return {
      /** Every reading, by day. */
      list: () => {
        const kept = read();
        return byDay([...kept, ...missing(kept, unsaved)]);
      },
      /** What is wrong with what is kept, as found by the last look. */
      trouble: () => trouble,
      /** Whether some readings are on this page alone. */
      hasUnsaved: () => unsaved.length > 0,
      /** @param {Reading[]} more @returns {{ added: number, isKept: boolean, isFull?: boolean }} */
      add: (more) => {
        const kept = read();
        const waiting = missing(kept, unsaved);
        const added = missing([...kept, ...waiting], more);
        const all2 = [...kept, ...waiting, ...added];
        if (all2.length > MOST_READINGS) return { added: 0, isKept: false, isFull: true };
        const isKept = all2.length === kept.length || keep(all2);
        unsaved = isKept ? [] : [...waiting, ...added];
        return { added: added.length, isKept };
      },
      /** Whether it is gone. @param {Reading} reading */
      erase: (reading) => {
        const kept = read();
        const left = kept.filter((each) => sign(each) !== sign(reading));
        if (left.length < kept.length && !keep(left)) return false;
        unsaved = unsaved.filter((each) => sign(each) !== sign(reading));
        return true;
      },
      /** Whether all is gone, with what was set aside. */
      eraseAll: () => {
        if (!keeping.erase()) return false;
        unsaved = [];
        return true;
      }
    };
  }

  // build_tools/scripts/thermometer/desk.js
  function openDesk(page2) {
    const { desk } = page2;
    const askToErase = (by, question, act) => ask(by, { question, yes: page2.say("erase-yes"), no: page2.say("erase-no") }, act);
    const form = part(desk, ".reading-form", HTMLFormElement);
    const kept = part(desk, ".kept", HTMLElement);
    const status = part(desk, ".desk-status", HTMLElement);
    const trouble = part(desk, ".desk-trouble", HTMLElement);
    const file = part(desk, "[data-file=import]", HTMLInputElement);
    const take = part(desk, "[data-do=take]", HTMLButtonElement);
    const choices = {
      first: part(desk, "[data-choose=first]", HTMLSelectElement),
      second: part(desk, "[data-choose=second]", HTMLSelectElement)
    };
    let chosen = {};
    const store = openStore(page2, () => {
      show();
      tell("another-tab");
    });
    const tell = (name, values) => {
      status.textContent = page2.say(name, values);
    };
    function openForm(isOpen) {
      form.hidden = !isOpen;
      take.setAttribute("aria-expanded", String(isOpen));
      const day = form.elements.namedItem("on");
      if (isOpen && day instanceof HTMLInputElement && !day.value) day.value = today();
      if (isOpen) form.querySelector("input")?.focus();
      else take.focus();
    }
    const nameOf = (reading, number) => `${number}. ${page2.day(reading.on)} · ${page2.title(page2.situations, reading.situation)}`;
    function offer(select, options, value) {
      select.replaceChildren(...options.map(([sign2, text]) => new Option(text, sign2, sign2 === value, sign2 === value)));
    }
    function show() {
      const list = store.list();
      sayTrouble();
      kept.hidden = list.length === 0;
      part(desk, "[data-do=export]", HTMLButtonElement).hidden = kept.hidden;
      part(desk, "[data-do=erase-all]", HTMLButtonElement).hidden = kept.hidden && !store.trouble();
      const named = list.map((each, index) => [sign(each), nameOf(each, index + 1)]);
      const signs = named.map(([sign2]) => sign2);
      const first = chosen.first && signs.includes(chosen.first) ? chosen.first : signs.at(-1) ?? "";
      const others = named.filter(([sign2]) => sign2 !== first);
      const before = signs[signs.indexOf(first) - 1] ?? "";
      const isKnown = chosen.second === "" || others.some(([sign2]) => sign2 === chosen.second);
      const second = isKnown && chosen.second !== void 0 ? chosen.second : before;
      offer(choices.first, named, first);
      offer(choices.second, [["", page2.say("alone")], ...others], second);
      showReadings(list.filter((each) => [first, second].includes(sign(each))));
    }
    function sayTrouble() {
      const found = store.trouble();
      const told = found ? [found] : [];
      if (store.hasUnsaved()) told.push({ say: "not-kept" });
      const text = told.map((each) => page2.say(each.say, each.values)).join(" ");
      if (trouble.textContent !== text) trouble.textContent = text;
    }
    function showReadings(shown) {
      const cards = shown.map((reading, index) => {
        const knot = index === shown.length - 1 ? "knot-sample now" : "knot-sample before";
        const day = element("p", "reading-day", element("span", knot), " ", page2.day(reading.on));
        const card = element(
          "div",
          "reading-card",
          day,
          element("p", "", page2.title(page2.situations, reading.situation))
        );
        if (reading.changed) card.append(element("p", "reading-changed", reading.changed));
        card.append(element("p", "desk-actions", ...buttons(reading)));
        return card;
      });
      const picture = shown.length ? [asPicture(page2, shown)] : [];
      part(desk, ".shown-reading", HTMLElement).replaceChildren(element("div", "reading-cards", ...cards), ...picture);
      part(desk, ".reading-table .table-scroll", HTMLElement).replaceChildren(
        ...shown.length ? [asTable(page2, shown)] : []
      );
    }
    function buttons(reading) {
      const print = button(page2.say("print-one"), () => printSheet(page2, reading));
      const erase = button(page2.say("erase"), () => {
        askToErase(erase, page2.say("erase-one", { day: page2.day(reading.on) }), () => {
          afterErasing(store.erase(reading), "erased");
        });
      });
      return [print, erase];
    }
    function afterErasing(isGone, name) {
      show();
      tell(isGone ? name : "not-erased");
      (kept.hidden ? take : part(desk, ".kept-title", HTMLElement)).focus();
    }
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const { reading, missing: missing2, at } = readForm(form, page2);
      const note = part(desk, ".form-trouble", HTMLElement);
      (at?.closest("fieldset, .field") ?? part(desk, "[type=submit]", HTMLButtonElement).parentElement)?.before(note);
      note.textContent = missing2 ? page2.say(missing2.say, missing2.values) : "";
      if (!reading) return at?.focus();
      const { added, isKept, isFull } = store.add([reading]);
      if (isFull) {
        note.textContent = page2.say("too-many", { count: MOST_READINGS });
        return void 0;
      }
      form.reset();
      openForm(false);
      chosen = { first: sign(reading) };
      show();
      status.textContent = isKept ? page2.say(added ? "kept" : "kept-already") : "";
      part(desk, ".kept-title", HTMLElement).focus();
      return void 0;
    });
    file.addEventListener("change", async () => {
      const [picked] = file.files ?? [];
      file.value = "";
      if (!picked) return;
      const found = await parseFile(picked, page2);
      const full = found.refusal ?? keepImported(found.readings);
      if (full) tell("refused", { why: page2.say(full.say, full.values) });
    });
    function keepImported(more) {
      const { added, isFull } = store.add(more);
      if (isFull) return { say: "too-many-readings", values: { count: MOST_READINGS } };
      if (added) chosen = {};
      show();
      status.textContent = added ? page2.sayCount("imported", added) : page2.say("imported-none");
      return null;
    }
    function exportReadings() {
      const list = store.list();
      const name = `${page2.thermometer}.json`;
      save(name, "application/json", write(list, page2));
      tell("exported", { file: name });
    }
    const acts = {
      take: () => openForm(Boolean(form.hidden)),
      cancel: () => openForm(false),
      export: exportReadings,
      import: () => file.click(),
      "print-empty": () => printSheet(page2),
      "erase-all": (by) => askToErase(by, page2.say("erase-every"), () => {
        afterErasing(store.eraseAll(), "erased-all");
      })
    };
    for (const by of desk.querySelectorAll("button[data-do]")) {
      if (by instanceof HTMLButtonElement) by.addEventListener("click", () => acts[by.dataset.do ?? ""]?.(by));
    }
    choices.first.addEventListener("change", () => {
      chosen = { ...chosen, first: choices.first.value };
      show();
    });
    choices.second.addEventListener("change", () => {
      chosen = { first: choices.first.value, second: choices.second.value };
      show();
    });
    show();
  }

  // build_tools/scripts/thermometer/group.js
  var LEAST = 5;
  function openGroup(page2, group) {
    const input = part(group, "#group-files", HTMLInputElement);
    const yaml = part(group, "#group-yaml", HTMLTextAreaElement);
    const result = part(group, ".group-result", HTMLElement);
    const copied = part(group, ".copy-status", HTMLElement);
    let asked = 0;
    async function collect(files) {
      const contents = /* @__PURE__ */ new Set();
      const latest = [];
      const notes = [];
      let twice = 0;
      let empty = 0;
      for (const file of files) {
        const found = await parseFile(file, page2);
        if (found.refusal) {
          const why = page2.say(found.refusal.say, found.refusal.values);
          notes.push(page2.say("group-refused", { file: file.name, why }));
          continue;
        }
        const last = byDay(found.readings).at(-1);
        const content = JSON.stringify(found.readings.map(sign).sort());
        if (!last) empty += 1;
        else if (contents.has(content)) twice += 1;
        else latest.push(last);
        contents.add(content);
      }
      if (twice) notes.push(page2.sayCount("twice", twice));
      if (empty) notes.push(page2.sayCount("empty", empty));
      return { latest, notes };
    }
    function countsOf(latest, practice) {
      const answers = latest.flatMap(
        (each) => each.practices.filter(([id]) => id === practice).map(([, gradation]) => gradation)
      );
      const counts = [...page2.gradations.keys()].map((each) => [
        each,
        answers.filter((answer) => answer === each).length
      ]);
      return new Map(counts.filter(([, count]) => count > 0));
    }
    const total = (counts) => [...counts.values()].reduce((sum, count) => sum + count, 0);
    const inWords2 = (counts) => [...counts].map(([gradation, count]) => `${page2.title(page2.gradations, gradation)} ${count}`).join(", ");
    function asYaml(on, counted) {
      const lines2 = [...counted].map(([practice, counts]) => {
        const pairs = [...counts].map(([gradation, count]) => `${gradation}: ${count}`);
        return `      ${practice}: {${pairs.join(", ")}}
`;
      });
      return `readings:
  - on: ${on}
    thermometer: ${page2.thermometer}
    counts:
${lines2.join("")}`;
    }
    function asPicture2(counted, people) {
      const list = element("ul", "practice-lines");
      for (const [practice, counts] of counted) {
        const title = page2.title(page2.practices, practice);
        const words = inWords2(counts);
        const told = element("p", "", element("strong", "", title), " ", element("span", "summary", words));
        list.append(element("li", "", told, distribution(page2, title, words, counts, people)));
      }
      return list;
    }
    function asTable2(counted) {
      const titles = [page2.say("practice"), ...page2.gradations.values()].map((each) => heading(each, "col"));
      const rows = [...counted].map(([practice, counts]) => {
        const cells = [...page2.gradations.keys()].map((each) => element("td", "", String(counts.get(each) ?? 0)));
        return element("tr", "", heading(page2.title(page2.practices, practice), "row"), ...cells);
      });
      return element("table", "", element("thead", "", element("tr", "", ...titles)), element("tbody", "", ...rows));
    }
    function show(latest) {
      const practices = [...page2.practices.keys()];
      const all2 = new Map(practices.map((practice) => [practice, countsOf(latest, practice)]));
      const counted = new Map([...all2].filter(([, counts]) => total(counts) >= LEAST));
      const few = [...all2].filter(([, counts]) => total(counts) > 0 && total(counts) < LEAST);
      const left = few.map(([practice]) => page2.title(page2.practices, practice));
      const on = latest.map((each) => each.on).sort().at(-1) ?? "";
      part(group, ".group-picture", HTMLElement).replaceChildren(asPicture2(counted, latest.length));
      part(group, ".group-table", HTMLElement).replaceChildren(asTable2(counted));
      part(group, ".group-left-out", HTMLElement).textContent = left.length ? page2.sayCount("left-out", left.length, { practices: left.join(", ") }) : "";
      yaml.value = asYaml(on, counted);
      yaml.rows = counted.size + 4;
      return counted.size > 0;
    }
    input.addEventListener("change", async () => {
      asked += 1;
      const mine = asked;
      result.hidden = true;
      copied.textContent = "";
      const { latest, notes } = await collect(input.files ?? []);
      if (mine !== asked) return;
      const isEnough = latest.length >= LEAST;
      const told = isEnough ? page2.say("counted", { count: latest.length }) : page2.sayCount("too-few", LEAST - latest.length);
      const shown = isEnough && show(latest);
      result.hidden = !shown;
      const hasGone = latest.some(
        (each) => each.practices.some(([practice, gradation]) => !page2.practices.has(practice) || !page2.gradations.has(gradation))
      );
      if (isEnough && hasGone) notes.push(page2.say("group-gone"));
      const sentences = [told, ...isEnough && !shown ? [page2.say("nothing-common")] : [], ...notes];
      part(group, ".group-status", HTMLElement).replaceChildren(...sentences.map((each) => element("p", "", each)));
    });
    part(group, "[data-do=copy]", HTMLButtonElement).addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(yaml.value);
        copied.textContent = page2.say("copied");
      } catch {
        yaml.focus();
        yaml.select();
        copied.textContent = page2.say("selected");
      }
    });
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

  // build_tools/scripts/thermometer/page.js
  function findPage() {
    const desk = document.querySelector(".thermometer-desk");
    if (!(desk instanceof HTMLElement)) return null;
    const { words, gradations } = readWords();
    const { say, sayCount } = speaking(words);
    const days = new Intl.DateTimeFormat(language, { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
    const titles = (selector, pair) => new Map(all(desk, selector, HTMLElement).map(pair));
    const text = (within, selector) => within.querySelector(selector)?.textContent ?? "";
    return {
      desk,
      course: desk.dataset.course ?? "",
      thermometer: desk.dataset.thermometer ?? "",
      situations: titles(".situations label", (each) => [each.querySelector("input")?.value ?? "", text(each, "strong")]),
      practices: titles("fieldset.practice", (each) => [each.dataset.competency ?? "", text(each, "legend")]),
      gradations,
      say,
      sayCount,
      day: (day) => days.format(/* @__PURE__ */ new Date(`${day}T00:00:00Z`)),
      title: (known, id) => known.get(id) ?? say("gone-named", { found: id })
    };
  }
  function readWords() {
    const words = /* @__PURE__ */ new Map();
    const gradations = /* @__PURE__ */ new Map();
    for (const template of all(document, "template.desk-words, template.group-words", HTMLTemplateElement)) {
      for (const each of template.content.querySelectorAll("p")) {
        const text = each.textContent ?? "";
        if (each.dataset.say) words.set(each.dataset.say, text);
        if (each.dataset.gradation) gradations.set(each.dataset.gradation, text);
      }
    }
    return { words, gradations };
  }

  // build_tools/scripts/thermometer/main.js
  var page = findPage();
  if (page) {
    openDesk(page);
    const group = document.querySelector(".thermometer-group");
    if (group instanceof HTMLElement) openGroup(page, group);
  }
})();
