function rawText(node: Node, isWritten: boolean): string {
  if (!(node instanceof Element)) return node.textContent ?? '';
  if (isWritten && node.matches('[data-value]')) return `{{${node.getAttribute('data-value')}}}`;
  if (node.localName === 'img') return node.getAttribute('alt') ?? '';
  if (node.localName === 'br') return ' ';
  if (node.matches('.nowhere, [data-footnote-ref]')) return '';
  return [...node.childNodes].map((child) => rawText(child, isWritten)).join('');
}

/**
 * An item's or heading's text as the build reads it, and as it is read aloud: images by their text, breaks as blanks, without
 * the numbers of footnotes and the build's remarks on links. `isWritten`: with the names of values in place of what is filled in.
 */
export const textOf = (node: Node | null, isWritten = false): string =>
  node ? rawText(node, isWritten).replace(/\s+/g, ' ').trim() : '';
