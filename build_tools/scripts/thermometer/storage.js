// Readings kept in this browser. Each change begins with what is kept at that moment, for another window may have
// written since; what the browser does not take stays on the page until it can be written or is exported.

import { keepingUnder } from "../forms/keeping.js";
import { byDay, MOST_READINGS, missing, parse, sign, write } from "./readings.js";
/** @import { Saying } from "../forms/words.js" */
/** @import { Page } from "./page.js" */
/** @import { Reading } from "./readings.js" */

/**
 * The readings of a page's thermometer.
 * @param {Page} page
 * @param {() => void} onChange called when another window has changed what is kept
 */
export function openStore(page, onChange) {
  const key = `coursewright-readings/${page.course}/${page.thermometer}`;
  /** @type {Reading[]} */
  let unsaved = [];
  /** @type {Saying | null} */
  let trouble = null;
  let isHeld = false;

  const keeping = keepingUnder(key);
  keeping.onChange(onChange);

  /** @returns {Reading[]} what is kept now */
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
    const found = parse(text, page);
    if (!found.refusal) return found.readings;
    const beside = keeping.setAside(text);
    isHeld = beside === null;
    trouble = beside === null ? { say: "damaged-held" } : { say: "damaged", values: { key: beside } };
    return [];
  }

  /** @param {Reading[]} list */
  const keep = (list) => !isHeld && keeping.put(write(list, page));

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
      const all = [...kept, ...waiting, ...added];
      if (all.length > MOST_READINGS) return { added: 0, isKept: false, isFull: true };
      const isKept = all.length === kept.length || keep(all);
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
      if (!keeping.erase()) return false; // what is on the page stays with what is kept
      unsaved = [];
      return true;
    },
  };
}
