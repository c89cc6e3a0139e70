/** Where a nurse makes a set, and what is printed. */
import "./elements/maker.js";
import "./elements/place-pick.js";
import "./elements/print.js";
