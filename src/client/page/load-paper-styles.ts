import otherMedia from '~/styles/other-media.css?url';

/**
 * Before printing: the styles for paper, two kilobytes that nobody on a screen waits for. Mostly they are there, since somebody used
 * the page (later.ts); a reader who prints sooner waits for them here, because the printer waits for nothing that arrives later.
 */
export function loadPaperStyles(): void {
  if (document.querySelector<HTMLLinkElement>('link[media]')?.sheet) return;
  const request = new XMLHttpRequest();
  request.open('GET', otherMedia, false);
  request.send();
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(request.responseText);
  document.adoptedStyleSheets.push(sheet);
}
