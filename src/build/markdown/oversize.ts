import type { Page } from '~/core/page/page';
import { caps } from '~/core/run/caps';

/** Reports a page whose runs could not be sent as links: the format has room for a limited number of items and fields. */
export function findOversize({ items, fields }: Page): string[] {
  const count = (found: number, most: number, what: string): string[] =>
    found <= most
      ? []
      : [
          `Expected at most ${most.toLocaleString('en')} ${what} on a page, found ${found.toLocaleString('en')}: a run of it cannot be shared as a link. Divide the page.`,
        ];
  return [...count(items.length, caps.items, 'items'), ...count(fields.length, caps.fields, 'fields')];
}
