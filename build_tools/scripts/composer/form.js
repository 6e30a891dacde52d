// The form as a group, and a group as the form. What the form does not show stays beside the entry it belongs to.

import { all, part } from "../forms/elements.js";
import { emptyGroup } from "./group.js";
import { asText } from "./writing.js";
/** @import { Aspiration, Group, Interaction, Member } from "./group.js" */

/** Texts of the form, in its order. */
export const TEXTS = /** @type {const} */ (["title", "purpose", "licence", "invites", "id"]);

/**
 * The form of a composer's desk.
 * @param {HTMLElement} desk
 */
export function openForm(desk) {
  /** @type {WeakMap<Element, Map<string, unknown>>} */
  const rests = new WeakMap();
  /** @type {Map<string, unknown>} */
  let rest = new Map();

  /** @param {string} name */
  const text = (name) => {
    const found = part(desk, `#composer-${name}`, HTMLElement);
    if (found instanceof HTMLInputElement || found instanceof HTMLTextAreaElement) return found;
    throw new Error(`the page has no text ${name}`);
  };
  /** @param {Element} entry @param {string} name */
  const select = (entry, name) => part(entry, `select[data-field=${name}]`, HTMLSelectElement);
  /** @param {"members" | "becoming" | "interactions"} kind */
  const entries = (kind) => all(part(desk, `[data-entries=${kind}]`, HTMLElement), ":scope > *", HTMLElement);
  const standings = () => all(desk, "select[name=standing]", HTMLSelectElement);
  /** @param {Element} entry @param {string} name */
  const boxes = (entry, name) => all(entry, `input[name=${name}]`, HTMLInputElement);

  /** What was typed, without what no file may hold. @param {string} name */
  const typed = (name) => asText(text(name).value).trim();

  /** @param {HTMLElement} entry @returns {Member} */
  const member = (entry) => ({
    id: entry.dataset.id ?? "",
    figure: select(entry, "figure").value,
    offers: boxes(entry, "offers")
      .filter((each) => each.checked)
      .map((each) => each.value),
    seeks: boxes(entry, "seeks")
      .filter((each) => each.checked)
      .map((each) => each.value),
    rest: rests.get(entry) ?? new Map(),
  });

  /** @param {HTMLElement} entry @returns {Interaction} */
  const interaction = (entry) => ({
    between: [select(entry, "first").value, select(entry, "second").value],
    way: select(entry, "way").value,
    practice: select(entry, "practice").value,
    rhythm: select(entry, "rhythm").value,
    rest: rests.get(entry) ?? new Map(),
  });

  /** @param {HTMLElement} entry @returns {Aspiration} */
  function aspiration(entry) {
    const [kind, id] = select(entry, "what").value.split(":");
    const isCompetency = kind === "competency";
    return {
      figure: kind === "figure" ? id : "",
      competency: isCompetency ? id : "",
      to: isCompetency ? select(entry, "to").value : "",
      rest: rests.get(entry) ?? new Map(),
    };
  }

  /** The group as the form has it; what is still to be chosen counts for nothing. @returns {Group} */
  function read() {
    const said = standings().filter((each) => each.value);
    return {
      id: typed("id"),
      title: typed("title").replace(/\s+/g, " "),
      purpose: typed("purpose"),
      licence: typed("licence").replace(/\s+/g, " "),
      invites: typed("invites"),
      standing: new Map(said.map((each) => [each.dataset.competency ?? "", each.value])),
      members: entries("members").map(member),
      interactions: entries("interactions")
        .map(interaction)
        .filter((each) => each.between.every(Boolean)),
      becoming: entries("becoming")
        .map(aspiration)
        .filter((each) => each.figure || each.competency),
      rest,
    };
  }

  /**
   * Chooses a word, which is added to the choices where they have not got it.
   * @param {HTMLSelectElement} among
   * @param {string} value
   */
  function choose(among, value) {
    if (![...among.options].some((each) => each.value === value)) among.append(new Option(value, value));
    among.value = value;
  }

  /** Texts and standing; the entries are filled by those who add them. @param {Group} group */
  function fill(group) {
    for (const name of TEXTS) text(name).value = group[name];
    for (const each of standings()) each.value = group.standing.get(each.dataset.competency ?? "") ?? "";
    rest = group.rest;
  }

  return {
    text,
    typed,
    select,
    boxes,
    entries,
    standings,
    read,
    fill,
    choose,
    /** @param {Element} entry @param {Map<string, unknown>} found */
    keep: (entry, found) => rests.set(entry, found),
    empty: emptyGroup,
  };
}

/** @typedef {ReturnType<typeof openForm>} Form */
