// The desk at which a group writes its curriculum: every change is computed, kept and, after a pause, spoken of.

import { part } from "../forms/elements.js";
import { ask } from "../forms/question.js";
import { save } from "../forms/saving.js";
import { openDraft } from "./draft.js";
import { openEntries } from "./entries.js";
import { openFigures } from "./figures.js";
import { openFindings } from "./findings.js";
import { emptyGroup } from "./group.js";
import { openMembers } from "./members.js";
import { portrait } from "./portrait.js";
import { readingFor } from "./reading.js";
import { idOf, write } from "./writing.js";

/** @import { Form } from "./form.js" */
/** @import { Group } from "./group.js" */
/** @import { Page } from "./page.js" */

const PAUSE_TO_COMPUTE = 200;
const PAUSE_TO_SPEAK = 1500;

/**
 * Sets the desk going: with the draft that this browser keeps, or with an empty form.
 * @param {Page} page
 * @param {Form} form
 */
export function openDesk(page, form) {
  const { desk, course, say, sayCount } = page;
  const entries = openEntries(page, form);
  const members = openMembers(page, form, entries);
  const findings = openFindings(page, form);
  const figures = openFigures(page);
  const trouble = part(desk, ".desk-trouble", HTMLElement);
  const summary = part(desk, ".composer-summary", HTMLElement);
  const notReady = part(desk, ".form-trouble", HTMLElement);
  const file = part(desk, "[data-file=open]", HTMLInputElement);
  const erase = part(desk, "[data-do=erase]", HTMLButtonElement);
  const open = part(desk, "[data-do=open]", HTMLButtonElement);
  const ADD = { members: members.add, becoming: entries.addAspiration, interactions: entries.addInteraction };
  let toCompute = 0;
  let toSpeak = 0;
  let isOwnId = false;
  /** The empty form, what is kept last, and what is wrong with what was kept before. */
  let [empty, kept, damaged] = ["", "", ""];
  const draft = openDraft(course, (text) => {
    // This page's own words, kept while it was reloaded, are no news.
    if (text !== kept) entries.tell(say("another-tab"));
  });

  /** @param {string} now */
  const warn = (now) => {
    const text = [damaged, now].filter(Boolean).join(" ");
    if (trouble.textContent !== text) trouble.textContent = text; // else it would be spoken again
  };

  /** How much of each map's standing is said. */
  function tellStanding() {
    for (const map of desk.querySelectorAll(".composer-standing")) {
      const said = form.standings().filter((each) => map.contains(each) && each.value).length;
      part(map, ".chosen", HTMLElement).textContent = said ? sayCount("said", said) : say("nothing-chosen");
    }
  }

  /** Everything that follows from what the form holds now. */
  function compute() {
    clearTimeout(toCompute);
    const group = form.read();
    const found = portrait(course, group);
    figures.show(found, group);
    tellStanding();
    findings.look();
    keep(group);
    clearTimeout(toSpeak);
    toSpeak = window.setTimeout(() => {
      const told = figures.summary(found, group);
      if (summary.textContent !== told) summary.textContent = told;
    }, PAUSE_TO_SPEAK);
  }

  /** @param {Group} group */
  function keep(group) {
    const text = write(group);
    if (text === kept) return;
    const isKept = draft.write(group);
    if (isKept) kept = text;
    warn(isKept ? "" : say("not-kept"));
  }

  /**
   * Puts a group into the form, in place of what is there.
   * @param {Group} group
   * @param {boolean} keepsId whether its id stays whatever the title becomes
   */
  function put(group, keepsId) {
    for (const kind of /** @type {const} */ (["members", "becoming", "interactions"]))
      part(desk, `[data-entries=${kind}]`, HTMLElement).replaceChildren();
    form.fill(group);
    group.members.forEach(members.add);
    group.becoming.forEach(entries.addAspiration);
    group.interactions.forEach(entries.addInteraction);
    isOwnId = keepsId;
    notReady.textContent = "";
    for (const each of desk.querySelectorAll("[aria-invalid]")) each.removeAttribute("aria-invalid");
    for (const each of desk.querySelectorAll(".field-trouble")) each.textContent = "";
  }

  /** An empty form has two members, so that one sees what is meant. */
  function begin() {
    put(emptyGroup(), false);
    members.add();
    members.add();
    empty = kept = write(form.read());
    compute();
  }

  for (const [kind, add] of /** @type {[keyof typeof ADD, () => HTMLElement][]} */ (Object.entries(ADD))) {
    part(desk, `[data-add=${kind}]`, HTMLButtonElement).addEventListener("click", () => {
      if (!entries.hasRoom(kind)) return;
      const legend = part(add(), "legend", HTMLElement);
      entries.tell(say("added", { name: entries.named(legend) }), kind);
      legend.focus();
      compute();
    });
  }

  desk.addEventListener("input", (event) => {
    const id = form.text("id");
    if (event.target === id) isOwnId = id.value !== "";
    if (event.target === form.text("title") && !isOwnId) id.value = idOf(form.typed("title"));
    clearTimeout(toCompute);
    toCompute = window.setTimeout(compute, PAUSE_TO_COMPUTE);
  });
  desk.addEventListener("change", compute);
  window.addEventListener("pagehide", compute);

  // A button of its own, not that of the form: Enter in a field writes no file.
  part(desk, "[data-do=download]", HTMLButtonElement).addEventListener("click", () => {
    const group = form.read();
    const { fields, unseen } = findings.everything(group);
    notReady.textContent = [fields.length ? sayCount("not-ready", fields.length) : "", unseen]
      .filter(Boolean)
      .join(" ");
    if (fields.length) return fields[0].focus();
    return unseen ? undefined : download(group);
  });

  /** @param {Group} group */
  function download(group) {
    const name = `${group.id}.yaml`;
    save(name, "application/yaml", write(group));
    entries.tell(say("downloaded", { file: name }), "file");
  }

  open.addEventListener("click", () => file.click());
  file.addEventListener("change", async () => {
    const [picked] = file.files ?? [];
    if (!picked) return;
    const { group, refusal } = await readingFor(course).readFile(picked);
    file.value = "";
    if (!group) return entries.tell(say("refused", { why: refusal ? say(refusal.say, refusal.values) : "" }));
    const show = () => {
      put(group, true);
      compute();
      entries.tell(say("opened", { title: group.title }));
      form.text("title").focus();
    };
    const isEmpty = write(form.read()) === empty;
    if (isEmpty) return show();
    return ask(open, { question: say("open-over"), yes: say("open-yes"), no: say("open-no") }, show);
  });

  erase.addEventListener("click", () => {
    ask(erase, { question: say("erase-draft"), yes: say("erase-yes"), no: say("erase-no") }, () => {
      const isGone = draft.erase();
      begin();
      damaged = "";
      warn("");
      entries.tell(say(isGone ? "erased" : "not-erased"));
      form.text("title").focus();
    });
  });

  begin();
  const found = draft.read();
  if (found.group) {
    put(found.group, !["", idOf(found.group.title)].includes(found.group.id));
    kept = write(form.read());
    compute();
    entries.tell(say("draft-found"));
  }
  if (found.trouble) damaged = say(found.trouble.say, found.trouble.values);
  warn("");
}
