/** Wie is er in de buurt? */
import "./elements/finder.js";
