/** Ontdek. */
import "./elements/search.js";
