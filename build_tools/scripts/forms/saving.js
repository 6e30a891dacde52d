// A file that the reader takes away.

/**
 * Has the browser save a text as a file.
 * @param {string} name
 * @param {string} type such as application/json
 * @param {string} text
 */
export function save(name, type, text) {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement("a");
  [link.href, link.download] = [address, name];
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000); // some browsers begin to read it only later
}
