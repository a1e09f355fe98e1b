import { titleOf } from '~/core/page/title-of';
import { keys } from '~/core/run/entry';
import type { Item } from '~/core/page/page';
import type { Structure } from '~/core/page/structure';
import type { Alarm } from '~/core/run/contingency';
import { markOf } from '~/core/run/marks';
import type { View } from '~/core/run/view';
import { loadWords } from '~/words/load';
import type { Words } from '~/words/en';
import { say } from '~/words/say';
import { stampOf } from '~/client/text/clock-text';
import { noteLateParts } from './note-late-parts';
import { loadPanelStyles } from '~/client/bar/panel-styles';
import { writePart } from '~/client/bar/reflect-bar';

/** Tells whether an item is a numbered step, or part of one. */
function isNumbered(structure: Structure, item: Item): boolean {
  const around = structure.items.get(item.parent ?? '');
  return item.ordered || (around !== undefined && isNumbered(structure, around));
}

/**
 * The steps that were really done, the last first: the ones a rollback has to undo. Numbered steps act on the system;
 * on a page that numbers none, all items are.
 */
function listDone({ structure, state, run }: View): string[] {
  const start = run?.start ?? 0;
  const { counted } = structure;
  const numbered = counted.filter((item) => isNumbered(structure, item));
  const steps = numbered.length > 0 ? numbered : counted;
  return steps
    .filter((item) => markOf(state, item) === 'done')
    .map((item) => ({ item, entry: state.get(keys.mark(item.id)) }))
    .toReversed()
    .toSorted((a, b) => (b.entry?.at ?? 0) - (a.entry?.at ?? 0))
    .map(({ item, entry }) =>
      entry ? `${item.text} (${stampOf(entry.at, start)} ${entry.by})`.replace(' )', ')') : item.text,
    );
}

function makeBanner(view: View, alarm: Alarm, words: Words): HTMLElement {
  const banner = document.createElement('div');
  banner.className = 'alarm-banner';
  const { entry, trigger, section } = alarm;
  const start = view.run?.start ?? 0;
  const sentence = document.createElement('p');
  // A trigger that its author ticked has neither time nor name.
  sentence.textContent = entry
    ? say(words.rollback.on, {
        time: stampOf(entry.at, start),
        trigger: trigger.text,
        by: entry.by ? `(${entry.by})` : '',
      }).trim()
    : say(words.rollback.fromStart, { trigger: trigger.text });
  const off = document.createElement('button');
  Object.assign(off, { type: 'button', className: 'button', textContent: words.rollback.off });
  Object.assign(off.dataset, { act: 'turn-off', for: section });
  const undoing = document.createElement('p');
  const steps = document.createElement('ol');
  const done = listDone(view);
  undoing.textContent = done.length > 0 ? words.rollback.doneBefore : words.rollback.nothing;
  steps.append(...done.map((textContent) => Object.assign(document.createElement('li'), { textContent })));
  banner.append(sentence, off, undoing, ...(done.length > 0 ? [steps] : []));
  return banner;
}

/** Says what turned a contingency on, when and who; of a run that has ended no longer that it is on. */
function alarmText({ run, status }: View, { entry, trigger }: Alarm, section: string, { bar }: Words): string {
  const hasEnded = status.kind === 'ended';
  if (!entry) return say(hasEnded ? bar.alarmFromStartEnded : bar.alarmFromStart, { section, trigger: trigger.text });
  const time = stampOf(entry.at, run?.start ?? entry.at);
  return say(hasEnded ? bar.alarmEnded : bar.alarm, { section, trigger: trigger.text, time, by: entry.by }).trim();
}

/**
 * Shows in the run bar which contingency is on, what and who turned it on, and how many more are on; and in its section the way to
 * turn it off and the steps to undo.
 */
export async function reflectContingencies(root: HTMLElement, bar: HTMLElement, view: View): Promise<void> {
  const [words] = await Promise.all([loadWords(), loadPanelStyles()]);
  const first = view.alarm;
  if (first) {
    const title = titleOf(view.structure, first.section);
    const others = view.alarms.length - 1;
    const section = others > 0 ? say(words.rollback.several, { section: title, n: others }) : title;
    const sentence = alarmText(view, first, section, words);
    writePart(bar, 'alarm', sentence, first.section);
  }
  for (const section of root.querySelectorAll<HTMLElement>('[data-contingency]')) {
    const shown = section.querySelector('.alarm-banner');
    const alarm = view.alarms.find((one) => one.section === section.dataset.contingency);
    const banner = alarm && makeBanner(view, alarm, words);
    // A banner with the same content stays, and keeps the focus if it has it.
    if (shown?.isEqualNode(banner ?? null)) continue;
    const hadFocus = shown?.contains(document.activeElement);
    shown?.remove();
    if (banner === undefined) continue;
    section.querySelector('.tag')?.after(banner);
    if (hadFocus) banner.querySelector('button')?.focus({ preventScroll: true });
  }
  noteLateParts({ root, bar });
}
