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

  const keeping = coursewrightKeeping(key);
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
    const found = readings.parse(text, page);
    if (!found.refusal) return found.readings;
    const beside = keeping.setAside(text);
    isHeld = beside === null;
    trouble = beside === null ? { say: "damaged-held" } : { say: "damaged", values: { key: beside } };
    return [];
  }

  /** @param {Reading[]} list */
  const write = (list) => !isHeld && keeping.put(readings.write(list, page));

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
      if (!keeping.erase()) return false; // what is on the page stays with what is kept
      unsaved = [];
      return true;
    },
  };
}

coursewrightThermometer.openStore = openThermometerStore;
