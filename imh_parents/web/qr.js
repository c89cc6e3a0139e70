/** QR codes on this phone: drawn here, sent nowhere. */
import { correction, generate } from "lean-qr";
import { toSvgPath } from "lean-qr/extras/svg";

const SVG = "http://www.w3.org/2000/svg";
const LARGEST = 30; // version: finer squares cannot be read from a phone

/**
 * A code as a drawing, with the quiet edge cameras want; the sheets keep it dark on light at night too.
 * Throws when the text is too long. @param {string} text @param {"L" | "M"} [level] how much may be covered or worn
 */
export function qr(text, level = "L") {
  const code = generate(text, { maxVersion: LARGEST, minCorrectionLevel: correction[level] });
  const svg = document.createElementNS(SVG, "svg");
  const path = svg.appendChild(document.createElementNS(SVG, "path"));
  svg.setAttribute("viewBox", `-4 -4 ${code.size + 8} ${code.size + 8}`);
  svg.setAttribute("shape-rendering", "crispEdges");
  path.setAttribute("d", toSvgPath(code));
  path.setAttribute("fill", "currentColor");
  return svg;
}
