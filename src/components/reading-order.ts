/** The pages before and after one: in the order that `named` gives, then as they stand in `pages`. */
export function neighboursOf<Page extends { id: string }>(
  { id }: { id: string },
  pages: readonly Page[],
  named: readonly string[],
): { previous?: Page; next?: Page } {
  const rank = (page: Page) => (named.includes(page.id) ? named.indexOf(page.id) : named.length);
  const order = pages.toSorted((a, b) => rank(a) - rank(b));
  const at = order.findIndex((page) => page.id === id);
  return { previous: order[at - 1], next: order[at + 1] };
}
