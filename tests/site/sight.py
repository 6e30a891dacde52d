"""What a page looks like once it is laid out: what is too wide, which colours text and ground have."""

from __future__ import annotations

from dataclasses import dataclass

from playwright.sync_api import Page

# Elements that reach over the right edge, outside of boxes that scroll or cut by themselves; the innermost ones.
_TOO_WIDE = """() => {
  const root = document.scrollingElement;
  if (root.scrollWidth <= root.clientWidth) return [];
  const isLoose = (element) => {
    for (let box = element.parentElement; box && box !== document.body; box = box.parentElement)
      if (getComputedStyle(box).overflowX !== "visible") return false;
    return true;
  };
  const wide = [...document.body.querySelectorAll("*")].filter((element) => {
    const box = element.getBoundingClientRect();
    return box.width > 0 && box.right > root.clientWidth + 0.5 && isLoose(element);
  });
  const innermost = wide.filter((element) => !wide.some((other) => other !== element && element.contains(other)));
  const named = innermost.slice(0, 5).map((element) => {
    const name = element.tagName.toLowerCase() + (element.id ? "#" + element.id : "");
    const classes = [...element.classList].map((each) => "." + each).join("");
    const words = element.textContent.trim().replace(/\\s+/g, " ").slice(0, 40);
    return `${name}${classes} “${words}” ends at ${Math.round(element.getBoundingClientRect().right)}`;
  });
  return [`${root.scrollWidth} wide in ${root.clientWidth}: ${named.join("; ") || "no single element"}`];
}"""

# A canvas understands every way of writing a colour that the browser does.
_COLOURS = """(selector) => {
  const canvas = document.createElement("canvas").getContext("2d", {willReadFrequently: true});
  const over = (colours) => {
    canvas.clearRect(0, 0, 1, 1);
    for (const colour of ["#fff", ...colours]) { canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1); }
    return [...canvas.getImageData(0, 0, 1, 1).data.slice(0, 3)];
  };
  const grounds = (element) => {
    const found = [];
    for (let box = element; box; box = box.parentElement) found.unshift(getComputedStyle(box).backgroundColor);
    return found;
  };
  const seen = new Map();
  for (const element of document.querySelectorAll(selector)) {
    const words = [...element.childNodes].filter((node) => node.nodeType === 3 && node.data.trim());
    if (!words.length || !element.checkVisibility({visibilityProperty: true, opacityProperty: true})) continue;
    const under = grounds(element);
    const text = over([...under, getComputedStyle(element).color]), ground = over(under);
    const key = `${text} ${ground}`;
    if (!seen.has(key)) seen.set(key, {text, ground, sample: words[0].data.trim().slice(0, 40)});
  }
  return [...seen.values()];
}"""

# What is kept back on purpose says so: hidden from everyone, or folded away under a summary.
# What only scripts can use is rightly hidden where none runs.
_UNSEEN = """() => [...document.querySelectorAll("main :is(h1, h2, h3, p, li, td, th, dt, dd)")]
  .filter((element) => element.textContent.trim())
  .filter((element) => !element.closest("[hidden], template, dialog, noscript, .with-script"))
  .filter((element) => !element.closest("details:not([open]) > :not(summary)"))
  .filter((element) => !element.checkVisibility({visibilityProperty: true, opacityProperty: true}))
  .map((element) => element.textContent.trim().slice(0, 40))"""


@dataclass(frozen=True)
class Colours:
    """The colour of some text and of what lies below it: red, green and blue from 0 to 255."""

    text: tuple[int, int, int]
    ground: tuple[int, int, int]
    sample: str

    @property
    def contrast(self) -> float:
        """WCAG's contrast ratio, from 1 to 21."""
        darker, lighter = sorted((luminance(self.text), luminance(self.ground)))
        return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: tuple[int, int, int]) -> float:
    """WCAG's relative luminance, from 0 for black to 1 for white."""
    parts = (value / 255 for value in colour)
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def too_wide(page: Page) -> list[str]:
    """Why the page scrolls sideways, if it does."""
    found: list[str] = page.evaluate(_TOO_WIDE)
    return found


def unseen(page: Page) -> list[str]:
    """The texts of the page's own content that cannot be seen."""
    found: list[str] = page.evaluate(_UNSEEN)
    return found


def colours(page: Page, selector: str) -> list[Colours]:
    """The different colours of the visible texts that stand directly in the selected elements."""
    found = page.evaluate(_COLOURS, selector)
    return [Colours(tuple(each["text"]), tuple(each["ground"]), each["sample"]) for each in found]
