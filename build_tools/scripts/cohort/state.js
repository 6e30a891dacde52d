// Says of an edition whether enrolment is open, and whether it is to come, under way or over. The instants stand in the
// page with their offset, so the reader's own time zone makes no difference.

/**
 * @param {DOMStringMap} instants
 * @param {number} now
 */
function stateAt(instants, now) {
  /** @param {string} name */
  const at = (name) => Date.parse(instants[name] ?? "");
  if (now >= at("ends")) return "over";
  if (now >= at("opens") && now < at("closes")) return "open";
  if (now >= at("starts")) return "running";
  return now < at("opens") ? "before" : "next";
}

/** Wherever the page names an edition's state. */
export function tellState() {
  for (const place of document.querySelectorAll(".cohort-state")) {
    if (!(place instanceof HTMLElement)) continue;
    const state = stateAt(place.dataset, Date.now());
    place.classList.add(`is-${state}`);
    place.textContent = place.dataset[`say${state[0].toUpperCase()}${state.slice(1)}`] ?? "";
  }
}
