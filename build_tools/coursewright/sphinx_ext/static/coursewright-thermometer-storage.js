// @ts-check
// Readings kept in this browser. Each change begins with what is kept at that moment, for another window may have
// written since; what the browser does not take stays on the page until it can be written or is exported.

/** @param {ThermometerParts} parts @param {() => void} onChange called when another window has changed what is kept */
function openThermometerStore({ page, readings }, onChange) {
  const key = `coursewright-readings/${page.course}/${page.thermometer}`;
  /** @type {Reading[]} */
  let unsaved = [];
  /** @type {Saying | null} */
  let trouble = null;
  let isHeld = false;

  /** @returns {Storage | null} */
  function reach() {
    try {
      return window.localStorage;
    } catch {
      return null; // the browser lets the site keep nothing
    }
  }
  const storage = reach();

  /** @param {string} where @param {string} text */
  function put(where, text) {
    try {
      storage?.setItem(where, text);
      return storage?.getItem(where) === text;
    } catch {
      return false; // full or blocked: whoever asked says so
    }
  }

  /** Copies what cannot be read to a key of its own; its name, or null where it could not. @param {string} damaged */
  function setAside(damaged) {
    for (let number = 1; ; number += 1) {
      const beside = `${key}/set-aside-${number}`;
      const there = storage?.getItem(beside) ?? null;
      if (there === damaged) return beside;
      if (there === null) return put(beside, damaged) ? beside : null;
    }
  }

  /** @returns {Reading[]} what is kept now */
  function read() {
    let text = null;
    isHeld = false;
    trouble = null;
    try {
      text = storage ? storage.getItem(key) : null;
    } catch {
      trouble = { say: "blocked" };
    }
    if (!storage) trouble = { say: "blocked" };
    if (text === null) return [];
    const found = readings.parse(text, page);
    if (!found.refusal) return found.readings;
    const beside = setAside(text);
    isHeld = beside === null;
    trouble = beside === null ? { say: "damaged-held" } : { say: "damaged", values: { key: beside } };
    return [];
  }

  /** @param {Reading[]} list */
  const write = (list) => !isHeld && put(key, readings.write(list, page));

  window.addEventListener("storage", (event) => {
    if (event.key === null || event.key === key) onChange();
  });

  return {
    /** Every reading, by day. */
    list: () => {
      const kept = read();
      return readings.byDay([...kept, ...readings.missing(kept, unsaved)]);
    },

    /** What is wrong with what is kept, as found by the last look. */
    trouble: () => trouble,

    /** Whether some readings are on this page alone. */
    hasUnsaved: () => unsaved.length > 0,

    /** @param {Reading[]} more @returns {{ added: number, isKept: boolean, isFull?: boolean }} */
    add: (more) => {
      const kept = read();
      const waiting = readings.missing(kept, unsaved);
      const added = readings.missing([...kept, ...waiting], more);
      const all = [...kept, ...waiting, ...added];
      if (all.length > readings.MOST_READINGS) return { added: 0, isKept: false, isFull: true };
      const isKept = all.length === kept.length || write(all);
      unsaved = isKept ? [] : [...waiting, ...added];
      return { added: added.length, isKept };
    },

    /** Whether it is gone. @param {Reading} reading */
    erase: (reading) => {
      const kept = read();
      const left = kept.filter((each) => readings.sign(each) !== readings.sign(reading));
      if (left.length < kept.length && !write(left)) return false;
      unsaved = unsaved.filter((each) => readings.sign(each) !== readings.sign(reading));
      return true;
    },

    /** Whether all is gone, with what was set aside. */
    eraseAll: () => {
      try {
        const keys = storage ? Array.from(storage, (_, index) => storage.key(index) ?? "") : [];
        for (const each of keys) {
          if (each === key || each.startsWith(`${key}/set-aside-`)) storage?.removeItem(each);
        }
      } catch {
        return false; // blocked: what is on the page stays with what is kept
      }
      unsaved = [];
      return true;
    },
  };
}

coursewrightThermometer.openStore = openThermometerStore;
