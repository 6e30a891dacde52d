// Made by `make scripts` of the modules named below, in build_tools/scripts: change those.
"use strict";
(() => {
  // build_tools/scripts/preview/main.js
  var own = (
    /** @type {HTMLScriptElement} */
    document.currentScript
  );
  var events = own.dataset.events ?? "";
  var source = null;
  var listen = () => {
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
})();
