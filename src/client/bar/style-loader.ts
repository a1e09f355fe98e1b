async function addStyles(address: string): Promise<void> {
  // The development server answers with a module, unless it is told that styles are wanted.
  const answer = await fetch(address, { headers: { accept: 'text/css' } });
  if (!answer.ok) throw new Error(`The styles at ${address} are not there.`);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(await answer.text());
  document.adoptedStyleSheets.push(sheet);
}

/**
 * Makes a function that loads the styles at an address once, however often it is called, and waits for them. The panels are usable
 * without styles, so a failure is no error; after one, the next call tries again.
 *
 * The styles come after all others. By a `<link>` they would stand before those that the bar has added (`bar-styles.ts`), and for a
 * sheet between others Chromium lays the whole page out anew.
 */
export function styleLoader(address: string): () => Promise<void> {
  let loading: Promise<void> | undefined;
  return () => (loading ??= addStyles(address).catch(() => void (loading = undefined)));
}
