// Made by `make scripts` of the modules named below, in build_tools/scripts: change those.
"use strict";
(() => {
  // build_tools/scripts/search/main.js
  var script = document.currentScript;
  Object.assign(Documentation.TRANSLATIONS, JSON.parse(script?.dataset.sayings ?? "{}"));
})();
