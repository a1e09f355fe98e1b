/**
 * Sends for the script that another one names, `data-src`: nothing below is parsed, so nothing is painted, until it has run. It is written
 * for the parser, because a script that is put into the page in any other way does not hold it back.
 */
export function sendFor(script: HTMLOrSVGScriptElement | null): void {
  const { src } = script?.dataset ?? {};
  if (src) document.write(`<script src="${src}"></script>`);
}
