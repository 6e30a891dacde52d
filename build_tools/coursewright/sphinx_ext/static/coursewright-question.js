// @ts-check
// Asking before something is lost: in the page, in the place of the button, by keyboard too.

const coursewrightQuestion = (() => {
  /** @param {string} text @param {() => void} act */
  function button(text, act) {
    const made = document.createElement("button");
    made.type = "button";
    made.textContent = text;
    made.addEventListener("click", act);
    return made;
  }

  /** “No” comes first and has the focus. @param {HTMLButtonElement} asker @param {{ question: string, yes: string, no: string }} words @param {() => void} act */
  function ask(asker, words, act) {
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

  return { button, ask };
})();
