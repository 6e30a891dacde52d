// @ts-check
// The menu on narrow screens and the choice of colours. Everything else works without scripts.
(() => {
  const root = document.documentElement;

  /** @param {HTMLButtonElement} button */
  function openMenu(button) {
    const menu = document.getElementById(button.getAttribute("aria-controls") ?? "");
    if (!menu) return;
    /** @param {boolean} open */
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

  const SCHEMES = ["auto", "light", "dark"];

  /** @param {HTMLButtonElement} button */
  function chooseScheme(button) {
    /** @param {string} scheme */
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
        // The browser keeps nothing for this site: the choice lasts as long as the page.
      }
    });
  }

  const menuButton = document.querySelector(".menu-button");
  if (menuButton instanceof HTMLButtonElement) openMenu(menuButton);
  const schemeButton = document.querySelector(".scheme-button");
  if (schemeButton instanceof HTMLButtonElement) chooseScheme(schemeButton);
})();
