import type { Structure } from '~/core/page/structure';
import { titleOf } from '~/core/page/title-of';
import type { Entry } from '~/core/run/entry';
import { readSubject, type Subject } from '~/core/run/subject';
import type { Words } from '~/words/en';
import { fieldText, itemText } from './gone-text';

/** Names what two runs differ in: an item, its note, a field, a role's answer after a section, the title, the end. */
export function subjectText(subject: Subject, structure: Structure, words: Words): string {
  switch (subject.kind) {
    case 'mark':
      return itemText(structure, subject.item, words);
    case 'note':
      return `${words.row.note}: ${itemText(structure, subject.item, words)}`;
    case 'field':
      return fieldText(structure, subject.field, words);
    case 'hold':
      return [words.hold.title, titleOf(structure, subject.after), subject.role].filter(Boolean).join(': ');
    case 'title':
      return words.menu.title;
    case 'end':
      return words.menu.end;
    default:
      return words.export.unnamed;
  }
}

/** The value of an entry in words; empty where it has none. */
export function saidText(entry: Entry, words: Words): string {
  const subject = readSubject(entry);
  if (subject.kind === 'mark') return words.export.marks[subject.mark];
  if (subject.kind === 'hold') return subject.answer === '' ? '' : words.hold[subject.answer];
  if (subject.kind === 'end') return entry.value === '' ? words.export.marks.todo : words.status.ended;
  return entry.value;
}

/** An answer to a hold in words: "Go / no-go: Prepare: DBA: No-go". */
export const answerText = (entry: Entry, structure: Structure, words: Words): string =>
  `${subjectText(readSubject(entry), structure, words)}: ${saidText(entry, words)}`;
