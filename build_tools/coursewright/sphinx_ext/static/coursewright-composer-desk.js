// @ts-check
// The desk at which a group writes its curriculum: every change is computed, kept and, after a pause, spoken of.
(() => {
  const parts = coursewrightComposer;
  if (!parts.desk) return;
  const { desk, course, form, entries, members, findings, figures, reading, writing, say, sayCount } = parts;
  const { ask } = coursewrightQuestion;
  const PAUSE_TO_COMPUTE = 200;
  const PAUSE_TO_SPEAK = 1500;

  const trouble = form.part(desk, ".desk-trouble", HTMLElement);
  const summary = form.part(desk, ".composer-summary", HTMLElement);
  const notReady = form.part(desk, ".form-trouble", HTMLElement);
  const file = form.part(desk, "[data-file=open]", HTMLInputElement);
  const erase = form.part(desk, "[data-do=erase]", HTMLButtonElement);
  const open = form.part(desk, "[data-do=open]", HTMLButtonElement);
  const ADD = { members: members.add, becoming: entries.addAspiration, interactions: entries.addInteraction };
  let toCompute = 0;
  let toSpeak = 0;
  let isOwnId = false;
  /** The empty form, what is kept last, and what is wrong with what was kept before. */
  let [empty, kept, damaged] = ["", "", ""];
  const draft = parts.openDraft((text) => {
    if (text !== kept) entries.tell(say("another-tab")); // this page's own words, kept while it was reloaded, are no news
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
      form.part(map, ".chosen", HTMLElement).textContent = said ? sayCount("said", said) : say("nothing-chosen");
    }
  }

  /** Everything that follows from what the form holds now. */
  function compute() {
    clearTimeout(toCompute);
    const group = form.read();
    const portrait = parts.portrait(course, group);
    figures.show(portrait, group);
    tellStanding();
    findings.look();
    keep(group);
    clearTimeout(toSpeak);
    toSpeak = window.setTimeout(() => {
      const told = figures.summary(portrait, group);
      if (summary.textContent !== told) summary.textContent = told;
    }, PAUSE_TO_SPEAK);
  }

  /** @param {Group} group */
  function keep(group) {
    const text = writing.write(group);
    if (text === kept) return;
    const isKept = draft.write(group);
    if (isKept) kept = text;
    warn(isKept ? "" : say("not-kept"));
  }

  /** Puts a group into the form, in place of what is there. @param {Group} group @param {boolean} keepsId whether its id stays whatever the title becomes */
  function put(group, keepsId) {
    for (const kind of /** @type {const} */ (["members", "becoming", "interactions"])) form.part(desk, `[data-entries=${kind}]`, HTMLElement).replaceChildren();
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
    put(form.empty(), false);
    members.add();
    members.add();
    empty = kept = writing.write(form.read());
    compute();
  }

  for (const [kind, add] of /** @type {[keyof typeof ADD, () => HTMLElement][]} */ (Object.entries(ADD))) {
    form.part(desk, `[data-add=${kind}]`, HTMLButtonElement).addEventListener("click", () => {
      if (!entries.hasRoom(kind)) return;
      const legend = form.part(add(), "legend", HTMLElement);
      entries.tell(say("added", { name: entries.named(legend) }), kind);
      legend.focus();
      compute();
    });
  }

  desk.addEventListener("input", (event) => {
    const id = form.text("id");
    if (event.target === id) isOwnId = id.value !== "";
    if (event.target === form.text("title") && !isOwnId) id.value = writing.idOf(form.typed("title"));
    clearTimeout(toCompute);
    toCompute = window.setTimeout(compute, PAUSE_TO_COMPUTE);
  });
  desk.addEventListener("change", compute);
  window.addEventListener("pagehide", compute);

  // A button of its own, not that of the form: Enter in a field writes no file.
  form.part(desk, "[data-do=download]", HTMLButtonElement).addEventListener("click", () => {
    const group = form.read();
    const { fields, unseen } = findings.all(group);
    notReady.textContent = [fields.length ? sayCount("not-ready", fields.length) : "", unseen].filter(Boolean).join(" ");
    if (fields.length) return fields[0].focus();
    return unseen ? undefined : download(group);
  });

  /** @param {Group} group */
  function download(group) {
    const name = `${group.id}.yaml`;
    const address = URL.createObjectURL(new Blob([writing.write(group)], { type: "application/yaml" }));
    const link = document.createElement("a");
    [link.href, link.download] = [address, name];
    link.click();
    setTimeout(() => URL.revokeObjectURL(address), 1000); // once the browser has taken it
    entries.tell(say("downloaded", { file: name }), "file");
  }

  open.addEventListener("click", () => file.click());
  file.addEventListener("change", async () => {
    const [picked] = file.files ?? [];
    if (!picked) return;
    const { group, refusal } = await reading.readFile(picked);
    file.value = "";
    if (!group) return entries.tell(say("refused", { why: refusal ? say(refusal.say, refusal.values) : "" }));
    const show = () => {
      put(group, true);
      compute();
      entries.tell(say("opened", { title: group.title }));
      form.text("title").focus();
    };
    const isEmpty = writing.write(form.read()) === empty;
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
    put(found.group, !["", writing.idOf(found.group.title)].includes(found.group.id));
    kept = writing.write(form.read());
    compute();
    entries.tell(say("draft-found"));
  }
  if (found.trouble) damaged = say(found.trouble.say, found.trouble.values);
  warn("");
})();
