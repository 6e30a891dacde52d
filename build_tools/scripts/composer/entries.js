// Entries of the form that come and go: members, interactions, aspirations. The focus follows what was done.

import { part } from "../forms/elements.js";
import { ask } from "../forms/question.js";
import { competencyOf } from "./course.js";
import { MOST_ENTRIES } from "./reading.js";

/** @import { Form } from "./form.js" */
/** @import { Aspiration, Interaction } from "./group.js" */
/** @import { Page } from "./page.js" */

/** @typedef {"members" | "interactions" | "becoming"} EntryKind */
/** @type {Record<EntryKind, string>} */
const NAMES = { members: "", interactions: "interaction", becoming: "aspiration" };

/**
 * The lists of entries in the form.
 * @param {Page} page
 * @param {Form} form
 */
export function openEntries({ desk, course, say }, form) {
  /** Says what was done, where it was done. @param {string} text @param {EntryKind | "file" | "desk"} [where] */
  const tell = (text, where = "desk") => {
    for (const each of desk.querySelectorAll("[data-status]")) {
      each.textContent = each instanceof HTMLElement && each.dataset.status === where ? text : "";
    }
  };

  /** What an entry is called in a sentence. @param {HTMLElement} legend */
  const named = (legend) => (legend.textContent ?? "").toLocaleLowerCase();

  /** An empty entry at the end of its list. @param {EntryKind} kind @param {Map<string, unknown>} [rest] */
  function add(kind, rest = new Map()) {
    const template = part(desk, `template.composer-${kind}`, HTMLTemplateElement);
    const entry = /** @type {DocumentFragment} */ (template.content.cloneNode(true)).firstElementChild;
    if (!(entry instanceof HTMLElement)) throw new Error(`the composer has no entry of ${kind}`);
    part(desk, `[data-entries=${kind}]`, HTMLElement).append(entry);
    form.keep(entry, rest);
    const button = part(entry, "[data-do=remove]", HTMLButtonElement);
    button.addEventListener("click", () => {
      if (kind !== "members" || !isFilled(entry)) return remove(kind, entry);
      const question = say("remove-member", { name: named(part(entry, "legend", HTMLElement)) });
      return ask(button, { question, yes: say("remove-yes"), no: say("erase-no") }, () => remove(kind, entry));
    });
    return entry;
  }

  /** Whether something is said of a member that would be lost with it. @param {HTMLElement} entry */
  const isFilled = (entry) =>
    form.select(entry, "figure").value !== "" ||
    ["offers", "seeks"].some((name) => form.boxes(entry, name).some((each) => each.checked));

  /** Numbers what has no name of its own. @param {EntryKind} kind */
  function name(kind) {
    form.entries(kind).forEach((entry, index) => {
      const title = kind === "members" ? (entry.dataset.id ?? "") : say(NAMES[kind], { number: index + 1 });
      part(entry, "legend", HTMLElement).textContent = title;
      part(entry, "[data-do=remove]", HTMLButtonElement).textContent = say("remove", {
        name: title.toLocaleLowerCase(),
      });
    });
  }

  /** @param {EntryKind} kind @param {HTMLElement} entry */
  function remove(kind, entry) {
    const title = named(part(entry, "legend", HTMLElement));
    const list = form.entries(kind);
    const beside = list[list.indexOf(entry) + 1] ?? list[list.indexOf(entry) - 1];
    entry.remove();
    const lost = kind === "members" ? dropInteractionsOf(entry.dataset.id ?? "") : 0;
    tell(lost ? say("removed-with", { name: title, count: lost }) : say("removed", { name: title }), kind);
    name(kind);
    name("interactions");
    (beside ? part(beside, "legend", HTMLElement) : part(desk, `[data-add=${kind}]`, HTMLButtonElement)).focus();
    desk.dispatchEvent(new Event("change"));
  }

  /** @param {string} member */
  function dropInteractionsOf(member) {
    const theirs = form
      .entries("interactions")
      .filter((each) => ["first", "second"].some((side) => form.select(each, side).value === member));
    for (const each of theirs) each.remove();
    for (const each of desk.querySelectorAll(`select[data-members] option[value="${CSS.escape(member)}"]`))
      each.remove();
    return theirs.length;
  }

  /** The members that an interaction can be between. @param {HTMLElement} entry @param {[string, string]} [between] */
  function offerMembers(entry, between = ["", ""]) {
    const ids = form.entries("members").map((each) => each.dataset.id ?? "");
    ["first", "second"].forEach((side, index) => {
      const options = ["", ...ids].map((each) => new Option(each || say("still-to-choose"), each));
      form.select(entry, side).replaceChildren(...options);
      form.select(entry, side).value = between[index];
    });
  }

  /** Shows the gradations of the competency chosen, or none. @param {HTMLElement} entry @param {string} [to] */
  function offerGradations(entry, to = "") {
    const [kind, id] = form.select(entry, "what").value.split(":");
    const scale = kind === "competency" ? (competencyOf(course, id)?.scale ?? []) : [];
    const select = form.select(entry, "to");
    const chosen = to || select.value || scale.at(-1)?.id;
    select.replaceChildren(
      ...scale.map((each) => new Option(each.title, each.id, each.id === chosen, each.id === chosen)),
    );
    part(entry, "[data-part=to]", HTMLElement).hidden = !scale.length;
  }

  /** @param {Interaction} [found] */
  function addInteraction(found) {
    const entry = add("interactions", found?.rest);
    offerMembers(entry, found?.between);
    if (found)
      for (const key of /** @type {const} */ (["way", "practice", "rhythm"]))
        form.choose(form.select(entry, key), found[key]);
    name("interactions");
    return entry;
  }

  /** @param {Aspiration} [found] */
  function addAspiration(found) {
    const entry = add("becoming", found?.rest);
    if (found)
      form.select(entry, "what").value = found.figure ? `figure:${found.figure}` : `competency:${found.competency}`;
    offerGradations(entry, found?.to);
    form.select(entry, "what").addEventListener("change", () => offerGradations(entry));
    name("becoming");
    return entry;
  }

  /** Whether there is room for one more; else the page says so. @param {EntryKind} kind */
  function hasRoom(kind) {
    if (form.entries(kind).length < MOST_ENTRIES) return true;
    tell(say("no-more", { count: MOST_ENTRIES }), kind);
    return false;
  }

  return { add, name, addInteraction, addAspiration, offerMembers, hasRoom, tell, named };
}

/** @typedef {ReturnType<typeof openEntries>} Entries */
