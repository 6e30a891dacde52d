// The menu on narrow screens and the choice of colours. Everything else works without scripts.

import { openMenu } from "./menu.js";
import { chooseScheme } from "./scheme-button.js";

const menuButton = document.querySelector(".menu-button");
if (menuButton instanceof HTMLButtonElement) openMenu(menuButton);
const schemeButton = document.querySelector(".scheme-button");
if (schemeButton instanceof HTMLButtonElement) chooseScheme(schemeButton);
