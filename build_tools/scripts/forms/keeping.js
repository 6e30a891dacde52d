// What the browser keeps under one key, and what is set aside of it because it cannot be read.

/**
 * What there is under a key.
 * @param {string} key
 */
export function keepingUnder(key) {
  /** @returns {Storage | null} */
  function reach() {
    try {
      return window.localStorage;
    } catch {
      return null; // the browser lets the site keep nothing: whoever asks is told
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

  return {
    /** What is kept, null where nothing is. Throws where the browser lets nothing be read. */
    get: () => {
      if (!storage) throw new Error("blocked");
      return storage.getItem(key);
    },

    /** Whether the browser keeps it now. @param {string} text */
    put: (text) => put(key, text),

    /** Copies what cannot be read to a key of its own; its name, or null where it could not. @param {string} damaged */
    setAside: (damaged) => {
      for (let number = 1; ; number += 1) {
        const beside = `${key}/set-aside-${number}`;
        const there = storage?.getItem(beside) ?? null;
        if (there === damaged) return beside;
        if (there === null) return put(beside, damaged) ? beside : null;
      }
    },

    /** Whether all is gone, with what was set aside. */
    erase: () => {
      try {
        const keys = storage ? Array.from(storage, (_, index) => storage.key(index) ?? "") : [];
        for (const each of keys) if (each === key || each.startsWith(`${key}/set-aside-`)) storage?.removeItem(each);
        return true;
      } catch {
        return false; // blocked: whoever asked says so
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
    },
  };
}
