/** The few things every element does to the page. Words come from data-*, never from here. */
import { fill } from "./fill.js";
import { onChange } from "./store.js";

export const root = document.documentElement;

/** Digits as the pages write them: Latin in every language. */
export const locale = () => `${root.lang || "nl"}-u-nu-latn`;

/** An element of our own, that shows itself again after every change of the store. */
export class Live extends HTMLElement {
  #off = () => {};
  #ready = false;

  connectedCallback() {
    if (!this.#ready) this.start();
    this.#ready = true;
    this.#off = onChange(() => this.show());
    this.show();
  }

  disconnectedCallback() {
    this.#off();
  }

  /** Once: listeners. */
  start() {}

  /** After every change: what is seen. */
  show() {}

  /** A word of this element. @param {string} key @param {Record<string, string | number>} [values] */
  word(key, values = {}) {
    return fill(this.getAttribute(`data-${key}`) ?? "", values);
  }

  /** The element inside that must be there: pages and modules are built together. @param {string} selector @returns {any} */
  find(selector) {
    return this.querySelector(selector) ?? document.createElement("span");
  }
}

/**
 * @param {string} tag
 * @param {Record<string, string | boolean | undefined>} [attributes] true sets an empty one; false and undefined leave it out
 * @param {...(Node | string)} inside
 */
export function make(tag, attributes = {}, ...inside) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false) node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...inside);
  return node;
}

const SVG = "http://www.w3.org/2000/svg";

/** @param {string} tag @param {Record<string, string | number>} [attributes] @param {...(Node | string)} inside @returns {SVGElement} */
export function svgNode(tag, attributes = {}, ...inside) {
  const node = /** @type {SVGElement} */ (document.createElementNS(SVG, tag));
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, String(value));
  node.append(...inside);
  return node;
}

/** A drawing by name, as ui/parts.py makes it. @param {string} name @param {string} [kind] @param {string} [box] */
export const drawing = (name, kind = "", box = "0 0 96 96") =>
  svgNode("svg", { viewBox: box, class: kind, "aria-hidden": "true", focusable: "false" }, svgNode("use", { href: drawingHref(name) }));

/** All drawings are in one file, so that what a phone asks for says nothing about the child or the search. @param {string} name */
export const drawingHref = (name) => `/drawings/alle.svg#${name}`;

/** @param {string} name */
export const icon = (name) => drawing(`i-${name}`, "ic", "0 0 24 24");

/** A name for something new on this phone; works on plain http too. */
export const newId = () => Date.now().toString(36) + Math.random().toString(36).slice(2, 10);

/** @param {string} tag @param {CustomElementConstructor} element */
export function define(tag, element) {
  if (!customElements.get(tag)) customElements.define(tag, element);
}
