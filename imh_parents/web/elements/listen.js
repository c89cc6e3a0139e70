import { Live, define, root } from "../dom.js";

const speech = globalThis.speechSynthesis;
const PARTS = ".head h1, .head .ok, .says, :is(.opening, .try, .repair) :is(h2, p, li)";

/** Who speaks now. Its utterances are held here, or Chrome forgets to say that they ended. @type {{by: Listen, queue: SpeechSynthesisUtterance[]} | null} */
let speaking = null;

function hush() {
  const { by } = speaking ?? {};
  speaking = null;
  speech?.cancel();
  by?.show();
}

/** Reads the card aloud. Only with a voice that lives on the phone: others send the words to their maker. */
class Listen extends Live {
  /** @override */
  start() {
    this.addEventListener("click", () => (speaking?.by === this ? hush() : this.#play()));
    speech?.addEventListener?.("voiceschanged", () => this.show());
    addEventListener("pagehide", hush);
  }

  /** @override */
  show() {
    const on = speaking?.by === this;
    this.hidden = !this.#voice();
    this.toggleAttribute("data-playing", on);
    this.find("button > span").textContent = this.word(on ? "stop" : "play");
  }

  #voice() {
    const language = this.word("lang");
    const voices = (speech?.getVoices() ?? []).filter((voice) => voice.localService && code(voice.lang).split("-")[0] === language);
    return voices.find((voice) => code(voice.lang).endsWith("-be")) ?? voices.find((voice) => voice.default) ?? voices[0];
  }

  #play() {
    hush();
    const voice = this.#voice();
    if (!voice) return;
    const queue = sentences(this.word("lang")).map((text) => {
      const one = new SpeechSynthesisUtterance(text);
      one.voice = voice;
      one.lang = voice.lang;
      return one;
    });
    const run = (speaking = { by: this, queue });
    const end = () => speaking === run && hush();
    for (const one of queue) one.addEventListener("error", end);
    queue.at(-1)?.addEventListener("end", end);
    for (const one of queue) speech.speak(one);
    this.show();
  }
}

/** Android writes nl_NL. @param {string} language */
const code = (language) => language.toLowerCase().replace("_", "-");

/** The card in pieces of one sentence, because Chrome falls silent after fifteen seconds. @param {string} language */
function sentences(language) {
  const blocks = [...document.querySelectorAll(PARTS)].filter((block) => !block.closest(".beside") && !block.querySelector("p, li"));
  const texts = blocks.map((block) => (block.textContent ?? "").replace(/\s+/g, " ").trim());
  if (!Intl.Segmenter) return texts.flatMap((text) => text.match(/[^.!?؟…]+[.!?؟…’”]*/g) ?? []);
  const cutter = new Intl.Segmenter(language || root.lang, { granularity: "sentence" });
  return texts.flatMap((text) => [...cutter.segment(text)].map(({ segment }) => segment.trim())).filter(Boolean);
}

define("imh-listen", Listen);
