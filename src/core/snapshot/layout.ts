import type { Mark } from '~/core/page/page';
import { answers } from '~/core/run/entry';
import type { Body, Extra, Fact, Superseded } from './body';
import { caps } from '~/core/run/caps';
import { createNumberModel, type Coder } from './coder';
import { kinds } from './key';
import { createModel } from './model';
import { within } from './refusal';
import type { Version } from './seal';
import { createStampCoder } from './stamp';

type CodePast = (place: number, fact: Fact | undefined) => Fact;

/** Sparse facts over an order: their number, and the gaps between them. */
function createSparseCoder(coder: Coder, codeFact: (fact: Fact | undefined) => Fact) {
  const counts = createNumberModel();
  const gaps = createNumberModel();
  return (facts: readonly (Fact | undefined)[] | undefined, size: number) => {
    const indexes = facts?.flatMap((fact, index) => (fact ? [index] : []));
    const coded = Array.from({ length: size }, (): Fact | undefined => undefined);
    const count = coder.number(counts, 0, indexes?.length, size);
    for (let i = 0, next = 0; i < count; i++) {
      const index = indexes?.[i];
      next += coder.number(gaps, 0, index === undefined ? undefined : index - next, size - next - 1);
      coded[next] = codeFact(index === undefined ? undefined : facts?.[index]);
      next++;
    }
    return coded;
  };
}

/** Marks: those that are done cost next to nothing where those before are done as well. */
function createMarkCoder(coder: Coder) {
  const done = createModel(2, 30);
  const rest = createModel(2, 30);
  let wasDone = 1;
  return (mark: string | undefined): Mark => {
    wasDone = coder.bit(done, wasDone, mark === 'done' ? 1 : 0);
    if (wasDone) return 'done';
    if (coder.bit(rest, 0, mark === 'skipped' ? 1 : 0)) return 'skipped';
    return coder.bit(rest, 1, mark === 'failed' ? 1 : 0) ? 'failed' : 'todo';
  };
}

/** An id relative to the one before: the number of characters that they share, then the rest. */
function createIdCoder(coder: Coder) {
  const shared = createNumberModel();
  const rests = createNumberModel();
  let last: string[] = [];
  return (id: string | undefined): string => {
    const letters = id === undefined ? undefined : Array.from(id);
    const differs = letters?.findIndex((letter, i) => letter !== last[i]);
    const alike = coder.number(shared, 0, differs === -1 ? letters?.length : differs, caps.id);
    const rest = coder.text(rests, letters?.slice(alike).join(''), caps.id);
    last = [...last.slice(0, alike), ...Array.from(rest)];
    return last.join('');
  };
}

/**
 * The layout of a body [SN5], in one place: writes if given a body, else reads. `size`: the items and fields of the order that it is laid
 * out over; `version`: the version of the format. Throws a `Refused` if a cap is exceeded or the bytes end.
 */
export function codeBody(coder: Coder, size: { items: number; fields: number }, version: Version, body?: Body): Body {
  const counts = createNumberModel();
  const lengths = createNumberModel();
  const run = coder.raw(32, body?.run);
  const start = coder.raw(26, body?.start);
  const list = <Value>(values: readonly Value[] | undefined, most: number, code: (value: Value | undefined) => Value) =>
    Array.from({ length: coder.number(counts, 0, values?.length, most) }, (_, i) => code(values?.[i]));

  const people = list(body?.people, caps.people, (name) => coder.text(lengths, name, caps.name));
  const codeStamp = createStampCoder(coder, start, people);
  const codeMark = createMarkCoder(coder);
  const codeText = (fact: Fact | undefined): Fact => ({
    value: coder.text(lengths, fact?.value, caps.text),
    ...codeStamp(fact),
  });
  const touched = createModel(4, 60);
  let before = 0;
  const codeItem = (fact: Fact | undefined): Fact | undefined => {
    const touch = coder.bit(touched, before, fact ? 1 : 0);
    before = ((before << 1) | touch) & 3;
    return touch ? { value: codeMark(fact?.value), ...codeStamp(fact) } : undefined;
  };
  const codeSparse = createSparseCoder(coder, codeText);
  const codeId = createIdCoder(coder);
  const extraKinds = createNumberModel();
  const given = createNumberModel();
  const codeAnswer = (value: string | undefined) => {
    const index = answers.findIndex((answer) => answer === value);
    return answers[coder.number(given, 0, Math.max(index, 0), answers.length - 1)] ?? '';
  };
  const codeFactOf = (kind: Extra['kind'], fact: Fact | undefined): Fact => {
    if (kind === 'mark') return { value: codeMark(fact?.value), ...codeStamp(fact) };
    if (kind === 'hold') return { value: codeAnswer(fact?.value), ...codeStamp(fact) };
    return codeText(fact);
  };
  const codeExtra = (extra: Extra | undefined): Extra => {
    const index = kinds.findIndex((known) => known === extra?.kind);
    const kind = kinds[coder.number(extraKinds, 0, Math.max(index, 0), kinds.length - 1)] ?? 'other';
    const id = codeId(extra?.id);
    return { kind, id, fact: codeFactOf(kind, extra?.fact) };
  };
  /** Facts of places that may occur more than once: the distance to each, then the fact. */
  const codePast = (past: readonly Superseded[] | undefined, places: number, codeFact: CodePast): Superseded[] => {
    const gaps = createNumberModel();
    let place = 0;
    return list(past, places === 0 ? 0 : caps.superseded, (one) => {
      place += coder.number(gaps, 0, one && one.place - place, places - 1 - place);
      return { place, fact: codeFact(place, one?.fact) };
    });
  };

  const title = coder.raw(1, body?.title ? 1 : 0) ? codeText(body?.title) : undefined;
  const marks = Array.from({ length: size.items }, (_, i) => codeItem(body?.marks[i]));
  const notes = codeSparse(body?.notes, size.items);
  const fields = codeSparse(body?.fields, size.fields);
  const extras = list(body?.extras, caps.extras, codeExtra);
  const state = { run, start, people, title, marks, notes, fields, extras };
  if (version === '1') return { ...state, pastMarks: [], pastExtras: [] };
  const pastMarks = codePast(body?.pastMarks, size.items, (_, fact) => codeFactOf('mark', fact));
  const pastExtras = codePast(body?.pastExtras, extras.length, (place, fact) =>
    codeFactOf(extras[place]?.kind ?? 'other', fact),
  );
  within(pastMarks.length + pastExtras.length, caps.superseded);
  return { ...state, pastMarks, pastExtras };
}
