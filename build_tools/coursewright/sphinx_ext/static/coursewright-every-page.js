// Made by `make scripts` of the modules named below, in build_tools/scripts: change those.
"use strict";
(() => {
  // build_tools/scripts/every-page/menu.js
  function openMenu(button) {
    const menu = document.getElementById(button.getAttribute("aria-controls") ?? "");
    if (!menu) return;
    const show = (open) => {
      menu.classList.toggle("is-open", open);
      button.setAttribute("aria-expanded", String(open));
    };
    button.addEventListener("click", () => show(button.getAttribute("aria-expanded") !== "true"));
    document.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && button.getAttribute("aria-expanded") === "true") {
        show(false);
        button.focus();
      }
    });
  }

  // build_tools/scripts/every-page/scheme-button.js
  var root = document.documentElement;
  var SCHEMES = ["auto", "light", "dark"];
  function chooseScheme(button) {
    const tell = (scheme) => {
      button.textContent = button.dataset[scheme] ?? scheme;
    };
    tell(root.dataset.theme ?? "auto");
    button.addEventListener("click", () => {
      const next = SCHEMES[(SCHEMES.indexOf(root.dataset.theme ?? "auto") + 1) % SCHEMES.length];
      if (next === "auto") delete root.dataset.theme;
      else root.dataset.theme = next;
      tell(next);
      try {
        localStorage.setItem("theme", next);
      } catch {
      }
    });
  }

  // build_tools/scripts/every-page/main.js
  var menuButton = document.querySelector(".menu-button");
  if (menuButton instanceof HTMLButtonElement) openMenu(menuButton);
  var schemeButton = document.querySelector(".scheme-button");
  if (schemeButton instanceof HTMLButtonElement) chooseScheme(schemeButton);
})();
