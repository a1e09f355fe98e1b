import { groupBy } from '~/core/group-by';
import type { Item, Mark } from '~/core/page/page';
import type { Structure } from '~/core/page/structure';
import { titleOf } from '~/core/page/title-of';
import type { Answer, Entry } from '~/core/run/entry';
import { findEnd } from '~/core/run/ending';
import { findAlerts, type Alert } from '~/core/run/history';
import { readSubject } from '~/core/run/subject';
import { showMarks } from '~/core/run/marks';
import { countMarks, type Progress } from '~/core/run/progress';
import { stateOf, type Run } from '~/core/run/run';

/** From the first to the last minute, both since 1970; `first` is never after `last`. */
export interface Span {
  first: number;
  last: number;
}

/** The events in a section: one of the page's outermost, or a contingency. */
export interface Stretch {
  /** The section's anchor; empty for items before the first heading. */
  section: string;
  title: string;
  isContingency: boolean;
  /** `undefined` where nothing has been marked. */
  span: Span | undefined;
  /** In minutes. */
  duration: number;
  progress: Progress;
}

/** A mark that was made and not taken back, failures that were mended later included. */
export interface Point {
  /** The stretch that it belongs to. */
  section: string;
  item: Item;
  mark: Exclude<Mark, 'todo'>;
  entry: Entry;
}

export interface HoldPoint {
  after: string;
  role: string;
  answer: Exclude<Answer, ''>;
  entry: Entry;
}

/** The facts of a run's picture, in the order of the page and of time. */
export interface Timeline {
  span: Span | undefined;
  duration: number;
  stretches: readonly Stretch[];
  points: readonly Point[];
  holds: readonly HoldPoint[];
  alerts: readonly Alert[];
}

const spanOf = (entries: readonly Entry[]): Span | undefined => {
  let span: Span | undefined;
  for (const { at } of entries) {
    span = { first: Math.min(span?.first ?? at, at), last: Math.max(span?.last ?? at, at) };
  }
  return span;
};

const lengthOf = (span: Span | undefined): number => (span === undefined ? 0 : span.last - span.first);

/**
 * Assigns each leaf to a stretch: its contingency, else its outermost section. If one section holds the whole page, the sections in it are
 * used, so that the picture has more than one row [TL1].
 */
function assignStretches({ leaves, paths, contingent }: Structure): Map<string, string> {
  const all = leaves.map(({ section }) => paths.get(section) ?? []);
  let depth = 1;
  while (all.length > 0 && all.every((path) => path.length > depth && path.at(-depth) === all[0]?.at(-depth))) depth++;
  return new Map(
    leaves.map(({ id, section }) => {
      const path = paths.get(section) ?? [];
      return [id, contingent.get(id) ?? path.at(-depth) ?? path[0] ?? ''];
    }),
  );
}

/** The marks of leaves that were made and not taken back [TL2]. */
function findPoints({ items }: Structure, stretches: ReadonlyMap<string, string>, run: Run): Point[] {
  const takenBack = new Set<Entry>();
  const last = new Map<string, Entry>();
  for (const entry of run.entries) {
    const before = last.get(entry.key);
    if (before !== undefined && entry.value === 'todo') takenBack.add(before);
    last.set(entry.key, entry);
  }
  return run.entries.flatMap((entry): Point[] => {
    const subject = readSubject(entry);
    if (subject.kind !== 'mark' || subject.mark === 'todo' || takenBack.has(entry)) return [];
    const [item, section] = [items.get(subject.item), stretches.get(subject.item)];
    return item === undefined || section === undefined ? [] : [{ section, item, mark: subject.mark, entry }];
  });
}

function findHolds({ page }: Structure, run: Run): HoldPoint[] {
  return run.entries.flatMap((entry): HoldPoint[] => {
    const subject = readSubject(entry);
    if (subject.kind !== 'hold' || subject.answer === '') return [];
    const { after, role, answer } = subject;
    const isAsked = page.holds.some((hold) => hold.after === after && hold.roles.includes(role));
    return isAsked ? [{ after, role, answer, entry }] : [];
  });
}

/** Reads the facts of a run's picture [TL1–TL4]: even if clocks were wrong, no time in it is negative. */
export function readTimeline(structure: Structure, run: Run): Timeline {
  const { page, leaves, triggers } = structure;
  const state = stateOf(run);
  const marks = showMarks(structure, state);
  const sections = assignStretches(structure);
  const points = findPoints(structure, sections, run);
  const holds = findHolds(structure, run);
  const alerts = findAlerts(structure, run);
  const contingencies = new Set(page.contingencies.map(({ section }) => section));
  const counted = groupBy(
    leaves.filter(({ id }) => !triggers.has(id)),
    ({ id }) => sections.get(id),
  );
  const pointsBySection = groupBy(points, ({ section }) => section);
  const stretches = [...new Set(sections.values())].map((section): Stretch => {
    const span = spanOf((pointsBySection.get(section) ?? []).map(({ entry }) => entry));
    return {
      section,
      title: titleOf(structure, section) || page.title,
      isContingency: contingencies.has(section),
      span,
      duration: lengthOf(span),
      progress: countMarks(counted.get(section) ?? [], marks),
    };
  });
  const end = findEnd(state);
  const span = spanOf([
    ...[...points, ...holds].map(({ entry }) => entry),
    ...alerts.flatMap(({ on, off }) => (off === undefined ? [on] : [on, off])),
    ...(end === undefined ? [] : [end]),
  ]);
  return { span, duration: lengthOf(span), stretches, points, holds, alerts };
}

/** A number of minutes as days, hours and minutes; anything but a positive number is none. */
export function describeDuration(minutes: number): { days: number; hours: number; minutes: number } {
  const whole = Number.isFinite(minutes) ? Math.max(0, Math.round(minutes)) : 0;
  return { days: Math.floor(whole / 1440), hours: Math.floor((whole % 1440) / 60), minutes: whole % 60 };
}
