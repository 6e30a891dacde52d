// @ts-check
// Asking before something is erased: in the page, beside the button, by keyboard too.

function thermometerQuestion() {
  /** @param {string} text @param {() => void} act */
  function button(text, act) {
    const made = document.createElement("button");
    made.type = "button";
    made.textContent = text;
    made.addEventListener("click", act);
    return made;
  }

  /**
   * Puts the question in the place of the button that asks it; “no” comes first and has the focus.
   * @param {HTMLButtonElement} asker @param {ThermometerPage} page @param {string} question @param {() => void} act
   */
  function ask(asker, page, question, act) {
    const box = document.createElement("span");
    const close = () => {
      box.remove();
      asker.hidden = false;
      asker.focus();
    };
    const no = button(page.say("erase-no"), close);
    const yes = button(page.say("erase-yes"), () => {
      close();
      act();
    });
    const words = document.createElement("span");
    words.textContent = question;
    box.className = "confirm";
    box.setAttribute("role", "group");
    box.setAttribute("aria-label", question);
    box.append(words, no, yes);
    box.addEventListener("keydown", (event) => event.key === "Escape" && close());
    asker.after(box);
    asker.hidden = true;
    no.focus();
  }

  return { button, ask };
}

coursewrightThermometer.question = thermometerQuestion();
