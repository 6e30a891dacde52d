// Marks on the time line of fees the window in which an application received now would be, and says its price. Before
// enrolment opens and after it closes there is none, and nothing is marked.

/** On every time line of the page. */
export function markFee() {
  const now = Date.now();
  for (const line of document.querySelectorAll(".fee-timeline")) {
    const words = line.querySelector(".fee-now");
    for (const part of line.querySelectorAll(".fee-window")) {
      if (!(part instanceof SVGElement) || !(words instanceof HTMLElement)) continue;
      const { from = "", until = "", say = "" } = part.dataset;
      if (now >= Date.parse(from) && now < Date.parse(until)) {
        part.classList.add("is-now");
        words.textContent = say;
      }
    }
  }
}
