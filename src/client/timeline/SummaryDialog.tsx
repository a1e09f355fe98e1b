import { useLayoutEffect, useRef } from 'preact/hooks';
import { keys } from '~/core/run/entry';
import { answersOf, judgeHold } from '~/core/run/holds';
import { valueOf } from '~/core/run/run';
import type { View } from '~/core/run/view';
import { countRoles, expectEnd, planSection } from '~/core/plan/plan';
import { nowMinute } from '~/stores/clock';
import { $view } from '~/stores/run';
import { earlierRun } from '~/stores/earlier-run';
import type { Words } from '~/words/en';
import { say } from '~/words/say';
import { durationText } from '~/client/text/duration-text';
import { statusText } from '~/client/text/status-text';
import { whenOf } from '~/client/text/when-text';
import { copyMarkdown, downloadJson, downloadMarkdown } from '~/client/desk/exports';
import type { PanelProps } from '~/client/desk/panel-props';
import { readPlan } from '~/client/desk/read-plan';
import Sheet from '~/client/desk/Sheet';
import { endingText, endOf, failedOf, tallyParts } from '~/client/text/tally';
import Timeline from './Timeline';

interface Props extends PanelProps {
  /** The part to begin at, where it is not the first. */
  at?: 'timeline';
}

/** The items that failed, with the notes about them. */
function Failures({ view, words }: { view: View; words: Words }) {
  const failed = view.failures;
  if (failed.length === 0) return null;
  return (
    <>
      <h3>{words.summary.failed}</h3>
      <ul class="failures">
        {failed.map(({ id, text }) => {
          const [entry, note] = [view.state.get(keys.mark(id)), valueOf(view.state, keys.note(id))];
          return (
            <li key={id}>
              {text} <small>{entry && `${whenOf(entry.at, nowMinute())} ${entry.by}`.trim()}</small>
              {note !== '' && <p>{note}</p>}
            </li>
          );
        })}
      </ul>
    </>
  );
}

/** The planned time, the expected end and how late that is, and how much each role has done. */
function Planned({ view: { structure, run, marks, status }, words }: { view: View; words: Words }) {
  const plan = readPlan(document);
  if (plan === undefined || run === undefined) return null;
  const planned = planSection(structure, plan, '', marks);
  const now = nowMinute();
  const { end, late } = expectEnd(planned, run.start, now);
  const isOver = status.kind === 'ended' || status.kind === 'complete';
  const roles = countRoles(plan, marks).map(
    ({ role, done, total }) => `${role}: ${say(words.bar.done, { done, total })}`,
  );
  const parts = [
    ...(planned.total > 0 ? [`${words.timeline.planned}: ${durationText(planned.total, words.timeline)}`] : []),
    ...(planned.total > 0 && !isOver ? [say(words.summary.expected, { when: whenOf(end, now) })] : []),
    ...(planned.total > 0 && !isOver && late > 0
      ? [say(words.summary.late, { time: durationText(late, words.timeline) })]
      : []),
    ...roles,
  ];
  return <p class="soft">{parts.join(' · ')}</p>;
}

/** Each hold with the answers of its roles. */
function Holds({ view: { structure, state }, words }: { view: View; words: Words }) {
  const nameOf = (anchor: string) =>
    structure.page.sections.find((section) => section.anchor === anchor)?.title ?? structure.items.get(anchor)?.text;
  const asked = structure.page.holds.filter((hold) => answersOf(state, hold).some(({ answer }) => answer !== ''));
  if (asked.length === 0) return null;
  return (
    <>
      <h3>{words.summary.holds}</h3>
      <ul class="failures">
        {asked.map((hold) => (
          <li key={hold.after}>
            {nameOf(hold.after)}:{' '}
            <b data-verdict={judgeHold(state, hold)}>{words.export.verdicts[judgeHold(state, hold)]}</b>{' '}
            <small>
              {answersOf(state, hold)
                .map(({ role, answer, entry }) => `${role}: ${words.export.answers[answer]} ${entry?.by ?? ''}`.trim())
                .join(' · ')}
            </small>
          </li>
        ))}
      </ul>
    </>
  );
}

/** The run at a glance, for anyone who asks how it went: counts, failures, answers, the timeline. It prints without the page. */
export default function SummaryDialog({ words, close, at }: Props) {
  const timeline = useRef<HTMLHeadingElement>(null);
  // After the sheet has opened, and taken the focus to its own heading.
  useLayoutEffect(() => {
    if (at !== 'timeline') return;
    timeline.current?.focus();
    timeline.current?.scrollIntoView({ block: 'start' });
  }, []);
  const view = $view.get();
  const { run, structure, state } = view;
  const people = [...new Set(run?.entries.map(({ by }) => by).filter((by) => by !== ''))].join(', ');
  const end = run && endOf(run);
  const now = nowMinute();

  return (
    <Sheet kind="summary" title={words.summary.title} close={close} closeWord={words.dialog.close}>
      {() =>
        run === undefined ? (
          <p>{words.summary.none}</p>
        ) : (
          <>
            <p>
              <b>{valueOf(state, keys.title) || structure.page.title}</b>
              <br />
              {[...tallyParts(run, view, words), say(words.runs.started, { when: whenOf(run.start, now) })].join(' · ')}
              {failedOf(run, view) > 0 && (
                <>
                  {' · '}
                  <b class="failed">{say(words.bar.failed, { n: failedOf(run, view) })}</b>
                </>
              )}
            </p>
            <p class="soft">
              {[
                end === undefined
                  ? statusText(view, words.status)
                  : `${say(words.runs.ended, { when: whenOf(end.at, now) })}, ${endingText(view, words.runs)}`,
                ...(people === '' ? [] : [say(words.summary.people, { names: people })]),
              ].join(' · ')}
            </p>
            <Planned view={view} words={words} />
            <Failures view={view} words={words} />
            <Holds view={view} words={words} />
            <h3 tabIndex={-1} ref={timeline}>
              {words.timeline.title}
            </h3>
            <Timeline structure={structure} run={run} before={earlierRun(run)} words={words} />
            <p class="choices">
              <button type="button" class="button" onClick={() => void copyMarkdown(view, words)}>
                {words.menu.copyMarkdown}
              </button>
              <button type="button" class="button" onClick={() => downloadMarkdown(view, words)}>
                {words.menu.downloadMarkdown}
              </button>
              <button type="button" class="button" onClick={() => downloadJson(view)}>
                {words.menu.downloadJson}
              </button>
              <button type="button" class="button" onClick={() => print()}>
                {words.menu.print}
              </button>
            </p>
          </>
        )
      }
    </Sheet>
  );
}
