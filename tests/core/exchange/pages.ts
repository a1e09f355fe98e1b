import fc from 'fast-check';
import { identifyItems } from '~/core/page/ids';
import { buildPage, type Part } from '~/core/page/outline';
import { marks, type Item, type Mark, type Page } from '~/core/page/page';
import { readStructure, type Structure } from '~/core/page/structure';
import type { Importer } from '~/core/exchange/imported';
import { escapeText } from '~/core/exchange/escape';
import { keys, type Entry } from '~/core/run/entry';
import { orderEntries, type Run } from '~/core/run/run';
import { en } from '~/words/en';
import { wordExport } from '~/words/word-export';
import { entry } from '../arbitraries';

/** Texts that people and programs put into names, notes and titles to break out of them. */
export const hostile = [
  '<img src=x onerror=alert(1)>',
  '**bold** _it_ `code` ~~gone~~',
  '- [x] Ping',
  'first\n- [x] Ping\n# Heading',
  '\r\n2026-11-22 14:03 UTC · AB',
  'a · b · `mark/ping`',
  '@everyone | [x](javascript:alert(1))',
  '![x](https://tracker.example/pixel)',
  '<!-- --> --> <details>',
  '```',
  '–',
  '\\',
  '\u202Ereversed\u2069',
  '\ud800',
  ' ',
  '__proto__',
  'Runsheet export 1 · x · run 00c0ffee · started 2026-11-22 14:03 UTC · 0 entries',
] as const;

export const text = fc.oneof(
  fc.constantFrom<string>('Ping', 'Ping!', 'Scale up', 'Deploy the code', 'خذ نسخة', ...hostile),
  fc.string({ unit: 'binary', maxLength: 12 }),
);

/** `start`: the number that a list begins with; `between`: steps that are no tasks between this task and the one before. */
type Sketch =
  | { depth: number }
  | { level: number; ordered: boolean; apart: boolean; start: number; between: number; initial: Mark };

const sketch: fc.Arbitrary<Sketch> = fc.oneof(
  { weight: 1, arbitrary: fc.record({ depth: fc.integer({ min: 1, max: 4 }) }) },
  {
    weight: 4,
    arbitrary: fc.record({
      level: fc.nat(2),
      ordered: fc.boolean(),
      apart: fc.boolean(),
      start: fc.nat(4),
      between: fc.nat(1),
      initial: fc.constantFrom<Mark>('todo', 'todo', 'done', 'skipped'),
    }),
  },
);

type ItemDraft = Omit<Item, 'id' | 'section' | 'parent' | 'lastNumber'> & {
  above: number | undefined;
  headings: string[];
};

/** Turns sketches into the parts of a page, as the build would read them. */
function layOut(sketches: readonly (readonly [Sketch, string])[]): Part[] {
  const drafts: (ItemDraft | { heading: { anchor: string; title: string; depth: number } })[] = [];
  let around: { depth: number; title: string }[] = [];
  let stack: { index: number; list: number; ordered: boolean; number: number }[] = [];
  let lists = 0;
  sketches.forEach(([shape, title], index) => {
    if ('depth' in shape) {
      around = [{ depth: shape.depth, title }, ...around.filter(({ depth }) => depth < shape.depth)];
      stack = [];
      drafts.push({ heading: { anchor: `section-${index}`, title, depth: shape.depth } });
      return;
    }
    const level = Math.min(shape.level, stack.length);
    const sibling = stack[level];
    const continues = sibling !== undefined && !shape.apart;
    const first = { index, list: lists++, ordered: shape.ordered, number: shape.start };
    const place = continues ? { ...sibling, index, number: sibling.number + 1 + shape.between } : first;
    const above = stack[level - 1]?.index;
    stack = [...stack.slice(0, level), place];
    const { list, ordered, number } = place;
    drafts.push({
      text: title,
      list,
      ordered,
      number: ordered ? number : undefined,
      initial: shape.initial,
      above,
      headings: around.map((one) => one.title),
    });
  });
  const items = drafts.filter((draft) => 'text' in draft);
  const anchors = new Set(drafts.flatMap((draft) => ('heading' in draft ? [draft.heading.anchor] : [])));
  const { ids } = identifyItems(
    items.map((item) => ({ ...item, pinned: undefined })),
    anchors,
  );
  const idOf = new Map(items.map((item, i) => [drafts.indexOf(item), ids[i] ?? '']));
  const lastOf = (list: number) => items.findLast((item) => item.list === list)?.number;
  return drafts.map((draft, index) => {
    if ('heading' in draft) return draft;
    const { text: words, list, ordered, number, initial, above } = draft;
    const parent = above === undefined ? undefined : idOf.get(above);
    return {
      item: {
        id: idOf.get(index) ?? '',
        text: words,
        list,
        ordered,
        number,
        lastNumber: lastOf(list),
        initial,
        parent,
      },
    };
  });
}

/** Pages with nested lists, numbered ones and twins, whose titles and items say `words`. */
export const pageOf = (words: fc.Arbitrary<string>): fc.Arbitrary<Page> =>
  fc
    .tuple(words, fc.array(fc.tuple(sketch, words), { maxLength: 14 }), text, text)
    .map(([title, sketches, label, role]) => {
      const laid = buildPage({ id: 'runbooks/release', title }, layOut(sketches));
      const section = laid.sections[0]?.anchor ?? '';
      return {
        ...laid,
        fields: [{ id: 'contact--lead--name', label, kind: 'text' as const, section, options: [] }],
        holds: section === '' ? [] : [{ after: section, roles: [role] }],
        contingencies: [],
      };
    });

/** Pages with texts that want to break out. */
export const page = pageOf(text.filter((words) => words !== ''));

/** Runs of a page: entries about its items, and others that it knows nothing of. */
export const runOf = ({ items, holds }: Page): fc.Arbitrary<Run> => {
  const id = fc.constantFrom('gone', ...items.map((item) => item.id));
  const stamp = fc.record({ at: fc.integer({ min: 0, max: 2 ** 26 - 1 }), seq: fc.nat(2), by: text });
  const hold = holds.map(({ after, roles }) => keys.hold(after, roles[0] ?? ''));
  const fact = fc.oneof(
    fc.record({ key: id.map(keys.mark), value: fc.constantFrom<string>(...marks) }),
    fc.record({ key: id.map(keys.note), value: text }),
    fc.record({ key: fc.constantFrom<string>('field/contact--lead--name', 'title', 'end', ...hold), value: text }),
    fc.record({ key: text.map((name) => `photo/${name}`), value: text }),
  );
  const known: fc.Arbitrary<Entry> = fc.tuple(fact, stamp).map(([what, when]) => ({ ...what, ...when }));
  return fc
    .tuple(fc.nat(2 ** 26 - 1), fc.array(fc.oneof(known, entry), { maxLength: 25 }))
    .map(([start, list]) => ({ id: '00c0ffee', page: 'runbooks/release', start, entries: orderEntries(list) }));
};

export const pageAndRun = page.chain((made) => runOf(made).map((run): [Structure, Run] => [readStructure(made), run]));

export const importer = (rest: Partial<Importer> = {}): Importer => ({
  id: 'facade00',
  now: 29_700_000,
  by: 'Im',
  state: new Map(),
  ...rest,
});

/** A page as an author would have written it, with the boxes of some items in another state. */
export function writeSource({ title, sections, items }: Page, boxes: ReadonlyMap<string, string>): string {
  const indents = new Map<string, string>();
  const write = (item: Item): string => {
    const indent = item.parent === undefined ? '' : `${indents.get(item.parent) ?? ''}   `;
    indents.set(item.id, indent);
    return `${indent}${item.number === undefined ? '-' : `${item.number}.`} [${boxes.get(item.id) ?? ' '}] ${escapeText(item.text)}`;
  };
  const listOf = (anchor: string) => items.filter(({ section }) => section === anchor).map(write);
  const parts = sections.map((one) => [`${'#'.repeat(one.depth)} ${escapeText(one.title)}`, ...listOf(one.anchor)]);
  return [[`# ${escapeText(title)}`], listOf(''), ...parts].map((lines) => lines.join('\n')).join('\n\n');
}

export const words = wordExport(en, {
  now: 29_000_000,
  format: (at) => `minute ${at}`,
  offsetAt: () => 0,
  zone: '',
  findEarlier: () => undefined,
});
