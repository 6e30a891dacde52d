// Elements of a page: those that have to be there, and those that are made.

/**
 * The element that the page has to have. Throws where it has none of that kind.
 * @template {Element} T
 * @param {ParentNode} within
 * @param {string} selector
 * @param {new () => T} kind
 * @returns {T}
 */
export function part(within, selector, kind) {
  const found = within.querySelector(selector);
  if (!(found instanceof kind)) throw new Error(`the page has no ${selector}`);
  return found;
}

/**
 * All elements of a kind, in the order of the page.
 * @template {Element} T
 * @param {ParentNode} within
 * @param {string} selector
 * @param {new () => T} kind
 * @returns {T[]}
 */
export function all(within, selector, kind) {
  /** @type {T[]} */
  const found = [];
  for (const each of within.querySelectorAll(selector)) if (each instanceof kind) found.push(each);
  return found;
}

/**
 * @param {string} name
 * @param {string} className
 * @param {(string | Node)[]} content
 */
export function element(name, className, ...content) {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...content);
  return made;
}

/**
 * The head of a row or of a column.
 * @param {string} text
 * @param {"row" | "col"} scope
 */
export function heading(text, scope) {
  const made = element("th", "", text);
  made.setAttribute("scope", scope);
  return made;
}
