/**
 * Names each "How" with its item, for those who hear the links of a page as a list: a hundred links of one name say nothing. It is
 * done here because the same words a second time in the page would cost every reader bytes.
 */
export function nameWays(): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a.how')) {
    const text = link.closest('.row')?.querySelector('.text')?.textContent.replace(/\s+/g, ' ').trim();
    if (text) link.ariaLabel = `${link.textContent.trim()}: ${text}`;
  }
}
