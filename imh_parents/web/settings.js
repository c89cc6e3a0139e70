/** Instellingen. */
import "./elements/settings.js";
