// The exported files of a group read together. Of each content the latest reading counts; nothing is shown under five
// people, no practice under five answers, and no file's name beside an answer.

import { element, heading, part } from "../forms/elements.js";
import { distribution } from "./picture.js";
import { byDay, parseFile, sign } from "./readings.js";

/** @import { Page } from "./page.js" */
/** @import { Reading } from "./readings.js" */

/** Answers under which nothing is shown, people and answers to a practice alike. */
const LEAST = 5;

/**
 * Where files of a group are read together.
 * @param {Page} page
 * @param {HTMLElement} group
 */
export function openGroup(page, group) {
  const input = part(group, "#group-files", HTMLInputElement);
  const yaml = part(group, "#group-yaml", HTMLTextAreaElement);
  const result = part(group, ".group-result", HTMLElement);
  const copied = part(group, ".copy-status", HTMLElement);
  let asked = 0;

  /**
   * The latest reading of each different content, with sentences about what does not count.
   * @param {Iterable<File>} files @returns {Promise<{ latest: Reading[], notes: string[] }>}
   */
  async function collect(files) {
    const contents = new Set();
    /** @type {Reading[]} */
    const latest = [];
    const notes = [];
    let twice = 0;
    let empty = 0;
    for (const file of files) {
      const found = await parseFile(file, page);
      if (found.refusal) {
        const why = page.say(found.refusal.say, found.refusal.values);
        notes.push(page.say("group-refused", { file: file.name, why }));
        continue;
      }
      const last = byDay(found.readings).at(-1);
      const content = JSON.stringify(found.readings.map(sign).sort());
      if (!last) empty += 1;
      else if (contents.has(content)) twice += 1;
      else latest.push(last);
      contents.add(content);
    }
    if (twice) notes.push(page.sayCount("twice", twice));
    if (empty) notes.push(page.sayCount("empty", empty));
    return { latest, notes };
  }

  /**
   * How many chose each gradation of a practice, in the map's order, without those that nobody chose.
   * @param {Reading[]} latest
   * @param {string} practice
   */
  function countsOf(latest, practice) {
    const answers = latest.flatMap((each) =>
      each.practices.filter(([id]) => id === practice).map(([, gradation]) => gradation),
    );
    /** @type {[string, number][]} */
    const counts = [...page.gradations.keys()].map((each) => [
      each,
      answers.filter((answer) => answer === each).length,
    ]);
    return new Map(counts.filter(([, count]) => count > 0));
  }

  /** @param {Map<string, number>} counts */
  const total = (counts) => [...counts.values()].reduce((sum, count) => sum + count, 0);

  /** @param {Map<string, number>} counts */
  const inWords = (counts) =>
    [...counts].map(([gradation, count]) => `${page.title(page.gradations, gradation)} ${count}`).join(", ");

  /** @param {string} on @param {Map<string, Map<string, number>>} counted */
  function asYaml(on, counted) {
    const lines = [...counted].map(([practice, counts]) => {
      const pairs = [...counts].map(([gradation, count]) => `${gradation}: ${count}`);
      return `      ${practice}: {${pairs.join(", ")}}\n`;
    });
    return `readings:\n  - on: ${on}\n    thermometer: ${page.thermometer}\n    counts:\n${lines.join("")}`;
  }

  /** @param {Map<string, Map<string, number>>} counted @param {number} people */
  function asPicture(counted, people) {
    const list = element("ul", "practice-lines");
    for (const [practice, counts] of counted) {
      const title = page.title(page.practices, practice);
      const words = inWords(counts);
      const told = element("p", "", element("strong", "", title), " ", element("span", "summary", words));
      list.append(element("li", "", told, distribution(page, title, words, counts, people)));
    }
    return list;
  }

  /** @param {Map<string, Map<string, number>>} counted */
  function asTable(counted) {
    const titles = [page.say("practice"), ...page.gradations.values()].map((each) => heading(each, "col"));
    const rows = [...counted].map(([practice, counts]) => {
      const cells = [...page.gradations.keys()].map((each) => element("td", "", String(counts.get(each) ?? 0)));
      return element("tr", "", heading(page.title(page.practices, practice), "row"), ...cells);
    });
    return element("table", "", element("thead", "", element("tr", "", ...titles)), element("tbody", "", ...rows));
  }

  /** @param {Reading[]} latest */
  function show(latest) {
    const practices = [...page.practices.keys()];
    const all = new Map(practices.map((practice) => [practice, countsOf(latest, practice)]));
    const counted = new Map([...all].filter(([, counts]) => total(counts) >= LEAST));
    const few = [...all].filter(([, counts]) => total(counts) > 0 && total(counts) < LEAST);
    const left = few.map(([practice]) => page.title(page.practices, practice));
    const on =
      latest
        .map((each) => each.on)
        .sort()
        .at(-1) ?? "";
    part(group, ".group-picture", HTMLElement).replaceChildren(asPicture(counted, latest.length));
    part(group, ".group-table", HTMLElement).replaceChildren(asTable(counted));
    part(group, ".group-left-out", HTMLElement).textContent = left.length
      ? page.sayCount("left-out", left.length, { practices: left.join(", ") })
      : "";
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
    if (mine !== asked) return; // other files have been chosen meanwhile
    const isEnough = latest.length >= LEAST;
    const told = isEnough
      ? page.say("counted", { count: latest.length })
      : page.sayCount("too-few", LEAST - latest.length);
    const shown = isEnough && show(latest);
    result.hidden = !shown;
    const hasGone = latest.some((each) =>
      each.practices.some(([practice, gradation]) => !page.practices.has(practice) || !page.gradations.has(gradation)),
    );
    if (isEnough && hasGone) notes.push(page.say("group-gone"));
    const sentences = [told, ...(isEnough && !shown ? [page.say("nothing-common")] : []), ...notes];
    part(group, ".group-status", HTMLElement).replaceChildren(...sentences.map((each) => element("p", "", each)));
  });

  part(group, "[data-do=copy]", HTMLButtonElement).addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(yaml.value);
      copied.textContent = page.say("copied");
    } catch {
      // A page opened from disk has no clipboard, and a browser may refuse it: the reader copies by hand.
      yaml.focus();
      yaml.select();
      copied.textContent = page.say("selected");
    }
  });
}
