/** Berichten: the inbox, and being told. */
import "./elements/inbox.js";
import "./push/soon.js";
