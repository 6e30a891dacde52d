// Asking before something is lost: in the page, in the place of the button, by keyboard too.

/**
 * A button that does something.
 * @param {string} text
 * @param {() => void} act
 */
export function button(text, act) {
  const made = document.createElement("button");
  made.type = "button";
  made.textContent = text;
  made.addEventListener("click", act);
  return made;
}

/**
 * Asks in the place of the button; “no” comes first and has the focus.
 * @param {HTMLButtonElement} asker
 * @param {{ question: string, yes: string, no: string }} words
 * @param {() => void} act what follows a “yes”
 */
export function ask(asker, words, act) {
  const box = document.createElement("span");
  const close = () => {
    box.remove();
    asker.hidden = false;
    asker.focus();
  };
  const no = button(words.no, close);
  const yes = button(words.yes, () => {
    close();
    act();
  });
  const told = document.createElement("span");
  told.textContent = words.question;
  box.className = "confirm";
  box.setAttribute("role", "group");
  box.setAttribute("aria-label", words.question);
  box.append(told, no, yes);
  box.addEventListener("keydown", (event) => event.key === "Escape" && close());
  asker.after(box);
  asker.hidden = true;
  no.focus();
}
