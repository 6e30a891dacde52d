// The choice of colours, which the browser keeps.

const root = document.documentElement;
const SCHEMES = ["auto", "light", "dark"];

/**
 * Each press takes the next scheme.
 * @param {HTMLButtonElement} button
 */
export function chooseScheme(button) {
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
