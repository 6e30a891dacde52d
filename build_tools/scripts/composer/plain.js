// Values of a file that are neither texts nor lists nor maps.

/** A value that a file has without quotes and that is no text for whoever means a number or yes and no. */
export class Plain {
  /** @param {string} text */
  constructor(text) {
    this.text = text;
  }

  get [Symbol.toStringTag]() {
    return "Plain"; // or the parser would not take it for a key
  }

  toString() {
    return this.text;
  }
}
