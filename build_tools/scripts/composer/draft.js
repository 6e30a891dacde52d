// The draft that this browser keeps, as the text of a file. What cannot be kept is said, and stays on the page.

import { keepingUnder } from "../forms/keeping.js";
import { readingFor } from "./reading.js";
import { write } from "./writing.js";
/** @import { Saying } from "../forms/words.js" */
/** @import { Course } from "./course.js" */
/** @import { Group } from "./group.js" */

/**
 * @typedef {object} Draft
 * @property {() => { group?: Group, trouble?: Saying }} read
 * @property {(group: Group) => boolean} write whether the browser keeps it now
 * @property {() => boolean} erase whether it is gone
 */

/**
 * The draft of a course's composer.
 * @param {Course} course
 * @param {(text: string | null) => void} onChange called with the draft that another window has kept
 * @returns {Draft}
 */
export function openDraft(course, onChange) {
  const reading = readingFor(course);
  const key = `coursewright-group/${course.id}`;
  let isHeld = false;

  const keeping = keepingUnder(key);
  keeping.onChange(onChange);

  return {
    read: () => {
      let text = null;
      try {
        text = keeping.get();
      } catch {
        return {}; // blocked: said as soon as something is to be kept
      }
      if (text === null) return {};
      const found = reading.read(text, true);
      if (found.group) return { group: found.group };
      const beside = keeping.setAside(text);
      isHeld = beside === null;
      return { trouble: beside === null ? { say: "draft-held" } : { say: "draft-damaged", values: { key: beside } } };
    },
    write: (group) => !isHeld && keeping.put(write(group)),
    erase: () => {
      const isGone = keeping.erase();
      isHeld = isHeld && !isGone;
      return isGone;
    },
  };
}
