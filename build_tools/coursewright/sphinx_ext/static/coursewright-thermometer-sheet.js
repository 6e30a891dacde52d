// @ts-check
// The thermometer on paper: the empty sheet, or one filled with a reading.

/** @param {ThermometerParts} parts @param {Reading} [reading] none: the empty sheet */
function printThermometerSheet({ desk, page, comparison }, reading) {
  const template = desk.querySelector("template.desk-sheet");
  if (!(template instanceof HTMLTemplateElement)) return;
  document.querySelectorAll("body > .thermometer-sheet").forEach((each) => each.remove());
  document.body.append(template.content.cloneNode(true)); // the style sheet prints it in place of the page
  const sheet = document.body.lastElementChild;
  if (!(sheet instanceof HTMLElement)) return;
  if (reading) fill(sheet, reading);
  window.addEventListener("afterprint", () => sheet.remove(), { once: true });
  window.print();

  /** @param {HTMLElement} sheet @param {Reading} reading */
  function fill(sheet, reading) {
    sheet.classList.add("is-filled");
    write(sheet, "[data-line=on] span", page.day(reading.on));
    write(sheet, "[data-line=changed] span", reading.changed);
    const situation = find(sheet, "[data-situation]", "situation", reading.situation);
    if (situation) situation.classList.add("is-chosen");
    else write(sheet, ".sheet-situations", `${page.say("situation")}: ${page.title(page.situations, reading.situation)}`);
    const gone = [];
    for (const [practice, gradation] of reading.practices) {
      const row = find(sheet, "[data-competency]", "competency", practice);
      const cell = row && find(row, "[data-gradation]", "gradation", gradation);
      if (cell) cell.classList.add("is-chosen");
      else gone.push(`${page.title(page.practices, practice)}: ${page.title(page.gradations, gradation)}`);
    }
    if (gone.length) write(sheet, ".sheet-more", `${page.say("also-read")} ${gone.join("; ")}`);
  }

  /** By comparing, not by a selector: ids of a reading may be any text. @param {HTMLElement} within @param {string} selector @param {string} name @param {string} id */
  function find(within, selector, name, id) {
    const found = [...within.querySelectorAll(selector)].find((each) => each instanceof HTMLElement && each.dataset[name] === id);
    return found instanceof HTMLElement ? found : null;
  }

  /** @param {HTMLElement} within @param {string} selector @param {string} text */
  function write(within, selector, text) {
    within.querySelector(selector)?.replaceChildren(comparison.element("span", "", text));
  }
}

coursewrightThermometer.printSheet = printThermometerSheet;
