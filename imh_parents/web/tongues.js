/** The languages at the foot lead to this page in another language: what stands behind the # goes along. */
export function carryHash() {
  for (const link of /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll("#talen a"))) link.hash = location.hash;
}
