import { nameGoneField, nameGoneItem } from '~/core/page/former';
import type { Structure } from '~/core/page/structure';
import { titleOf } from '~/core/page/title-of';
import type { Entry } from '~/core/run/entry';
import { readSubject } from '~/core/run/subject';
import type { ExportWording } from './wording';

/** Returns the title of the section, or the text of the item, that an anchor names; the anchor itself if the page has neither. */
export const nameAnchor = (structure: Structure, anchor: string): string => titleOf(structure, anchor) || anchor;

const nameItem = (structure: Structure, wording: ExportWording, id: string): string =>
  structure.items.get(id)?.text ?? nameGoneItem(structure, id) ?? wording.unnamed;

/** Describes the subject of an entry in words, not its value: the item's text, the field's label. */
export function describeEntry(structure: Structure, wording: ExportWording, entry: Entry): string {
  const subject = readSubject(entry);
  switch (subject.kind) {
    case 'title':
      return wording.run;
    case 'end':
      return wording.ended;
    case 'mark':
      return nameItem(structure, wording, subject.item);
    case 'note':
      return `${wording.note}: ${nameItem(structure, wording, subject.item)}`;
    case 'field':
      return (
        structure.page.fields.find(({ id }) => id === subject.field)?.label ??
        nameGoneField(structure, subject.field) ??
        wording.unnamed
      );
    case 'hold':
      return `${wording.holdAfter} ${nameAnchor(structure, subject.after)}: ${subject.role}`;
    case 'unknown':
      return entry.key;
  }
}
