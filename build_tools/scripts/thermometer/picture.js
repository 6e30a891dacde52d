// Threads with gradations as notches: a reading is a knot, two readings the stretch between them, a group the counts.

/** @import { Page } from "./page.js" */

const SVG = "http://www.w3.org/2000/svg";
const LINE = 24;
const HEIGHT = 54;
const TALL = 66; // the knots of counts are larger
let drawn = 0;

/**
 * @param {Element} parent
 * @param {string} name
 * @param {Record<string, string | number>} attributes
 * @param {string} [text]
 */
function put(parent, name, attributes, text) {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  if (text !== undefined) element.textContent = text;
  parent.append(element);
  return element;
}

/** The thread with its notches alone. @param {Page} page @param {string} title @param {string} words */
function bareThread(page, title, words) {
  drawn += 1;
  const svg = document.createElementNS(SVG, "svg");
  const named = { class: "picture practice-picture", width: "100%", height: HEIGHT, role: "img" };
  for (const [key, value] of Object.entries(named)) svg.setAttribute(key, String(value));
  svg.setAttribute("aria-labelledby", `thermometer-picture-${drawn} thermometer-picture-${drawn}-words`);
  put(svg, "title", { id: `thermometer-picture-${drawn}` }, title);
  put(svg, "desc", { id: `thermometer-picture-${drawn}-words` }, words);
  put(svg, "line", { class: "thread-line", x1: 0, y1: LINE, x2: "100%", y2: LINE });
  for (const gradation of page.gradations.keys()) {
    const x = place(page, gradation);
    put(svg, "line", { class: "notch", x1: x, y1: LINE - 7, x2: x, y2: LINE + 7 });
  }
  return svg;
}

/** Where a gradation stands on the thread. @param {Page} page @param {string} gradation */
const place = (page, gradation) =>
  `${((([...page.gradations.keys()].indexOf(gradation) + 0.5) * 100) / page.gradations.size).toFixed(2)}%`;

/**
 * One practice in one reading or two; what the course no longer has is on no thread.
 * @param {Page} page @param {string} title @param {string} words
 * @param {string | undefined} before @param {string | undefined} now
 */
export function thread(page, title, words, before, now) {
  const svg = bareThread(page, title, words);
  const [start, end] = [before, now].map((each) =>
    each !== undefined && page.gradations.has(each) ? each : undefined,
  );
  if (start !== undefined && end !== undefined && start !== end) {
    put(svg, "line", { class: "stretch", x1: place(page, start), y1: LINE, x2: place(page, end), y2: LINE });
  }
  if (start !== undefined)
    put(svg, "circle", { class: "knot before", cx: place(page, start), cy: LINE, r: start === end ? 12 : 8 });
  if (end !== undefined) put(svg, "circle", { class: "knot now", cx: place(page, end), cy: LINE, r: 7 });
  for (const each of new Set([start, end])) {
    if (each === undefined) continue;
    put(svg, "text", { x: place(page, each), y: HEIGHT - 3, "text-anchor": "middle" }, page.gradations.get(each));
  }
  return svg;
}

/**
 * One practice with how many of `people` chose each gradation.
 * @param {Page} page
 * @param {string} title
 * @param {string} words
 * @param {Map<string, number>} counts
 * @param {number} people
 */
export function distribution(page, title, words, counts, people) {
  const svg = bareThread(page, title, words);
  svg.setAttribute("height", String(TALL));
  for (const [gradation, count] of counts) {
    const x = place(page, gradation);
    put(svg, "circle", { class: "knot count", cx: x, cy: LINE, r: Math.round(9 + 13 * Math.sqrt(count / people)) });
    put(svg, "text", { class: "count", x, y: LINE + 5, "text-anchor": "middle" }, String(count));
    put(svg, "text", { x, y: TALL - 3, "text-anchor": "middle" }, page.gradations.get(gradation));
  }
  return svg;
}
