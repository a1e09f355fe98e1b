import type { Structure } from '~/core/page/structure';
import type { Entry } from '~/core/run/entry';
import { readSubject } from '~/core/run/subject';
import type { Words } from '~/words/en';
import { answerText } from '~/client/text/difference-text';
import { fieldText, itemText } from '~/client/text/gone-text';

/** An item's text and the heading that it stood under, where only that tells it from another one. */
export function placedText(structure: Structure, id: string, words: Words): string {
  const heading = id.includes('--') ? structure.past.items.get(id)?.headings[0] : undefined;
  return [itemText(structure, id, words), heading].filter((part) => part !== undefined).join(' · ');
}

/** Describes an entry in words, with the text of the item or field that it is about. */
export function entryText(structure: Structure, entry: Entry, words: Words): string {
  const subject = readSubject(entry);
  if (subject.kind === 'mark')
    return `${placedText(structure, subject.item, words)}: ${words.export.marks[subject.mark]}`;
  if (subject.kind === 'note')
    return `${placedText(structure, subject.item, words)}, ${words.row.note}: ${entry.value}`;
  if (subject.kind === 'field') return `${fieldText(structure, subject.field, words)}: ${entry.value}`;
  return subject.kind === 'hold' ? answerText(entry, structure, words) : entry.value;
}
