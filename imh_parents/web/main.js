/** Every page. */
import { keepDressed } from "./dress.js";
import { root } from "./dom.js";
import { keepOffline } from "./worker.js";
import "./elements/night.js";
import "./elements/save.js";
import "./elements/share.js";
import "./elements/listen.js";
import "./elements/beside.js";
import "./elements/own.js";
import "./elements/ask.js";
import "./elements/saved.js";
import "./elements/kept.js";

root.classList.add("js");
keepDressed();
keepOffline();
