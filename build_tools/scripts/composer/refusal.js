// Why a file is not taken.

/** @import { Saying, Values } from "../forms/words.js" */

/** Thrown with the reason why a file is refused. */
export class Refusal extends Error {
  /**
   * @param {string} say
   * @param {Values} [values]
   */
  constructor(say, values = {}) {
    super(say);
    /** @type {Saying} */
    this.saying = { say, values };
  }
}

/**
 * Refuses the file that is being read.
 * @param {string} say
 * @param {Values} [values]
 * @returns {never}
 */
export function refuse(say, values) {
  throw new Refusal(say, values);
}
