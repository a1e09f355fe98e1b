/**
 * Sends for the script that the running one names, `data-src`: nothing is parsed, so nothing is painted, until it has run. Written for
 * the parser, because a script that is put into the page in any other way does not hold it.
 */
export function sendFor(): void {
  const src = document.currentScript?.dataset.src;
  if (src) document.write(`<script src="${src}"></script>`);
}
