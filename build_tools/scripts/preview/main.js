// Handed out by `coursewright serve` alone. Reloads the page when the server has another version of the site.

const own = /** @type {HTMLScriptElement} */ (document.currentScript);
const events = own.dataset.events ?? "";
/** @type {EventSource | null} */
let source = null;

// Browsers grant a host six connections: a page that nobody sees gives its own back and asks again when it is seen.
const listen = () => {
  if (document.hidden) {
    source?.close();
    source = null;
  } else if (source === null) {
    source = new EventSource(events);
    source.addEventListener("version", (event) => {
      if (event.data !== own.dataset.version) location.reload();
    });
  }
};
document.addEventListener("visibilitychange", listen);
addEventListener("pagehide", () => source?.close());
listen();
