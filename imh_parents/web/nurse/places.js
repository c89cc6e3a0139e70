/**
 * The places of a set. What is known of them stands in the province files of the finder; a whole province is fetched, never one place.
 * @import { Service } from "../finder/match.js"
 * @import { Book } from "../set-book.js"
 */
import { places, province } from "../finder/load.js";

/** @typedef {{number: number, service: Service}} Numbered */

/** Every place of a province that a set can hold, with its number. @param {Book} book @param {string} name @returns {Promise<Numbered[]>} */
export async function placesIn(book, name) {
  const services = new Map((await province(name)).map((service) => [service.id, service]));
  return Object.entries(book.places).flatMap(([number, [home, id]]) => {
    const service = home === name ? services.get(id) : undefined;
    return service ? [{ number: Number(number), service }] : [];
  });
}

/** The places with these numbers, in their order; what is not there any more is left out. @param {Book} book @param {number[]} numbers */
export async function placesOf(book, numbers) {
  const homes = new Set(numbers.flatMap((number) => book.places[number]?.[0] ?? []));
  const all = (await Promise.all([...homes].map((home) => placesIn(book, home)))).flat();
  return numbers.flatMap((number) => all.find((one) => one.number === number) ?? []);
}

/** The names of the municipalities, by their number. @returns {Promise<Map<string, string>>} */
export const townNames = async () => new Map((await places()).map(({ nis, town }) => [nis, town]));
