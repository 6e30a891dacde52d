// Members under their pseudonyms: the next free one is proposed, a wrong one is not taken, and interactions follow a
// change.

import { part } from "../forms/elements.js";
import { competencyOf } from "./course.js";
/** @import { Entries } from "./entries.js" */
/** @import { Form } from "./form.js" */
/** @import { Member } from "./group.js" */
/** @import { Page } from "./page.js" */

/**
 * The members in the form.
 * @param {Page} page
 * @param {Form} form
 * @param {Entries} entries
 */
export function openMembers({ desk, course, say }, form, entries) {
  let number = 0;

  const ids = () => form.entries("members").map((each) => each.dataset.id ?? "");

  /** nodo-a to nodo-z, then nodo-1 and on. */
  function free() {
    const letters = Array.from("abcdefghijklmnopqrstuvwxyz", (each) => `nodo-${each}`);
    const taken = new Set(ids());
    const numbered = Array.from({ length: taken.size + 1 }, (_, index) => `nodo-${index + 1}`);
    return [...letters, ...numbered].find((each) => !taken.has(each)) ?? "";
  }

  /** @param {Member} [found] */
  function add(found) {
    const id = found?.id ?? free();
    const entry = entries.add("members", found?.rest);
    entry.dataset.id = id;
    const input = part(entry, "[data-field=id]", HTMLInputElement);
    const trouble = part(entry, ".field-trouble", HTMLElement);
    number += 1;
    trouble.id = `composer-member-${number}-trouble`;
    input.setAttribute("aria-describedby", trouble.id);
    input.value = id;
    if (found) {
      form.select(entry, "figure").value = found.figure;
      for (const name of /** @type {const} */ (["offers", "seeks"])) {
        for (const box of form.boxes(entry, name)) box.checked = found[name].includes(box.value);
      }
    }
    input.addEventListener("change", () => rename(entry, input, trouble));
    entry.addEventListener("change", () => tellChosen(entry));
    tellChosen(entry);
    entries.name("members");
    for (const select of desk.querySelectorAll("select[data-members]")) select.append(new Option(id, id));
    return entry;
  }

  /** @param {HTMLElement} entry @param {HTMLInputElement} input @param {HTMLElement} trouble */
  function rename(entry, input, trouble) {
    const kept = entry.dataset.id ?? "";
    const id = input.value.trim().toLowerCase();
    const isFormed = /^nodo-[a-z0-9]+$/.test(id) && id.length <= 64;
    const isTaken = id !== kept && ids().includes(id);
    input.setAttribute("aria-invalid", String(!isFormed || isTaken));
    trouble.textContent = "";
    if (!isFormed) trouble.textContent = say("wrong-pseudonym", { free: free(), kept });
    else if (isTaken) trouble.textContent = say("pseudonym-taken", { kept });
    if (!isFormed || isTaken) return;
    input.value = id;
    entry.dataset.id = id;
    for (const option of desk.querySelectorAll("select[data-members] option")) {
      if (option instanceof HTMLOptionElement && option.value === kept) [option.value, option.text] = [id, id];
    }
    entries.name("members");
  }

  /** Says beside each folded list what is chosen in it. @param {HTMLElement} entry */
  function tellChosen(entry) {
    for (const name of ["offers", "seeks"]) {
      const titles = form
        .boxes(entry, name)
        .filter((each) => each.checked)
        .map((each) => competencyOf(course, each.value)?.title);
      part(entry, `[data-list=${name}] .chosen`, HTMLElement).textContent = titles.join("; ") || say("nothing-chosen");
    }
  }

  return { add };
}
