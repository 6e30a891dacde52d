// Before the first paint: says that scripts run, and takes the colour scheme that the reader chose last time.

const root = document.documentElement;
root.classList.add("js");
let chosen = null;
try {
  chosen = localStorage.getItem("theme");
} catch {
  // The browser keeps nothing for this site: the device's own scheme is used.
}
if (chosen === "light" || chosen === "dark") root.dataset.theme = chosen;
