// Marks the session that is going on or comes next, tells calendar programs where the feed is, prints the calendar
// alone. The instants stand in the page with their offset, so the reader's own time zone makes no difference.

/** In every list of sessions. */
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

/** Where the page is public, whichever address it is looked at from. */
function publicAddress() {
  const canonical = document.querySelector('link[rel="canonical"]');
  return canonical instanceof HTMLLinkElement ? canonical.href : location.href;
}

/** @param {HTMLAnchorElement} download */
function offerSubscription(download) {
  const feed = new URL(download.getAttribute("href") ?? "", publicAddress());
  if (feed.protocol !== "https:" && feed.protocol !== "http:") return;
  const name = encodeURIComponent(download.dataset.feed ?? "");
  const webcal = feed.href.replace(/^https?:/, "webcal:");
  /** @type {Record<string, string>} */
  const ways = {
    webcal,
    google: `https://calendar.google.com/calendar/r?cid=${encodeURIComponent(webcal)}`,
    outlook: `https://outlook.live.com/calendar/0/addfromweb?url=${encodeURIComponent(feed.href)}&name=${name}`,
    office: `https://outlook.office.com/calendar/0/addfromweb?url=${encodeURIComponent(feed.href)}&name=${name}`,
  };
  for (const way of download.closest("ul")?.querySelectorAll("a[data-way]") ?? []) {
    if (!(way instanceof HTMLAnchorElement)) continue;
    way.href = ways[way.dataset.way ?? ""] ?? "";
    way.closest("li")?.removeAttribute("hidden");
  }
}

/** @param {HTMLButtonElement} button */
function printAlone(button) {
  const root = document.documentElement;
  button.addEventListener("click", () => {
    root.dataset.print = button.dataset.print;
    addEventListener("afterprint", () => delete root.dataset.print, { once: true });
    print();
  });
}

/** All that a calendar does in the browser. */
export function openCalendar() {
  markNext();
  for (const download of document.querySelectorAll("a[data-feed]")) {
    if (download instanceof HTMLAnchorElement) offerSubscription(download);
  }
  for (const button of document.querySelectorAll("button[data-print]")) {
    if (button instanceof HTMLButtonElement) printAlone(button);
  }
}
