// What stands in the way of a file: said beside the field it is about. By which somebody could be found, at once.

import { all, part } from "../forms/elements.js";
import { TEXTS } from "./form.js";
import { Plain } from "./plain.js";
import { personalData } from "./privacy.js";
/** @import { Form } from "./form.js" */
/** @import { Group } from "./group.js" */
/** @import { Page } from "./page.js" */

/**
 * What is wrong with the form.
 * @param {Page} page
 * @param {Form} form
 */
export function openFindings({ desk, say }, form) {
  /** @param {string} text */
  const personal = (text) =>
    personalData(text)
      .map((what) => say("looks-personal", { what: say(what) }))
      .join(" ");

  /**
   * Says what is wrong with a field, or that nothing is.
   * @param {HTMLElement} field
   * @param {HTMLElement} trouble
   * @param {string} text
   */
  function mark(field, trouble, text) {
    if (text) field.setAttribute("aria-invalid", "true");
    else field.removeAttribute("aria-invalid");
    if (trouble.textContent !== text) trouble.textContent = text;
  }

  /** @param {string} name @param {boolean} isAsked whether what is missing is told, too */
  function wrongText(name, isAsked) {
    const typed = form.typed(name);
    if (!typed) return isAsked ? say("missing") : "";
    const isWrongId = name === "id" && !(typed.length <= 64 && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(typed));
    return [isWrongId ? say("wrong-id") : "", personal(typed)].filter(Boolean).join(" ");
  }

  /** Looks at every text; the fields that something is wrong with. @param {boolean} isAsked */
  function texts(isAsked) {
    return TEXTS.flatMap((name) => {
      const field = form.text(name);
      const isMissing = !form.typed(name);
      // What was found missing stays said until it is there.
      const text = wrongText(name, isAsked || (isMissing && field.getAttribute("aria-invalid") === "true"));
      mark(field, part(desk, `#composer-${name}-trouble`, HTMLElement), text);
      return text ? [field] : [];
    });
  }

  /** Pseudonyms that were not taken. */
  const pseudonyms = () => all(desk, "[data-entries=members] [data-field=id][aria-invalid=true]", HTMLElement);

  /** Interactions that are not between two members. @param {boolean} isAsked */
  function interactions(isAsked) {
    return form.entries("interactions").flatMap((entry) => {
      const [first, second] = [form.select(entry, "first"), form.select(entry, "second")];
      const isWrong = !first.value || !second.value || first.value === second.value;
      const isTold = isWrong && (isAsked || first.getAttribute("aria-invalid") === "true");
      mark(first, part(entry, ".field-trouble", HTMLElement), isTold ? say("same-member") : "");
      return isWrong ? [first] : [];
    });
  }

  /** What is kept of a file without being shown. @param {Group} group */
  function unseen(group) {
    const found = new Set();
    /** @param {unknown} value */
    const walk = (value) => {
      if (typeof value === "string" || value instanceof Plain)
        for (const each of personalData(String(value))) found.add(each);
      else if (Array.isArray(value)) value.forEach(walk);
      else if (value instanceof Map) value.forEach(walk);
    };
    for (const { rest } of [group, ...group.members, ...group.interactions, ...group.becoming]) walk(rest);
    return [...found].map((what) => say("personal-kept", { what: say(what) })).join(" ");
  }

  return {
    /** Tells what is wrong with what is there. */
    look: () => {
      texts(false);
      interactions(false);
    },
    /**
     * Tells all that stands in the way of a file.
     * @param {Group} group
     * @returns {{ fields: HTMLElement[], unseen: string }}
     */
    everything: (group) => {
      const [text, between] = [texts(true), interactions(true)];
      const fields = [...text, ...pseudonyms(), ...between];
      const order = fields.sort((one, other) =>
        one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1,
      );
      return { fields: order, unseen: unseen(group) };
    },
  };
}
