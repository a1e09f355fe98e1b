import type { Structure } from '~/core/page/structure';
import type { Entry } from '~/core/run/entry';
import { readSubject } from '~/core/run/subject';
import type { ExportWording } from './wording';

/** The title of the section, or the text of the item, that an anchor names; the anchor where the page has neither. */
export const nameAnchor = ({ page, items }: Structure, anchor: string): string =>
  page.sections.find((section) => section.anchor === anchor)?.title ?? items.get(anchor)?.text ?? anchor;

/** What an entry is about, in words: the item's text, the field's label. Not what it says. */
export function describeEntry(structure: Structure, wording: ExportWording, entry: Entry): string {
  const subject = readSubject(entry);
  switch (subject.kind) {
    case 'title':
      return wording.run;
    case 'end':
      return wording.ended;
    case 'mark':
      return structure.items.get(subject.item)?.text ?? subject.item;
    case 'note':
      return `${wording.note}: ${structure.items.get(subject.item)?.text ?? subject.item}`;
    case 'field':
      return structure.page.fields.find(({ id }) => id === subject.field)?.label ?? subject.field;
    case 'hold':
      return `${wording.holdAfter} ${nameAnchor(structure, subject.after)}: ${subject.role}`;
    case 'unknown':
      return entry.key;
  }
}
