import type { Entry } from '~/core/run/entry';
import { findGone } from '~/core/run/gone';
import { readSubject } from '~/core/run/subject';
import { describeEntry } from './describe-entry';
import { escapeLabel, escapeText } from './escape';
import { writeStamp } from './stamp';
import type { ExportSource } from './task-lines';
import type { ExportWording } from './wording';

function wordValue(entry: Entry, { marks, answers }: ExportWording): string {
  const subject = readSubject(entry);
  if (subject.kind === 'mark') return marks[subject.mark];
  return subject.kind === 'hold' ? answers[subject.answer] : entry.value;
}

/** Writes the entries on items, fields and holds that the page no longer has, by their remembered names. */
export const writeGone = ({ structure, state, wording }: ExportSource): string[] =>
  findGone(structure, state).map((entry) => {
    const about = escapeLabel(describeEntry(structure, wording, entry));
    return `- ${about} ${escapeText(wordValue(entry, wording))}${writeStamp(entry, wording)}`;
  });
