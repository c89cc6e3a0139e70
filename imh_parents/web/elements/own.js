import { Live, define, make } from "../dom.js";
import { personRow } from "../person.js";
import { read } from "../store.js";

const MOST = 4; // a card stays a card; all of them stand in Mijn dorp

/** The family's own people, first in line on a card. */
class Own extends Live {
  /** @override */
  show() {
    const people = read().people.filter((person) => person.phone).slice(0, MOST);
    const rows = people.map((person, index) => personRow(person, index, (key, values) => this.word(key, values)));
    this.hidden = !rows.length;
    this.replaceChildren(make("ul", { class: "whos" }, ...rows));
  }
}

define("imh-own", Own);
