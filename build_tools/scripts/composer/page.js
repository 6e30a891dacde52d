// What the composer's page says of itself: the course in ids and numbers, and every word for people.

import { speaking } from "../forms/words.js";
import { readCourse } from "./course.js";
/** @import { Say, SayCount } from "../forms/words.js" */
/** @import { Course } from "./course.js" */

/** @typedef {{ desk: HTMLElement, course: Course, say: Say, sayCount: SayCount }} Page */

/**
 * The composer of this page; null where there is none.
 * @returns {Page | null}
 */
export function findPage() {
  const desk = document.querySelector(".group-composer");
  const data = document.querySelector("script.composer-course");
  if (!(desk instanceof HTMLElement) || !data) return null;
  /** @type {Map<string, string>} */
  const words = new Map();
  const template = desk.querySelector("template.composer-words");
  for (const each of template instanceof HTMLTemplateElement ? template.content.querySelectorAll("p") : []) {
    words.set(each.dataset.say ?? "", each.textContent ?? "");
  }
  return { desk, course: readCourse(JSON.parse(data.textContent ?? "")), ...speaking(words) };
}
