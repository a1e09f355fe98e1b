import { titleOf } from '~/core/page/title-of';
import { findEnd } from '~/core/run/ending';
import { keys, type Entry } from '~/core/run/entry';
import { findFailures } from '~/core/run/failures';
import { findAlerts } from '~/core/run/history';
import { valueOf } from '~/core/run/run';
import { encodeSnapshot } from '~/core/snapshot/encode';
import { snapshotPageOf } from '~/core/snapshot/snapshot-page';
import type { View } from '~/core/run/view';
import { nowMinute } from '~/stores/clock';
import { earlierRun } from '~/stores/earlier-run';
import { $view } from '~/stores/run';
import type { Words } from '~/words/en';
import { loadWords } from '~/words/load';
import { say } from '~/words/say';
import { stampOf, zoneOf } from '~/client/text/clock-text';
import { statusText } from '~/words/status-text';
import { initialsOf } from '~/client/text/initials';
import { addressOfLink } from '~/client/text/link-address';
import { describePlan, joinParts } from '~/words/plan-text';
import { drawQr } from '~/client/text/qr-code';
import { progressParts } from '~/words/progress-text';
import { whenAndWho } from '~/client/text/when-and-who';
import { fullTimeOf, offsetHere, zoneName } from '~/client/text/when-text';
import { planOf } from '~/client/desk/read-plan';

/*
 * The part of the printed page that only scripts can add: the run's title, times, progress and people, a running head, the text of
 * fields (an input cuts it off, paper must not), and the run as a QR code. It is on the page from `beforeprint` to `afterprint`.
 */

/** A part that shows on paper alone (`.paper` in print.css). */
function makePart(...lines: string[]): HTMLElement {
  const part = document.createElement('section');
  part.className = 'paper';
  part.hidden = true;
  part.append(...lines.map((line) => Object.assign(document.createElement('p'), { textContent: line })));
  return part;
}

/** Lists the people behind the initials in stamps: "AB: Anna Berg"; leaves out anyone who wrote only initials. */
function listPeople({ run }: View): string {
  const names = new Set(run?.entries.map(({ by }) => by));
  return [...names]
    .filter((name) => initialsOf(name) !== name)
    .map((name) => `${initialsOf(name)}: ${name}`)
    .join(' · ');
}

/** Lists the contingencies that were turned on: by whom, when and why, and when and by whom each was turned off. */
function listAlerts({ structure, run }: View, { timeline, paper }: Words): string[] {
  const whoWhen = (entry: Entry) => whenAndWho(entry, (minute) => stampOf(minute, run?.start ?? minute));
  return (run ? findAlerts(structure, run) : []).map(({ section, trigger, on, off }) => {
    const title = titleOf(structure, section);
    const begun = `${title}: ${trigger.text}, ${timeline.begins} ${whoWhen(on)}`;
    return off ? `${begun}, ${paper.off} ${whoWhen(off)}` : begun;
  });
}

/** The plan beside what happened until now, the latest times to roll back, and the roles. */
function listPlan(view: View, words: Words): string[] {
  const start = view.run?.start ?? 0;
  const plan = planOf(view.structure);
  const clock = {
    now: nowMinute(),
    format: (minute: number) => stampOf(minute, start),
    offsetAt: offsetHere,
    earlier: view.run && earlierRun(view.run),
  };
  return describePlan(view, plan, words, clock).map((line) => `${line.label}: ${joinParts(line)}`);
}

function makeHead(view: View, words: Words): HTMLElement {
  const { bar, paper, runs } = words;
  const { run, state, counted } = view;
  const end = findEnd(state);
  const progress = [
    statusText(view, words.status),
    ...progressParts({ ...counted, failed: findFailures(view).length }, bar),
    run && end && say(runs.ended, { when: whenAndWho(end, (minute) => stampOf(minute, run.start)) }),
  ];
  const times = [
    run && say(bar.started, { time: fullTimeOf(run.start) }),
    say(paper.printed, { time: fullTimeOf(nowMinute()) }),
    run && say(words.export.zone, { offset: zoneOf(run.start), zone: zoneName() }),
  ];
  const people = listPeople(view);
  const lines = [
    valueOf(state, keys.title),
    ...[times, progress].map((facts) => facts.filter(Boolean).join(' · ')),
    ...listAlerts(view, words),
    ...listPlan(view, words),
    people && say(paper.people, { people }),
  ];
  return makePart(...lines.filter((line) => line !== ''));
}

/** The link as a QR code whose modules are large enough for a phone's camera: half a millimetre, and no less than 3.5 cm in all. */
function makeLink({ run, structure }: View, words: Words): HTMLElement | undefined {
  const mode = document.querySelector('[data-recorded]') ? 'R' : 'P';
  const encoded = run && encodeSnapshot(run, snapshotPageOf(structure.page), { mode });
  if (!encoded?.ok) return undefined;
  const code = drawQr(addressOfLink(encoded.value));
  if (code === undefined) return makePart(words.share.noQr);
  const part = makePart(words.paper.link);
  part.insertAdjacentHTML('beforeend', code);
  const svg = part.querySelector('svg');
  const modules = (svg?.viewBox.baseVal.width ?? 0) / 10;
  svg?.setAttribute('width', `${Math.max(35, modules * 0.5)}mm`);
  return part;
}

/** A style sheet that names the run at the top of every page but the first. */
function makeRunningHead(text: string): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  const content = text.replace(/["\\]/g, '\\$&').replace(/\s+/g, ' ');
  sheet.replaceSync(
    `@page { @top-left { content: "${content}"; font: 8pt system-ui, sans-serif } } @page :first { @top-left { content: none } }`,
  );
  return sheet;
}

/** Puts the run on the page for printing; returns the function that takes it away again. */
function prepare(words: Words): () => void {
  const view = $view.get();
  if (view.run === undefined) return () => undefined;
  const heading = document.querySelector('h1');
  const title = heading?.textContent ?? '';
  const parts = [makeHead(view, words), makeLink(view, words)];
  heading?.after(parts[0] ?? '');
  document.querySelector('main')?.append(parts[1] ?? '');
  const cells = [
    ...document.querySelectorAll<HTMLInputElement>(
      ':is(td, .values label) > input:is([type=text], [type=date], [type=time])',
    ),
  ];
  for (const { value, parentElement } of cells) parentElement?.setAttribute('data-value', value);
  const sheet = makeRunningHead([title, valueOf(view.state, keys.title)].filter(Boolean).join(' · '));
  document.adoptedStyleSheets.push(sheet);
  document.documentElement.dataset.paper = '';
  return () => {
    for (const part of parts) part?.remove();
    for (const { parentElement } of cells) parentElement?.removeAttribute('data-value');
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
    delete document.documentElement.dataset.paper;
  };
}

let restore = () => {};
let ready: Promise<void> | undefined;

/** Makes every printout from now on hold the run, however printing is asked for. */
export const readyPaper = (): Promise<void> =>
  (ready ??= loadWords().then((words) => {
    addEventListener('beforeprint', () => {
      restore();
      restore = prepare(words);
    });
    addEventListener('afterprint', () => restore());
  }));
