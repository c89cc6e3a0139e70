import { Live, define, drawingHref, make } from "../dom.js";
import { share } from "../share.js";
import { compose } from "../thanks/lines.js";
import { picture } from "../thanks/picture.js";

const SVG = "http://www.w3.org/2000/svg";

/** Bedankt, dorp: the card follows every choice, and leaves this phone only through the share sheet. Nothing is kept. */
class ThanksCard extends Live {
  #pen = document.createElement("canvas").getContext("2d");

  /** @override */
  start() {
    const form = this.find("form");
    form.addEventListener("submit", (/** @type {SubmitEvent} */ event) => event.preventDefault());
    form.addEventListener("input", (/** @type {Event} */ event) => {
      const { target } = event;
      if (target instanceof HTMLSelectElement) this.find("#woorden").value = target.value;
      this.#draw();
    });
    this.find(".send").addEventListener("click", () => void this.#send());
    this.#draw();
    void document.fonts.ready.then(() => this.#draw()); // lines were cut to another font
  }

  #draw() {
    const chosen = this.find('[name="tekening"]:checked');
    const card = this.find(".k-card");
    this.find(".k-art use").setAttribute("href", this.#href(chosen.value));
    this.find(".k-sheet").setAttribute("fill", chosen.getAttribute("data-tint"));
    const words = this.find("#woorden").value.trim();
    const [to, from] = [this.#name("to", "#voor"), this.#name("from", "#van")];
    this.find(".k-to").textContent = to;
    this.find(".k-from").textContent = from;
    const lines = compose(words, (text, size) => this.#width(text, size));
    this.find(".k-words").replaceChildren(...lines.map((line) => this.#line(line)));
    card.setAttribute("aria-label", [to, words, from].filter(Boolean).join("\n"));
  }

  /** The drawings stand in the page, where the build put them; before that they are files. @param {string} name */
  #href = (name) => (document.querySelector(`symbol[id="${CSS.escape(name)}"]`) ? `#${name}` : drawingHref(name));

  /** @param {string} key @param {string} field */
  #name(key, field) {
    const name = this.find(field).value.trim();
    return name && this.word(key, { name });
  }

  /** @param {string} text @param {number} size */
  #width(text, size) {
    if (!this.#pen) return text.length * size * 0.55;
    this.#pen.font = `730 ${size}px ${getComputedStyle(this).fontFamily}`;
    return this.#pen.measureText(text).width;
  }

  /** @param {import("../thanks/lines.js").Line} line */
  #line({ text, y, size }) {
    const node = document.createElementNS(SVG, "text");
    const attributes = { x: 180, y, fill: this.find(".k-words").getAttribute("data-fill"), "text-anchor": "middle", "font-size": size, "font-weight": 730 };
    for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, String(value));
    node.textContent = text;
    return node;
  }

  async #send() {
    const said = this.find(".acts-row .said");
    said.textContent = "";
    try {
      const blob = await picture(this.find(".k-card"));
      const file = new File([blob], `${this.word("file")}.png`, { type: "image/png" });
      if (navigator.canShare?.({ files: [file] }) && (await share({ files: [file] }))) return;
      this.#save(file);
      said.textContent = this.word("saved");
    } catch {
      said.textContent = this.word("broken");
    }
  }

  /** @param {File} file */
  #save(file) {
    const url = URL.createObjectURL(file);
    make("a", { href: url, download: file.name }).click();
    setTimeout(() => URL.revokeObjectURL(url), 60_000);
  }
}

define("imh-thanks", ThanksCard);
