import type { Entry } from './entry';
import { readSubject } from './subject';

/** The id of the item or field that an entry is about; `undefined` for one about the run or a hold. */
export function subjectIdOf(entry: Entry): string | undefined {
  const subject = readSubject(entry);
  if ('item' in subject) return subject.item;
  return 'field' in subject ? subject.field : undefined;
}
