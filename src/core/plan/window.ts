import type { Field, Page } from '~/core/page/page';
import { keys } from '~/core/run/entry';
import type { State } from '~/core/run/run';
import { minuteOfClock, readClock, readZone, type OffsetAt } from './clock';

const window = /(?<![\p{L}\p{N}])(?:window|(?:wartungs|zeit)?fensters?)(?![\p{L}\p{N}])/iu;
const end = /(?<![\p{L}\p{N}])(?:ends?|until|till|closes|ende|endet|bis|schließt)(?![\p{L}\p{N}])/iu;

const wordsOf = ({ id, label }: Field): string[] => [label, `${label} ${id.replace(/[-_.]/g, ' ')}`];

/** The fields that may hold the window's end, the likeliest first: those whose words name it, then those of a whole window [PL5]. */
export function findWindowFields({ fields }: Pick<Page, 'fields'>): Field[] {
  const asked = fields.filter(({ kind }) => kind === 'text' || kind === 'time');
  const named = [0, 1].flatMap((place) =>
    asked.filter((field) => {
      const words = wordsOf(field)[place] ?? '';
      return window.test(words) && end.test(words);
    }),
  );
  return [...new Set([...named, ...asked.filter(({ label }) => window.test(label))])];
}

/** The date that a table asks for beside a time: the field of the same row. */
const dateBeside = ({ fields }: Pick<Page, 'fields'>, { label }: Field): Field | undefined =>
  fields.find(
    (field) =>
      field.kind === 'date' &&
      label.includes(', ') &&
      field.label.startsWith(label.slice(0, label.lastIndexOf(', ') + 2)),
  );

/** The minute since 1970 at which the window ends, as the run says it; `undefined` where it does not, or not clearly [PL5]. */
export function findWindowEnd(page: Pick<Page, 'fields'>, state: State, offsetAt: OffsetAt): number | undefined {
  const named = findWindowFields(page);
  for (const field of named) {
    const entry = state.get(keys.field(field.id));
    const date = dateBeside(page, field);
    const before = (date && state.get(keys.field(date.id))?.value) ?? '';
    const clock = readClock(`${before} ${entry?.value ?? ''}`) ?? readClock(entry?.value ?? '');
    const isEnd = clock?.from !== undefined || wordsOf(field).some((words) => end.test(words));
    if (entry === undefined || clock === undefined || !isEnd) continue;
    return minuteOfClock({ ...clock, zone: clock.zone ?? readZone(field.label) }, entry.at, offsetAt);
  }
  return undefined;
}
