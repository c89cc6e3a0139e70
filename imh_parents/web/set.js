/** A set from the nurse, the sets this phone keeps, and the questions for the next time. */
import "./elements/set.js";
import "./elements/sets.js";
import "./elements/questions.js";
