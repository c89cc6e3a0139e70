import { Live, define, make } from "../dom.js";
import { houses, nearFirst } from "../people.js";
import { personRow } from "../person.js";
import { dial } from "../reach.js";
import { read } from "../store.js";

const MOST = 4; // a card stays a card; all of them stand in Mijn dorp

/** The family's own people, first in line on a card; those you know before those whose work it is. */
class Own extends Live {
  /** @override */
  show() {
    const all = read().people;
    const house = houses(all);
    const people = nearFirst(all).filter(({ phone }) => dial(phone)).slice(0, MOST);
    const rows = people.map((person) => personRow(person, house.get(person.id) ?? "h1", (key, values) => this.word(key, values)));
    this.hidden = !rows.length;
    this.replaceChildren(make("ul", { class: "whos" }, ...rows));
  }
}

define("imh-own", Own);
