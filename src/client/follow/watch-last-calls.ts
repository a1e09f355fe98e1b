import type { Plan } from '~/core/page/page';
import { countDown, findLastCalls, nextChange, type LastCall } from '~/core/plan/last-call';
import type { View } from '~/core/run/view';
import { nowMinute } from '~/stores/clock';
import { $view } from '~/stores/run';
import { readQuietly } from '~/stores/read-quietly';
import { prefix } from '~/stores/storage-keys';
import { writeQuietly } from '~/stores/write-quietly';
import { loadWords } from '~/words/load';
import type { Words } from '~/words/en';
import { say } from '~/words/say';
import { announce } from '~/client/acts/announce';
import { writePart } from '~/client/bar/reflect-bar';
import { latestText } from '~/words/plan-text';
import { offsetHere, whenOf } from '~/client/text/when-text';

/*
 * The latest time to roll back: beside the contingency's planned time, and counted down in the run bar in its last half hour. The tab
 * remembers, by run and time, that it was announced: a reload does not say it again. Nothing runs between two changes but one timeout.
 */

/** The time that another announcement is left alone, in milliseconds. */
const turn = 2500;

/** The longest delay of a timeout, in minutes: browsers count its milliseconds in 31 bits. */
const longestDelay = 35_000;

/** The announcements that storage refused to remember: the page does. */
const unkept = new Set<string>();

/** Notes that something was announced; false where that was done before. */
function isNews(run: string, latest: number): boolean {
  const key = `${prefix}told|${run}|${latest}`;
  if (unkept.has(key) || readQuietly('sessionStorage', key) !== null) return false;
  if (!writeQuietly('sessionStorage', key, '')) unkept.add(key);
  return true;
}

/** The place of the countdown in the run bar, before the next step: it is made once there is something to say. */
function placeOf(bar: HTMLElement): HTMLElement | null {
  const place = bar.querySelector<HTMLElement>('[data-bar=latest]');
  if (place) return place;
  const made = document.createElement('a');
  made.className = 'latest';
  made.dataset.bar = 'latest';
  bar.querySelector('[data-bar=alarm]')?.after(made);
  return made;
}

/** Says in the run bar how long one can still begin to roll back. */
function sayInBar(bar: HTMLElement, view: View, calls: readonly LastCall[], now: number, words: Words): void {
  const call = calls.find((one) => countDown(one, now) !== undefined);
  const state = call && countDown(call, now);
  if (call === undefined || state === undefined) return writePart(bar, 'latest', '');
  placeOf(bar);
  const when = (minute: number) => whenOf(minute, now);
  const latest = latestText(call, words.plan, when);
  const sentence =
    state === 'passed'
      ? say(words.plan.passed, { time: when(call.latest) })
      : say(words.plan.left, { n: state.left, latest });
  writePart(bar, 'latest', sentence, call.section);
  if (state === 'passed' || !isNews(view.run?.id ?? '', call.latest)) return;
  // After what the act says that brought it: one sentence at a time is heard.
  setTimeout(() => announce(`${sentence}.`), turn);
}

/** Says it beside the planned time of each contingency: on a line that is there already, so that nothing moves. */
function sayAtSections(root: HTMLElement, calls: readonly LastCall[], now: number, words: Words): void {
  for (const { dataset } of root.querySelectorAll<HTMLElement>('[data-contingency]')) {
    const line = root.querySelector(`[data-contingency="${CSS.escape(dataset.contingency ?? '')}"] > p.plan`);
    const call = calls.find(({ section }) => section === dataset.contingency);
    const text = call ? ` · ${latestText(call, words.plan, (minute) => whenOf(minute, now))}` : '';
    const shown = line?.querySelector('span');
    if (shown?.textContent === text || (!shown && text === '')) continue;
    if (shown) shown.textContent = text;
    else line?.append(Object.assign(document.createElement('span'), { textContent: text }));
  }
}

/** Follows the latest times to roll back of the run that is shown. */
export async function watchLastCalls(root: HTMLElement, bar: HTMLElement, plan: Plan): Promise<void> {
  const words = await loadWords();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = () => {
    clearTimeout(timer);
    const view = $view.get();
    const now = nowMinute();
    const calls = findLastCalls(view, plan, offsetHere);
    sayInBar(bar, view, calls, now, words);
    sayAtSections(root, calls, now, words);
    const next = nextChange(calls, now);
    if (next === undefined) return;
    const delay = Math.min(next - Date.now() / 60_000, longestDelay);
    timer = setTimeout(look, Math.max(0, delay) * 60_000 + 50);
  };
  $view.subscribe(look);
  // A machine that slept wakes up late.
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && look());
}
