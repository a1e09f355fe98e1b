/**
 * Paints as the page arrives: before the browser can show a part of it, `paint` is called, until the place that ends the text is there.
 * The changes that `paint` makes itself do not call it again.
 */
export function whileParsing(paint: () => void): void {
  const observer = new MutationObserver(() => {
    try {
      paint();
    } catch {
      // It is painted when the modules come.
    }
    observer.takeRecords();
    if (document.getElementById('ui:painted')) observer.disconnect();
  });
  observer.observe(document, { childList: true, subtree: true });
}
