/** Mijn dorp. */
import "./elements/village.js";
import "./elements/asks.js";
