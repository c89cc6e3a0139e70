/** Bedankt, dorp. */
import "./elements/thanks.js";
import "./elements/print.js";
