/** Instellingen. */
import "./elements/settings.js";
import "./push/soon.js";
