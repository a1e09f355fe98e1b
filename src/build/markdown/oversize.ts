import type { Page } from '~/core/page/page';
import { caps } from '~/core/run/caps';

/** Says of a page if a run of it could not be sent as a link: the format has room for so many items and fields. */
export function findOversize({ items, fields }: Page): string[] {
  const count = (found: number, most: number, what: string): string[] =>
    found <= most
      ? []
      : [
          `Expected at most ${most.toLocaleString('en')} ${what} on a page, found ${found.toLocaleString('en')}: a run of it cannot be shared as a link. Divide the page.`,
        ];
  return [...count(items.length, caps.items, 'items'), ...count(fields.length, caps.fields, 'fields')];
}
