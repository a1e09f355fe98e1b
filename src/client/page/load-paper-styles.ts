import otherMedia from '~/styles/other-media.css?url';

/**
 * Loads the styles for paper before the page is printed: two kilobytes that nobody on a screen waits for. Mostly they are there, because
 * somebody has used the page (late/start-late.ts); a reader who prints sooner waits for them here, since the printer waits for nothing.
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
