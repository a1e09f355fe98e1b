const opening = '<main id="ui:main"';
const closing = '</main>';

/** The place of a text that is there once. */
function placeOf(text: string, html: string): number | undefined {
  const at = html.indexOf(text);
  return at < 0 || html.includes(text, at + 1) ? undefined : at;
}

/**
 * The place of a finished page's `main`, from its first sign up to its closing tag: the page's own text, of which most steps of the build
 * need nothing, or nothing else. `undefined` for a page without one, and for one whose styles, comments or attributes may hold such tags
 * too: only a parser knows which of them are tags.
 */
export function findMain(html: string): { start: number; end: number } | undefined {
  const [start, end] = [placeOf(opening, html), placeOf(closing, html)];
  return start === undefined || end === undefined || end < start ? undefined : { start, end };
}
