import { findFormer } from '~/core/page/former';
import type { Item } from '~/core/page/page';
import type { Structure } from '~/core/page/structure';
import { ok, refuse, type Result } from '~/core/result';
import { foldText } from '~/core/fold-text';

/** A refusal because the text names no item of the page, or several, which are then the candidates. */
export interface ItemRefusal {
  kind: 'unknown' | 'ambiguous';
  wanted: string;
  candidates: readonly Item[];
}

/**
 * Finds the item that a text names: by its id or the one that it had before a twin came or went [RW3], by its whole text, by words that
 * stand together in it, or by words that all stand in it. The first of these ways that finds any item must find exactly one [MK1].
 */
export function findItem(structure: Structure, wanted: string): Result<Item, ItemRefusal> {
  const { page, items } = structure;
  const byId = items.get(wanted) ?? findFormer(structure, wanted);
  if (byId !== undefined) return ok(byId);
  const asked = foldText(wanted);
  const words = asked.split(' ');
  const ways: ((text: string) => boolean)[] = [
    (text) => text === asked,
    (text) => text.includes(asked),
    (text) => words.every((word) => text.includes(word)),
  ];
  for (const fits of asked === '' ? [] : ways) {
    const found = page.items.filter(({ text }) => fits(foldText(text)));
    const [only] = found;
    if (only !== undefined && found.length === 1) return ok(only);
    if (found.length > 1) return refuse({ kind: 'ambiguous', wanted, candidates: found });
  }
  return refuse({ kind: 'unknown', wanted, candidates: [] });
}
