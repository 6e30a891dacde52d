// Made by `make scripts` of the modules named below, in build_tools/scripts: change those.
"use strict";
(() => {
  // build_tools/scripts/scheme/main.js
  var root = document.documentElement;
  root.classList.add("js");
  var chosen = null;
  try {
    chosen = localStorage.getItem("theme");
  } catch {
  }
  if (chosen === "light" || chosen === "dark") root.dataset.theme = chosen;
})();
