function rawText(node: Node): string {
  if (!(node instanceof Element)) return node.textContent ?? '';
  const value = node.getAttribute('data-value');
  if (value) return `{{${value}}}`;
  if (node.localName === 'img') return node.getAttribute('alt') ?? '';
  if (node.localName === 'br') return ' ';
  if (node.matches('.nowhere, [data-footnote-ref]')) return '';
  return [...node.childNodes].map(rawText).join('');
}

/**
 * An item's or heading's text as the build reads it, and as it is read aloud: images by their text, breaks as blanks, without
 * the numbers of footnotes and the build's remarks on links. Values stand by their names, as the author wrote them.
 */
export const textOf = (node: Node | null): string => (node ? rawText(node).replace(/\s+/g, ' ').trim() : '');
