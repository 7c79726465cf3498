/**
 * Copies what an element says, or leaves it selected where the browser does not let a page copy.
 *
 * @param text what is copied; the element may show it in another form
 * @returns whether it was copied
 */
export async function copyFrom(element: HTMLElement, text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // Not allowed, or not there: over a plain connection a browser has no clipboard.
    getSelection()?.selectAllChildren(element);
    return false;
  }
}
