import { Live, define } from "../dom.js";
import { houses } from "../people.js";
import { change, read } from "../store.js";
import { Card } from "../village/card.js";
import { spots } from "../village/picture.js";
import { villageRow } from "../village/row.js";
import { MOST, RINGS, isFull } from "../shape.js";
import { offerBack, putBack } from "../undo.js";

/** @import { Person } from "../shape.js" */

/** Mijn dorp: the people around a child in two rings, kept on this phone only. */
class Village extends Live {
  /** @type {Card | undefined} */ #card;

  /** @override */
  start() {
    this.#card = new Card(this.find("dialog"), {
      word: (key, values) => this.word(key, values),
      keep: (person, fresh) => this.#keep(person, fresh),
      remove: (id) => this.#remove(id),
    });
    for (const button of /** @type {NodeListOf<HTMLElement>} */ (this.querySelectorAll(".add"))) button.addEventListener("click", () => this.#add(button.dataset));
  }

  /** @override */
  show() {
    const { people } = read();
    const house = houses(people);
    const word = (/** @type {string} */ key, values = {}) => this.word(key, values);
    this.find(".spots").replaceChildren(...spots(people, house, word, () => this.#add()));
    for (const ring of RINGS) {
      const rows = people.filter((person) => person.ring === ring);
      this.find(`[data-empty="${ring}"]`).hidden = rows.length > 0;
      this.find(`[data-people="${ring}"]`).replaceChildren(
        ...rows.map((person) => villageRow(person, house.get(person.id) ?? "h1", word, () => this.#card?.open(person))),
      );
    }
  }

  /** @param {DOMStringMap} [asked] */
  #add({ ring = "", role = "" } = {}) {
    if (isFull(read(), "people")) return this.#say("most", { n: MOST.people });
    this.#card?.open(null, { ring: ring === "rond" ? "rond" : "dichtbij", role });
  }

  /** @param {string} key @param {Record<string, string | number>} values */
  #say(key, values) {
    this.find(".said").textContent = this.word(key, values);
    this.find(".said").scrollIntoView({ block: "nearest" });
  }

  /** @param {Person} person @param {boolean} fresh */
  #keep(person, fresh) {
    const kept = change((draft) => {
      const at = draft.people.findIndex(({ id }) => id === person.id);
      draft.people.splice(at < 0 ? draft.people.length : at, 1, person);
    });
    this.#tell(person, kept ? (fresh ? "added" : "saved") : "full");
  }

  /** @param {Person} person @param {string} key */
  #tell(person, key) {
    this.find(".said").textContent = this.word(key, person);
    /** @type {HTMLElement | null} */ (this.querySelector(`#mens-${CSS.escape(person.id)} .open`))?.focus();
  }

  /** @param {string} gone */
  #remove(gone) {
    const { people } = read();
    const at = people.findIndex(({ id }) => id === gone);
    const person = people[at];
    if (!person) return;
    if (!change((draft) => void (draft.people = draft.people.filter(({ id }) => id !== gone)))) {
      this.find(`.another[data-ring="${person.ring}"]`).focus();
      return this.#say("full", {});
    }
    offerBack(this.find(".said"), { gone: this.word("removed", person), back: this.word("undo") }, () => {
      this.#tell(person, change((draft) => putBack(draft.people, person, at, ({ id }) => id)) ? "back" : "full");
    });
  }
}

define("imh-village", Village);
