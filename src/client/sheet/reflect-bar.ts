import { segmentsOf, type Segment } from '~/core/page/segments';
import { contingencySteps, type Structure } from '~/core/page/structure';
import { keys } from '~/core/run/entry';
import { countMarks } from '~/core/run/progress';
import { valueOf } from '~/core/run/run';
import type { View } from '~/core/run/view';
import { say } from '~/words/say';
import type { PageWords } from './page-words';

const percent = (items: number, all: number) => `${(100 * items) / all}%`;

/** Draws the line of segments: one a section, as long as it has items. SVG, because the security policy forbids styles in markup. */
function drawSegments(line: Element, segments: readonly Segment[]): void {
  const whole = segments.reduce((sum, { items }) => sum + items.length, 0);
  let from = 0;
  line.innerHTML = segments
    .map(({ items: { length } }) => {
      const x = from;
      from += length;
      const gap = from < whole ? whole * 0.003 : 0;
      const place = `x="${percent(x, whole)}" width="${percent(length - gap, whole)}"`;
      const rect = '<rect y="2" height="8" rx="2"';
      return `<a tabindex="-1"><svg ${place}>${rect} width="100%"/>${rect}/>${rect}/></svg></a>`;
    })
    .join('');
  segments.forEach(({ anchor }, i) => line.children[i]?.setAttribute('href', `#${anchor}`));
}

let drawn: { page: Structure['page']; segments: readonly Segment[] } | undefined;

/** Sets an attribute, unless it is so already: even the same value again would cost the browser style and layout. */
function set(element: Element | null | undefined, name: string, value: string): void {
  if (element?.getAttribute(name) !== value) element?.setAttribute(name, value);
}

/** Fills the line of segments: settled so far, red where something failed, framed where the run is. */
function reflectSegments(line: Element, { structure, marks, next }: View): void {
  if (drawn?.page !== structure.page) {
    drawn = { page: structure.page, segments: segmentsOf(structure) };
    drawSegments(line, drawn.segments);
  }
  drawn.segments.forEach(({ items }, i) => {
    const { open, failed } = countMarks(items, marks);
    const [, settled, bad] = line.children[i]?.querySelectorAll('rect') ?? [];
    set(settled, 'width', percent(items.length - open, items.length));
    set(bad, 'x', percent(items.length - open - failed, items.length));
    set(bad, 'width', percent(failed, items.length));
    line.children[i]?.toggleAttribute('data-here', next !== undefined && items.includes(next));
  });
}

/** Writes a part of the run bar; an empty part is not there. */
export function writePart(bar: HTMLElement, part: string, text: string, anchor?: string): void {
  const element = bar.querySelector<HTMLElement>(`[data-bar=${part}]`);
  if (element === null) return;
  if (element.textContent !== text) element.textContent = text;
  element.hidden = text === '';
  if (anchor !== undefined) set(element, 'href', `#${anchor}`);
}

/** Reflects a view on the run bar: what runs, how far it is, what is next; the contingency's progress while one is on. */
export function reflectBar(bar: HTMLElement, view: View, title: string, words: PageWords['bar']): void {
  const { structure, marks, alarms, next, progress, state } = view;
  const [alarm] = alarms;
  const counted = alarm ? countMarks(contingencySteps(structure, alarm.section), marks) : progress;
  bar.toggleAttribute('data-alarm', alarm !== undefined);
  writePart(bar, 'title', valueOf(state, keys.title) || title);
  if (alarm === undefined) writePart(bar, 'alarm', '');
  writePart(bar, 'done', say(words.done, { done: counted.done, total: counted.total }));
  writePart(bar, 'skipped', counted.skipped > 0 ? say(words.skipped, { n: counted.skipped }) : '');
  // What failed before a contingency was turned on is not hidden by it.
  const failed = progress.failed + (alarm ? counted.failed : 0);
  writePart(bar, 'failed', failed > 0 ? say(words.failed, { n: failed }) : '');
  writePart(bar, 'next', next?.text ?? '', next?.id ?? '');

  const meter = bar.querySelector('[role=progressbar]');
  set(meter, 'aria-valuenow', String(progress.done));
  set(meter, 'aria-valuemax', String(progress.total));
  set(meter, 'aria-valuetext', say(words.done, { done: progress.done, total: progress.total }));
  const line = bar.querySelector('svg');
  if (line) reflectSegments(line, view);
}
