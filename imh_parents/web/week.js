/** The pages of the week. */
import "./elements/week.js";
import "./elements/copy.js";
import "./elements/print.js";
