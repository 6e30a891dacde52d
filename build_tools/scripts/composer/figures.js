// The figures of a group as sentences, lists and a table, each beside what it comes from.

import { element, heading, part } from "../forms/elements.js";
import { competencyOf } from "./course.js";
import { aspirations } from "./coverage.js";
/** @import { Group } from "./group.js" */
/** @import { Page } from "./page.js" */
/** @import { Portrait } from "./portrait.js" */

/**
 * Where a composer shows what it computed.
 * @param {Page} page
 */
export function openFigures({ desk, course, say }) {
  /** @param {string} text */
  const sentence = (text) => element("p", "", text);
  /** @param {number} minutes */
  function time(minutes) {
    const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
    return [hours ? `${hours} h` : "", rest || !hours ? `${rest} min` : ""].filter(Boolean).join(" ");
  }
  /** @param {string} id */
  const titleOf = (id) => competencyOf(course, id)?.title ?? id;
  /** @param {string} competency @param {string | null} gradation */
  const gradationOf = (competency, gradation) =>
    competencyOf(course, competency)?.scale.find((each) => each.id === gradation)?.title ?? "–";
  /** @param {number} number @param {number} rank */
  const rankTitle = (number, rank) => course.competencies[number].scale[rank].title;

  /**
   * Changes a part of the page only where it says something else: what is open or focused in it stays.
   * @param {string} name
   * @param {Node[]} content
   */
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

  /** @param {string} title @param {Node} content */
  const folded = (title, content) =>
    element("details", "", element("summary", "", title), element("div", "folded", content));

  /** @param {Portrait} portrait */
  function coverageTable({ coverage }) {
    const head = ["competency", "carried-by", "stands-at", "aims-at"].map((each) => heading(say(each), "col"));
    const rows = coverage.map(({ competency, standing, aspiration, carriers }) => {
      const [one, ...more] = carriers;
      const carried = more.length ? carriers.join(", ") : one ? say("one-alone", { member: one }) : say("nobody");
      const cells = [carried, gradationOf(competency, standing), gradationOf(competency, aspiration)].map((each) =>
        element("td", "", each),
      );
      return element("tr", "", heading(titleOf(competency), "row"), ...cells);
    });
    const scroll = element(
      "div",
      "table-scroll",
      element("table", "", element("thead", "", element("tr", "", ...head)), element("tbody", "", ...rows)),
    );
    scroll.tabIndex = 0;
    scroll.setAttribute("role", "group");
    scroll.setAttribute("aria-label", say("coverage-table"));
    return scroll;
  }

  /** @param {Portrait} portrait @param {Group} group */
  function showCoverage(portrait, group) {
    const { coverage } = portrait;
    const none = coverage.filter((each) => !each.carriers.length);
    const alone = coverage.filter((each) => each.carriers.length === 1);
    const isWanted = (/** @type {{ competency: string, aspiration: string | null }} */ each) =>
      each.aspiration !== null || group.members.some(({ seeks }) => seeks.includes(each.competency));
    const gaps = none.filter(isWanted).map((each) => titleOf(each.competency));
    const told = gaps.length
      ? say("gaps", { competencies: gaps.join(", ") })
      : say(coverage.some(isWanted) ? "no-gaps" : "no-wishes");
    const counted = say("coverage-counts", { none: none.length, one: alone.length });
    const sentences = [`${say("carries")} ${counted}`, told];
    const lines = [...new Set(alone.map((each) => each.carriers[0]))].sort().map((member) => {
      const titles = alone.filter((each) => each.carriers[0] === member).map((each) => titleOf(each.competency));
      return element("li", "", element("strong", "", `${member}:`), ` ${titles.join(", ")}`);
    });
    const single = lines.length ? [sentence(say("alone")), element("ul", "composer-lines", ...lines)] : [];
    show("coverage", [...sentences.map(sentence), ...single, folded(say("coverage-table"), coverageTable(portrait))]);
  }

  /** @param {Group} group */
  const soughtBy = (group) => group.members.reduce((sum, each) => sum + each.seeks.length, 0);

  /** @param {Portrait} portrait @param {Group} group */
  function showMatches({ matches }, group) {
    const lines = matches.map(({ from, to, competency }) =>
      element("li", "", element("strong", "", say("match", { giver: from, receiver: to })), ` ${titleOf(competency)}`),
    );
    const list = lines.length ? [element("ul", "composer-lines", ...lines)] : [sentence(say("matches-none"))];
    show("matches", [...list, sentence(say("matches-count", { met: matches.length, sought: soughtBy(group) }))]);
  }

  /** @param {Portrait} portrait */
  function showNetwork({ network }) {
    const { components, bridges, apart, giving, mutual } = network;
    const lines = components.map((each) => element("li", "", each.join(", ")));
    const told = [say("parts", { parts: components.length })];
    if (bridges.length) told.push(say("bridges", { bridges: bridges.map((each) => each.join("–")).join(", ") }));
    if (apart.length) told.push(say("apart", { members: apart.join(", ") }));
    told.push(giving ? say("reciprocity", { giving, mutual }) : say("no-reciprocity"));
    show("network", [...(lines.length ? [element("ul", "composer-lines", ...lines)] : []), ...told.map(sentence)]);
  }

  /** @param {Portrait} portrait */
  function showFigures({ figures }) {
    const ofState = (/** @type {string} */ state) => figures.filter((each) => each.state === state);
    const states = ["reached", "reachable", "too-large", "out-of-reach"];
    const lines = states.flatMap(ofState).map(({ figure, state, why }) => {
      const title = course.figures.find((each) => each.id === figure)?.title ?? figure;
      const told = say(state === "too-large" ? "too-large-state" : state);
      return element("li", "", element("strong", "", title), `: ${told}. ${say(why.say, why.values)}`);
    });
    const [reached, reachable, out] = [ofState("reached"), ofState("reachable"), ofState("out-of-reach")].map(
      (each) => each.length,
    );
    show("figures", [
      sentence(say("figures-count", { reached, reachable, out })),
      folded(say("figures-list"), element("ul", "composer-lines", ...lines)),
    ]);
  }

  /** The modules in order, with the time up to each. @param {string[]} ids */
  function pathList(ids) {
    let total = 0;
    const lines = ids.map((id) => {
      const found = course.modules.find((each) => each.id === id);
      const link = element("a", "", found?.title ?? id);
      link.setAttribute("href", found?.address ?? "");
      total += found?.minutes ?? 0;
      return element(
        "li",
        "",
        link,
        " ",
        element("span", "course-time", `(${time(found?.minutes ?? 0)}) ${say("up-to-there", { time: time(total) })}`),
      );
    });
    return element("ol", "composer-path", ...lines);
  }

  /** @param {Portrait} portrait @param {Group} group */
  function showPath({ path }, group) {
    const aims = aspirations(course, group);
    if (!aims.size) return show("path", [sentence(say("path-no-aims"))]);
    if (path.isTooLarge) return show("path", [sentence(say("path-too-large", { id: group.id || "…" }))]);
    const short = [...aims].filter(([each, to]) => path.reached[each] < to);
    const told = [];
    if (path.modules.length) told.push(say("path-time", { time: time(path.minutes) }));
    else told.push(say(path.complete ? "path-not-needed" : "path-nothing"));
    if (path.complete) told.push(say("path-complete", { count: aims.size }));
    else told.push(say("path-short", { met: aims.size - short.length, count: aims.size }));
    const lines = short.map(([each, to]) => {
      const [reached, goal] = [rankTitle(each, path.reached[each]), rankTitle(each, to)];
      return element("li", "", say("stays-short", { competency: course.competencies[each].title, reached, to: goal }));
    });
    const list = path.modules.length ? [pathList(path.modules)] : [];
    const missing = lines.length ? [element("ul", "composer-lines", ...lines)] : [];
    return show("path", [
      ...list,
      ...told.map(sentence),
      ...missing,
      sentence(say(path.complete ? "path-shortest" : "path-best")),
    ]);
  }

  return {
    /** @param {Portrait} portrait @param {Group} group */
    show: (portrait, group) => {
      showCoverage(portrait, group);
      showMatches(portrait, group);
      showNetwork(portrait);
      showFigures(portrait);
      showPath(portrait, group);
    },
    /** All of it in one sentence, for the ear. @param {Portrait} portrait @param {Group} group */
    summary: ({ coverage, matches, path }, group) =>
      say(path.isTooLarge ? "summary-too-large" : "summary", {
        carried: coverage.filter((each) => each.carriers.length).length,
        all: coverage.length,
        met: matches.length,
        sought: soughtBy(group),
        modules: path.modules.length,
        time: time(path.minutes),
      }),
  };
}
