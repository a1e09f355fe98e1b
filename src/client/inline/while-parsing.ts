/**
 * Paints as the page arrives: before the browser can show a part of it, `paint` is called, and for the last time when the place is there
 * that ends the text (`isWhole`), or when the modules have taken over. The changes that `paint` makes itself do not call it again.
 */
export function whileParsing(paint: (isWhole: boolean) => void): void {
  const observer = new MutationObserver(() => {
    const isWhole = document.getElementById('ui:painted') !== null;
    if (isWhole) observer.disconnect();
    try {
      if (document.documentElement.dataset.live === undefined) paint(isWhole);
    } catch {
      // It is painted when the modules come.
    }
    observer.takeRecords();
  });
  observer.observe(document, { childList: true, subtree: true });
}
