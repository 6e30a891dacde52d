// What moves with the clock on the pages of editions and on those that list them.

import { openCalendar } from "./calendar.js";
import { markFee } from "./fee-timeline.js";
import { tellState } from "./state.js";

openCalendar();
tellState();
markFee();
