import { drawnLength, percentOf, segmentsOf, type Segment } from '~/core/page/segments';
import type { Structure } from '~/core/page/structure';
import { keys } from '~/core/run/entry';
import { findFailures } from '~/core/run/failures';
import { keepCounts } from '~/core/run/keep-counts';
import { valueOf } from '~/core/run/run';
import { leafAtNext } from '~/core/run/leaf-at-next';
import type { View } from '~/core/run/view';
import { nextText } from '~/client/text/next-text';
import { doneText } from '~/words/progress-text';
import { statusText } from '~/words/status-text';
import { say } from '~/words/say';
import type { BarWords } from './bar-words';

/** Draws the line of segments: one a section, as long as it has items. SVG, because the security policy forbids styles in markup. */
function drawSegments(line: Element, segments: readonly Segment[]): void {
  const whole = segments.reduce((sum, { items }) => sum + items.length, 0);
  let from = 0;
  line.innerHTML = segments
    .map(({ items: { length } }) => {
      const x = from;
      from += length;
      const place = `x="${percentOf(x, whole)}" width="${percentOf(drawnLength(length, whole, from === whole), whole)}"`;
      const rect = '<rect y="2" height="8" rx="2"';
      return `<a tabindex="-1"><svg ${place}>${rect} width="100%"/>${rect}/>${rect}/></svg></a>`;
    })
    .join('');
  segments.forEach(({ anchor }, i) => line.children[i]?.setAttribute('href', `#${anchor}`));
}

/** The segments that are drawn, those of a page or of a contingency of it, with what counts their items. */
let drawn:
  | {
      page: Structure['page'];
      section: string | undefined;
      segments: readonly Segment[];
      count: ReturnType<typeof keepCounts>;
    }
  | undefined;

/** Sets an attribute, unless it has the value already: even setting the same value again would cost the browser style and layout. */
function set(element: Element | null | undefined, name: string, value: string): void {
  if (element?.getAttribute(name) !== value) element?.setAttribute(name, value);
}

/** Fills the line of segments: settled so far, red where something failed, framed where the run is. */
function reflectSegments(line: Element, view: View): void {
  const { structure, next, alarm, leaves } = view;
  if (drawn?.page !== structure.page || drawn.section !== alarm?.section) {
    const segments = segmentsOf(structure, leaves);
    const count = keepCounts(segments.map(({ items }) => items));
    drawn = { page: structure.page, section: alarm?.section, segments, count };
    drawSegments(line, segments);
  }
  const here = leafAtNext(structure, next);
  const counts = drawn.count(view);
  drawn.segments.forEach(({ items }, i) => {
    const { open = 0, failed = 0 } = counts[i] ?? {};
    const [, settled, bad] = line.children[i]?.querySelectorAll('rect') ?? [];
    set(settled, 'width', percentOf(items.length - open, items.length));
    set(bad, 'x', percentOf(items.length - open - failed, items.length));
    set(bad, 'width', percentOf(failed, items.length));
    line.children[i]?.toggleAttribute('data-here', here !== undefined && items.includes(here));
  });
}

/** Writes a part of the run bar; an empty part is hidden, and so is Next where both its step and its button are. */
export function writePart(bar: HTMLElement, part: string, text: string, anchor?: string): void {
  const element = bar.querySelector<HTMLElement>(`[data-bar=${part}]`);
  if (element === null) return;
  if (element.textContent !== text) element.textContent = text;
  element.toggleAttribute('hidden', text === '');
  const around = element.closest('.next');
  around?.toggleAttribute('hidden', around.querySelector('[data-bar]:not([hidden])') === null);
  if (anchor !== undefined) set(element, 'href', `#${anchor}`);
}

/** Reflects a view on the run bar: its status, title, progress, failures and next step. */
export function reflectBar(bar: HTMLElement, view: View, words: BarWords): void {
  const { alarm, counted, state, status, structure } = view;
  const failures = findFailures(view);
  bar.closest('.bar')?.toggleAttribute('data-alarm', alarm !== undefined);
  writePart(bar, 'status', statusText(view, words.status));
  set(bar.querySelector('[data-status]'), 'data-status', status.kind);
  writePart(bar, 'title', valueOf(state, keys.title) || structure.page.title);
  if (alarm === undefined) writePart(bar, 'alarm', '');
  const said = words.bar;
  // A page of fields alone has nothing to count.
  const done = structure.leaves.length > 0 ? doneText(counted, said) : '';
  writePart(bar, 'done', done);
  writePart(bar, 'skipped', counted.skipped > 0 ? say(said.skipped, { n: counted.skipped }) : '');
  writePart(bar, 'failed', failures.length > 0 ? say(said.failed, { n: failures.length }) : '', failures[0]?.id);
  const { text = '', anchor = '' } = nextText(view, words.hold) ?? {};
  writePart(bar, 'next', text, anchor);

  const meter = bar.querySelector('[role=progressbar]');
  set(meter, 'aria-valuenow', String(counted.done));
  set(meter, 'aria-valuemax', String(counted.total));
  set(meter, 'aria-valuetext', done);
  const line = bar.querySelector('svg');
  if (line) reflectSegments(line, view);
}
