import type { Mark } from '~/core/page/page';
import { keys, type Entry } from '~/core/run/entry';
import { orderEntries, type Run } from '~/core/run/run';
import type { SnapshotPage } from '~/core/snapshot/snapshot-page';
import { createRandom, type Random } from './random';
import { fieldIds, firstNames, nouns, notes, sections, titles, verbs, writeField } from './vocabulary';

/** The amount that a run says: ticks alone, with who and when, or with 5 notes and 20 fields as well. */
export type Level = 'ticks' | 'stamps' | 'notes';

/** A page of so many items, 10 or 13 a section, with ids as made from headings and texts. */
export function generatePage(size: number, seed = 1): SnapshotPage {
  const random = createRandom(seed * 7919 + size);
  const items = new Set<string>();
  for (let section = 0; items.size < size; section++) {
    const round = Math.floor(section / sections.length);
    const name = `${sections[section % sections.length]}${round > 0 ? `-${1 + round}` : ''}`;
    const end = Math.min(size, items.size + (size <= 30 ? 10 : 13));
    while (items.size < end) items.add(`${name}/${random.pick(nouns)}-${random.pick(verbs)}`);
  }
  return { id: 'runbooks/release', items: [...items], fields: fieldIds };
}

const sectionOf = (item: string) => item.slice(0, item.indexOf('/'));

/** The items that are ticked: the first ones, a tenth of them left out. */
function chooseItems(random: Random, items: readonly string[], share: number): Set<string> {
  const wanted = Math.round(share * items.length);
  const chosen = new Set<string>();
  const leftOut: string[] = [];
  for (const item of items) {
    if (chosen.size === wanted) break;
    if (share < 1 && random.next() < 0.1) leftOut.push(item);
    else chosen.add(item);
  }
  while (chosen.size < wanted) {
    for (const item of leftOut.splice(random.below(leftOut.length), 1)) chosen.add(item);
  }
  return chosen;
}

/** In which order: that of the page, a tenth put off to the end of their section. `pauses`: ticks that come after a break. */
function orderTicks(random: Random, items: readonly string[], chosen: ReadonlySet<string>) {
  const ticks: string[] = [];
  const pauses = new Set<number>();
  let putOff: string[] = [];
  let section = '';
  for (const item of items.filter((id) => chosen.has(id))) {
    if (sectionOf(item) !== section) {
      ticks.push(...putOff);
      putOff = [];
      if (section !== '' && random.next() < 0.15) pauses.add(ticks.length);
      section = sectionOf(item);
    }
    (random.next() < 0.1 ? putOff : ticks).push(item);
  }
  return { ticks: [...ticks, ...putOff], pauses };
}

function pickMark(random: Random): Mark {
  const dice = random.next();
  return dice < 0.92 ? 'done' : dice < 0.98 ? 'skipped' : 'failed';
}

/** Five notes, each by who marked its item, soon after; and every field, one after the other, by anyone. */
function writeTexts(random: Random, marks: readonly Entry[], people: readonly string[], start: number): Entry[] {
  const written = new Map<string, Entry>();
  while (written.size < Math.min(5, marks.length)) {
    const { key, by, at } = random.pick(marks);
    const note = key.replace('mark/', 'note/');
    if (!written.has(note))
      written.set(note, { key: note, value: random.pick(notes), at: at + random.below(3), seq: 0, by });
  }
  let at = start;
  for (const field of fieldIds) {
    at += random.geometric(2);
    const key = keys.field(field);
    written.set(key, { key, value: writeField(random, field), at, seq: 0, by: random.pick(people) });
  }
  return [...written.values()];
}

/**
 * A run of three people over a page: `share` of its items marked, two minutes apart on the mean, with breaks of half an hour to a night
 * after some sections. One mark in a hundred is taken back.
 */
export function generateRun({ id: page, items }: SnapshotPage, share: number, level: Level, seed: number): Run {
  const random = createRandom(seed * 104729 + items.length * 31 + Math.round(share * 1000));
  const chosen = chooseItems(random, items, share);
  const people = new Set<string>();
  while (people.size < 3) people.add(random.pick(firstNames));
  const names = [...people];
  const { ticks, pauses } = orderTicks(random, items, chosen);
  const title = random.pick(titles);
  const start = Math.floor(Date.UTC(2026, 2, 14, 8, 30) / 60_000) + random.below(200_000);
  let at = start;
  let turn = 0;
  const marks = ticks.map((item, index): Entry => {
    at += random.geometric(2) + (pauses.has(index) ? 30 + random.below(870) : 0);
    if (random.next() < 0.08) turn = (turn + 1 + random.below(2)) % 3;
    if (level === 'ticks') return { key: keys.mark(item), value: 'done', at: start, seq: 0, by: '' };
    const value = pickMark(random);
    const by = names[turn] ?? '';
    if (random.next() < 0.01) return { key: keys.mark(item), value: 'todo', at: at + 1 + random.below(30), seq: 0, by };
    return { key: keys.mark(item), value, at, seq: 0, by };
  });
  const texts = level === 'notes' ? writeTexts(random, marks, names, start) : [];
  const first = { key: keys.title, value: title, at: start, seq: 0, by: level === 'ticks' ? '' : (names[0] ?? '') };
  const id = Math.floor(random.next() * 2 ** 32)
    .toString(16)
    .padStart(8, '0');
  return { id, page, start, entries: orderEntries([first, ...marks, ...texts]) };
}
