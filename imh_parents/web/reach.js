/** How to reach somebody whose number a parent typed. Pure. */
import { latin } from "./latin.js";

/** What a number may hold when it is kept. */
export const NUMBER = /^[0-9+ ()./-]{0,24}$/;

/** A number as it is kept. @param {string} phone */
export const tidied = (phone) => latin(phone).trim();

/** What a phone dials; the trunk zero in +32 (0)470 and 0032 (0)470 falls away. @param {string} phone */
export const dial = (phone) => latin(phone).replace(/(?<=(?:\+|^\D*00).*)\(0\)/, "").replace(/[^\d+]/g, "").replace(/(?!^)\+/g, "");

/** @param {string} phone @param {string} [words] with no number the phone asks for whom it is */
export const smsLink = (phone, words = "") => `sms:${dial(phone)}${words && `?&body=${encodeURIComponent(words)}`}`;

/**
 * The number as WhatsApp wants it: with the country, digits only. Empty when that is not certain, or a Belgian landline.
 * @param {string} phone
 */
export function international(phone) {
  const number = dial(phone);
  const digits = number.startsWith("+") ? number.slice(1) : number.startsWith("00") ? number.slice(2) : /^04\d{8}$/.test(number) ? `32${number.slice(1)}` : "";
  if (!/^[1-9]\d{7,14}$/.test(digits)) return "";
  return digits.startsWith("32") && !/^324\d{8}$/.test(digits) ? "" : digits;
}

/** Empty when the number is not fit for it; without a number WhatsApp asks for whom it is. @param {string} phone @param {string} [words] */
export function whatsappLink(phone, words = "") {
  const number = international(phone);
  if (!number && (phone || !words)) return "";
  return `https://wa.me/${number}${words && `?text=${encodeURIComponent(words)}`}`;
}

/** The phone's own map app; nothing is asked of anybody else. @param {string} place @param {string} system navigator.userAgent */
export function mapLink(place, system) {
  const where = encodeURIComponent(place);
  return /iPhone|iPad|Macintosh/.test(system) ? `maps:?q=${where}` : `geo:0,0?q=${where}`;
}
