// The thermometer: where readings are taken and compared, and those of a group read together.

import { openDesk } from "./desk.js";
import { openGroup } from "./group.js";
import { findPage } from "./page.js";

const page = findPage();
if (page) {
  openDesk(page);
  const group = document.querySelector(".thermometer-group");
  if (group instanceof HTMLElement) openGroup(page, group);
}
