import { keys, type Entry } from '~/core/run/entry';
import { orderEntries, type Run } from '~/core/run/run';
import type { Mode } from '~/core/snapshot/seal';
import type { SnapshotPage } from '~/core/snapshot/snapshot-page';
import { generatePage, generateRun } from '../../bench/generate-runs';

/** A run whose link is kept for ever. */
export interface Sample {
  page: SnapshotPage;
  run: Run;
  mode: Mode;
}

const start = 29_891_520;
const page: SnapshotPage = {
  id: 'runbooks/release',
  items: ['announce-the-freeze', 'back-up-the-database', 'deploy', 'verify-the-deploy', 'نسخة-احتياطية', '__proto__'],
  fields: ['contacts--lead--name', 'contacts--lead--phone'],
};
const large = generatePage(110);

const entry = (key: string, value: string, minute: number, by: string, seq = 0): Entry => ({
  key,
  value,
  at: start + minute,
  seq,
  by,
});

const sample = (entries: Entry[], mode: Mode = 'R', on = page): Sample => ({
  page: on,
  run: { id: '00c0ffee', page: on.id, start, entries: orderEntries(entries) },
  mode,
});

const generated = (share: number, level: 'stamps' | 'notes', mode: Mode): Sample => ({
  page: large,
  run: generateRun(large, share, level, 7),
  mode,
});

/** One of each kind of thing that a link may hold. */
export const samples: Record<string, Sample> = {
  'empty-run': sample([]),
  'one-tick': sample([entry(keys.mark('deploy'), 'done', 3, 'AB')]),
  'all-done': sample(page.items.map((item, i) => entry(keys.mark(item), 'done', i, 'AB'))),
  'marks-of-every-kind': sample([
    entry(keys.mark('announce-the-freeze'), 'skipped', 0, 'AB'),
    entry(keys.mark('back-up-the-database'), 'failed', 5, ''),
    entry(keys.mark('deploy'), 'todo', 5, 'KL', 2),
    entry(keys.mark('verify-the-deploy'), 'done', -90, 'AB'),
  ]),
  'three-people-notes-and-fields': generated(0.9, 'notes', 'R'),
  'half-done': generated(0.5, 'stamps', 'R'),
  portable: generated(0.5, 'notes', 'P'),
  'portable-empty': sample([], 'P'),
  'right-to-left': sample([
    entry(keys.title, 'إصدار 2.4', 0, 'محمد'),
    entry(keys.mark('نسخة-احتياطية'), 'done', 1, 'محمد'),
    entry(keys.note('نسخة-احتياطية'), 'تم في 42 دقيقة\u200f', 1, 'שירה'),
  ]),
  texts: sample([
    entry(keys.title, '<b>Release</b> 👩‍🚒 – "2.4"', 0, '<i>M</i>'),
    entry(keys.note('__proto__'), 'one\ntwo\n\nfour', 1, 'constructor'),
    entry(keys.field('contacts--lead--name'), 'Lucía', 2, ''),
    entry(keys.field('contacts--lead--phone'), '', 2, 'Zoë'),
  ]),
  extras: sample([
    entry(keys.mark('scale-up'), 'done', 4, 'AB'),
    entry(keys.mark('scale-up-services'), 'failed', 5, 'AB'),
    entry(keys.note('scale-up-services'), 'Reworded since', 6, 'KL'),
    entry(keys.mark('#1a2b3c4d00'), 'skipped', 7, 'KL'),
    entry(keys.field('old--field'), 'kept', 8, 'AB'),
    entry('assignee/deploy', 'KL', 9, 'AB'),
    entry(keys.end, 'done', 10, 'AB'),
  ]),
  holds: sample([
    entry(keys.hold('deploy', 'Engineering'), 'go', 10, 'AB'),
    entry(keys.hold('deploy', 'Product / Support'), 'no-go', 11, 'KL'),
    entry(keys.hold('verify-the-deploy', 'Engineering'), '', 12, 'AB'),
  ]),
};

const triggers = ['verify-the-deploy'];
const watched = { ...page, triggers };

/** A night in which a failure was mended, a No-go turned Go, and a rollback turned off. */
const mended = [
  entry(keys.mark('announce-the-freeze'), 'done', 0, 'AB'),
  entry(keys.mark('deploy'), 'failed', 5, 'KL'),
  entry(keys.mark('deploy'), 'done', 9, 'AB'),
  entry(keys.hold('deploy', 'Lead'), 'no-go', 6, 'AB'),
  entry(keys.hold('deploy', 'Lead'), 'go', 10, 'AB'),
  entry(keys.mark('verify-the-deploy'), 'done', 20, 'KL'),
  entry(keys.mark('verify-the-deploy'), 'todo', 26, 'AB'),
];

/** Runs whose links need format 2. */
export const records: Record<string, Sample> = {
  mended: sample(mended, 'R', watched),
  'mended-portable': sample(mended, 'P', watched),
  'ended-and-opened-again': sample([
    entry(keys.end, 'ended', 30, 'AB'),
    entry(keys.end, '', 31, 'KL'),
    entry(keys.end, 'ended', 90, 'محمد'),
  ]),
  'of-what-is-gone': sample([
    entry(keys.mark('scale-up'), 'failed', 4, 'AB'),
    entry(keys.mark('scale-up'), 'failed', 6, 'KL'),
    entry(keys.mark('scale-up'), 'skipped', 7, 'AB'),
    entry(keys.hold('نسخة-احتياطية', 'Product / Support'), 'go', 1, ''),
    entry(keys.hold('نسخة-احتياطية', 'Product / Support'), '', 2, ''),
    entry(keys.hold('نسخة-احتياطية', 'Product / Support'), 'go', 2, '', 1),
  ]),
};
