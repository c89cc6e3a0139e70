/**
 * The card on the page as a PNG, made on this phone. Drawings go through an image of their own, with each token as its
 * light colour; words are drawn by the canvas, which has the page's fonts and knows how Arabic is joined.
 */

const SCALE = 3;
const TOKEN = /var\(--[\w-]+,\s*(#[0-9a-f]{3,8})\)/gi;

/** The card without words and without anything from outside it. @param {SVGSVGElement} card */
export function alone(card) {
  const copy = /** @type {SVGSVGElement} */ (card.cloneNode(true));
  for (const text of copy.querySelectorAll("text")) text.remove();
  for (const use of copy.querySelectorAll("use")) {
    const symbol = document.querySelector(`symbol[id="${CSS.escape((use.getAttribute("href") ?? "").split("#")[1] ?? "")}"]`);
    use.replaceWith(...(symbol ? [...symbol.children].map((child) => child.cloneNode(true)) : []));
  }
  const { width, height } = card.viewBox.baseVal;
  copy.setAttribute("width", String(width * SCALE));
  copy.setAttribute("height", String(height * SCALE));
  return new XMLSerializer().serializeToString(copy).replace(TOKEN, "$1");
}

/** @param {SVGSVGElement} card @returns {Promise<Blob>} */
export async function picture(card) {
  const { width, height } = card.viewBox.baseVal;
  const canvas = Object.assign(document.createElement("canvas"), { width: width * SCALE, height: height * SCALE });
  const pen = canvas.getContext("2d");
  if (!pen) throw new Error("no canvas");
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(alone(card))}`;
  await Promise.all([image.decode(), document.fonts.ready]);
  pen.drawImage(image, 0, 0, canvas.width, canvas.height);
  for (const text of card.querySelectorAll("text")) write(pen, text);
  return new Promise((resolve, reject) => canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("no picture"))), "image/png"));
}

/** @param {CanvasRenderingContext2D} pen @param {SVGTextElement} text */
function write(pen, text) {
  /** @param {string} name */
  const number = (name) => Number(text.getAttribute(name)) * SCALE;
  pen.font = `${text.getAttribute("font-weight")} ${number("font-size")}px ${getComputedStyle(text).fontFamily}`;
  pen.fillStyle = (text.getAttribute("fill") ?? "").replace(TOKEN, "$1");
  pen.textAlign = "center";
  pen.direction = document.dir === "rtl" ? "rtl" : "ltr";
  pen.fillText(text.textContent ?? "", number("x"), number("y"));
}
