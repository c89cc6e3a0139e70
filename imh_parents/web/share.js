/**
 * The phone's own share sheet.
 * @param {ShareData} data @returns {Promise<boolean>} false when there is none or it failed; closing it is no failure
 */
export async function share(data) {
  if (!navigator.share) return false;
  try {
    await navigator.share(data);
    return true;
  } catch (error) {
    return error instanceof DOMException && error.name === "AbortError";
  }
}
