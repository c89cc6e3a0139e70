/** Vandaag and the road. */
import "./elements/today.js";
import "./elements/road.js";
import "./elements/week.js";
import "./push/soon.js";
