// Made by `make scripts` of the modules named below, in build_tools/scripts: change those.
"use strict";
(() => {
  // build_tools/scripts/cohort/calendar.js
  function markNext() {
    const now = Date.now();
    for (const list of document.querySelectorAll(".session-list")) {
      for (const time of list.querySelectorAll(".session-time")) {
        if (!(time instanceof HTMLElement) || "cancelled" in time.dataset) continue;
        const { starts = "", ends = "", sayNow = "", sayNext = "" } = time.dataset;
        if (now >= Date.parse(ends)) continue;
        const mark = document.createElement("strong");
        mark.className = "session-mark";
        mark.textContent = now >= Date.parse(starts) ? sayNow : sayNext;
        time.after(" ", mark);
        time.closest("li")?.classList.add("is-next");
        break;
      }
    }
  }
  function publicAddress() {
    const canonical = document.querySelector('link[rel="canonical"]');
    return canonical instanceof HTMLLinkElement ? canonical.href : location.href;
  }
  function offerSubscription(download) {
    const feed = new URL(download.getAttribute("href") ?? "", publicAddress());
    if (feed.protocol !== "https:" && feed.protocol !== "http:") return;
    const name = encodeURIComponent(download.dataset.feed ?? "");
    const webcal = feed.href.replace(/^https?:/, "webcal:");
    const ways = {
      webcal,
      google: `https://calendar.google.com/calendar/r?cid=${encodeURIComponent(webcal)}`,
      outlook: `https://outlook.live.com/calendar/0/addfromweb?url=${encodeURIComponent(feed.href)}&name=${name}`,
      office: `https://outlook.office.com/calendar/0/addfromweb?url=${encodeURIComponent(feed.href)}&name=${name}`
    };
    for (const way of download.closest("ul")?.querySelectorAll("a[data-way]") ?? []) {
      if (!(way instanceof HTMLAnchorElement)) continue;
      way.href = ways[way.dataset.way ?? ""] ?? "";
      way.closest("li")?.removeAttribute("hidden");
    }
  }
  function printAlone(button) {
    const root = document.documentElement;
    button.addEventListener("click", () => {
      root.dataset.print = button.dataset.print;
      addEventListener("afterprint", () => delete root.dataset.print, { once: true });
      print();
    });
  }
  function openCalendar() {
    markNext();
    for (const download of document.querySelectorAll("a[data-feed]")) {
      if (download instanceof HTMLAnchorElement) offerSubscription(download);
    }
    for (const button of document.querySelectorAll("button[data-print]")) {
      if (button instanceof HTMLButtonElement) printAlone(button);
    }
  }

  // build_tools/scripts/cohort/fee-timeline.js
  function markFee() {
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

  // build_tools/scripts/cohort/state.js
  function stateAt(instants, now) {
    const at = (name) => Date.parse(instants[name] ?? "");
    if (now >= at("ends")) return "over";
    if (now >= at("opens") && now < at("closes")) return "open";
    if (now >= at("starts")) return "running";
    return now < at("opens") ? "before" : "next";
  }
  function tellState() {
    for (const place of document.querySelectorAll(".cohort-state")) {
      if (!(place instanceof HTMLElement)) continue;
      const state = stateAt(place.dataset, Date.now());
      place.classList.add(`is-${state}`);
      place.textContent = place.dataset[`say${state[0].toUpperCase()}${state.slice(1)}`] ?? "";
    }
  }

  // build_tools/scripts/cohort/main.js
  openCalendar();
  tellState();
  markFee();
})();
