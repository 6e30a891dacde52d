// The composer: where a group writes its own curriculum.

import { readCourse } from "./course.js";
import { openDesk } from "./desk.js";
import { openForm } from "./form.js";
import { findPage } from "./page.js";
import { portrait } from "./portrait.js";
import * as privacy from "./privacy.js";
import { readingFor } from "./reading.js";
import { search } from "./search.js";
import * as writing from "./writing.js";

const page = findPage();
if (page) {
  const form = openForm(page.desk);
  openDesk(page, form);
  // What the tests compare with the tool's own figures.
  const coursewrightComposer = {
    form,
    portrait,
    privacy,
    readCourse,
    reading: readingFor(page.course),
    search,
    writing,
  };
  Object.assign(globalThis, { coursewrightComposer });
}
