// Narrows the list of exercises to those that fit. Without it the whole list stands there.

/** @param {HTMLFormElement} form */
function filterExercises(form) {
  const cards = [...document.querySelectorAll(".exercise-card[data-device]")].filter(
    (card) => card instanceof HTMLElement,
  );
  const found = form.querySelector(".found");

  /** @param {FormData} wanted @param {DOMStringMap} card */
  const fits = (wanted, card) => {
    const people = Number(wanted.get("people") || 0);
    const minutes = Number(wanted.get("minutes") || 0);
    const competency = String(wanted.get("competency") ?? "");
    const device = String(wanted.get("device") ?? "");
    return (
      (!competency || (card.competencies ?? "").split(" ").includes(competency)) &&
      (!device || card.device === device) &&
      (!people || (people >= Number(card.least) && people <= Number(card.most))) &&
      (!minutes || Number(card.minutes) <= minutes)
    );
  };
  const show = () => {
    const wanted = new FormData(form);
    let count = 0;
    for (const card of cards) {
      card.hidden = !fits(wanted, card.dataset);
      if (!card.hidden) count += 1;
    }
    if (found) found.textContent = (form.dataset.found ?? "").replace("{count}", String(count));
  };
  form.addEventListener("input", show);
  form.addEventListener("reset", () => setTimeout(show));
  form.addEventListener("submit", (event) => event.preventDefault());
  show();
}

const filters = document.querySelector(".exercise-filters");
if (filters instanceof HTMLFormElement) filterExercises(filters);
