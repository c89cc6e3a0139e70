/** places.csv as the phone gets it (village/files.py), for tests. */
import { readFileSync } from "node:fs";

const PROVINCES = ["antwerpen", "brussel", "limburg", "oost-vlaanderen", "vlaams-brabant", "west-vlaanderen"];

/** @returns {import("../../imh_parents/web/finder/places.js").PlaceFile} */
export function table() {
  const lines = readFileSync(new URL("../../imh_parents/village/places/places.csv", import.meta.url), "utf8").trim().split("\n").filter((line) => !line.startsWith("#")).slice(1);
  const rows = lines.map((line) => line.split(","));
  const towns = [...new Map(rows.map(([, , town = "", nis = "", province = ""]) => [nis, /** @type {[string, string, number]} */ ([town, nis, PROVINCES.indexOf(province)])])).values()];
  const index = new Map(towns.map(([, nis], at) => [nis, at]));
  return {
    provinces: PROVINCES,
    towns,
    places: rows.map(([code = "", name = "", , nis = "", , lat, lon, also]) => [code, name, index.get(nis) ?? 0, Math.round(Number(lat) * 10_000), Math.round(Number(lon) * 10_000), ...(also ? also.split("|") : [])]),
  };
}
