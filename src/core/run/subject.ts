import { onceEach } from '~/core/once-each';
import { isMark, type Mark } from '~/core/page/page';
import { keys, readAnswer, type Answer, type Entry } from './entry';

/** The subject of an entry, with the parts of its key. */
export type Subject =
  | { kind: 'title' }
  | { kind: 'end' }
  | { kind: 'mark'; item: string; mark: Mark }
  | { kind: 'note'; item: string }
  | { kind: 'field'; field: string }
  | { kind: 'hold'; after: string; role: string; answer: Answer }
  | { kind: 'unknown' };

/** Takes an entry's key apart; a key of a later version of the site is `unknown` and stays in the run [RN8]. */
export const readSubject = onceEach(({ key, value }: Entry): Subject => {
  if (key === keys.title || key === keys.end) return { kind: key };
  const [, kind = '', rest = ''] = /^(\w+)\/(.*)$/s.exec(key) ?? [];
  if (kind === 'mark' && isMark(value)) return { kind, item: rest, mark: value };
  if (kind === 'note') return { kind, item: rest };
  if (kind === 'field') return { kind, field: rest };
  const [, after = '', role = ''] = /^([^/]*)\/(.*)$/s.exec(rest) ?? [];
  if (kind === 'hold') return { kind, after, role, answer: readAnswer(value) };
  return { kind: 'unknown' };
});
