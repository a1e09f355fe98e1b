import { nameGoneField, nameGoneItem } from '~/core/page/former';
import type { Structure } from '~/core/page/structure';
import type { Words } from '~/words/en';

/** The text of an item, or its last text before the page lost it; a stock phrase for an item of which nothing is known. */
export const itemText = (structure: Structure, id: string, words: Words): string =>
  structure.items.get(id)?.text || nameGoneItem(structure, id) || words.tray.unnamedItem;

/** The label of a field, or its last label before the page lost it. */
export const fieldText = (structure: Structure, id: string, words: Words): string =>
  structure.page.fields.find((field) => field.id === id)?.label ||
  nameGoneField(structure, id) ||
  words.tray.unnamedField;

/** The text behind an id that the page no longer has, be it an item or a field. */
export const goneText = (structure: Structure, id: string, words: Words): string =>
  structure.past.fields.has(id) ? fieldText(structure, id, words) : itemText(structure, id, words);
