import { nameGoneField, nameGoneItem } from '~/core/page/former';
import type { Structure } from '~/core/page/structure';
import type { Words } from '~/words/en';

/** What an item says, or said when the page had it; words for one of which nothing is known. */
export const itemText = (structure: Structure, id: string, words: Words): string =>
  structure.items.get(id)?.text || nameGoneItem(structure, id) || words.tray.unnamedItem;

/** What a field is called, or was called when the page had it. */
export const fieldText = (structure: Structure, id: string, words: Words): string =>
  structure.page.fields.find((field) => field.id === id)?.label ||
  nameGoneField(structure, id) ||
  words.tray.unnamedField;

/** What an id stood for that the page no longer has, be it an item or a field. */
export const goneText = (structure: Structure, id: string, words: Words): string =>
  structure.past.fields.has(id) ? fieldText(structure, id, words) : itemText(structure, id, words);
