import { isWithin, segmentsOf } from '~/core/checklist/segments';
import { contingencySteps, countedLeaves } from '~/core/checklist/structure';
import { keys } from '~/core/run/entry';
import { countMarks } from '~/core/run/progress';
import { valueOf } from '~/core/run/run';
import type { View } from '~/core/run/view';
import { say } from '~/words/say';
import { clockOf } from './clock-text';
import type { PageWords } from './page-words';

/** Fills the line of segments: one a section, red where something failed, framed where the run is. */
function reflectSegments(bar: HTMLElement, { structure, marks, next }: View): void {
  const leaves = countedLeaves(structure);
  const drawn = bar.querySelectorAll('svg svg');
  segmentsOf(structure).forEach((segment, i) => {
    const own = leaves.filter(({ section }) => isWithin(structure, section, segment));
    const { open, failed } = countMarks(own, marks);
    const percent = (items: number) => `${(100 * items) / own.length}%`;
    const [, settled, bad] = drawn[i]?.querySelectorAll('rect') ?? [];
    settled?.setAttribute('width', percent(own.length - open));
    bad?.setAttribute('x', percent(own.length - open - failed));
    bad?.setAttribute('width', percent(failed));
    drawn[i]?.toggleAttribute('data-here', next !== undefined && isWithin(structure, next.section, segment));
  });
}

/** Reflects a view on the run bar: what runs, how far it is, what is next; the contingency's progress while one is on. */
export function reflectBar(bar: HTMLElement, view: View, title: string, words: PageWords['bar']): void {
  const { structure, marks, alarms, next, progress, run, state } = view;
  const write = (part: string, text: string, anchor?: string) => {
    const element = bar.querySelector<HTMLElement>(`[data-bar=${part}]`);
    if (element === null) return;
    element.textContent = text;
    element.hidden = text === '';
    if (anchor !== undefined) element.setAttribute('href', `#${anchor}`);
  };
  const [alarm] = alarms;
  const section = structure.page.sections.find(({ anchor }) => anchor === alarm?.section);
  const counted = alarm ? countMarks(contingencySteps(structure, alarm.section), marks) : progress;
  bar.toggleAttribute('data-alarm', alarm !== undefined);
  write('title', valueOf(state, keys.title) || title);
  write('since', run ? ` · ${say(words.started, { time: clockOf(run.start) })}` : '');
  write('alarm', section ? say(words.alarm, { section: section.title }) : '', section?.anchor);
  write('done', say(words.done, { done: counted.done, total: counted.total }));
  write('skipped', counted.skipped > 0 ? say(words.skipped, { n: counted.skipped }) : '');
  write('failed', counted.failed > 0 ? say(words.failed, { n: counted.failed }) : '');
  write('next', next?.text ?? '–', next?.id ?? '');

  const meter = bar.querySelector('[role=progressbar]');
  meter?.setAttribute('aria-valuenow', String(progress.done));
  meter?.setAttribute('aria-valuemax', String(progress.total));
  meter?.setAttribute('aria-valuetext', say(words.done, { done: progress.done, total: progress.total }));
  reflectSegments(bar, view);
}
