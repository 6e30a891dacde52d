// @ts-check
// The draft that this browser keeps, as the text of a file. What cannot be kept is said, and stays on the page.

/**
 * @typedef {object} ComposerDraft
 * @property {() => { group?: Group, trouble?: Saying }} read
 * @property {(group: Group) => boolean} write whether the browser keeps it now
 * @property {() => boolean} erase whether it is gone
 */

/** @param {(text: string | null) => void} onChange called with the draft that another window has kept @returns {ComposerDraft} */
function openComposerDraft(onChange) {
  const { course, reading, writing } = coursewrightComposer;
  const key = `coursewright-group/${course.id}`;
  let isHeld = false;

  /** @returns {Storage | null} */
  function reach() {
    try {
      return window.localStorage;
    } catch {
      return null; // the browser lets the site keep nothing: whoever writes is told
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

  window.addEventListener("storage", (event) => {
    if (event.key === null || event.key === key) onChange(event.key ? event.newValue : null);
  });

  return {
    read: () => {
      let text = null;
      try {
        text = storage ? storage.getItem(key) : null;
      } catch {
        return {}; // blocked: said as soon as something is to be kept
      }
      if (text === null) return {};
      const found = reading.read(text, true);
      if (found.group) return { group: found.group };
      const beside = setAside(text);
      isHeld = beside === null;
      return { trouble: beside === null ? { say: "draft-held" } : { say: "draft-damaged", values: { key: beside } } };
    },
    write: (group) => !isHeld && put(key, writing.write(group)),
    erase: () => {
      try {
        const keys = storage ? Array.from(storage, (_, index) => storage.key(index) ?? "") : [];
        for (const each of keys) if (each === key || each.startsWith(`${key}/set-aside-`)) storage?.removeItem(each);
        isHeld = false;
        return true;
      } catch {
        return false; // blocked: whoever asked says so
      }
    },
  };
}

coursewrightComposer.openDraft = openComposerDraft;
